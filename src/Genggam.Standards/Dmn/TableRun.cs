using System.Collections.Immutable;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Dmn;

/// <summary>Decision tables by hit policy (DMN 1.5, 8.2.8).</summary>
internal static class TableRun
{
    public static (FeelValue Value, ImmutableArray<int> Fired) Evaluate(
        DecisionTable table,
        Evaluation evaluation,
        Scope scope
    )
    {
        var inputs = table.Inputs.Select(i => i.Expression?.Evaluate(evaluation, scope) ?? FeelValue.Null).ToArray();
        for (var i = 0; i < inputs.Length; i++)
            if (table.Inputs[i].Allowed is { } allowed && !Met(allowed, inputs[i], evaluation, scope))
                return (
                    evaluation.Warn("DMN-204", $"The input {i + 1} is not one of its allowed values.", table.At),
                    []
                );

        var hits = ImmutableArray.CreateBuilder<int>();
        for (var r = 0; r < table.Rules.Length; r++)
        {
            if (!Holds(table.Rules[r], inputs, evaluation, scope))
                continue;
            hits.Add(r);
            if (table.Policy == HitPolicy.First)
                break;
        }
        if (hits.Count == 0)
            return (Default(table, evaluation, scope), []);
        var fired = hits.ToImmutable();
        return (Choose(table, fired, evaluation, scope, ref fired), fired);
    }

    private static FeelValue Choose(
        DecisionTable table,
        ImmutableArray<int> hits,
        Evaluation evaluation,
        Scope scope,
        ref ImmutableArray<int> fired
    )
    {
        switch (table.Policy)
        {
            case HitPolicy.Unique when hits.Length > 1:
                return evaluation.Warn("DMN-205", "More than one rule of a UNIQUE table holds.", table.At);
            case HitPolicy.Any:
                var first = Output(table, hits[0], evaluation, scope);
                return hits.Skip(1).All(h => Comparison.Equal(first, Output(table, h, evaluation, scope)) == true)
                    ? first
                    : evaluation.Warn("DMN-206", "Rules of an ANY table give different outputs.", table.At);
            case HitPolicy.Unique or HitPolicy.First:
                return Output(table, hits[0], evaluation, scope);
            case HitPolicy.Priority:
                fired = [Ordered(table, hits, evaluation, scope)[0]];
                return Output(table, fired[0], evaluation, scope);
            case HitPolicy.OutputOrder:
                return List(table, Ordered(table, hits, evaluation, scope), evaluation, scope);
            case HitPolicy.Collect when table.Aggregation != Aggregation.None:
                return Aggregate(table, hits, evaluation, scope);
            default:
                return List(table, hits, evaluation, scope);
        }
    }

    private static bool Holds(TableRule rule, FeelValue[] inputs, Evaluation evaluation, Scope scope)
    {
        for (var i = 0; i < rule.Tests.Length && i < inputs.Length; i++)
            if (!Met(rule.Tests[i], inputs[i], evaluation, scope))
                return false;
        return true;
    }

    private static bool Met(FeelExpression test, FeelValue input, Evaluation evaluation, Scope scope) =>
        test.Evaluate(evaluation, scope.With("?", input)) is FeelBoolean { Value: true };

    private static FeelValue Output(DecisionTable table, int rule, Evaluation evaluation, Scope scope)
    {
        var outputs = table.Rules[rule].Outputs;
        if (table.Outputs is [{ Name: null } single])
            return Typed(outputs[0].Evaluate(evaluation, scope), single, evaluation, table.At);
        if (table.Outputs.Length == 1)
            return Typed(outputs[0].Evaluate(evaluation, scope), table.Outputs[0], evaluation, table.At);
        var context = FeelContext.Empty;
        for (var i = 0; i < table.Outputs.Length; i++)
            context = context.With(
                table.Outputs[i].Name ?? "",
                Typed(outputs[i].Evaluate(evaluation, scope), table.Outputs[i], evaluation, table.At)
            );
        return context;
    }

    private static FeelValue Typed(FeelValue value, TableOutput output, Evaluation evaluation, Place at) =>
        TypeConformance.Convert(value, output.Type)
        ?? evaluation.Warn("DMN-203", $"The value is not of the type {output.Type}.", at);

    private static FeelList List(DecisionTable table, IEnumerable<int> hits, Evaluation evaluation, Scope scope) =>
        new([.. hits.Select(h => Output(table, h, evaluation, scope))]);

    private static FeelValue Default(DecisionTable table, Evaluation evaluation, Scope scope)
    {
        if (table.Outputs.All(o => o.Default is null))
            return
                table.Policy is HitPolicy.Collect or HitPolicy.RuleOrder or HitPolicy.OutputOrder
                && table.Aggregation == Aggregation.None
                ? FeelList.Empty
                : FeelValue.Null;
        if (table.Outputs.Length == 1)
            return table.Outputs[0].Default!.Evaluate(evaluation, scope);
        var context = FeelContext.Empty;
        foreach (var output in table.Outputs)
            context = context.With(output.Name ?? "", output.Default?.Evaluate(evaluation, scope) ?? FeelValue.Null);
        return context;
    }

    private static List<int> Ordered(DecisionTable table, ImmutableArray<int> hits, Evaluation evaluation, Scope scope)
    {
        var priorities = table
            .Outputs.Select(o => o.Values is null ? null : TestValues.Of(o.Values, evaluation, scope))
            .ToList();
        return [.. hits.OrderBy(h => h, Comparer<int>.Create((x, y) => Compare(x, y)))];

        int Compare(int x, int y)
        {
            for (var i = 0; i < priorities.Count; i++)
                if (priorities[i] is { } order)
                {
                    var left = Rank(order, table.Rules[x].Outputs[i].Evaluate(evaluation, scope));
                    var right = Rank(order, table.Rules[y].Outputs[i].Evaluate(evaluation, scope));
                    if (left != right)
                        return left.CompareTo(right);
                }
            return x.CompareTo(y);
        }
    }

    private static int Rank(IReadOnlyList<FeelValue> order, FeelValue value)
    {
        for (var i = 0; i < order.Count; i++)
            if (Comparison.Equal(order[i], value) == true)
                return i;
        return int.MaxValue;
    }

    private static FeelValue Aggregate(
        DecisionTable table,
        ImmutableArray<int> hits,
        Evaluation evaluation,
        Scope scope
    )
    {
        var values = List(table, hits, evaluation, scope);
        if (table.Aggregation == Aggregation.Count)
            return values.Items.Length;
        var function = Genggam.Standards.Feel.Functions.Builtins.Find(
            table.Aggregation switch
            {
                Aggregation.Sum => "sum",
                Aggregation.Min => "min",
                _ => "max",
            }
        )!;
        return evaluation.Invoke(function, [values], table.At);
    }
}
