using System.Text;

namespace Genggam.Standards.Feel.RegularExpressions;

/// <summary>Characters that the flag "i" takes for each other: those with one lower or one upper case (F&amp;O 3.1, 5.6.1.1).</summary>
internal static class CaseVariants
{
    /// <summary>Above it, characters have no case.</summary>
    private const int LastWithCase = 0x1FFFF;

    private static readonly SortedList<int, int[]> Others = Load();

    private static readonly int[] WithCase = [.. Others.Keys];

    public static bool Same(int a, int b) => a == b || (Others.TryGetValue(a, out var others) && others.Contains(b));

    /// <summary>The set and the variants of what is in it.</summary>
    public static CharSet With(CharSet set)
    {
        var ranges = set.Ranges.ToList();
        foreach (var (from, to) in set.Ranges)
        {
            var at = Array.BinarySearch(WithCase, from);
            for (var i = at < 0 ? ~at : at; i < WithCase.Length && WithCase[i] <= to; i++)
                ranges.AddRange(Others.Values[i].Select(other => (other, other)));
        }
        return CharSet.Of(ranges);
    }

    private static SortedList<int, int[]> Load()
    {
        var cased = new HashSet<Rune>();
        for (var c = 0; c <= LastWithCase; c++)
            if (Rune.TryCreate(c, out var rune) && Rune.ToLowerInvariant(rune) != Upper(rune))
                // The other case of a character may itself have but one: the capital ẞ has a small ß, which has no capital.
                cased.UnionWith([rune, Rune.ToLowerInvariant(rune), Upper(rune)]);
        var byLower = cased.ToLookup(rune => Rune.ToLowerInvariant(rune), rune => rune.Value);
        var byUpper = cased.ToLookup(Upper, rune => rune.Value);
        var others = new SortedList<int, int[]>();
        foreach (var rune in cased)
        {
            var same = byLower[Rune.ToLowerInvariant(rune)]
                .Concat(byUpper[Upper(rune)])
                .Distinct()
                .Where(c => c != rune.Value);
            others.Add(rune.Value, [.. same]);
        }
        return others;
    }

    /// <summary>The invariant culture leaves the dotless i and the long s as they are; Unicode does not.</summary>
    private static Rune Upper(Rune rune) =>
        rune.Value switch
        {
            0x131 => new Rune('I'),
            0x17F => new Rune('S'),
            _ => Rune.ToUpperInvariant(rune),
        };
}
