namespace Genggam.Standards.Feel.Functions;

/// <summary>Numbers as positions and lengths: what stands after the point does not count.</summary>
internal static class Position
{
    public static int? Of(FeelValue value) =>
        value is FeelNumber number
            ? number.AsInteger ?? new FeelNumber(decimal.Truncate(number.Value)).AsInteger
            : null;

    /// <summary>Where in a list, from 0; positions count from 1, from the end when negative. Null outside the list.</summary>
    public static int? In(FeelList list, FeelValue value) =>
        Of(value) is { } at && at != 0 && Math.Abs((long)at) <= list.Items.Length
            ? at > 0
                ? at - 1
                : list.Items.Length + at
            : null;
}
