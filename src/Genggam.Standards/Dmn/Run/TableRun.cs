using System.Collections.Immutable;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Functions;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Dmn.Run;

/// <summary>Evaluates a decision table once, by its hit policy (DMN 1.5, 8.2.8).</summary>
internal sealed class TableRun(DecisionTable table, Evaluation evaluation, TableCells cells, Trace? trace)
{
    /// <summary>The rules, from 0, that gave the value.</summary>
    public ImmutableArray<int> Fired { get; private set; } = [];

    public FeelValue Value()
    {
        if (Inputs() is not { } inputs)
            return FeelValue.Null;
        var hits = Hits(inputs);
        if (hits.IsEmpty)
            return Default();
        Fired = hits;
        return Choose(hits);
    }

    /// <summary>What the table gives where one rule is known to hold and to be enough.</summary>
    public FeelValue Value(int rule)
    {
        Fired = [rule];
        return Output(rule);
    }

    /// <summary>The input values; null, said, where one is not allowed.</summary>
    private FeelValue[]? Inputs()
    {
        var inputs = new FeelValue[table.Inputs.Length];
        for (var i = 0; i < inputs.Length; i++)
        {
            var input = table.Inputs[i];
            inputs[i] = Typing.Typed(evaluation, cells.Input(i), input.Type, input.At);
            if (input.Allowed is not null && !cells.Allows(i, inputs[i]))
            {
                evaluation.Warn(
                    "DMN-204",
                    $"The input {i + 1}, {Text.Of(inputs[i], quoted: true)}, is not one of its allowed values.",
                    input.At
                );
                return null;
            }
        }
        return inputs;
    }

    private ImmutableArray<int> Hits(FeelValue[] inputs)
    {
        ImmutableArray<int>.Builder? hits = null;
        var steps = trace is null ? null : ImmutableArray.CreateBuilder<RuleStep>();
        for (var r = 0; r < table.Rules.Length; r++)
        {
            var rule = table.Rules[r];
            var missed = cells.FirstMissed(r, Math.Min(rule.Tests.Length, inputs.Length), inputs);
            steps?.Add(
                new RuleStep(
                    r + 1,
                    rule.Id,
                    missed + 1,
                    missed < 0 ? "" : rule.Tests[missed].Source.Trim(),
                    rule.Annotations
                )
            );
            if (missed >= 0)
                continue;
            if (table.Policy == HitPolicy.First && steps is null)
                return [r];
            (hits ??= ImmutableArray.CreateBuilder<int>()).Add(r);
            if (table.Policy == HitPolicy.First)
                break;
        }
        if (steps is not null)
            trace!.Add(
                new TableStep(
                    table.At,
                    table.Policy.ToString(),
                    [.. inputs.Select((v, i) => (table.Inputs[i].Expression?.Source.Trim() ?? "", v))],
                    steps.ToImmutable()
                )
            );
        return hits?.DrainToImmutable() ?? [];
    }

    private FeelValue Choose(ImmutableArray<int> hits)
    {
        switch (table.Policy)
        {
            case HitPolicy.Unique when hits.Length > 1:
                return evaluation.Warn(
                    "DMN-205",
                    $"More than one rule of a UNIQUE table holds: {string.Join(", ", hits.Select(h => h + 1))}.",
                    table.At
                );
            case HitPolicy.Any:
                var first = Output(hits[0]);
                return hits.Skip(1).All(h => FeelEquality.Same(first, Output(h)))
                    ? first
                    : evaluation.Warn("DMN-206", "Rules of an ANY table give different outputs.", table.At);
            case HitPolicy.Unique or HitPolicy.First:
                return Output(hits[0]);
            case HitPolicy.Priority:
                Fired = [Ordered(hits)[0]];
                return Output(Fired[0]);
            case HitPolicy.OutputOrder:
                Fired = Ordered(hits);
                return List(Fired);
            case HitPolicy.Collect when table.Aggregation != Aggregation.None:
                return Aggregate(hits);
            default:
                return List(hits);
        }
    }

    private FeelValue Output(int rule)
    {
        if (table.Outputs.Length == 1)
            return Output(rule, 0);
        var context = FeelContext.Empty;
        for (var i = 0; i < table.Outputs.Length; i++)
            context = context.With(table.Outputs[i].Name ?? "", Output(rule, i));
        return context;
    }

    /// <summary>One output entry to its type; what is not among the allowed outputs is null.</summary>
    private FeelValue Output(int rule, int index)
    {
        return Checked(index, cells.Entry(rule, index), table.Rules[rule].Outputs[index].At);
    }

    private FeelValue Checked(int index, FeelValue given, Place at)
    {
        var output = table.Outputs[index];
        var value = Typing.Typed(evaluation, given, output.Type, at);
        return value.IsNull || output.Values is null || cells.AllowsOutput(index, value)
            ? value
            : evaluation.Warn(
                "DMN-207",
                $"The output {Text.Of(value, quoted: true)} is not one of the allowed values.",
                at
            );
    }

    private FeelList List(IEnumerable<int> hits) => new([.. hits.Select(h => Output(h))]);

    /// <summary>
    /// What the table gives where no rule holds: its default outputs, else null, or an empty list where hits would be
    /// collected (a default of a table of lists is its list).
    /// </summary>
    private FeelValue Default()
    {
        var lists =
            table.Policy is HitPolicy.Collect or HitPolicy.RuleOrder or HitPolicy.OutputOrder
            && table.Aggregation == Aggregation.None;
        if (table.Outputs.All(o => o.Default is null))
            return lists ? FeelList.Empty : FeelValue.Null;
        if (table.Outputs.Length == 1)
            return Default(0, lists);
        var context = FeelContext.Empty;
        for (var i = 0; i < table.Outputs.Length; i++)
            context = context.With(table.Outputs[i].Name ?? "", Default(i, lists));
        return context;
    }

    /// <param name="lists">A list is taken as it is: what its items must be is not said of it.</param>
    private FeelValue Default(int index, bool lists) =>
        cells.Default(index) is var value && lists && value is FeelList
            ? value
            : Checked(index, value, table.Outputs[index].At);

    /// <summary>The rules by the order of their outputs in the lists of allowed values, the first output first.</summary>
    private ImmutableArray<int> Ordered(ImmutableArray<int> hits)
    {
        var priorities = table.Outputs.Select((o, i) => o.Values is null ? null : cells.Priorities(i)).ToList();
        var ranks = hits.ToDictionary(
            h => h,
            h => priorities.Select((p, i) => p is null ? 0 : Rank(p, cells.Entry(h, i))).ToArray()
        );
        return [.. hits.OrderBy(h => h, Comparer<int>.Create((x, y) => ranks[x].AsSpan().SequenceCompareTo(ranks[y])))];
    }

    private static int Rank(IReadOnlyList<FeelValue> order, FeelValue value)
    {
        for (var i = 0; i < order.Count; i++)
            if (order[i] is FeelRange range ? range.Contains(value) == true : Comparison.Equal(order[i], value) == true)
                return i;
        return int.MaxValue;
    }

    private FeelValue Aggregate(ImmutableArray<int> hits)
    {
        if (table.Outputs.Length > 1 && table.Aggregation != Aggregation.Count)
            return evaluation.Warn("DMN-208", "An aggregation needs a table of one output.", table.At);
        var values = List(hits);
        if (table.Aggregation == Aggregation.Count)
            return values.Items.Length;
        var function = table.Aggregation switch
        {
            Aggregation.Sum => "sum",
            Aggregation.Min => "min",
            _ => "max",
        };
        return evaluation.Invoke(Builtins.Find(function)!, [values], table.At);
    }
}
