using System.Collections.Immutable;
using System.Data.Common;
using System.Text;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>Someone looked into a case. The citizen is shown role, agency, time and purpose; the actor is for audit.</summary>
public sealed record AccessEntry(
    CaseId Case,
    long Sequence,
    string Actor,
    string Role,
    string Agency,
    string Purpose,
    DateTimeOffset At,
    Digest Hash
);

/// <summary>Who looked into a case: a chain of its own beside the case's entries, under the same checkpoints.</summary>
public sealed class AccessStream
{
    public const byte Version = 1;
    internal const string Columns = "case_id, sequence, actor, role, agency, purpose, at, hash";

    private readonly Database database;

    internal AccessStream(Database database) => this.database = database;

    /// <param name="once">Within this time the same look is not entered again.</param>
    /// <returns>False where it was entered before.</returns>
    public Task<bool> Record(
        CaseId @case,
        string actor,
        string role,
        string agency,
        string purpose,
        DateTimeOffset at,
        TimeSpan once = default
    ) =>
        database.Write(async session =>
        {
            var position = await Heads.Read(session, Heads.Access) + 1;
            if (once > TimeSpan.Zero && await IsThere(session, @case, actor, role, agency, purpose, at - once))
                return false;
            var last = await Session.One(
                session.Command(
                    $"SELECT {Columns} FROM access WHERE case_id = @case ORDER BY sequence DESC LIMIT 1",
                    ("case", @case.Bytes())
                ),
                Read
            );
            var entry = new AccessEntry(@case, (last?.Sequence ?? 0) + 1, actor, role, agency, purpose, at, default);
            var hash = HashOf(Version, entry, at.Micros(), last?.Hash ?? Digest.Zero);
            await Insert(session, position, entry with { Hash = hash });
            await Heads.Write(session, Heads.Access, position);
            return true;
        });

    private static async Task<bool> IsThere(
        Session session,
        CaseId @case,
        string actor,
        string role,
        string agency,
        string purpose,
        DateTimeOffset after
    ) =>
        await session.Scalar(
            """
            SELECT 1 FROM access WHERE case_id = @case AND at > @after AND actor = @actor AND role = @role
                AND agency = @agency AND purpose = @purpose LIMIT 1
            """,
            ("case", @case.Bytes()),
            ("after", after.Micros()),
            ("actor", actor),
            ("role", role),
            ("agency", agency),
            ("purpose", purpose)
        )
            is not null;

    public async Task<ImmutableArray<AccessEntry>> Read(CaseId @case) =>
        [
            .. await database.Read(s =>
                Session.All(
                    s.Command(
                        $"SELECT {Columns} FROM access WHERE case_id = @case ORDER BY sequence",
                        ("case", @case.Bytes())
                    ),
                    Read
                )
            ),
        ];

    internal static AccessEntry Read(DbDataReader row) =>
        new(
            new CaseId(row.Guid(0)),
            row.GetInt64(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.GetString(5),
            row.Instant(6),
            row.Digest(7)
        );

    // The envelope's hash over a text of four fields: length-prefixed, so no field can run into the next.
    internal static Digest HashOf(byte version, AccessEntry entry, long at, Digest previous)
    {
        var fields = new MemoryStream();
        using (var writer = new BinaryWriter(fields, Encoding.UTF8, leaveOpen: true))
        {
            foreach (var field in new[] { entry.Actor, entry.Role, entry.Agency, entry.Purpose })
                writer.Write(field);
        }
        return Envelope.Hash(version, entry.Case, entry.Sequence, at, "access", previous, fields.ToArray(), []);
    }

    private static Task Insert(Session session, long position, AccessEntry entry) =>
        session.Execute(
            """
            INSERT INTO access (position, case_id, sequence, at, version, actor, role, agency, purpose, hash)
            VALUES (@position, @case, @sequence, @at, @version, @actor, @role, @agency, @purpose, @hash)
            """,
            ("position", position),
            ("case", entry.Case.Bytes()),
            ("sequence", entry.Sequence),
            ("at", entry.At.Micros()),
            ("version", (long)Version),
            ("actor", entry.Actor),
            ("role", entry.Role),
            ("agency", entry.Agency),
            ("purpose", entry.Purpose),
            ("hash", entry.Hash.ToArray())
        );
}
