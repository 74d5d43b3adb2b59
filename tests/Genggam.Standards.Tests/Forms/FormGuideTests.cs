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

    private static IEnumerable<JsonElement> Components(JsonElement owner) =>
        owner.TryGetProperty("components", out var inner)
            ? inner.EnumerateArray().SelectMany(c => Components(c).Prepend(c))
            : [];

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Block();
}
