using System.Collections.Immutable;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Feel.Run;

/// <summary>Filters, iterations, quantified expressions and calls (DMN 1.5, 10.3.2.5 to 10.3.2.13).</summary>
internal sealed partial class Evaluation
{
    private FeelValue Filter(FilterNode node, Scope scope)
    {
        var source = Value(node.Source, scope);
        var items = source switch
        {
            FeelList list => list.Items,
            FeelNull => [],
            _ => [source],
        };
        if (Index(node.Condition, scope, items) is { } index)
        {
            var at = index > 0 ? index - 1 : items.Length + index;
            return index != 0 && at >= 0 && at < items.Length ? items[at] : FeelValue.Null;
        }
        var kept = ImmutableArray.CreateBuilder<FeelValue>();
        foreach (var item in items)
            if (Value(node.Condition, ItemScope(item, scope)) is FeelBoolean { Value: true })
                kept.Add(item);
        return new FeelList(kept.ToImmutable());
    }

    /// <summary>The position, where the condition is a number whatever the item is.</summary>
    private int? Index(Node condition, Scope scope, ImmutableArray<FeelValue> items)
    {
        if (condition is ComparisonNode or AndNode or OrNode or InNode or BetweenNode or QuantifiedNode)
            return null;
        var first = items.IsEmpty ? FeelValue.Null : items[0];
        return Value(condition, ItemScope(first, scope)) is FeelNumber number ? number.AsInteger ?? 0 : null;
    }

    private static Scope ItemScope(FeelValue item, Scope scope)
    {
        var inner = scope.With("item", item);
        return item is FeelContext context ? new Scope(context, inner) : inner;
    }

    private FeelValue For(ForNode node, Scope scope)
    {
        var results = new List<FeelValue>();
        foreach (var bound in Combinations(node.Iterators, 0, scope))
        {
            if (bound is null)
                return FeelValue.Null;
            results.Add(Value(node.Body, bound.With("partial", new FeelList([.. results]))));
        }
        return new FeelList([.. results]);
    }

    private FeelValue Quantified(QuantifiedNode node, Scope scope)
    {
        var unknown = false;
        foreach (var bound in Combinations(node.Iterators, 0, scope))
        {
            if (bound is null)
                return FeelValue.Null;
            var held = Truth(Value(node.Condition, bound));
            if (held == !node.IsEvery)
                return !node.IsEvery;
            unknown |= held is null;
        }
        return unknown ? FeelValue.Null : node.IsEvery;
    }

    /// <summary>Every combination of the iterators' values, the first slowest; null where a source cannot be iterated.</summary>
    private IEnumerable<Scope?> Combinations(ImmutableArray<Iterator> iterators, int index, Scope scope)
    {
        if (index == iterators.Length)
        {
            yield return scope;
            yield break;
        }
        var iterator = iterators[index];
        if (Items(Value(iterator.Source, scope), iterator.Source.At) is not { } items)
        {
            yield return null;
            yield break;
        }
        foreach (var item in items)
        foreach (var bound in Combinations(iterators, index + 1, scope.With(iterator.Name, item)))
            yield return bound;
    }

    private IEnumerable<FeelValue>? Items(FeelValue source, Place at)
    {
        switch (source)
        {
            case FeelList list:
                return list.Items;
            case FeelRange { Start: FeelNumber start, End: FeelNumber end } range
                when start.AsInteger is { } from && end.AsInteger is { } to:
                return Spend(Math.Abs(to - from) + 1, at) ? Steps(range, from, to) : null;
            case FeelRange { Start: FeelDate start, End: FeelDate end } range:
                var days = end.EpochDay - start.EpochDay;
                return Spend((int)Math.Min(Math.Abs(days) + 1, int.MaxValue), at)
                    ? Steps(range, 0, (int)days)
                        .Select(d =>
                            (FeelValue?)FeelDate.FromEpochDay(start.EpochDay + ((FeelNumber)d).AsInteger!.Value)
                            ?? FeelValue.Null
                        )
                    : null;
            case FeelNull or FeelRange:
                Warn("FEEL-206", "There is nothing to iterate over.", at);
                return null;
            default:
                return [source];
        }
    }

    private static IEnumerable<FeelValue> Steps(FeelRange range, int from, int to)
    {
        var step = from <= to ? 1 : -1;
        if (!range.StartIncluded)
            from += step;
        if (!range.EndIncluded)
            to -= step;
        for (var i = from; step > 0 ? i <= to : i >= to; i += step)
            yield return i;
    }

    private FeelValue Call(CallNode node, Scope scope)
    {
        if (Value(node.Function, scope) is not FeelFunction function)
            return Warn("FEEL-207", "What is called is no function.", node.At);
        var values = node.Arguments.Select(a => Value(a.Value, scope)).ToList();
        if (function.Builtin is { } builtin)
            return builtin.Call(this, node.IsNamed ? [.. node.Arguments.Select(a => a.Name!)] : null, values, node.At);
        if (values.Count != function.Parameters.Length)
            return Warn("FEEL-208", $"The function takes {function.Parameters.Length} arguments.", node.At);
        var ordered = new FeelValue[values.Count];
        for (var i = 0; i < values.Count; i++)
        {
            var place = node.IsNamed ? IndexOf(function, node.Arguments[i].Name!) : i;
            if (place < 0)
                return Warn("FEEL-209", $"The function has no parameter {node.Arguments[i].Name}.", node.At);
            if (TypeConformance.Convert(values[i], function.Parameters[place].Type) is not { } converted)
                return Warn("FEEL-210", $"The argument {function.Parameters[place].Name} has another type.", node.At);
            ordered[place] = converted;
        }
        return TypeConformance.Convert(function.Body(this, ordered), function.Result) ?? FeelValue.Null;
    }

    private static int IndexOf(FeelFunction function, string name)
    {
        for (var i = 0; i < function.Parameters.Length; i++)
            if (function.Parameters[i].Name == name)
                return i;
        return -1;
    }

    /// <summary>Calls a function value with arguments in order.</summary>
    public FeelValue Invoke(FeelFunction function, IReadOnlyList<FeelValue> arguments, Place at) =>
        function.Builtin is { } builtin ? builtin.Call(this, null, arguments, at)
        : arguments.Count != function.Parameters.Length
            ? Warn("FEEL-208", $"The function takes {function.Parameters.Length} arguments.", at)
        : function.Body(this, arguments);
}
