using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

namespace Genggam.Office.People;

/// <summary>
/// Passwords that whoever guesses tries first: those that leaked most often, alone or with a few signs before or behind, rows of
/// keys, one beat again and again, and what is made of nothing but words that everybody here knows.
/// </summary>
internal static class CommonPasswords
{
    private const int FewSigns = 6;
    private const int LongestBeat = 5;
    private const int FewLetters = 3;

    /// <summary>The files that the build copies beside the program.</summary>
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "passwords");

    private static readonly Lazy<FrozenSet<string>> Leaked = new(() =>
        JsonSerializer
            .Deserialize<string[]>(File.ReadAllBytes(Path.Combine(Folder, "leaked.json")))!
            .ToFrozenSet(StringComparer.Ordinal)
    );

    /// <summary>The longest first, so that a word within another leaves nothing of it.</summary>
    private static readonly Lazy<ImmutableArray<string>> HouseWords = new(() =>
        [
            .. File.ReadLines(Path.Combine(Folder, "house-words.txt"))
                .Where(line => line.Length > 0 && line[0] != '#')
                .OrderByDescending(word => word.Length),
        ]
    );

    private static readonly ImmutableArray<string> Rows =
    [
        .. new[] { "1234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm", "abcdefghijklmnopqrstuvwxyz" }.SelectMany(row =>
            new[] { row + row, string.Concat((row + row).Reverse()) }
        ),
    ];

    public static bool Has(string password)
    {
        var plain = password.ToLowerInvariant();
        return IsLeaked(plain)
            || Rows.Any(row => row.Contains(plain, StringComparison.Ordinal))
            || IsOneBeat(plain)
            || IsOfHouseWords(plain);
    }

    private static bool IsLeaked(string plain)
    {
        if (Leaked.Value.Contains(plain))
            return true;
        var first = plain.AsSpan().IndexOfAnyInRange('a', 'z');
        var last = plain.AsSpan().LastIndexOfAnyInRange('a', 'z');
        return first >= 0
            && plain.Length - (last - first + 1) <= FewSigns
            && Leaked.Value.Contains(plain[first..(last + 1)]);
    }

    private static bool IsOneBeat(string plain) =>
        Enumerable.Range(1, LongestBeat).Any(beat => plain.Index().All(at => at.Item == plain[at.Index % beat]));

    private static bool IsOfHouseWords(string plain)
    {
        var letters = string.Concat(plain.Where(char.IsLetter));
        var left = letters;
        foreach (var word in HouseWords.Value)
            left = left.Replace(word, "", StringComparison.Ordinal);
        return left.Length < letters.Length && left.Length <= FewLetters;
    }
}
