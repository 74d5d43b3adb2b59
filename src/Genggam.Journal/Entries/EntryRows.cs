using System.Collections.Immutable;
using System.Data.Common;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>An entry as it stands in the database, parts still closed.</summary>
internal sealed record EntryRow(
    long Position,
    CaseId Case,
    long Sequence,
    long At,
    string Kind,
    byte Version,
    byte[] Open,
    byte[] Sealed,
    Digest Hash
);

internal static class EntryRows
{
    internal const string Select =
        "SELECT position, case_id, sequence, at, kind, version, open, sealed, hash FROM entry ";

    public static Task<List<EntryRow>> OfCase(Session session, CaseId @case) =>
        Session.All(session.Command(Select + "WHERE case_id = @case ORDER BY sequence", ("case", @case.Bytes())), Read);

    public static Task<List<EntryRow>> After(Session session, long position, int limit) =>
        Session.All(
            session.Command(
                Select + "WHERE position > @position ORDER BY position LIMIT @limit",
                ("position", position),
                ("limit", (long)limit)
            ),
            Read
        );

    /// <summary>The open parts of entries of one kind after a position, in order. Looks at every entry.</summary>
    public static Task<List<(long Position, byte[] Open)>> OfKind(
        Session session,
        string kind,
        long position,
        int limit
    ) =>
        Session.All(
            session.Command(
                """
                SELECT position, open FROM entry WHERE position > @position AND kind = @kind
                ORDER BY position LIMIT @limit
                """,
                ("position", position),
                ("kind", kind),
                ("limit", (long)limit)
            ),
            row => (row.GetInt64(0), row.Blob(1))
        );

    public static async Task<ImmutableDictionary<CaseId, ReadOnlyMemory<byte>>> Openings(
        Session session,
        ImmutableArray<CaseId> cases
    )
    {
        if (cases.IsEmpty)
            return ImmutableDictionary<CaseId, ReadOnlyMemory<byte>>.Empty;
        var rows = await Session.All(
            session.Command(
                "SELECT case_id, open FROM entry WHERE sequence = 1 AND case_id IN "
                    + $"({string.Join(", ", cases.Select((_, i) => $"@case{i}"))})",
                [.. cases.Select((c, i) => ($"case{i}", (object?)c.Bytes()))]
            ),
            row => (Case: new CaseId(row.Guid(0)), Open: row.Blob(1))
        );
        return rows.ToImmutableDictionary(r => r.Case, r => (ReadOnlyMemory<byte>)r.Open);
    }

    public static async Task<ImmutableArray<Entry>> Open(List<EntryRow> rows, Subjects subjects)
    {
        var entries = ImmutableArray.CreateBuilder<Entry>(rows.Count);
        foreach (var row in rows)
        {
            entries.Add(
                new Entry(
                    row.Position,
                    row.Case,
                    row.Sequence,
                    Columns.Instant(row.At),
                    row.Kind,
                    row.Open,
                    await SealedParts.Open(subjects, row.Case, row.Sequence, row.Sealed),
                    row.Hash
                )
            );
        }
        return entries.MoveToImmutable();
    }

    internal static EntryRow Read(DbDataReader row) =>
        new(
            row.GetInt64(0),
            new CaseId(row.Guid(1)),
            row.GetInt64(2),
            row.GetInt64(3),
            row.GetString(4),
            row.Version(5),
            row.Blob(6),
            row.Blob(7),
            row.Digest(8)
        );
}
