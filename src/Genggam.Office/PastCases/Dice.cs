using System.Collections.Immutable;

namespace Genggam.Office.PastCases;

/// <summary>Chance that follows from a seed, on every machine and in every version of .NET alike (SplitMix64).</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    /// <summary>Dice of their own for one of many things.</summary>
    public static Dice Of(int seed, long number, int use = 0) =>
        new(Mixed(Mixed(Mixed((uint)seed) + (ulong)number) + (uint)use));

    public static Dice Of(int seed, string name) =>
        new(name.Aggregate(Mixed((uint)seed), (mixed, letter) => Mixed(mixed + letter)));

    public ulong Bits() => Mixed(state += 0x9E3779B97F4A7C15);

    /// <summary>From 0 up to but not 1.</summary>
    public double Share() => (Bits() >> 11) * (1.0 / (1UL << 53));

    public bool Falls(double share) => share >= 1 || (share > 0 && Share() < share);

    /// <summary>Both ends included.</summary>
    public int Between(int from, int to) => from + (int)(Share() * (to - from + 1));

    public T One<T>(IReadOnlyList<T> items) => items[(int)(Share() * items.Count)];

    /// <summary>Most near the median, a few far above it.</summary>
    public double Spread(double median, double spread) => median * Math.Exp(spread * Normal());

    /// <summary>A UUID of version 7 (RFC 9562) of that instant.</summary>
    public Guid Id(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(
            bytes,
            (ulong)at.ToUnixTimeMilliseconds() << 16 | 0x7000 | Bits() & 0xFFF
        );
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], Bits() >> 2 | 0x8000000000000000);
        return new Guid(bytes, bigEndian: true);
    }

    // Box and Muller.
    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - Share())) * Math.Cos(2 * Math.PI * Share());

    private static ulong Mixed(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}

/// <summary>Things of which some come more often than others.</summary>
internal sealed class Weighted<T>
{
    private readonly ImmutableArray<T> items;
    private readonly double[] upTo;

    public Weighted(IEnumerable<(T Item, double Weight)> weighted)
    {
        var all = weighted.Where(w => w.Weight > 0).ToList();
        items = [.. all.Select(w => w.Item)];
        upTo = new double[all.Count];
        for (var i = 0; i < all.Count; i++)
            upTo[i] = (i == 0 ? 0 : upTo[i - 1]) + all[i].Weight;
    }

    public bool IsEmpty => items.IsEmpty;

    public IReadOnlyList<T> Items => items;

    public T Draw(Dice dice)
    {
        var place = Array.BinarySearch(upTo, dice.Share() * upTo[^1]);
        return items[Math.Min(place < 0 ? ~place : place + 1, items.Length - 1)];
    }
}

/// <param name="Median">Half are below.</param>
/// <param name="Width">Of the logarithm: at 1 one in six is above 2.7 times the median.</param>
internal readonly record struct Spread(double Median, double Width)
{
    public double Draw(Dice dice) => dice.Spread(Median, Width);
}
