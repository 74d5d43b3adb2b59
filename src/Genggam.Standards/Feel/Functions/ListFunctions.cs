using System.Collections.Immutable;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Feel.Functions;

/// <summary>Functions over lists (DMN 1.5, table 76). Positions count from 1, from the end when negative.</summary>
internal static class ListFunctions
{
    public static IEnumerable<Builtin> All =>
        [
            new(
                "list contains",
                new Signature(
                    ["list", "element"],
                    (_, a) => a[0] is FeelList l ? l.Items.Any(i => Comparison.Equal(i, a[1]) == true) : null
                )
            ),
            new("count", Over((_, l) => l.Length)),
            .. Aggregate("min", (_, l) => Extreme(l, -1)),
            .. Aggregate("max", (_, l) => Extreme(l, 1)),
            .. Aggregate("sum", (_, l) => Fold(l)),
            .. Aggregate(
                "mean",
                (_, l) => Fold(l) is FeelNumber sum ? sum.Over(new FeelNumber(l.Length)) ?? FeelValue.Null : null
            ),
            .. Aggregate("median", (_, l) => Median(l)),
            .. Aggregate("stddev", (_, l) => Deviation(l)),
            .. Aggregate("mode", (_, l) => Mode(l)),
            .. Aggregate(
                "product",
                (_, l) =>
                    l.Length == 0 ? null : Numbers(l)?.Aggregate((FeelNumber?)new FeelNumber(1), (p, n) => p?.Times(n))
            ),
            new(
                "sublist",
                new Signature(["list", "start position"], (_, a) => Sublist(a[0], a[1], null)),
                new Signature(["list", "start position", "length"], (_, a) => Sublist(a[0], a[1], a[2]))
            ),
            new(
                "append",
                new Signature(
                    ["list", "item..."],
                    (_, a) => a.Length > 0 && a[0] is FeelList l ? new FeelList(l.Items.AddRange(a[1..])) : null
                )
            ),
            new(
                "concatenate",
                new Signature(
                    ["list..."],
                    (_, a) =>
                        a.Length > 0 && a.All(l => l is FeelList)
                            ? new FeelList([.. a.SelectMany(l => ((FeelList)l).Items)])
                            : null
                )
            ),
            new(
                "insert before",
                new Signature(
                    ["list", "position", "newItem"],
                    (_, a) =>
                        a[0] is FeelList l && Position.In(l, a[1]) is { } at
                            ? new FeelList(l.Items.Insert(at, a[2]))
                            : null
                )
            ),
            new(
                "remove",
                new Signature(
                    ["list", "position"],
                    (_, a) =>
                        a[0] is FeelList l && Position.In(l, a[1]) is { } at ? new FeelList(l.Items.RemoveAt(at)) : null
                )
            ),
            new(
                "list replace",
                new Signature(["list", "position", "newItem"], (e, a) => Replace(e, a[0], a[1], a[2])),
                new Signature(["list", "match", "newItem"], (e, a) => Replace(e, a[0], a[1], a[2]))
            ),
            new("reverse", Over((_, l) => new FeelList([.. l.Reverse()]))),
            new(
                "index of",
                new Signature(
                    ["list", "match"],
                    (_, a) =>
                        a[0] is FeelList l
                            ? new FeelList([
                                .. l
                                    .Items.Select((i, n) => (i, n))
                                    .Where(p => Comparison.Equal(p.i, a[1]) == true)
                                    .Select(p => (FeelValue)(p.n + 1)),
                            ])
                            : null
                )
            ),
            new(
                "union",
                new Signature(
                    ["list..."],
                    (e, a) =>
                        a.Length > 0 && a.All(l => l is FeelList)
                            ? Distinct(e, [.. a.SelectMany(l => ((FeelList)l).Items)])
                            : null
                )
            ),
            new("distinct values", Over(Distinct)),
            new("flatten", Over((_, l) => new FeelList([.. Flat(l)]))),
            new(
                "sort",
                new Signature(
                    ["list"],
                    (_, a) =>
                        a[0] is FeelList l && l.Items.All(i => Comparison.Compare(l.Items[0], i) is not null)
                            ? Sort(l, (x, y) => Comparison.Compare(x, y) is < 0)
                            : null
                ),
                new Signature(
                    ["list", "precedes"],
                    (e, a) =>
                        a is [FeelList l, FeelFunction f] && f.Takes(2)
                            ? Sort(l, (x, y) => e.Invoke(f, [x, y], e.CalledAt) is FeelBoolean { Value: true })
                            : null
                )
            ),
        ];

    private static Signature Over(Func<Evaluation, ImmutableArray<FeelValue>, FeelValue?> body) =>
        new(["list"], (e, a) => a[0] is FeelList l ? body(e, l.Items) : null);

    /// <summary>Functions that take one list or any number of items.</summary>
    private static IEnumerable<Builtin> Aggregate(
        string name,
        Func<Evaluation, ImmutableArray<FeelValue>, FeelValue?> body
    ) => [new(name, Over(body), new Signature(["item..."], (e, a) => a.Length > 1 ? body(e, [.. a]) : null))];

    private static FeelValue? Extreme(ImmutableArray<FeelValue> items, int sign)
    {
        if (items.IsEmpty)
            return null;
        var best = items[0];
        foreach (var item in items)
            if (Comparison.Compare(item, best) is not { } order)
                return null;
            else if (order * sign > 0)
                best = item;
        return best;
    }

