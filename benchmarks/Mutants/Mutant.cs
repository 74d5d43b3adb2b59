using System.Globalization;
using System.Text.RegularExpressions;

namespace Genggam.Benchmarks.Mutants;

/// <summary>A change that was drawn, as it is kept in a file.</summary>
/// <param name="Number">From 1 in the order of the draw; the switch asks for it.</param>
internal sealed partial record Mutant(int Number, string File, int Line, string Kind, string Before, string After)
{
    /// <summary>The part of the product it stands in: <c>Standards/Feel</c>, <c>Engine</c>.</summary>
    public string Room =>
        File.Split('/') is [_, "Genggam.Standards", var part, _, ..] ? $"Standards/{part}" : File.Split('/')[1][8..];

    public string Row() => string.Join('\t', Number, File, Line, Kind, Line1(Before), Line1(After));

    public static Mutant Of(string row) =>
        row.Split('\t') is [var number, var file, var line, var kind, var before, var after]
            ? new(Whole(number), file, Whole(line), kind, before, after)
            : throw new InvalidDataException($"Not a mutant: {row}");

    private static int Whole(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    private static string Line1(string text) =>
        Blanks().Replace(text, " ") is { Length: > 160 } one ? one[..160] + "…" : Blanks().Replace(text, " ");

    [GeneratedRegex("\\s+")]
    private static partial Regex Blanks();
}
