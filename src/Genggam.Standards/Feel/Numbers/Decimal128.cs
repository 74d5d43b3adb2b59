using System.Numerics;

namespace Genggam.Standards.Feel.Numbers;

/// <summary>
/// A finite number of IEEE 754-2008 decimal128: at most 34 digits times a power of ten, without a zero at the end of
/// the digits, so that equal numbers have equal parts. There is one zero; infinities are null.
/// </summary>
internal sealed record Decimal128(bool IsNegative, UInt128 Coefficient, int Exponent)
{
    public const int Digits = 34;

    /// <summary>The exponent of the smallest number above zero.</summary>
    public const int Smallest = -6176;

    /// <summary>The largest exponent of a number's first digit.</summary>
    public const int Largest = 6144;

    public static readonly Decimal128 Zero = new(false, 0, 0);

    public bool IsZero => Coefficient == 0;

    public BigInteger Signed => IsNegative ? -(BigInteger)Coefficient : Coefficient;

    /// <summary>The exponent of the first digit.</summary>
    public int FirstDigit => Exponent + Powers.DigitsIn(Coefficient) - 1;

    public static Decimal128 Of(decimal value)
    {
        var bits = DecimalBits.Of(value);
        return Stripped(bits.IsNegative, bits.Coefficient, -bits.Scale);
    }

    /// <summary>
    /// The nearest number, half to even; with fewer digits near zero, zero below that, null beyond the largest.
    /// </summary>
    /// <param name="inexact">The exact value is a little larger in size; the coefficient then has 36 digits or more.</param>
    public static Decimal128? Rounded(BigInteger signed, long exponent, bool inexact = false)
    {
        var size = BigInteger.Abs(signed);
        var digits = Powers.DigitsIn(size);
        var drop = Math.Max(digits - Digits, Smallest - exponent);
        if (drop > digits || size.IsZero)
            return Zero;
        if (drop > 0)
        {
            var unit = Powers.OfTen((int)drop);
            size = BigInteger.DivRem(size, unit, out var rest);
            var half = (rest * 2).CompareTo(unit);
            if (half > 0 || (half == 0 && (inexact || !size.IsEven)))
                size++;
            exponent += drop;
        }
        var first = exponent + Powers.DigitsIn(size) - 1;
        return first > Largest ? null : Stripped(signed.Sign < 0, (UInt128)size, (int)exponent);
    }

    public Decimal128 Negated() => IsZero ? this : this with { IsNegative = !IsNegative };

    /// <summary>The same number as a decimal; null where decimal cannot hold it exactly.</summary>
    public decimal? Exactly()
    {
        if (Exponent is < -DecimalBits.MaxScale or > DecimalBits.MaxScale || Coefficient > DecimalBits.MaxCoefficient)
            return null;
        if (Exponent <= 0)
            return DecimalBits.Decimal(IsNegative, Coefficient, -Exponent);
        var whole = Coefficient * (BigInteger)Powers.OfTen(Exponent);
        return whole > DecimalBits.MaxCoefficient ? null : DecimalBits.Decimal(IsNegative, (UInt128)whole, 0);
    }

    private static Decimal128 Stripped(bool negative, UInt128 coefficient, int exponent)
    {
        if (coefficient == 0)
            return Zero;
        foreach (var (unit, zeros) in Powers.Strips)
            while (coefficient % unit == 0)
            {
                coefficient /= unit;
                exponent += zeros;
            }
        return new(negative, coefficient, exponent);
    }
}
