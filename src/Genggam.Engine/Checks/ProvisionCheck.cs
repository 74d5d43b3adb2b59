using Genggam.Standards;
using Genggam.Standards.Dmn;

namespace Genggam.Engine;

/// <summary>
/// SVC-127: a transitional provision gives a word that no migration understands, or never says what is to be done. What is
/// computed is not seen.
/// </summary>
public static class ProvisionCheck
{
    private static readonly string[] Acts = [Provision.Finish, Provision.Move];
    private static readonly string[] Deadlines = [Provision.Keep, Provision.Anew];

    public static IEnumerable<Problem> Problems(Release release) =>
        release.Service.Transition is { } decision && release.Decisions.TryGetValue(decision, out var model)
            ? Wrong(model, decision, Provision.Act, Acts).Concat(Wrong(model, decision, Provision.Deadline, Deadlines))
            : [];

    private static IEnumerable<Problem> Wrong(DmnModel model, string decision, string output, string[] known) =>
        GivenTexts
            .Of(model, decision, output)
            .Where(given => !known.Contains(given.Text))
            .Select(given => new Problem(
                "SVC-127",
                $"A transitional provision gives {string.Join(" or ", known)} as {output}, not {given.Text}{Nearest.Meant(given.Text, known)}",
                given.At
            ));
}
