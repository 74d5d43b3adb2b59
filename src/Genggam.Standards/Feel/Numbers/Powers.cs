using System.Numerics;

namespace Genggam.Standards.Feel.Numbers;

/// <summary>Powers of ten, and how many digits an integer has.</summary>
internal static class Powers
{
    private const double DigitsPerBit = 0.30102999566398120;

    private static readonly BigInteger[] Small = Table(BigInteger.One, 128);

    /// <summary>Units by which zeros at the end of a coefficient are taken off, the long ones first.</summary>
    public static readonly (UInt128 Unit, int Zeros)[] Strips =
    [
        (10_000_000_000_000_000, 16),
        (100_000_000, 8),
        (10_000, 4),
        (100, 2),
        (10, 1),
    ];

    public static BigInteger OfTen(int exponent) =>
        exponent < Small.Length ? Small[exponent] : BigInteger.Pow(10, exponent);

    /// <summary>Digits of a number that is not negative; one for zero.</summary>
    public static int DigitsIn(BigInteger size)
    {
        var least = (int)((Math.Max(1, size.GetBitLength()) - 1) * DigitsPerBit);
        return size >= OfTen(least + 1) ? least + 2
            : size >= OfTen(least) ? least + 1
            : Math.Max(1, least);
    }

    private static BigInteger[] Table(BigInteger first, int length)
    {
        var powers = new BigInteger[length];
        for (var i = 0; i < length; i++, first *= 10)
            powers[i] = first;
        return powers;
    }
}
