using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Genggam.Office.Changes;

/// <summary>Sentences of a draft that still name a number which one of its rules or promises gave up.</summary>
public sealed partial record StillSaid(string Number, ImmutableArray<TextRow> Texts)
{
    /// <param name="said">What the draft says otherwise.</param>
    /// <returns>Each number once, in the order in which they were given up; none that no sentence names.</returns>
    public static ImmutableArray<StillSaid> Of(Draft draft, IReadOnlyList<SaidOtherwise> said)
    {
        var changed = said.Where(s => s.Kind != DifferenceKind.Text && s is { Was: not null, Now: not null }).ToList();
        var kept = changed.SelectMany(s => Numbers(s.Now!)).ToHashSet(StringComparer.Ordinal);
        var gone = changed.SelectMany(s => Numbers(s.Was!)).Where(n => !kept.Contains(n)).Distinct().ToList();
        if (gone.Count == 0)
            return [];
        var texts = TextEdit.Find(draft, "");
        return
        [
            .. gone.Select(number => new StillSaid(
                    number,
                    [.. texts.Where(t => t.ByLanguage.Values.Any(text => Numbers(text).Contains(number)))]
                ))
                .Where(s => !s.Texts.IsEmpty),
        ];
    }

    private static IEnumerable<string> Numbers(string text) => Written().Matches(text).Select(m => m.Value);

    /// <summary>Whole numbers and such with decimals or thousands, not those within a word as in uu-24-2013.</summary>
    [GeneratedRegex(@"(?<![\w.,-])[0-9]+([.,][0-9]+)*(?![\w-])")]
    private static partial Regex Written();
}
