using Genggam.Engine;
using Genggam.Web.Components;
using Genggam.Web.Texts;

namespace Genggam.Web.Portal;

/// <summary>A refusal in words: the rule's own reason and its legal basis where a rule said no, with the number.</summary>
internal static class RefusalWords
{
    public static IEnumerable<Fault> Of(Refusal refusal, Release release, FormWords? words, Text text)
    {
        if (words is not null && refusal.Fields.Length > 0)
            return words.Faults(refusal.Fields);
        var reason = Reason(refusal.Reason, release, text);
        var law = LawWords.Of(refusal.LegalBasis, release, text);
        return
        [
            new Fault(
                null,
                $"{reason ?? text[$"refusals.{refusal.Number}"]} {law} ({refusal.Number})".Replace(
                    "  ",
                    " ",
                    StringComparison.Ordinal
                )
            ),
        ];
    }

    public static string? Reason(string? key, Release release, Text text)
    {
        var book = release.TextsIn(text.Language);
        return key is null ? null : book.Find($"reasons.{key}") ?? book.Find(key);
    }
}
