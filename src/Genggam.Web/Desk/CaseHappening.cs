using Genggam.Engine;
using Genggam.Office.Cases;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;

namespace Genggam.Web.Desk;

/// <summary>Something in the course of a case that an officer reads back, from the entries of its journal. A closed set.</summary>
/// <param name="Under">The release that it happened under: by its forms and texts it is shown.</param>
public abstract record CaseHappening(DateTimeOffset At, Release Under)
{
    /// <summary>A task that somebody finished: what they answered then, and what the rules made of it.</summary>
    /// <param name="Given">The answers, with what the form computes of them.</param>
    /// <param name="Before">The case as it was when the task was finished.</param>
    /// <param name="Followed">What scripts and decisions wrote behind it, by the element that wrote.</param>
    public sealed record TaskDone(
        DateTimeOffset At,
        Release Under,
        OpenTask Task,
        Actor By,
        Command.Complete What,
        FeelContext Given,
        Case Before,
        IReadOnlyList<(FlowNode Element, FeelValue Value)> Followed
    ) : CaseHappening(At, Under);

    /// <summary>A point that every case has: handed in, determined, issued, ended; or that it went on under another release.</summary>
    /// <param name="Key">Of the service's texts, or of the pages' where the service has none.</param>
    /// <param name="Happened">What the journal says of it.</param>
    public sealed record Milestone(DateTimeOffset At, Release Under, string Key, CaseEvent Happened)
        : CaseHappening(At, Under);

    /// <summary>All of a case, the first first. A task that came twice stands there twice, each time with its own answers.</summary>
    public static IReadOnlyList<CaseHappening> Of(LoadedCase loaded)
    {
        var all = new List<CaseHappening>();
        var state = Case.New(loaded.Case.Id);
        foreach (var entry in loaded.Entries)
        {
            if (
                entry.Command is Command.Complete done
                && entry.Events.OfType<CaseEvent.TaskCompleted>().Any()
                && state.Tasks.TryGetValue(done.Task, out var task)
            )
                all.Add(
                    new TaskDone(
                        entry.Stamp.At,
                        loaded.ReleaseOf(entry),
                        task,
                        entry.Stamp.Actor,
                        done,
                        Written(entry, task),
                        state,
                        Behind(loaded.ReleaseOf(entry), entry, task.Element)
                    )
                );
            foreach (var happened in entry.Events)
                if (KeyOf(happened) is { } key)
                    all.Add(new Milestone(entry.Stamp.At, loaded.ReleaseOf(entry), key, happened));
            state = CaseLogic.Fold(state, entry);
        }
        return all;
    }

    /// <summary>An officer's answers are written under the step, an applicant's among the others.</summary>
    private static FeelContext Written(CaseEntry entry, OpenTask task)
    {
        var written = entry.Written().FirstOrDefault() ?? FeelContext.Empty;
        return task.Role == OpenTask.ApplicantRole
            ? written
            : written[task.Element] as FeelContext ?? FeelContext.Empty;
    }

    private static string? KeyOf(CaseEvent happened) =>
        happened switch
        {
            CaseEvent.Opened => "steps.opened",
            CaseEvent.Determined e => $"steps.{e.Outcome}",
            CaseEvent.DocumentIssued => "steps.issued",
            CaseEvent.DocumentRevoked => "steps.revoked",
            CaseEvent.Closed { Outcome: CaseLogic.Withdrawn } => "steps.withdrawn",
            CaseEvent.Migrated => "steps.moved",
            CaseEvent.MigrationUndone => "steps.moved_back",
            _ => null,
        };

    /// <summary>The first thing written is the task's own answers; what follows is told by the element that comes next.</summary>
    private static IReadOnlyList<(FlowNode, FeelValue)> Behind(Release release, CaseEntry entry, string task)
    {
        var ahead = StepsAhead.Anyway(release, task);
        return
        [
            .. from written in entry.Written().Skip(1)
            let element = ahead.FirstOrDefault(e => e.ResultPath is { } name && !written.At(name).IsNull)
            where element is not null
            select (element, written.At(element.ResultPath!)),
        ];
    }
}
