using System.Collections.Frozen;
using System.Globalization;

namespace Genggam.Standards.Feel.RegularExpressions;

/// <summary>Named sets of characters: categories, blocks and multi-character escapes (XML Schema 1.1 part 2, G.4.2).</summary>
internal static class UnicodeSets
{
    private static readonly string[] Names =
    [
        "Lu",
        "Ll",
        "Lt",
        "Lm",
        "Lo",
        "Mn",
        "Mc",
        "Me",
        "Nd",
        "Nl",
        "No",
        "Zs",
        "Zl",
        "Zp",
        "Cc",
        "Cf",
        "Cs",
        "Co",
        "Pc",
        "Pd",
        "Ps",
        "Pe",
        "Pi",
        "Pf",
        "Po",
        "Sm",
        "Sc",
        "Sk",
        "So",
        "Cn",
    ];

    private static readonly FrozenDictionary<string, CharSet> Categories = LoadCategories();

    private static readonly FrozenDictionary<string, CharSet> Blocks = LoadBlocks();

    private static readonly CharSet Initial = CharSet.Of(
        (':', ':'),
        ('A', 'Z'),
        ('_', '_'),
        ('a', 'z'),
        (0xC0, 0xD6),
        (0xD8, 0xF6),
        (0xF8, 0x2FF),
        (0x370, 0x37D),
        (0x37F, 0x1FFF),
        (0x200C, 0x200D),
        (0x2070, 0x218F),
        (0x2C00, 0x2FEF),
        (0x3001, 0xD7FF),
        (0xF900, 0xFDCF),
        (0xFDF0, 0xFFFD),
        (0x10000, 0xEFFFF)
    );

    private static readonly CharSet Name = CharSet.Union([
        Initial,
        CharSet.Of(('-', '.'), ('0', '9'), (0xB7, 0xB7), (0x300, 0x36F), (0x203F, 0x2040)),
    ]);

    private static readonly CharSet Space = CharSet.Of((' ', ' '), ('\t', '\n'), ('\r', '\r'));

    private static readonly CharSet Word = CharSet
        .Union([Categories["P"], Categories["Z"], Categories["C"]])
        .Complement();

    /// <summary>What "." stands for without the flag "s".</summary>
    public static readonly CharSet NoLineEnd = CharSet.Of(('\n', '\n'), ('\r', '\r')).Complement();

    /// <summary>A category such as "Lu" or a block such as "IsBasicLatin"; null where Unicode has none of the name.</summary>
    public static CharSet? Property(string name) =>
        name.StartsWith("Is", StringComparison.Ordinal)
            ? Blocks.GetValueOrDefault(name[2..])
            : Categories.GetValueOrDefault(name);

    /// <summary>\s \i \c \d \w and their capitals; null for another letter.</summary>
    public static CharSet? Escape(int letter) =>
        letter switch
        {
            's' => Space,
            'i' => Initial,
            'c' => Name,
            'd' => Categories["Nd"],
            'w' => Word,
            'S' or 'I' or 'C' or 'D' or 'W' => Escape(letter + ('a' - 'A'))!.Complement(),
            _ => null,
        };

    private static FrozenDictionary<string, CharSet> LoadCategories()
    {
        var ranges = Names.Select(_ => new List<(int From, int To)>()).ToArray();
        for (var c = 0; c <= CharSet.Last; c++)
        {
            var of = ranges[(int)CharUnicodeInfo.GetUnicodeCategory(c)];
            if (of.Count > 0 && of[^1].To == c - 1)
                of[^1] = (of[^1].From, c);
            else
                of.Add((c, c));
        }
        var single = Names
            .Zip(ranges)
            .Where(p => p.First != "Cs")
            .ToDictionary(p => p.First, p => CharSet.Of(p.Second));
        return single
            .Concat(
                single
                    .GroupBy(s => s.Key[..1])
                    .Select(g => KeyValuePair.Create(g.Key, CharSet.Union(g.Select(s => s.Value))))
            )
            .ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static FrozenDictionary<string, CharSet> LoadBlocks()
    {
        using var stream = typeof(UnicodeSets).Assembly.GetManifestResourceStream("blocks.txt")!;
        using var reader = new StreamReader(stream);
        var blocks = new Dictionary<string, CharSet>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
            if (line.Split(' ') is [var name, var from, var to])
                blocks[name] = CharSet.Of((Point(from), Point(to)));
        return blocks.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static int Point(string hex) => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
