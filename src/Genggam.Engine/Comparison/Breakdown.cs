using System.Collections.Immutable;

namespace Genggam.Engine.Comparison;

/// <summary>One group of a breakdown, as it may be seen.</summary>
/// <param name="Classes">How many stand in each <see cref="CaseClass"/>; null where the number is hidden.</param>
/// <param name="Beside">Fees, deadlines, waits and asked items; null where they would tell of few people.</param>
public sealed record GroupRow(string Group, long All, ImmutableArray<long?> Classes, Figures? Beside);

/// <summary>The counts of a dry run by one dimension, small groups left out.</summary>
/// <param name="Hidden">Groups that are left out, since they are small or a small one would follow from them.</param>
public sealed record Breakdown(string Dimension, ImmutableArray<GroupRow> Rows, int Hidden)
{
    public static Breakdown Of(string dimension, SortedDictionary<string, Figures> groups, int smallest)
    {
        var figures = groups.Values.ToArray();
        var (rows, cells) = Suppression.Hide([.. figures.Select(f => f.Classes)], smallest);
        var beside = Suppression.HideWhole(
            [.. figures.Select(f => f.Beside)],
            [.. cells.Select(row => row.Any(hidden => hidden))],
            smallest
        );
        return new Breakdown(
            dimension,
            [
                .. groups
                    .Select(
                        (g, r) =>
                            rows[r]
                                ? null
                                : new GroupRow(
                                    g.Key,
                                    g.Value.All,
                                    [.. g.Value.Classes.Select((n, c) => cells[r][c] ? (long?)null : n)],
                                    beside[r] ? null : g.Value
                                )
                    )
                    .OfType<GroupRow>(),
            ],
            rows.Count(hidden => hidden)
        );
    }
}
