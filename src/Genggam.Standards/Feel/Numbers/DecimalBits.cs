using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Genggam.Standards.Feel.Numbers;

/// <summary>The parts of a <see cref="decimal"/>, and its operations where they are sure to be exact.</summary>
[StructLayout(LayoutKind.Sequential)]
internal readonly struct DecimalBits
{
    public const int MaxScale = 28;

    private const int WidestProduct = 96;

    /// <summary>Below it, a sum of two decimals cannot overflow.</summary>
    private const uint SafeHigh = 0x4000_0000;

    // The order of an OLE Automation DECIMAL, which decimal keeps.
    private readonly int flags;
    private readonly uint high;
    private readonly ulong low;

    public static UInt128 MaxCoefficient => new(uint.MaxValue, ulong.MaxValue);

    public bool IsNegative => flags < 0;

    public int Scale => (flags >> 16) & 0xFF;

    public UInt128 Coefficient => new(high, low);

    /// <summary>The coefficient where it has no more than 64 bits.</summary>
    public ulong? Short => high == 0 ? low : null;

    private int Length =>
        high == 0 ? 64 - BitOperations.LeadingZeroCount(low) : 96 - BitOperations.LeadingZeroCount(high);

    public static DecimalBits Of(decimal value) => Unsafe.BitCast<decimal, DecimalBits>(value);

    public static decimal Decimal(bool negative, UInt128 coefficient, int scale) =>
        new(
            (int)(uint)coefficient,
            (int)(uint)(coefficient >> 32),
            (int)(uint)(coefficient >> 64),
            negative,
            (byte)scale
        );

    /// <summary>The same number without zeros at the end of its fraction, and without the sign of a zero.</summary>
    public static decimal Stripped(decimal value)
    {
        var bits = Of(value);
        if (bits.Scale == 0 ? (bits.high | bits.low) != 0 : (bits.low & 1) != 0)
            return value;
        if (bits.high != 0)
            return StrippedWide(bits);
        var (low, scale) = (bits.low, bits.Scale);
        if (low == 0)
            return 0;
        while (scale > 0 && low % 10 == 0)
        {
            low /= 10;
            scale--;
        }
        return scale == bits.Scale ? value : new((int)low, (int)(low >> 32), 0, bits.IsNegative, (byte)scale);
    }

    /// <summary>False where the sum is not known to be exact.</summary>
    public static bool TryAdd(decimal a, decimal b, out decimal sum)
    {
        if ((Of(a).high | Of(b).high) >= SafeHigh)
        {
            sum = 0;
            return false;
        }
        sum = a + b;
        return Of(sum).Scale == Math.Max(Of(a).Scale, Of(b).Scale);
    }

    /// <summary>False where the product is not known to be exact.</summary>
    public static bool TryMultiply(decimal a, decimal b, out decimal product)
    {
        var (left, right) = (Of(a), Of(b));
        var fits = left.Length + right.Length <= WidestProduct && left.Scale + right.Scale <= MaxScale;
        product = fits ? a * b : 0;
        return fits;
    }

    /// <summary>False where the quotient of a number and one that is not zero is not known to be exact.</summary>
    public static bool TryDivide(decimal a, decimal b, out decimal quotient)
    {
        const int more = 19;
        var (left, right) = (Of(a), Of(b));
        quotient = 0;
        if ((left.high | right.high) != 0)
            return false;
        if (TryDivideDigits(left, right, out quotient))
            return true;
        var divided = (UInt128)left.low * 10_000_000_000_000_000_000UL;
        var whole = divided / right.low;
        if (whole * right.low != divided)
            return false;
        var scale = left.Scale - right.Scale + more;
        while (scale > 0 && whole % 10 == 0)
        {
            whole /= 10;
            scale--;
        }
        if (scale is < 0 or > MaxScale || whole > MaxCoefficient)
            return false;
        quotient = Decimal(left.IsNegative != right.IsNegative, whole, scale);
        return true;
    }

    /// <summary>Digit by digit, for a quotient that soon ends.</summary>
    private static bool TryDivideDigits(DecimalBits left, DecimalBits right, out decimal quotient)
    {
        const ulong room = ulong.MaxValue / 10 - 1;
        var (whole, rest) = Math.DivRem(left.low, right.low);
        var scale = left.Scale - right.Scale;
        for (; rest != 0 && rest <= room && whole <= room; scale++)
        {
            (var digit, rest) = Math.DivRem(rest * 10, right.low);
            whole = whole * 10 + digit;
        }
        var ends = rest == 0 && scale is >= 0 and <= MaxScale;
        quotient = ends ? Decimal(left.IsNegative != right.IsNegative, whole, scale) : 0;
        return ends;
    }

    private static decimal StrippedWide(DecimalBits bits)
    {
        var (coefficient, scale) = (bits.Coefficient, bits.Scale);
        while (scale > 0 && coefficient % 10 == 0)
        {
            coefficient /= 10;
            scale--;
        }
        return Decimal(bits.IsNegative, coefficient, scale);
    }
}
