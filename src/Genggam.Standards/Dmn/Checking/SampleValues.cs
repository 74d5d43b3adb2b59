using Genggam.Standards.Feel;

namespace Genggam.Standards.Dmn.Checking;

/// <summary>
/// Values of one kind such that every test made of the constants holds for one of them if it holds for any: the constants,
/// and one value in each space between, before and behind them.
/// </summary>
internal static class SampleValues
{
    private static readonly FeelNumber One = new(1);
    private static readonly FeelNumber Two = new(2);

    /// <summary>Null where the constants are of several kinds, or of one without such values.</summary>
    public static IEnumerable<FeelValue>? Of(IReadOnlyCollection<FeelValue> constants) =>
        constants.All(c => c is FeelNumber) ? Numbers([.. constants.Cast<FeelNumber>().Distinct().Order()])
        : constants.All(c => c is FeelDate) ? Dates([.. constants.Cast<FeelDate>().Distinct().Order()])
        : constants.All(c => c is FeelString) ? Texts([.. constants.Cast<FeelString>().Select(t => t.Value)])
        : constants.All(c => c is FeelBoolean) ? [true, false]
        : null;

    private static IEnumerable<FeelValue> Numbers(List<FeelNumber> ends) =>
        Around(ends, first => first.Minus(One), Between, last => last.Plus(One));

    /// <summary>A whole number where there is one: it reads better in an example.</summary>
    private static FeelNumber? Between(FeelNumber low, FeelNumber high) =>
        low.Rounded(0, Feel.Numbers.RoundingMode.Floor)?.Plus(One) is { } whole && whole.CompareTo(high) < 0
            ? whole
            : low.Plus(high)?.Over(Two);

    private static IEnumerable<FeelValue> Dates(List<FeelDate> ends) =>
        Around(
            ends,
            first => FeelDate.FromEpochDay(first.EpochDay - 1),
            (low, high) => high.EpochDay - low.EpochDay > 1 ? FeelDate.FromEpochDay(low.EpochDay + 1) : null,
            last => FeelDate.FromEpochDay(last.EpochDay + 1)
        );

    private static IEnumerable<FeelValue> Around<T>(
        List<T> ends,
        Func<T, T?> before,
        Func<T, T, T?> between,
        Func<T, T?> behind
    )
        where T : FeelValue
    {
        if (ends.Count == 0)
            return [];
        // The ends first: most rules that overlap by mistake share one, and an example reads best with it.
        IEnumerable<T?> values = [.. ends, before(ends[0]), .. ends.Zip(ends.Skip(1), between), behind(ends[^1])];
        return values.OfType<FeelValue>();
    }

    private static IEnumerable<FeelValue> Texts(HashSet<string> known)
    {
        var other = "other";
        while (known.Contains(other))
            other += "_";
        return known.Order(StringComparer.Ordinal).Append(other).Select(text => (FeelValue)text);
    }
}
