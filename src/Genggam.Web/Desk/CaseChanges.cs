using Genggam.Engine;
using Genggam.Web.Texts;

namespace Genggam.Web.Desk;

/// <summary>What others did to a case since an officer opened its page, in words.</summary>
internal static class CaseChanges
{
    public static IReadOnlyList<string> Since(long sequence, CaseView view, Text text) =>
        [
            .. view
                .Loaded.Entries.Skip((int)Math.Min(sequence, int.MaxValue))
                .Where(e => e.Stamp.Actor.Id != view.Me.Id)
                .SelectMany(e => e.Events.Select(happened => Words(happened, e.Stamp.Actor, view, text)))
                .OfType<string>()
                .Distinct(StringComparer.Ordinal),
        ];

    private static string? Words(CaseEvent happened, Actor by, CaseView view, Text text) =>
        happened switch
        {
            CaseEvent.TaskAssigned { To: null } => text["desk.changed.released", view.NameOf(by.Id)],
            CaseEvent.TaskAssigned e => text["desk.changed.assigned", view.NameOf(by.Id), view.NameOf(e.To!)],
            CaseEvent.TaskCompleted e when by.Kind == ActorKind.Officer => text[
                "desk.changed.completed",
                view.NameOf(by.Id),
                view.TaskName(e.Task.Split('.')[0])
            ],
            CaseEvent.TaskCompleted => text["desk.changed.corrected"],
            CaseEvent.Returned => text["desk.changed.returned"],
            CaseEvent.Commented => text["desk.changed.commented", view.NameOf(by.Id)],
            CaseEvent.Closed { Outcome: CaseLogic.Withdrawn } => text["desk.changed.withdrawn"],
            CaseEvent.Closed => text["desk.changed.closed"],
            CaseEvent.TaskOpened e => text["desk.changed.opened", view.TaskName(e.Element)],
            CaseEvent.Migrated => text["steps.moved"],
            CaseEvent.MigrationUndone => text["steps.moved_back"],
            _ => null,
        };
}
