using System.Globalization;
using System.Text;

namespace Genggam.Office.Changes.Sandbox;

/// <summary>What the file of a new example is called: the next number, and its name in letters that every system takes.</summary>
internal static class ExampleFileName
{
    private const string Folder = "examples/";
    private const int Longest = 48;

    public static string Next(IEnumerable<string> paths, string name)
    {
        var number = paths
            .Where(p => p.StartsWith(Folder, StringComparison.Ordinal))
            .Select(p =>
                int.TryParse(
                    p[Folder.Length..].Split('-')[0],
                    NumberStyles.None,
                    CultureInfo.InvariantCulture,
                    out var n
                )
                    ? n
                    : 0
            )
            .DefaultIfEmpty(0)
            .Max();
        return string.Create(CultureInfo.InvariantCulture, $"{Folder}{number + 1:00}-{Plain(name)}.yaml");
    }

    private static string Plain(string name)
    {
        var plain = new StringBuilder();
        foreach (var c in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
            if (char.IsAsciiLetterOrDigit(c))
                plain.Append(c);
            else if (
                plain.Length > 0
                && plain[^1] != '-'
                && !char.IsLetterOrDigit(c)
                && CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark
            )
                plain.Append('-');
        var word = plain.ToString(0, Math.Min(plain.Length, Longest)).Trim('-');
        return word.Length == 0 ? "contoh" : word;
    }
}
