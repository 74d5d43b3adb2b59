using System.Collections.Immutable;
using System.Data.Common;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>Entries of many cases at once: a case's entries together, the cases as they were asked for.</summary>
internal static class CaseEntries
{
    private const int AtOnce = 64;

    /// <param name="upTo">Entries after this position are not there.</param>
    public static async Task<ImmutableArray<ImmutableArray<Entry>>> Read(
        Database database,
        Subjects subjects,
        ImmutableArray<CaseId> cases,
        long upTo
    )
    {
        var rows = await database.Read(session => Rows(session, cases, upTo));
        await subjects.FindKeys(rows.Values.SelectMany(r => r).SelectMany(r => SealedParts.Owners(r.Sealed)));
        var read = ImmutableArray.CreateBuilder<ImmutableArray<Entry>>(cases.Length);
        foreach (var one in cases)
            read.Add(rows.TryGetValue(one, out var mine) ? await EntryRows.Open(mine, subjects) : []);
        return read.MoveToImmutable();
    }

    private static async Task<Dictionary<CaseId, List<EntryRow>>> Rows(
        Session session,
        ImmutableArray<CaseId> cases,
        long upTo
    )
    {
        var found = new Dictionary<CaseId, List<EntryRow>>(cases.Length);
        foreach (var some in cases.Chunk(AtOnce))
        {
            var rows = await Session.All(Command(session, some, upTo), EntryRows.Read);
            foreach (var row in rows)
            {
                if (!found.TryGetValue(row.Case, out var mine))
                    found[row.Case] = mine = [];
                mine.Add(row);
            }
        }
        return found;
    }

    // One statement whatever the number, so that it is prepared once: places that are left over name the first case again.
    private static DbCommand Command(Session session, CaseId[] some, long upTo) =>
        session.Command(
            Many,
            [
                .. Enumerable
                    .Range(0, AtOnce)
                    .Select(i => ($"case{i}", (object?)some[i < some.Length ? i : 0].Bytes())),
                ("upto", upTo),
            ]
        );

    private static readonly string Many = Of(AtOnce);

    /// <summary>For a test of its plan.</summary>
    internal static readonly string OfFew = Of(2);

    private static string Of(int count) =>
        $"{EntryRows.Select} WHERE case_id IN ({string.Join(", ", Enumerable.Range(0, count).Select(i => $"@case{i}"))}) AND position <= @upto ORDER BY case_id, sequence";
}
