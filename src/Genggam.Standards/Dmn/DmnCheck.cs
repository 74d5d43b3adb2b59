using Genggam.Standards.Dmn.Checking;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Functions;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Dmn;

/// <summary>
/// Faults of decision tables that can be seen without data (DMN 1.5, 8.2.8): rules of a UNIQUE table that hold together,
/// rules of an ANY table that contradict each other, and inputs for which no rule holds. Each is said with an example; and
/// values of another type than their column's. Cells that compute or read data are taken as they may be, so that not every fault is found.
/// </summary>
public static class DmnCheck
{
    /// <summary>Overlaps of a table that are told at most.</summary>
    private const int MostTold = 10;

    public static IEnumerable<Problem> Tables(DmnModel model) =>
        model
            .Decisions.Select(d => d.Logic)
            .Concat(model.Knowledge.Select(k => k.Logic))
            .SelectMany(Tables)
            .SelectMany(table => CellTypes.Problems(table).Concat(Table(table)));

    private static IEnumerable<DecisionTable> Tables(BoxedExpression? box) =>
        box switch
        {
            DecisionTable table => [table],
            BoxedContext b => b.Entries.SelectMany(e => Tables(e.Value)),
            BoxedList b => b.Items.SelectMany(Tables),
            BoxedRelation b => b.Rows.SelectMany(row => row.SelectMany(Tables)),
            BoxedFunction b => Tables(b.Body),
            BoxedInvocation b => b.Bindings.Select(binding => binding.Value).Prepend(b.Called).SelectMany(Tables),
            BoxedConditional b => new[] { b.If, b.Then, b.Else }.SelectMany(Tables),
            BoxedFilter b => new[] { b.In, b.Match }.SelectMany(Tables),
            BoxedIteration b => new[] { b.In, b.Each }.SelectMany(Tables),
            _ => [],
        };

    private static IEnumerable<Problem> Table(DecisionTable table)
    {
        if (TableCheck.Of(table) is not { } check)
            yield break;
        if (table.Policy is HitPolicy.Unique)
            foreach (var overlap in check.Overlaps().Take(MostTold))
                yield return new Problem(
                    "DMN-102",
                    $"{Both(table, overlap)} of this UNIQUE table both hold, {check.Said(overlap.Inputs)}: narrow one of them.",
                    RulePlace(table, overlap.Second)
                );
        if (table.Policy is HitPolicy.Any)
            foreach (var overlap in check.Overlaps().Where(o => Contradict(table, o)).Take(MostTold))
                yield return new Problem(
                    "DMN-103",
                    $"{Both(table, overlap)} of this ANY table answer differently, {check.Said(overlap.Inputs)}.",
                    RulePlace(table, overlap.Second)
                );
        if (MustAnswer(table) && check.Gap() is { } gap)
            yield return new Problem(
                "DMN-104",
                $"No rule of the table holds, {check.Said(gap)}: the answer would be null. A last rule, a default output or allowed values of the input close it.",
                table.At,
                Severity.Warning
            );
    }

    private static string Both(DecisionTable table, Overlap overlap) =>
        $"The rules {table.Rules[overlap.First].Id} and {table.Rules[overlap.Second].Id}";

    /// <summary>Where its first cell stands.</summary>
    private static Place RulePlace(DecisionTable table, int rule) =>
        table.Rules[rule].Tests is [var cell, ..] ? cell.At with { Element = table.At.Element } : table.At;

    /// <summary>Outputs that read data may be the same after all.</summary>
    private static bool Contradict(DecisionTable table, Overlap overlap) =>
        table
            .Rules[overlap.First]
            .Outputs.Zip(table.Rules[overlap.Second].Outputs)
            .Any(pair =>
                CellConstants.Value(pair.First.Root) is { } one
                && CellConstants.Value(pair.Second.Root) is { } other
                && !FeelEquality.Same(one, other)
            );

    /// <summary>A table that collects answers with an empty list.</summary>
    private static bool MustAnswer(DecisionTable table) =>
        table.Policy is HitPolicy.Unique or HitPolicy.Any or HitPolicy.First or HitPolicy.Priority
        && table.Outputs.All(o => o.Default is null);
}
