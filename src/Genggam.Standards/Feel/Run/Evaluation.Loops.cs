using System.Collections;
using System.Collections.Immutable;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Feel.Run;

/// <summary>Filters, iterations, quantified expressions and calls (DMN 1.5, 10.3.2.5 to 10.3.2.13).</summary>
internal sealed partial class Evaluation
{
    private FeelValue Filter(FilterNode node, Scope scope) =>
        Filter(Value(node.Source, scope), item => Value(node.Condition, ItemScope(item, scope)), node.Condition.At);

    /// <summary>
    /// The items for which the condition is true, or the one item at the position that it gives (DMN 1.5, 10.3.2.5).
    /// One value counts as a list of itself, null as an empty list.
    /// </summary>
    public FeelValue Filter(FeelValue source, Func<FeelValue, FeelValue> condition, Place at)
    {
        var items = source switch
        {
            FeelList list => list.Items,
            FeelNull => [],
            _ => [source],
        };
        if (items.IsEmpty)
            return Quietly(() => condition(FeelValue.Null)) is FeelNumber first
                ? ItemAt(items, first, at)
                : FeelList.Empty;
        // Which ones, before how many are known: a list that grows is copied again and again.
        var (kept, count) = (new BitArray(items.Length), 0);
        for (var i = 0; i < items.Length; i++)
            switch (condition(items[i]))
            {
                case FeelBoolean { Value: true }:
                    kept[i] = true;
                    count++;
                    break;
                case FeelBoolean or FeelNull:
                    break;
                case FeelNumber position when i == 0:
                    return ItemAt(items, position, at);
                case var neither:
                    return Warn("FEEL-216", $"A {Kind.Of(neither)} is neither a condition nor a position.", at);
            }
        return new FeelList(count == items.Length ? items : Kept(items, kept, count));
    }

    private static ImmutableArray<FeelValue> Kept(ImmutableArray<FeelValue> items, BitArray kept, int count)
    {
        var these = ImmutableArray.CreateBuilder<FeelValue>(count);
        for (var i = 0; i < items.Length; i++)
            if (kept[i])
                these.Add(items[i]);
        return these.MoveToImmutable();
    }

    private FeelValue ItemAt(ImmutableArray<FeelValue> items, FeelNumber position, Place at)
    {
        var index = position.AsInteger ?? 0;
        var place = index > 0 ? index - 1L : items.Length + (long)index;
        return index != 0 && place >= 0 && place < items.Length
            ? items[(int)place]
            : Warn("FEEL-217", $"The list of {items.Length} has no item {position}.", at);
    }

    public static Scope ItemScope(FeelValue item, Scope scope)
    {
        var inner = scope.With("item", item);
        return item is FeelContext context ? new Scope(context, inner) : inner;
    }

    private FeelValue For(ForNode node, Scope scope)
    {
        var results = ImmutableArray.CreateBuilder<FeelValue>();
        var went = Each(
            node.Iterators,
            0,
            scope,
            bound =>
            {
                if (node.ReadsPartial)
                {
                    if (!Spend(results.Count, node.At))
                        return false;
                    bound = bound.With("partial", new FeelList([.. results]));
                }
                results.Add(Value(node.Body, bound));
                return true;
            }
        );
        return went ? new FeelList(results.DrainToImmutable()) : FeelValue.Null;
    }

    private FeelValue Quantified(QuantifiedNode node, Scope scope)
    {
        var (unknown, decided) = (false, false);
        var went = Each(
            node.Iterators,
            0,
            scope,
            bound =>
            {
                var held = Truth(Value(node.Condition, bound));
                decided = held == !node.IsEvery;
                unknown |= held is null;
                return !decided;
            }
        );
        return decided ? !node.IsEvery
            : went ? All(node, unknown)
            : FeelValue.Null;
    }

    /// <summary>What a quantified expression gives where no item decided it.</summary>
    public FeelValue All(QuantifiedNode node, bool unknown) =>
        unknown
            ? Warn("FEEL-216", "For some items the condition is neither true nor false.", node.Condition.At)
            : node.IsEvery;

