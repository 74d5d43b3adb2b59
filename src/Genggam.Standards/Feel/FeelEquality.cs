namespace Genggam.Standards.Feel;

/// <summary>Structural equality of values: total, never null, for comparing data rather than for FEEL's "=".</summary>
public static class FeelEquality
{
    /// <summary>
    /// Lists are the same item by item, contexts entry by entry whatever their order, moments only when written
    /// with the same offset or zone. A function is the same only as itself.
    /// </summary>
    public static bool Same(FeelValue a, FeelValue b) =>
        (a, b) switch
        {
            (FeelList left, FeelList right) => left.Items.Length == right.Items.Length
                && left.Items.Zip(right.Items).All(pair => Same(pair.First, pair.Second)),
            (FeelContext left, FeelContext right) => left.Names.Length == right.Names.Length
                && left.Names.All(name => right.TryGet(name, out var other) && Same(left[name], other)),
            (FeelRange left, FeelRange right) => left.StartIncluded == right.StartIncluded
                && left.EndIncluded == right.EndIncluded
                && Same(left.Start, right.Start)
                && Same(left.End, right.End),
            (FeelFunction, _) => ReferenceEquals(a, b),
            _ => a.Equals(b),
        };
}
