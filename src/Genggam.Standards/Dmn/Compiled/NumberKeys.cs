using Genggam.Standards.Feel.Numbers;

namespace Genggam.Standards.Dmn.Compiled;

/// <summary>
/// The numbers of a table's column as integers that compare like them: what a limit of the column is worth is even, a
/// number between two that its decimals can tell apart is odd.
/// </summary>
/// <param name="Scale">Digits after the point of the limits.</param>
internal readonly record struct NumberKeys(int Scale)
{
    /// <summary>Above the key of every limit.</summary>
    private const long Beyond = 1L << 62;

    private const ulong Most = (1UL << 61) - 1;

    private static readonly ulong[] Tens = [.. Enumerable.Range(0, 19).Select(n => (ulong)Powers.OfTen(n))];

    /// <summary>The keys for the limits of some cells; null where one is too large or too fine.</summary>
    public static NumberKeys? Of(IEnumerable<decimal> limits)
    {
        var all = limits.ToList();
        var keys = new NumberKeys(all.Max(l => (int)l.Scale));
        return all.TrueForAll(l => keys.TryKey(l, out var key) && Math.Abs(key) < Beyond) ? keys : null;
    }

    /// <summary>False where finding out would take longer than comparing the numbers.</summary>
    public bool TryKey(in decimal number, out long key)
    {
        key = 0;
        var bits = DecimalBits.Of(number);
        var more = Scale - bits.Scale;
        if (bits.Short is not { } size || more >= Tens.Length || -more >= Tens.Length)
            return false;
        if (more < 0)
        {
            var (whole, rest) = Math.DivRem(size, Tens[-more]);
            key = whole > Most ? Beyond : (long)(whole * 2) + (rest == 0 ? 0 : 1);
        }
        else
            key = size > Most / Tens[more] ? Beyond : (long)(size * Tens[more] * 2);
        if (bits.IsNegative)
            key = -key;
        return true;
    }
}