    /// <summary>
    /// Visits every combination of the iterators' values, the first slowest; false where a source cannot be iterated or a
    /// visit says that it is enough.
    /// </summary>
    private bool Each(ImmutableArray<Iterator> iterators, int index, Scope scope, Func<Scope, bool> visit)
    {
        if (index == iterators.Length)
            return visit(scope);
        var iterator = iterators[index];
        var source = Value(iterator.Source, scope);
        if (source is FeelList { Items: var listed })
        {
            foreach (var item in listed)
                if (!Each(iterators, index + 1, scope.With(iterator.Name, item), visit))
                    return false;
            return true;
        }
        if (Items(source, iterator.Source.At) is not { } items)
            return false;
        foreach (var item in items)
            if (!Each(iterators, index + 1, scope.With(iterator.Name, item), visit))
                return false;
        return true;
    }

    /// <summary>What is iterated over, in order; null, said, where there is nothing.</summary>
    public IEnumerable<FeelValue>? Items(FeelValue source, Place at)
    {
        switch (source)
        {
            case FeelList list:
                return list.Items;
            case FeelRange { Start: FeelNumber start, End: FeelNumber end } range
                when start.AsInteger is { } from && end.AsInteger is { } to:
                return Spend(Math.Abs((long)to - from) + 1, at) ? Steps(range, from, to) : null;
            case FeelRange { Start: FeelDate start, End: FeelDate end } range:
                var days = end.EpochDay - start.EpochDay;
                return Spend(Math.Abs(days) + 1, at)
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

    private static IEnumerable<FeelValue> Steps(FeelRange range, long from, long to)
    {
        var step = from <= to ? 1 : -1;
        if (!range.StartIncluded)
            from += step;
        if (!range.EndIncluded)
            to -= step;
        for (var i = from; step > 0 ? i <= to : i >= to; i += step)
            yield return (int)i;
    }

    private FeelValue Call(CallNode node, Scope scope)
    {
        var called = Value(node.Function, scope);
        if (called is not FeelFunction function)
            return NoFunction(called, node.At);
        var values = node.Arguments.Select(a => Value(a.Value, scope)).ToList();
        return Invoke(function, values, node.At, node.IsNamed ? [.. node.Arguments.Select(a => a.Name!)] : null);
    }

    public FeelValue NoFunction(FeelValue called, Place at) =>
        Warn("FEEL-207", $"What is called is a {Kind.Of(called)}, no function.", at);

    /// <summary>Calls a function value with arguments in order, or by name where names are given.</summary>
    public FeelValue Invoke(
        FeelFunction function,
        IReadOnlyList<FeelValue> arguments,
        Place at,
        ImmutableArray<string>? names = null
    )
    {
        if (function.Builtin is { } builtin)
            return builtin.Call(this, names, arguments, at);
        var parameters = function.Parameters;
        if (arguments.Count != parameters.Length)
            return Warn("FEEL-208", $"The function takes {parameters.Length} arguments, not {arguments.Count}.", at);
        var ordered = new FeelValue[parameters.Length];
        for (var i = 0; i < ordered.Length; i++)
        {
            var place = names is { } given ? IndexOf(parameters, given[i]) : i;
            if (place < 0 || ordered[place] is not null)
                return Warn("FEEL-209", $"The function has no parameter {names?[i]} to fill.", at);
            if (Converted(arguments[i], parameters[place].Type, at) is not { } converted)
                return WrongType(parameters[place], arguments[i], at);
            ordered[place] = converted;
        }
        var value = function.Body(this, ordered);
        return Converted(value, function.Result, at)
            ?? Warn("FEEL-218", $"The result is a {Kind.Of(value)}, not of the type {function.Result}.", at);
    }

    /// <summary>The value as a type asks it, with the work of looking at its parts counted; null if it cannot be.</summary>
    public FeelValue? Converted(FeelValue value, FeelType type, Place at) =>
        ReferenceEquals(type, FeelType.Any) || SpendOn(value, at)
            ? TypeConformance.Convert(value, type)
            : FeelValue.Null;

    private FeelValue WrongType(FunctionParameter parameter, FeelValue value, Place at) =>
        Warn("FEEL-210", $"The argument {parameter.Name} is a {Kind.Of(value)}, not of the type {parameter.Type}.", at);

    private static int IndexOf(ImmutableArray<FunctionParameter> parameters, string name)
    {
        for (var i = 0; i < parameters.Length; i++)
            if (parameters[i].Name == name)
                return i;
        return -1;
    }
}
