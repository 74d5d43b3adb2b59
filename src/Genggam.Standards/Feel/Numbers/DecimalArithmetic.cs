using System.Numerics;

namespace Genggam.Standards.Feel.Numbers;

/// <summary>Which neighbour a rounding takes (DMN 1.5, table 77).</summary>
internal enum RoundingMode
{
    HalfEven,
    HalfUp,
    HalfDown,
    Up,
    Down,
    Floor,
    Ceiling,
}

/// <summary>Exact results, rounded once to 34 digits half to even (IEEE 754-2008, 4.3.1). Null beyond the largest number.</summary>
internal static class DecimalArithmetic
{
    /// <summary>Digits after the last one that counts, so that a rest decides a rounding like the exact value does.</summary>
    internal const int Guard = 2;

    /// <summary>From here on the smaller of two numbers only tells on which side of the larger the sum lies.</summary>
    private const int FarApart = 80;

    public static Decimal128? Add(Decimal128 a, Decimal128 b)
    {
        if (a.IsZero || b.IsZero)
            return a.IsZero ? b : a;
        if (a.FirstDigit < b.FirstDigit)
            (a, b) = (b, a);
        if (a.FirstDigit - b.FirstDigit > FarApart)
            return Decimal128.Rounded(a.Signed * Powers.OfTen(40) + b.Signed.Sign, a.Exponent - 40L);
        var exponent = Math.Min(a.Exponent, b.Exponent);
        return Decimal128.Rounded(At(a, exponent) + At(b, exponent), exponent);
    }

    public static Decimal128? Multiply(Decimal128 a, Decimal128 b) =>
        Decimal128.Rounded(a.Signed * b.Signed, (long)a.Exponent + b.Exponent);

    /// <param name="divisor">Not zero.</param>
    public static Decimal128? Divide(Decimal128 a, Decimal128 divisor) =>
        Quotient(a.Signed, a.Exponent, divisor.Signed, divisor.Exponent);

    internal static Decimal128? Quotient(BigInteger a, long exponent, BigInteger divisor, long divisorExponent)
    {
        var digits = Powers.DigitsIn(BigInteger.Abs(divisor)) - Powers.DigitsIn(BigInteger.Abs(a));
        var shift = Math.Max(0, Decimal128.Digits + Guard + digits);
        var quotient = BigInteger.DivRem(a * Powers.OfTen(shift), divisor, out var rest);
        return Decimal128.Rounded(quotient, exponent - divisorExponent - shift, !rest.IsZero);
    }

    /// <summary>What is left of <paramref name="a"/> after whole divisors, with the sign of the divisor, which is not zero.</summary>
    public static Decimal128? Modulo(Decimal128 a, Decimal128 divisor)
    {
        var exponent = Math.Min(a.Exponent, divisor.Exponent);
        var unit = At(divisor, exponent);
        var rest = BigInteger.Remainder(At(a, exponent), unit);
        return Decimal128.Rounded(rest.Sign * unit.Sign < 0 ? rest + unit : rest, exponent);
    }

    public static int Compare(Decimal128 a, Decimal128 b)
    {
        if (a.Signed.Sign != b.Signed.Sign || a.IsZero)
            return a.Signed.Sign.CompareTo(b.Signed.Sign);
        if (a.FirstDigit != b.FirstDigit)
            return a.FirstDigit.CompareTo(b.FirstDigit) * a.Signed.Sign;
        var exponent = Math.Min(a.Exponent, b.Exponent);
        return At(a, exponent).CompareTo(At(b, exponent));
    }

    /// <summary>The number with at most so many digits after its point; a negative scale rounds before the point.</summary>
    public static Decimal128? Round(Decimal128 a, int scale, RoundingMode mode)
    {
        var drop = -scale - a.Exponent;
        if (drop <= 0)
            return a;
        // A unit of 40 digits is larger than twice any coefficient: how much larger does not matter.
        var unit = Powers.OfTen(Math.Min(drop, 40));
        var whole = BigInteger.DivRem(a.Coefficient, unit, out var rest);
        var half = (rest * 2).CompareTo(unit);
        var away = mode switch
        {
            RoundingMode.HalfEven => half > 0 || (half == 0 && !whole.IsEven),
            RoundingMode.HalfUp => half >= 0,
            RoundingMode.HalfDown => half > 0,
            RoundingMode.Up => !rest.IsZero,
            RoundingMode.Floor => !rest.IsZero && a.IsNegative,
            RoundingMode.Ceiling => !rest.IsZero && !a.IsNegative,
            _ => false,
        };
        var size = away ? whole + 1 : whole;
        return Decimal128.Rounded(a.IsNegative ? -size : size, -(long)scale);
    }

    private static BigInteger At(Decimal128 a, int exponent) => a.Signed * Powers.OfTen(a.Exponent - exponent);
}
