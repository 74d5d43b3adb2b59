using Genggam.Engine;
using Genggam.Office.Cases;
using Genggam.Web.Components;

namespace Genggam.Web.Portal;

/// <param name="Key">Of the service's texts, or of the pages' where the service has none.</param>
/// <param name="Under">The release that it happened under, whose texts name it.</param>
internal sealed record CaseStep(string Key, DateTimeOffset At, TimelineState State, Release Under)
{
    public const string Moved = "steps.moved";
    public const string MovedBack = "steps.moved_back";
}

/// <summary>The timeline of a case as its applicant reads it, the first step first.</summary>
internal static class CaseSteps
{
    public static IReadOnlyList<CaseStep> Of(LoadedCase loaded)
    {
        var steps = new List<CaseStep>();
        foreach (var entry in loaded.Entries)
        foreach (var happened in entry.Events)
        {
            var key = happened switch
            {
                CaseEvent.Opened => "steps.opened",
                CaseEvent.TaskOpened e => $"steps.{e.Element}",
                CaseEvent.Determined e => $"steps.{e.Outcome}",
                CaseEvent.DocumentIssued => "steps.issued",
                CaseEvent.DocumentRevoked => "steps.revoked",
                CaseEvent.Closed { Outcome: CaseLogic.Withdrawn } => "steps.withdrawn",
                CaseEvent.Migrated => CaseStep.Moved,
                CaseEvent.MigrationUndone => CaseStep.MovedBack,
                _ => null,
            };
            if (key is not null)
                steps.Add(new CaseStep(key, entry.Stamp.At, TimelineState.Done, loaded.ReleaseOf(entry)));
        }
        // That the rules are other ones does not change where the case is.
        var now = steps.FindLastIndex(s => s.Key is not (CaseStep.Moved or CaseStep.MovedBack));
        if (loaded.Case.Status == CaseStatus.Open && now >= 0)
            steps[now] = steps[now] with { State = TimelineState.Now };
        return steps;
    }
}
