using System.Text.Json;
using System.Text.RegularExpressions;

namespace Genggam.Standards.Tests.Forms;

/// <summary>docs/guide/forms.md says what is so.</summary>
public sealed partial class FormGuideTests
{
    private static readonly string Root = Tests.Shipped.Root;
    private static readonly string Guide = File.ReadAllText(Path.Combine(Root, "docs", "guide", "forms.md"));

    [Fact]
    public void What_it_shows_stands_in_a_shipped_service()
    {
        var form = Path.Combine(Root, "services", "laik-higiene-sanitasi", "permohonan.form");
        using var shipped = JsonDocument.Parse(File.ReadAllText(form));
        var components = Components(shipped.RootElement).ToList();
        var blocks = Block().Matches(Guide).Select(m => JsonElement.Parse(m.Groups[1].Value)).ToList();
        Assert.Equal(3, blocks.Count);
        Assert.All(blocks, block => Assert.Contains(components, c => JsonElement.DeepEquals(c, block)));
    }

    [Fact]
    public void It_tells_every_number_of_a_form_that_is_refused()
    {
        var told = Number().Matches(Guide).Select(m => m.Value).ToHashSet();
        var source = Path.Combine(Root, "src", "Genggam.Standards", "Forms");
        var given = Directory
            .EnumerateFiles(source, "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => Given().Matches(File.ReadAllText(file)))
            .Select(m => m.Groups[1].Value)
            .Distinct();
        Assert.All(given, number => Assert.Contains(number, told));
    }

    private static IEnumerable<JsonElement> Components(JsonElement owner) =>
        owner.TryGetProperty("components", out var inner)
            ? inner.EnumerateArray().SelectMany(c => Components(c).Prepend(c))
            : [];

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();

    /// <summary>In the table the word FORM stands once before several numbers.</summary>
    [GeneratedRegex("0[0-3][0-9]")]
    private static partial Regex Number();

    [GeneratedRegex("\"FORM-(0[0-9]{2})\"")]
    private static partial Regex Given();
}
