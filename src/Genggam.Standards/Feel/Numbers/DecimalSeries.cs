using System.Numerics;

namespace Genggam.Standards.Feel.Numbers;

/// <summary>
/// Roots, powers, exp and log to 34 digits. Everything is computed in integers, so the digits are the same on
/// every machine. A number here is an integer times 10 to the power of minus <see cref="Places"/>.
/// </summary>
internal static class DecimalSeries
{
    /// <summary>Near 1 a logarithm begins 34 places after the point; its 34 digits and as many again must be right.</summary>
    private const int Places = 120;

    /// <summary>Digits of a result that are sure; rounding to them first makes an exact result exact.</summary>
    private const int Sure = 50;

    private const int Halvings = 10;

    private static readonly BigInteger One = Powers.OfTen(Places);

    private static readonly BigInteger Ln10 = 6 * ArTanh(One / 3) + 2 * ArTanh(One / 9);

    /// <param name="a">Not negative.</param>
    public static Decimal128 Sqrt(Decimal128 a)
    {
        if (a.IsZero)
            return a;
        var shift = 2 * (Decimal128.Digits + DecimalArithmetic.Guard) + (a.Exponent & 1);
        var size = a.Coefficient * Powers.OfTen(shift);
        var root = Root(size);
        return Decimal128.Rounded(root, (a.Exponent - shift) / 2, root * root != size)!;
    }

    public static Decimal128? Exp(Decimal128 a) =>
        a.FirstDigit > 5 ? Beyond(a.IsNegative)
        : a.FirstDigit < -Sure ? Decimal128.Of(1)
        : Exp(Shifted(a.Signed, a.Exponent + Places));

    /// <param name="a">Above zero.</param>
    public static Decimal128 Log(Decimal128 a)
    {
        var log = Ln(a);
        return Nearest(log, -Places)!;
    }

    /// <summary>Null where the result is too large or no number: a negative base and a fraction, zero and a negative exponent.</summary>
    public static Decimal128? Power(Decimal128 a, Decimal128 exponent)
    {
        if (exponent.IsZero)
            return Decimal128.Of(1);
        if (a.IsZero)
            return exponent.IsNegative ? null : a;
        if (a.IsNegative)
        {
            var size = exponent.Exponent < 0 ? null : Power(a.Negated(), exponent);
            return exponent.Exponent == 0 && UInt128.IsOddInteger(exponent.Coefficient) ? size?.Negated() : size;
        }
        if (exponent.Exponent >= 0 && exponent.FirstDigit < 9)
            return WholePower(a, (int)At(exponent));
        var log = Ln(a) * exponent.Signed;
        if (log.IsZero)
            return Decimal128.Of(1);
        var first = Powers.DigitsIn(BigInteger.Abs(log)) - Places + exponent.Exponent;
        return first > 6 ? Beyond(log.Sign < 0)
            : first < -Sure ? Decimal128.Of(1)
            : Exp(Shifted(log, exponent.Exponent));
    }

    private static Decimal128? Beyond(bool negative) => negative ? Decimal128.Zero : null;

    private static BigInteger At(Decimal128 whole) => whole.Signed * Powers.OfTen(whole.Exponent);

    /// <summary>By squaring. The result's digits lose at most ten of the digits that are kept on the way.</summary>
    private static Decimal128? WholePower(Decimal128 a, int exponent)
    {
        BigInteger result = 1,
            factor = a.Coefficient;
        long resultAt = 0,
            factorAt = a.Exponent;
        for (var left = Math.Abs(exponent); left > 0; left >>= 1)
        {
            if ((left & 1) == 1)
                (result, resultAt) = Kept(result * factor, resultAt + factorAt);
            if (left > 1)
                (factor, factorAt) = Kept(factor * factor, factorAt * 2);
        }
        return exponent < 0 ? DecimalArithmetic.Quotient(1, 0, result, resultAt) : Decimal128.Rounded(result, resultAt);
    }

    private static (BigInteger, long) Kept(BigInteger size, long exponent)
    {
        var drop = Powers.DigitsIn(size) - Places;
        return drop <= 0 ? (size, exponent) : (size / Powers.OfTen(drop), exponent + drop);
    }

    /// <summary>e to the power of x: x without whole powers of ten, halved until its series is short, squared again.</summary>
    private static Decimal128? Exp(BigInteger x)
    {
        var tens = (x * 2 + Ln10) / (Ln10 * 2);
        var small = (x - tens * Ln10) >> Halvings;
        BigInteger sum = One,
            term = One;
        for (var n = 1; !term.IsZero; n++)
        {
            term = term * small / One / n;
            sum += term;
        }
        for (var i = 0; i < Halvings; i++)
            sum = sum * sum / One;
        return Nearest(sum, (long)tens - Places);
    }

    /// <summary>The natural logarithm: of the digits near 1, and of the power of ten.</summary>
    private static BigInteger Ln(Decimal128 a)
    {
        var tens = a.FirstDigit;
        var near = Shifted(a.Coefficient, a.Exponent - tens + Places);
        if (near > One * 3)
        {
            near /= 10;
            tens++;
        }
        for (var i = 0; i < Halvings; i++)
            near = Root(near * One);
        return (ArTanh((near - One) * One / (near + One)) << (Halvings + 1)) + tens * Ln10;
    }

    private static BigInteger ArTanh(BigInteger x)
    {
        var square = x * x / One;
        var sum = BigInteger.Zero;
        for (var n = 1; !x.IsZero; n += 2)
        {
            sum += x / n;
            x = x * square / One;
        }
        return sum;
    }

    /// <summary>The integer part of a square root.</summary>
    private static BigInteger Root(BigInteger size)
    {
        var root = BigInteger.One << (int)((size.GetBitLength() + 1) / 2);
        while (true)
        {
            var next = (root + size / root) >> 1;
            if (next >= root)
                return root;
            root = next;
        }
    }

    private static BigInteger Shifted(BigInteger size, int places) =>
        places >= 0 ? size * Powers.OfTen(places) : size / Powers.OfTen(-places);

    private static Decimal128? Nearest(BigInteger signed, long exponent)
    {
        var drop = Powers.DigitsIn(BigInteger.Abs(signed)) - Sure;
        if (drop <= 0)
            return Decimal128.Rounded(signed, exponent);
        var unit = Powers.OfTen(drop);
        return Decimal128.Rounded((signed + signed.Sign * unit / 2) / unit, exponent + drop);
    }
}
