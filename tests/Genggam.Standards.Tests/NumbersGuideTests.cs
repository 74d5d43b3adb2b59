using System.Text.RegularExpressions;

namespace Genggam.Standards.Tests;

/// <summary>docs/guide/numbers.md tells every number that the program gives, once, and no other.</summary>
public sealed partial class NumbersGuideTests
{
    private static readonly string Guides = Path.Combine(Shipped.Root, "docs", "guide");
    private static readonly string Guide = File.ReadAllText(Path.Combine(Guides, "numbers.md"));

    private static readonly string[] Told = [.. Row().Matches(Guide).Select(m => m.Groups[1].Value)];

    [Fact]
    public void It_tells_every_number_of_the_sources_and_texts_and_no_other()
    {
        var given = Sources().SelectMany(file => Number().Matches(File.ReadAllText(file))).Select(m => m.Value);

        Assert.Equal(
            given.Distinct().Order(StringComparer.Ordinal),
            Told.Order(StringComparer.Ordinal),
            StringComparer.Ordinal
        );
    }

    [Fact]
    public void The_other_guides_name_no_number_that_it_does_not_tell() =>
        Assert.All(
            Directory
                .EnumerateFiles(Guides, "*.md")
                .SelectMany(file => Number().Matches(File.ReadAllText(file)))
                .Select(m => m.Value),
            number => Assert.Contains(number, Told)
        );

    private static IEnumerable<string> Sources() =>
        Directory
            .EnumerateFiles(Path.Combine(Shipped.Root, "src"), "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".yaml" or ".txt")
            .Where(file => !Built().IsMatch(Path.GetRelativePath(Shipped.Root, file)));

    /// <summary>Ciphers and hashes are written in the same way.</summary>
    [GeneratedRegex(@"\b(?!AES-|SHA-)[A-Z]{2,}-[0-9]{3}\b")]
    private static partial Regex Number();

    /// <summary>One line a number: what it says, and what to do.</summary>
    [GeneratedRegex(@"^\| ([A-Z]{2,}-[0-9]{3}) \| .+ \| .+ \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"[\\/](bin|obj|node_modules)[\\/]")]
    private static partial Regex Built();
}
