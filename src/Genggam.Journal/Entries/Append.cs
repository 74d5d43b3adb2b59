using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>One append as a member of a group: looks before it writes, so a conflict is a value and fails nobody.</summary>
internal sealed class Append(SealedEntry prepared) : WriteItem<AppendResult>
{
    public SealedEntry Prepared { get; } = prepared;

    public AppendResult? Outcome => Result;

    /// <summary>Decides in memory, against what the group's writer read; true when there is a row to write.</summary>
    public bool Judge(GroupKnowledge known)
    {
        var entry = Prepared.Entry;
        if (entry.Key is { } key && known.Answered.TryGetValue((key.Actor, key.Key), out var answered))
        {
            Result = Earlier(key, answered.BodyHash, answered.Result);
            return false;
        }
        var (sequence, hash) = known.Heads.GetValueOrDefault(entry.Case);
        if (sequence != entry.ExpectedSequence || hash != entry.PreviousHash)
        {
            Result = new AppendResult.Conflict(sequence);
            return false;
        }
        known.Heads[entry.Case] = (Prepared.Sequence, Prepared.Hash);
        if (entry.Key is { } mine)
            known.Answered[(mine.Actor, mine.Key)] = (mine.BodyHash, mine.Result.ToArray());
        Result = new AppendResult.Appended(++known.Position, Prepared.Sequence, Prepared.Hash);
        return true;
    }

    public override async Task Run(Session session, GroupState group)
    {
        var entry = Prepared.Entry;
        Result = await Answered(session, entry.Key) ?? await Lost(session, Prepared);
        if (Result is not null)
            return;
        var position = await group.NextPosition(session);
        await Insert(session, Prepared, position);
        await AppendSideRows.Write(session, Prepared);
        Result = new AppendResult.Appended(position, Prepared.Sequence, Prepared.Hash);
    }

    /// <summary>What was answered under this key before, or null.</summary>
    public static async Task<AppendResult?> Answered(Session session, IdempotencyKey? key) =>
        key is null
            ? null
            : await Session.One<AppendResult>(
                session.Command(
                    "SELECT body_hash, result FROM answered WHERE actor = @actor AND key = @key",
                    ("actor", key.Actor),
                    ("key", key.Key)
                ),
                row => Earlier(key, row.Digest(0), row.Blob(1))
            );

    private static AppendResult Earlier(IdempotencyKey key, Digest bodyHash, byte[] result) =>
        bodyHash == key.BodyHash ? new AppendResult.Replayed(result) : new AppendResult.KeyReused();

    private static async Task<AppendResult?> Lost(Session session, SealedEntry prepared)
    {
        var head = await Session.One(
            session.Command(
                "SELECT sequence, hash FROM entry WHERE case_id = @case ORDER BY sequence DESC LIMIT 1",
                ("case", prepared.Entry.Case.Bytes())
            ),
            row => Tuple.Create(row.GetInt64(0), row.Digest(1))
        );
        var (sequence, hash) = (head?.Item1 ?? 0, head?.Item2 ?? Digest.Zero);
        return sequence == prepared.Entry.ExpectedSequence && hash == prepared.Entry.PreviousHash
            ? null
            : new AppendResult.Conflict(sequence);
    }

    internal static Task Insert(Session session, SealedEntry prepared, long position) =>
        session.Execute(
            """
            INSERT INTO entry (position, case_id, sequence, at, kind, version, open, sealed, hash)
            VALUES (@position, @case, @sequence, @at, @kind, @version, @open, @sealed, @hash)
            """,
            ("position", position),
            ("case", prepared.Entry.Case.Bytes()),
            ("sequence", prepared.Sequence),
            ("at", prepared.At),
            ("kind", prepared.Entry.Kind),
            ("version", (long)Envelope.Version),
            ("open", prepared.Open),
            ("sealed", prepared.Parts),
            ("hash", prepared.Hash.ToArray())
        );
}
