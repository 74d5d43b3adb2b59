using System.Collections.Immutable;

namespace Genggam.Standards.Feel.RegularExpressions;

/// <summary>A set of code points, as ranges in order that do not touch.</summary>
internal sealed class CharSet
{
    public const int Last = 0x10FFFF;

    public static readonly CharSet None = new([]);
    public static readonly CharSet All = new([(0, Last)]);

    private readonly ulong firstAscii;
    private readonly ulong secondAscii;

    private CharSet(ImmutableArray<(int From, int To)> ranges)
    {
        Ranges = ranges;
        foreach (var (from, to) in ranges)
            for (var c = from; c <= Math.Min(to, 127); c++)
                if (c < 64)
                    firstAscii |= 1UL << c;
                else
                    secondAscii |= 1UL << (c - 64);
    }

    public ImmutableArray<(int From, int To)> Ranges { get; }

    public static CharSet Of(params IEnumerable<(int From, int To)> ranges)
    {
        var joined = ImmutableArray.CreateBuilder<(int From, int To)>();
        foreach (var (from, to) in ranges.OrderBy(r => r.From))
            if (joined.Count > 0 && from <= joined[^1].To + 1)
                joined[^1] = (joined[^1].From, Math.Max(to, joined[^1].To));
            else
                joined.Add((from, to));
        return new(joined.ToImmutable());
    }

    public static CharSet Of(char one) => Of((one, one));

    public static CharSet Union(IEnumerable<CharSet> sets) => Of(sets.SelectMany(s => s.Ranges));

    public CharSet Complement()
    {
        var outside = ImmutableArray.CreateBuilder<(int From, int To)>();
        var next = 0;
        foreach (var (from, to) in Ranges)
        {
            if (from > next)
                outside.Add((next, from - 1));
            next = to + 1;
        }
        if (next <= Last)
            outside.Add((next, Last));
        return new(outside.ToImmutable());
    }

    public CharSet Without(CharSet other) => Union([Complement(), other]).Complement();

    public bool Contains(int point)
    {
        if (point < 64)
            return ((firstAscii >> point) & 1) != 0;
        if (point < 128)
            return ((secondAscii >> (point - 64)) & 1) != 0;
        var (low, high) = (0, Ranges.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (point < Ranges[middle].From)
                high = middle - 1;
            else if (point > Ranges[middle].To)
                low = middle + 1;
            else
                return true;
        }
        return false;
    }
}
