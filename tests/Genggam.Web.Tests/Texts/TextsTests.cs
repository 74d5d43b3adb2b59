using System.Text.RegularExpressions;
using Genggam.Web.Tests.Harness;
using Genggam.Web.Texts;

namespace Genggam.Web.Tests.Texts;

public sealed partial class TextsTests
{
    private static readonly TextCatalogue Catalogue = TextCatalogue.Load();

    [Fact]
    public void Every_language_says_everything()
    {
        var first = Catalogue.In(TextCatalogue.Default).Keys.Order().ToList();
        Assert.NotEmpty(first);
        foreach (var language in Catalogue.Languages)
        {
            Assert.Equal(first, Catalogue.In(language).Keys.Order());
            Assert.DoesNotContain(Catalogue.In(language), text => string.IsNullOrWhiteSpace(text.Value));
        }
    }

    [Fact]
    public void Every_language_fills_the_same_slots()
    {
        var first = Catalogue.In(TextCatalogue.Default);
        foreach (var (key, text) in Catalogue.Languages.SelectMany(language => Catalogue.In(language)))
            Assert.Subset(Slots(first[key] + "{0}"), Slots(text));
    }

    [Fact]
    public void Every_text_a_page_names_exists()
    {
        var texts = Catalogue.In(TextCatalogue.Default);
        var named = Directory
            .EnumerateFiles(Path.Combine(Host.Root, "src", "Genggam.Web"), "*.*", SearchOption.AllDirectories)
            .Where(file =>
                file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal)
            )
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))
            .SelectMany(file => Named().Matches(File.ReadAllText(file)).Select(m => (file, Key: m.Groups[1].Value)))
            .ToList();
        Assert.NotEmpty(named);
        Assert.Empty(named.Where(n => !texts.ContainsKey(n.Key)).Select(n => $"{Path.GetFileName(n.file)}: {n.Key}"));
    }

    [Fact]
    public void Every_number_that_a_check_gives_says_what_is_wrong_and_what_to_do()
    {
        var guide = File.ReadAllText(Path.Combine(Host.Root, "docs", "guide", "numbers.md"));
        var given = OfCheck().Matches(guide).Select(m => m.Groups[1].Value).Order().ToList();
        Assert.NotEmpty(given);
        Assert.Equal(
            given.SelectMany(number => new[] { $"findings.{number}.says", $"findings.{number}.do" }).Order(),
            Catalogue.In(TextCatalogue.Default).Keys.Where(key => key.StartsWith("findings.")).Order()
        );
    }

    [Fact]
    public void What_a_check_finds_is_told_in_whole_sentences() =>
        Assert.All(
            Catalogue.Languages.SelectMany(language => Catalogue.In(language)),
            text => Assert.True(!text.Key.StartsWith("findings.") || text.Value.EndsWith('.'), text.Key)
        );

    private static HashSet<string> Slots(string text) => [.. Slot().Matches(text).Select(m => m.Value)];

    [GeneratedRegex(@"\b(?:T|text)\[""([a-z0-9_.A-Z-]+)""")]
    private static partial Regex Named();

    /// <summary>Of what a service folder is made of; what only cases and verbs come to is told elsewhere.</summary>
    [GeneratedRegex(
        @"^\| ((?:YAML|SVC|OVL|BPMN|RUN)-\d{3}|FEEL-(?:1\d\d|231|235)|DMN-[01]\d\d|FORM-0\d\d|DOC-1\d\d) \|",
        RegexOptions.Multiline
    )]
    private static partial Regex OfCheck();

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Slot();
}
