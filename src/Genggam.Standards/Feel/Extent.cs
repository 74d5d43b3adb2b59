namespace Genggam.Standards.Feel;

/// <summary>
/// How large a value is. Lists and contexts share their parts, so a short text can make a value that holds itself over
/// and over: what such a value would be when written out is what counts.
/// </summary>
/// <param name="Weight">The values in it, each as often as it occurs, and one for each 16 characters of text.</param>
/// <param name="Height">How deeply lists and contexts are nested.</param>
internal sealed record Extent(int Weight, int Height)
{
    public const int MostWeight = 1_000_000;

    /// <summary>Written as JSON it stays within what readers of JSON take.</summary>
    public const int MostHeight = 48;

    /// <summary>So much weight is gone through in the time of one step.</summary>
    private const int WeightOfStep = 50;
    private const int TextOfWeight = 16;

    private static readonly Extent One = new(1, 0);

    public bool IsTooMuch => Weight > MostWeight || Height > MostHeight;

    /// <summary>Steps that it costs to go through the whole value once.</summary>
    public int Steps => Weight / WeightOfStep;

    public static Extent Of(FeelValue value) =>
        value switch
        {
            FeelList list => list.Extent,
            FeelContext context => context.Extent,
            FeelString text => OfText(text.Value.Length),
            _ => One,
        };

    public static Extent OfText(long length) =>
        length < TextOfWeight ? One : new((int)Math.Min(1 + length / TextOfWeight, int.MaxValue), 0);

    /// <summary>Of all of them side by side, one level up.</summary>
    public static Extent Around(IEnumerable<FeelValue> parts)
    {
        var (weight, height) = (1L, 0);
        foreach (var part in parts)
        {
            var extent = Of(part);
            weight = Math.Min(weight + extent.Weight, int.MaxValue);
            height = Math.Max(height, extent.Height);
        }
        return new((int)weight, height + 1);
    }
}
