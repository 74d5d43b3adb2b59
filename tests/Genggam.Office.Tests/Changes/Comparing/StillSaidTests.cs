using System.Text.RegularExpressions;
using Genggam.Office.Changes;

namespace Genggam.Office.Tests.Changes.Comparing;

/// <summary>A rule that is changed leaves sentences behind that tell the old one.</summary>
public sealed partial class StillSaidTests : IAsyncLifetime
{
    private readonly Bureau bureau = new();

    public ValueTask InitializeAsync() => bureau.InitializeAsync();

    public ValueTask DisposeAsync() => bureau.DisposeAsync();

    [Fact]
    public async Task Sentences_that_still_name_the_number_of_a_changed_rule_are_told_until_they_follow()
    {
        var change = await bureau.Open();
        Assert.Empty(await Still(change));
        await bureau.Save(change, bureau.Rina, Bureau.Rules, t => t.Replace("60", "90", StringComparison.Ordinal));

        var still = Assert.Single(await Still(change));
        Assert.Equal("60", still.Number);
        Assert.Contains("reasons.tepat_waktu", still.Texts.Select(t => t.Key));
        Assert.All(still.Texts, t => Assert.Contains(t.ByLanguage.Values, v => Sixty().IsMatch(v)));

        foreach (var file in new[] { "texts/id.yaml", "texts/en.yaml" })
            await bureau.Save(change, bureau.Rina, file, t => Sixty().Replace(t, "90"));
        Assert.Empty(await Still(change));
    }

    private async Task<IEnumerable<StillSaid>> Still(Change change) =>
        DraftDifference.Of(await bureau.Load(change), "id").Still;

    [GeneratedRegex(@"\b60\b")]
    private static partial Regex Sixty();
}
