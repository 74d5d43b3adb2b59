using System.Collections.Immutable;

namespace Genggam.Office.Changes;

/// <param name="Became">Null where it is as it was.</param>
public sealed record ColumnOtherwise(
    string Id,
    ColumnKind Kind,
    string Label,
    Became? Became,
    ImmutableArray<AspectOtherwise> Aspects
);

/// <summary>A cell before and after; null where its rule or column was not there, or is not any more.</summary>
public sealed record CellOtherwise(string? Was, string? Now)
{
    /// <summary>It says something else; not so where its rule or column is new or gone as a whole.</summary>
    public bool IsChanged => Was is not null && Now is not null && Was != Now;
}

/// <param name="Became">Null where it is as it was. A rule that moved says it only where the order decides.</param>
/// <param name="Was">The number it had, from 1.</param>
/// <param name="Now">The number it has.</param>
public sealed record RuleOtherwise(string Id, int? Was, int? Now, Became? Became, ImmutableArray<CellOtherwise> Cells);

/// <summary>A decision table before and after as one table (DMN 1.5, 8.2): every column and rule there is or was.</summary>
public sealed record TableDifference(
    string Id,
    string Name,
    Became Became,
    ImmutableArray<ColumnOtherwise> Columns,
    ImmutableArray<RuleOtherwise> Rules
)
{
    /// <returns>Null where neither is a table, or nothing in it differs.</returns>
    public static TableDifference? Of(DrawnDecision? was, DrawnDecision? now)
    {
        var columns = Pairing.Of<DrawnColumn>(was?.Columns ?? [], now?.Columns ?? [], c => c.Id);
        if (columns.Count == 0)
            return null;
        var order = InOrder(was) || InOrder(now);
        var rules = Pairing
            .Of<DrawnRule>(was?.Rules ?? [], now?.Rules ?? [], r => r.Id, r => string.Join('\n', r.Cells))
            .Select(pair => Rule(pair, columns, was, now, order))
            .ToImmutableArray();
        var both = columns.Select(Column).ToImmutableArray();
        if (rules.All(r => r.Became is null) && both.All(c => c.Became is null))
            return null;
        return new TableDifference(
            (now ?? was)!.Id,
            (now ?? was)!.Name,
            was is null ? Became.Added
                : now is null ? Became.Removed
                : Became.Changed,
            both,
            rules
        );
    }

    /// <summary>Hit policies under which the first, or the order of the answers, counts (DMN 1.5, 8.2.8).</summary>
    private static bool InOrder(DrawnDecision? decision) => decision?.Policy is "FIRST" or "RULE ORDER";

    private static ColumnOtherwise Column(Paired<DrawnColumn> pair)
    {
        var column = (pair.Now ?? pair.Was)!;
        var aspects = pair is { Was: { } was, Now: { } now } ? AspectOtherwise.Between(was.Said, now.Said) : [];
        Became? became =
            pair.Was is null ? Became.Added
            : pair.Now is null ? Became.Removed
            : !aspects.IsEmpty ? Became.Changed
            : null;
        return new ColumnOtherwise(column.Id, column.Kind, column.Label, became, aspects);
    }

    private static RuleOtherwise Rule(
        Paired<DrawnRule> pair,
        IReadOnlyList<Paired<DrawnColumn>> columns,
        DrawnDecision? was,
        DrawnDecision? now,
        bool order
    )
    {
        ImmutableArray<CellOtherwise> cells =
        [
            .. columns.Select(c => new CellOtherwise(Cell(pair.Was, was, c.Was), Cell(pair.Now, now, c.Now))),
        ];
        Became? became =
            pair.Was is null ? Became.Added
            : pair.Now is null ? Became.Removed
            : cells.Any(c => c.IsChanged) ? Became.Changed
            : pair.Moved && order ? Became.Moved
            : null;
        return new RuleOtherwise(
            (pair.Now ?? pair.Was)!.Id,
            Number(was, pair.Was),
            Number(now, pair.Now),
            became,
            cells
        );
    }

    private static int? Number(DrawnDecision? decision, DrawnRule? rule) =>
        rule is null ? null : decision!.Rules.IndexOf(rule) + 1;

    /// <summary>A rule with fewer cells than columns leaves the rest empty.</summary>
    private static string? Cell(DrawnRule? rule, DrawnDecision? decision, DrawnColumn? column)
    {
        if (rule is null || column is null)
            return null;
        var at = decision!.Columns.IndexOf(column);
        return at < rule.Cells.Length ? rule.Cells[at] : "";
    }
}
