using Genggam.Engine;
using Genggam.Office.Cases;
using Genggam.Office.Changes.DryRuns;
using Genggam.Web.Texts;

namespace Genggam.Web.Designer.Replaying;

/// <summary>Which past cases a dry run took, in a sentence.</summary>
internal static class SelectionWords
{
    public static string Of(DryRunSelection selection, Release release, Text text)
    {
        var answers = new AnswerText(release, text.Language);
        var parts = new List<string>();
        if (selection.Since is { } since)
            parts.Add(text["designer.dry_run.chose.since", Day(since, answers)]);
        if (selection.Until is { } until)
            parts.Add(text["designer.dry_run.chose.until", Day(until.AddTicks(-1), answers)]);
        if (selection.Agency is { } agency)
            parts.Add(text["designer.dry_run.chose.agency", agency]);
        if (selection.Channel is { } channel)
            parts.Add(text[$"designer.dry_run.groups.channel.{channel}"]);
        if (selection.Outcome is { } outcome)
            parts.Add(text[$"designer.dry_run.outcomes.{outcome}"]);
        return parts.Count == 0
            ? text["designer.dry_run.chose.all"]
            : text["designer.dry_run.chose.some", string.Join(", ", parts)];
    }

    private static string Day(DateTimeOffset at, AnswerText answers) =>
        answers.Date(ZoneVersion.Indonesia.Day(at, "Asia/Jakarta"));
}
