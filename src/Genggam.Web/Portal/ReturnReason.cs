using Genggam.Engine;
using Genggam.Office.Cases;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;
using Genggam.Web.Texts;

namespace Genggam.Web.Portal;

/// <summary>Why a case waits for its applicant where rules gave it back and no officer wrote defects.</summary>
/// <param name="Law">The legal basis in words, where the decision names one.</param>
/// <param name="Fields">Keys of the fields that the decision asks to be corrected.</param>
internal sealed record ReturnReason(string Words, string? Law, IReadOnlyList<string> Fields)
{
    /// <summary>What the last decision said; null where it gave no reason, or defects say what is wrong.</summary>
    public static ReturnReason? Of(LoadedCase loaded, Text text)
    {
        var state = loaded.Case;
        if (state.WithApplicant is null || !state.Defects.IsEmpty)
            return null;
        var decided = loaded.Entries.LastOrDefault(e => e.Events.OfType<CaseEvent.DecisionMade>().Any());
        if (decided is null)
            return null;
        var (release, last) = (loaded.ReleaseOf(decided), decided.Events.OfType<CaseEvent.DecisionMade>().Last());
        if (
            release.Process.Find(last.Element) is not { } element
            || element is not BusinessRuleTask { ResultVariable: { } name }
            || state.Data.At(name) is not FeelContext said
            || RefusalWords.Reason((said["alasan"] as FeelString)?.Value, release, text) is not { } words
        )
            return null;
        var fields = (said["isian"] as FeelString)?.Value.Split(',', StringSplitOptions.TrimEntries) ?? [];
        return new(words, LawWords.Of((said["dasar"] as FeelString)?.Value, release, text), fields);
    }
}
