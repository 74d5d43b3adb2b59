using System.Collections.Immutable;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Genggam.Engine;
using Genggam.Office.Cases;
using Genggam.Office.Documents;
using Genggam.Standards.Feel;

namespace Genggam.Office.Effects;

/// <summary>What a letter is made from: the case's facts, the release's texts and templates.</summary>
public static partial class LetterFacts
{
    public static JsonObject Of(Case state) => (JsonObject)JsonNode.Parse(FeelJson.Plain(state.Data))!;

    /// <summary>The letter in words, in one language with the labels of another beside it.</summary>
    public static WordingResult Words(LoadedCase loaded, Letter letter, string language, string other) =>
        Words(loaded.Release, loaded.Case, letter, language, other);

    public static WordingResult Words(Release release, Case state, Letter letter, string language, string other) =>
        new LetterText(Lines(release.TextsIn(language)), Lines(release.TextsIn(other)), LetterDates.In(language)).Fill(
            letter.Id,
            Of(state)
        );

    internal static ImmutableSortedDictionary<string, byte[]> Files(Release release) =>
        release
            .Core.Parts.Where(p => p.Key.Contains("letters/", StringComparison.Ordinal))
            .ToImmutableSortedDictionary(
                p => p.Key.StartsWith("shared/", StringComparison.Ordinal) ? $"/{p.Key}" : $"/{release.Id}/{p.Key}",
                p => p.Value.ToArray(),
                StringComparer.Ordinal
            );

    /// <summary>Texts as a letter reads them: every key is a list.</summary>
    private static Dictionary<string, IReadOnlyList<string>> Lines(TextBook texts) =>
        texts
            .Entries.Keys.Select(key => ListEntry().Replace(key, ""))
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(key => key, key => (IReadOnlyList<string>)texts.List(key), StringComparer.Ordinal);

    [GeneratedRegex(@"\.\d+$")]
    private static partial Regex ListEntry();
}