    private static FeelValue? Fold(ImmutableArray<FeelValue> items) =>
        items.IsEmpty ? null
        : items.All(i => i is FeelDuration) ? FeelDuration.Within(items.Sum(i => ((FeelDuration)i).Seconds))
        : items.All(i => i is FeelPeriod) ? FeelPeriod.Within(items.Sum(i => (decimal)((FeelPeriod)i).Months))
        : Numbers(items) is { } numbers ? Sum(numbers)
        : null;

    private static FeelNumber? Sum(IEnumerable<FeelNumber?> numbers) =>
        numbers.Aggregate((FeelNumber?)new FeelNumber(0), (s, n) => n is null ? null : s?.Plus(n));

    private static List<FeelNumber>? Numbers(ImmutableArray<FeelValue> items) =>
        items.All(i => i is FeelNumber) ? [.. items.Cast<FeelNumber>()] : null;

    private static FeelValue? Median(ImmutableArray<FeelValue> items)
    {
        if (items.IsEmpty)
            return null;
        if (Numbers(items) is not { } numbers)
            return null;
        numbers.Sort();
        var middle = numbers.Count / 2;
        return numbers.Count % 2 == 1
            ? numbers[middle]
            : numbers[middle - 1].Plus(numbers[middle])?.Over(new FeelNumber(2));
    }

    private static FeelValue? Deviation(ImmutableArray<FeelValue> items)
    {
        if (items.Length < 2 || Numbers(items) is not { } numbers)
            return null;
        var mean = Sum(numbers)?.Over(new FeelNumber(numbers.Count));
        var squares = mean is null ? null : Sum(numbers.Select(n => n.Minus(mean)).Select(d => d?.Times(d)));
        return squares?.Over(new FeelNumber(numbers.Count - 1))?.Sqrt();
    }

    private static FeelValue? Mode(ImmutableArray<FeelValue> items)
    {
        if (Numbers(items) is not { } numbers)
            return null;
        var groups = numbers.GroupBy(n => n).ToList();
        var most = groups.Select(g => g.Count()).DefaultIfEmpty().Max();
        return new FeelList([.. groups.Where(g => g.Count() == most).Select(g => g.Key).Order()]);
    }

    private static FeelValue? Sublist(FeelValue list, FeelValue start, FeelValue? length)
    {
        if (list is not FeelList l || Position.In(l, start) is not { } from)
            return null;
        var left = l.Items.Length - from;
        var count = length is null ? left : Position.Of(length);
        return count is { } wanted && wanted >= 0 && wanted <= left
            ? new FeelList([.. l.Items.AsSpan(from, wanted)])
            : null;
    }

    private static FeelList? Replace(Evaluation evaluation, FeelValue list, FeelValue which, FeelValue item)
    {
        if (list is not FeelList l)
            return null;
        if (which is not FeelFunction match)
            return Position.In(l, which) is { } at ? new FeelList(l.Items.SetItem(at, item)) : null;
        if (!match.Takes(2))
            return null;
        var replaced = l.Items.ToBuilder();
        for (var i = 0; i < replaced.Count; i++)
            if (evaluation.Invoke(match, [replaced[i], item], evaluation.CalledAt) is not FeelBoolean held)
                return null;
            else if (held.Value)
                replaced[i] = item;
        return new FeelList(replaced.ToImmutable());
    }

    /// <summary>Plain values are found by their hash; each other one is compared with those before it, which is counted.</summary>
    private static FeelValue Distinct(Evaluation evaluation, ImmutableArray<FeelValue> items)
    {
        var kept = new List<FeelValue>();
        var plain = new HashSet<FeelValue>();
        var others = new List<FeelValue>();
        foreach (var item in items)
        {
            if (item is FeelNull or FeelBoolean or FeelNumber or FeelString)
            {
                if (plain.Add(item))
                    kept.Add(item);
                continue;
            }
            if (!evaluation.Spend((1 + Extent.Of(item).Steps) * (others.Count / 10), evaluation.CalledAt))
                return FeelValue.Null;
            if (others.Exists(k => Comparison.Equal(k, item) == true))
                continue;
            others.Add(item);
            kept.Add(item);
        }
        return new FeelList([.. kept]);
    }

    private static IEnumerable<FeelValue> Flat(ImmutableArray<FeelValue> items) =>
        items.SelectMany(i => i is FeelList l ? Flat(l.Items) : [i]);

    private static FeelList Sort(FeelList list, Func<FeelValue, FeelValue, bool> precedes)
    {
        var sorted = list.Items.ToList();
        Merge(sorted, precedes);
        return new FeelList([.. sorted]);
    }

    /// <summary>A stable merge sort: the order function may be any, and is asked only "does it precede".</summary>
    private static void Merge(List<FeelValue> items, Func<FeelValue, FeelValue, bool> precedes)
    {
        if (items.Count < 2)
            return;
        var left = items.GetRange(0, items.Count / 2);
        var right = items.GetRange(items.Count / 2, items.Count - items.Count / 2);
        Merge(left, precedes);
        Merge(right, precedes);
        for (int i = 0, j = 0, k = 0; k < items.Count; k++)
            items[k] = j < right.Count && (i == left.Count || precedes(right[j], left[i])) ? right[j++] : left[i++];
    }
}
