using Genggam.Standards;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Dmn;

namespace Genggam.Engine;

/// <summary>
/// What a determination, a refusal or a rule says by its key must be known to the service: SVC-118 a reason without words,
/// SVC-119 a legal basis that legal.yaml has not, SVC-120 an outcome that is none. Values that are computed are not seen.
/// </summary>
public static class DeterminationCheck
{
    private static readonly string[] Outcomes = [CaseLogic.Granted, CaseLogic.Rejected];

    public static IEnumerable<Problem> Problems(Release release)
    {
        var words = release.Texts.Values.SelectMany(book => book.Entries.Keys).ToHashSet(StringComparer.Ordinal);
        var reasons = words.Where(k => k.StartsWith("reasons.", StringComparison.Ordinal)).Select(k => k[8..]).ToList();
        // Without texts or legal bases all would be unknown; that they are missing is said elsewhere.
        if (words.Count > 0)
            foreach (var given in Given(release, "reason", "reason", "alasan"))
                if (!words.Contains($"reasons.{given.Text}") && !words.Contains(given.Text))
                    yield return Unknown(
                        "SVC-118",
                        $"There are no words reasons.{given.Text} in texts/",
                        given,
                        reasons
                    );
        if (!release.LegalBases.IsEmpty)
            foreach (var given in Given(release, "legalBasis", "legalBasis", "dasar"))
                if (!release.LegalBases.ContainsKey(given.Text))
                    yield return Unknown(
                        "SVC-119",
                        $"The legal basis {given.Text} is not in legal.yaml",
                        given,
                        release.LegalBases.Keys
                    );
        foreach (var given in Given(release, "outcome"))
            if (!Outcomes.Contains(given.Text))
                yield return Unknown(
                    "SVC-120",
                    $"A determination ends with {string.Join(" or ", Outcomes)}, not with {given.Text}",
                    given,
                    Outcomes
                );
    }

    /// <summary>
    /// What determinations are given in a header, and the decisions that they read; and what decisions that the service asks
    /// give under the names by which the pages read it. An empty text says nothing, and is let pass.
    /// </summary>
    private static IEnumerable<GivenText> Given(Release release, string header, params string[] names) =>
        release
            .Process.Everything.OfType<ServiceTask>()
            .Where(task => task.Type == ServiceKinds.Determine)
            .SelectMany(task => InHeader(release, task, header))
            .Concat(
                from decision in Asked(release)
                where release.Decisions.ContainsKey(decision)
                from name in names
                from given in GivenTexts.OfAll(release.Decisions[decision], decision, name)
                select given
            )
            .Where(given => given.Text.Length > 0)
            .Distinct();

    private static IEnumerable<string> Asked(Release release) =>
        release
            .Process.Everything.OfType<BusinessRuleTask>()
            .Select(rule => rule.DecisionId)
            .Concat([release.Service.Check.Decision, release.Service.Apply.Guard])
            .OfType<string>()
            .Distinct();

    private static IEnumerable<GivenText> InHeader(Release release, ServiceTask task, string header)
    {
        if (!task.Expressions.TryGetValue(header, out var text))
            return task.Headers.TryGetValue(header, out var written) && !written.StartsWith('=')
                ? [new GivenText(written, task.At)]
                : [];
        if (text.Parsed is not { } parsed)
            return [];
        return GivenTexts
            .Of(parsed)
            .Concat(
                GivenTexts
                    .Passed(parsed)
                    .SelectMany(passed =>
                        release
                            .Process.Everything.OfType<BusinessRuleTask>()
                            .Where(rule => rule.ResultVariable == passed.Name)
                            .SelectMany(rule =>
                                release.Decisions.TryGetValue(rule.DecisionId, out var model)
                                    ? GivenTexts.Of(model, rule.DecisionId, passed.Member)
                                    : []
                            )
                    )
            );
    }

    private static Problem Unknown(string number, string what, GivenText given, IEnumerable<string> known) =>
        new(number, $"{what}{Nearest.Meant(given.Text, known)}", given.At);
}
