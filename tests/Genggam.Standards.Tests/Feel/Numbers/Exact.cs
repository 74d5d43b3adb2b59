using System.Numerics;
using CsCheck;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Feel.Numbers;

/// <summary>A number as a fraction of integers, rounded by the definition of IEEE 754-2008 rather than by our code.</summary>
internal readonly record struct Exact(BigInteger Over, BigInteger Under)
{
    private static readonly Gen<string> Digits = Gen.Char['0', '9'].Array[1, 34].Select(d => new string(d));

    /// <summary>Numbers as text: most as people write them, some of 34 digits, some near both ends of the range.</summary>
    public static readonly Gen<string> Texts = Gen.Select(
        Gen.Bool,
        Gen.OneOf(Digits, Gen.Int[0, 1000].Select(i => $"{i}"), Gen.Long[0, long.MaxValue].Select(l => $"{l}")),
        Gen.OneOf(Gen.Int[-6, 3], Gen.Int[-40, 40], Gen.Int[-6200, 6120]),
        (negative, digits, exponent) => $"{(negative ? "-" : "")}{digits}E{exponent}"
    );

    public static Exact Of(string text)
    {
        var parts = text.Split('E');
        var exponent = int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture);
        return new Exact(BigInteger.Parse(parts[0]), 1).Times(Ten(exponent));
    }

    public static Exact Of(FeelNumber number)
    {
        var text = number.ToString();
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point < 0
            ? new(BigInteger.Parse(text), 1)
            : new Exact(BigInteger.Parse(text.Remove(point, 1)), 1).Times(Ten(point + 1 - text.Length));
    }

    public static Exact Ten(int exponent) =>
        exponent >= 0 ? new(BigInteger.Pow(10, exponent), 1) : new(1, BigInteger.Pow(10, -exponent));

    public Exact Plus(Exact b) => new(Over * b.Under + b.Over * Under, Under * b.Under);

    public Exact Minus(Exact b) => Plus(new(-b.Over, b.Under));

    public Exact Times(Exact b) => new(Over * b.Over, Under * b.Under);

    public Exact DividedBy(Exact b) => new(Over * b.Under * b.Over.Sign, Under * BigInteger.Abs(b.Over));

    public int CompareTo(Exact b) => (Over * b.Under).CompareTo(b.Over * Under);

    public BigInteger Floor()
    {
        var whole = BigInteger.DivRem(Over, Under, out var rest);
        return rest.Sign < 0 ? whole - 1 : whole;
    }

    /// <summary>The nearest number of 34 digits, half to even, as an integer and a power of ten; null beyond the range.</summary>
    public (BigInteger Size, int Exponent)? Rounded()
    {
        if (Over.IsZero)
            return (0, 0);
        // The exponent under which the integer has 34 digits, at first guessed by the lengths.
        var exponent = (int)((Over.GetBitLength() - Under.GetBitLength()) * 0.30102999566398) - 36;
        while (HalfEven(exponent) is var size && BigInteger.Abs(size) >= BigInteger.Pow(10, 34))
            exponent++;
        exponent = Math.Max(exponent, -6176);
        var rounded = HalfEven(exponent);
        return BigInteger.Abs(rounded) * BigInteger.Pow(10, Math.Max(0, exponent)) >= BigInteger.Pow(10, 6145)
            ? null
            : (rounded, exponent);
    }

    public bool Is(FeelNumber? number) =>
        Rounded() is not { } rounded
            ? number is null
            : number is not null && Of(number).CompareTo(new Exact(rounded.Size, 1).Times(Ten(rounded.Exponent))) == 0;

    private BigInteger HalfEven(int exponent)
    {
        var scaled = Times(Ten(-exponent));
        var floor = scaled.Floor();
        var half = ((scaled.Over - floor * scaled.Under) * 2).CompareTo(scaled.Under);
        return half > 0 || (half == 0 && !floor.IsEven) ? floor + 1 : floor;
    }
}
