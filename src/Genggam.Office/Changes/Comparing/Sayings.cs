using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Office.Catalogue.Overlays;

namespace Genggam.Office.Changes;

/// <summary>What a file of a service says in words, by the place where it says so: sentences of rules, values, texts.</summary>
internal static class Sayings
{
    public static DifferenceKind KindOf(string path) =>
        path.EndsWith(".dmn", StringComparison.Ordinal) ? DifferenceKind.Rule
        : path is PromiseEdit.File or OverlayFolder.File ? DifferenceKind.Promise
        : DifferenceKind.Text;

    /// <param name="release">What the files give; null where they cannot be read.</param>
    /// <param name="language">Of the sentences of rules.</param>
    /// <returns>Nothing of a drawing, a form or a letter.</returns>
    public static IReadOnlyDictionary<string, string> Of(
        Release? release,
        ImmutableSortedDictionary<string, ImmutableArray<byte>> parts,
        string path,
        string language
    ) =>
        KindOf(path) == DifferenceKind.Rule ? Sentences(release, path, language)
        : KindOf(path) == DifferenceKind.Promise || path.StartsWith("texts/", StringComparison.Ordinal)
            ? (DraftDifference.TextOf(parts, path) is { } text ? YamlEdit.Read(text) : null)
                ?? ImmutableSortedDictionary<string, string>.Empty
        : ImmutableSortedDictionary<string, string>.Empty;

    private static Dictionary<string, string> Sentences(Release? release, string path, string language) =>
        release is null
            ? []
            : RuleEdit
                .Read(release, language, path)
                .SelectMany(file => file.Tables)
                .SelectMany(table => table.All)
                .GroupBy(sentence => sentence.Id)
                .ToDictionary(g => g.Key, g => g.Last().Text, StringComparer.Ordinal);
}
