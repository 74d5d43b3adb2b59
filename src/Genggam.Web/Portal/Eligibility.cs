using Genggam.Engine;
using Genggam.Standards.Feel;
using Genggam.Web.Texts;

namespace Genggam.Web.Portal;

/// <summary>The answer to "can I?", by the very decision that guards the application.</summary>
/// <param name="Law">The legal basis in words, where the rule that fired names one.</param>
public sealed record Eligibility(bool Allowed, string Reason, string? Law)
{
    public static Eligibility Of(Release release, FeelContext data, FeelEnvironment environment, Text text)
    {
        var decision = release.Service.Check.Decision;
        var value = release.Decisions[decision].Decide(decision, data, environment).Value as FeelContext;
        var book = release.TextsIn(text.Language);
        var reason = (value?["alasan"] as FeelString)?.Value;
        return new(
            value?["boleh"] is FeelBoolean { Value: true },
            reason is null ? "" : book.Find($"reasons.{reason}") ?? book[reason],
            LawWords.Of((value?["dasar"] as FeelString)?.Value, release, text)
        );
    }
}
