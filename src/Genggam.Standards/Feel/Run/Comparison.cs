namespace Genggam.Standards.Feel.Run;

/// <summary>Equality and order of values (DMN 1.5, tables 53 and 54). Null means that they cannot be compared.</summary>
internal static class Comparison
{
    public static bool? Equal(FeelValue a, FeelValue b) =>
        (a, b) switch
        {
            (FeelNull, FeelNull) => true,
            (FeelNull, _) or (_, FeelNull) => false,
            (FeelBoolean x, FeelBoolean y) => x.Value == y.Value,
            (FeelString x, FeelString y) => x.Equals(y),
            (FeelList x, FeelList y) => All(x, y),
            (FeelContext x, FeelContext y) => All(x, y),
            (FeelRange x, FeelRange y) => x.StartIncluded == y.StartIncluded
                && x.EndIncluded == y.EndIncluded
                && Equal(x.Start, y.Start) == true
                && Equal(x.End, y.End) == true,
            (FeelFunction, FeelFunction) => ReferenceEquals(a, b),
            _ => Compare(a, b) is { } order ? order == 0 : null,
        };

    public static int? Compare(FeelValue a, FeelValue b) =>
        (a, b) switch
        {
            (FeelNumber x, FeelNumber y) => x.CompareTo(y),
            (FeelString x, FeelString y) => Math.Sign(CompareText(x.Value, y.Value)),
            (FeelDate x, FeelDate y) => x.CompareTo(y),
            (FeelDateTime x, FeelDateTime y) => x.Time.IsLocal == y.Time.IsLocal
                ? x.Instant.CompareTo(y.Instant)
                : null,
            (FeelTime x, FeelTime y) => x.IsLocal == y.IsLocal ? x.UtcNanos.CompareTo(y.UtcNanos) : null,
            (FeelDuration x, FeelDuration y) => x.Seconds.CompareTo(y.Seconds),
            (FeelPeriod x, FeelPeriod y) => x.Months.CompareTo(y.Months),
            _ => null,
        };

    /// <summary>By code points, as FEEL counts text.</summary>
    private static int CompareText(string a, string b)
    {
        var left = a.EnumerateRunes();
        var right = b.EnumerateRunes();
        while (true)
        {
            var (more, other) = (left.MoveNext(), right.MoveNext());
            if (!more || !other)
                return more.CompareTo(other);
            if (left.Current != right.Current)
                return left.Current.CompareTo(right.Current);
        }
    }

    private static bool? All(FeelList a, FeelList b)
    {
        if (a.Items.Length != b.Items.Length)
            return false;
        for (var i = 0; i < a.Items.Length; i++)
            if (Equal(a.Items[i], b.Items[i]) is var same && same != true)
                return same;
        return true;
    }

    private static bool? All(FeelContext a, FeelContext b)
    {
        if (a.Names.Length != b.Names.Length)
            return false;
        foreach (var name in a.Names)
            if (!b.TryGet(name, out var other))
                return false;
            else if (Equal(a[name], other) is var same && same != true)
                return same;
        return true;
    }
}
