using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Web.Components;
using Genggam.Web.Portal;
using Genggam.Web.Texts;

namespace Genggam.Web.Designer.Editing;

/// <summary>The keys by which rules name a reason or a law, with the words that citizens read for them.</summary>
internal static class OutputKeys
{
    private const string Reasons = "reasons.";

    /// <summary>So much of a reason tells which it is.</summary>
    private const int Enough = 90;

    /// <summary>By the name of the output.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Choice>> Of(Release release, Text text) =>
        ImmutableDictionary.CreateRange<string, IReadOnlyList<Choice>>([
            new(
                "alasan",
                [
                    .. release
                        .TextsIn(text.Language)
                        .Entries.Where(entry => entry.Key.StartsWith(Reasons, StringComparison.Ordinal))
                        .Select(entry => new Choice(entry.Key[Reasons.Length..], Short(entry.Value))),
                ]
            ),
            new(
                "dasar",
                [.. release.LegalBases.Keys.Select(key => new Choice(key, $"{key}: {LawWords.Of(key, release, text)}"))]
            ),
        ]);

    private static string Short(string words) => words.Length <= Enough ? words : $"{words[..(Enough - 1)].TrimEnd()}…";
}
