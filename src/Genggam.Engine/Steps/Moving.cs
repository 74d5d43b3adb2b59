using System.Collections.Immutable;

namespace Genggam.Engine;

/// <summary>A case goes on under another release, or back.</summary>
internal static class Moving
{
    public static Verdict Migrate(ProcessRun run, Command.Migrate command, Actor by)
    {
        if (by.Kind is not (ActorKind.System or ActorKind.Officer))
            return Refuse(Refusals.NotYourRole);
        if (command.Plan is not { } plan || run.World.Before is not { } old)
            return Stays(new MigrationVerdict.Stays(StayReason.OtherRelease));
        switch (Migration.Judge(plan, old, run.World, run.State, run.CaseTime, out var passage))
        {
            case MigrationVerdict.Stays stays:
                return Stays(stays);
            case MigrationVerdict.NeedsMapping needs:
                return Verdict.Refuse(new Refusal(Refusals.NeedsMapping) { Rules = needs.Elements });
            case MigrationVerdict.Moves moves:
                run.Move(passage, plan, moves.Deadline, command.Subjects);
                return run.Verdict();
            default:
                throw new ArgumentOutOfRangeException(nameof(command));
        }
    }

    public static Verdict Undo(ProcessRun run, Command.UndoMigration command, Actor by)
    {
        if (by.Kind is not (ActorKind.System or ActorKind.Officer))
            return Refuse(Refusals.NotYourRole);
        var state = run.State;
        if (
            state.Before is not { Release: { } release } before
            || state.MovedBy is null
            || state.MovedBy != command.Migration
            || release != run.World.Core.Hash
            || before.Overlay != run.World.Overlay?.Hash
        )
            return Refuse(Refusals.NothingToUndo);
        run.Emit(new CaseEvent.MigrationUndone(command.Migration, release, state.Release ?? ""));
        foreach (var timer in state.Timers.Values.Where(t => before.Timers.GetValueOrDefault(t.Id) != t))
            run.Do(id => new Effect.ClearTimer(id, timer.Id));
        foreach (var timer in before.Timers.Values.Where(t => state.Timers.GetValueOrDefault(t.Id) != t))
            run.Do(id => new Effect.SetTimer(id, timer.Id, timer.Due));
        return run.Verdict();
    }

    private static Verdict Stays(MigrationVerdict.Stays stays) =>
        Verdict.Refuse(new Refusal(Refusals.StaysOnRelease) { Rules = [stays.Name] });

    private static Verdict Refuse(string number) => Verdict.Refuse(new Refusal(number));
}
