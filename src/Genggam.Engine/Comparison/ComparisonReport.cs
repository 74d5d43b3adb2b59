using System.Collections.Immutable;

namespace Genggam.Engine.Comparison;

/// <summary>
/// What a draft would have meant for past cases, in counts. People who never applied are not in it, and how long the work
/// would have taken is not known.
/// </summary>
/// <param name="Lost">Why cases cannot be replayed, and how many.</param>
/// <param name="Moves">From each outcome to each, the most first.</param>
/// <param name="Causes">What made the difference first, the most first.</param>
/// <param name="DeadlineDays">Whole days from a deadline to the one that would be, and for how many cases; 0 is less than a day.</param>
/// <param name="SmallestGroup">Groups with fewer are not shown.</param>
/// <param name="Hash">The same cases and draft give the same, however the work was divided.</param>
public sealed record ComparisonReport(
    string Service,
    string Draft,
    Figures Total,
    ImmutableSortedDictionary<string, long> Lost,
    ImmutableArray<MoveCount> Moves,
    ImmutableArray<CauseCount> Causes,
    ImmutableSortedDictionary<int, long> DeadlineDays,
    ImmutableArray<Breakdown> Breakdowns,
    int SmallestGroup,
    string Hash
)
{
    /// <summary>Whether the counts show how many of a class stand in a group.</summary>
    public bool Tells(string dimension, string? group, CaseClass kind) =>
        Breakdowns
            .FirstOrDefault(b => b.Dimension == dimension)
            ?.Rows.FirstOrDefault(r => r.Group == group)
            ?.Classes[(int)kind]
            is not null;

    /// <param name="cases">The chain over every case's result in order.</param>
    public static ComparisonReport Of(
        string service,
        string draft,
        Partial counts,
        int smallestGroup,
        ReadOnlySpan<byte> cases
    ) =>
        new(
            service,
            draft,
            counts.Total,
            counts.Lost.ToImmutableSortedDictionary(StringComparer.Ordinal),
            [.. counts.Moves.Values.OrderByDescending(m => m.Count).ThenBy(m => m.Move.Key, StringComparer.Ordinal)],
            [
                .. counts
                    .Causes.Values.OrderByDescending(c => c.Count)
                    .ThenBy(c => c.Cause.ToString(), StringComparer.Ordinal),
            ],
            counts.DeadlineDays.ToImmutableSortedDictionary(),
            [
                .. CaseFacts
                    .Dimensions.Where(counts.Groups.ContainsKey)
                    .Select(d => Breakdown.Of(d, counts.Groups[d], smallestGroup)),
            ],
            smallestGroup,
            counts.Hash(draft, cases)
        );
}
