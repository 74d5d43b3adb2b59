using System.Collections.Immutable;
using System.Globalization;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>Who may take, give and finish a user task.</summary>
internal static class TaskRules
{
    public const string Approve = "approve";
    public const string Return = "return";
    public const string Reject = "reject";

    public static Verdict Claim(ProcessRun run, Command.Claim command, Actor by)
    {
        if (!run.State.Tasks.TryGetValue(command.Task, out var task))
            return Refuse(Refusals.TaskNotOpen);
        if (NotAllowed(run, task, by) is { } no)
            return Refuse(no);
        if (task.Assignee is { } holder && holder != by.Id)
            return Refuse(Refusals.HeldByAnother);
        if (task.Assignee is null)
            run.Emit(new CaseEvent.TaskAssigned(task.Id, by.Id));
        return run.Verdict();
    }

    public static Verdict Unclaim(ProcessRun run, Command.Unclaim command, Actor by)
    {
        if (!run.State.Tasks.TryGetValue(command.Task, out var task))
            return Refuse(Refusals.TaskNotOpen);
        if (task.Assignee != by.Id && !IsSupervisor(run, by))
            return Refuse(Refusals.HeldByAnother);
        run.Emit(new CaseEvent.TaskAssigned(task.Id, null));
        return run.Verdict();
    }

    public static Verdict Reassign(ProcessRun run, Command.Reassign command, Actor by)
    {
        if (!run.State.Tasks.TryGetValue(command.Task, out var task))
            return Refuse(Refusals.TaskNotOpen);
        if (task.Assignee != by.Id && !IsSupervisor(run, by))
            return Refuse(Refusals.NotYourRole);
        var to = Actor.Officer(command.To, by.Agency!, command.ToRoles.IsDefault ? [] : command.ToRoles);
        if (NotAllowed(run, task, to) is not null)
            return Refuse(Refusals.RecipientMayNot);
        if (!command.Proposed.IsDefaultOrEmpty)
            run.Emit(new CaseEvent.ReturnProposed(task.Id, by.Id, command.Proposed));
        run.Emit(new CaseEvent.TaskAssigned(task.Id, command.To));
        return run.Verdict();
    }

    public static Verdict Comment(ProcessRun run, Command.Comment command, Actor by)
    {
        if (by.Kind == ActorKind.Citizen || by.Agency != run.State.Agency)
            return Refuse(Refusals.NotYourRole);
        run.Emit(new CaseEvent.Commented(by.Id, command.Text));
        return run.Verdict();
    }

    public static Verdict Complete(ProcessRun run, Command.Complete command, Actor by)
    {
        if (!run.State.Tasks.TryGetValue(command.Task, out var task))
            return Refuse(Refusals.TaskNotOpen);
        if (NotAllowed(run, task, by) is { } no)
            return Refuse(no);
        var mine = task.Role == OpenTask.ApplicantRole;
        if (!mine && task.Assignee is null)
            return Refuse(Refusals.ClaimFirst);
        if (!mine && task.Assignee != by.Id)
            return Refuse(Refusals.HeldByAnother);
        if (command.Outcome != Return && Duties.OnlyReturns(run.World.Effective, run.State, task, by))
            return Refuse(Refusals.NotYourRole);
        if (run.World.Effective.Process.Find(task.Element) is not UserTask node || !Offers(node, command.Outcome))
            return Refuse(Refusals.UnknownOutcome);
        if (OutcomeFault(run, command, by) is { } fault)
            return Refuse(fault);

        // A return or rejection does not ask the officer to fill in the form that approval needs.
        var before = mine ? run.State.Data : FeelContext.Empty;
        var form = run.World.Effective.Form(task.Form);
        var given = form?.Computed(before, command.Data.Values, run.Environment) ?? command.Data.Values;
        if (mine || command.Outcome is not (Return or Reject))
        {
            var faults = form?.Validate(before.Merge(given), run.Environment) ?? [];
            if (faults.Count > 0)
                return Verdict.Refuse(new Refusal(Refusals.FieldsAtFault) { Fields = [.. faults] });
        }

        run.Emit(new CaseEvent.TaskCompleted(task.Id, command.Outcome, by.Id));
        if (mine && command.Subjects is { Count: > 0 } named)
            run.Emit(new CaseEvent.SubjectsNamed(named));
        if (mine)
            run.Emit(new CaseEvent.DataWritten(new Personal(WithNamed(given, run.State.Data, command.Subjects))));
        else
            run.Write(task.Element, Result(run, command, given), run.State.Tokens[task.Token].Scope);
        if (command.Outcome == Return)
            run.Emit(new CaseEvent.Returned(command.Defects));
        if (mine)
            run.StartClock();
        run.Leave(task);
        return run.Verdict();
    }

    private static FeelContext Result(ProcessRun run, Command.Complete command, FeelContext given) =>
        given
            .With("outcome", command.Outcome)
            .With("reasons", command.Reasons.AsText)
            .With("on", run.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>All that is known of a person who gets another key is written again, under that key.</summary>
    private static FeelContext WithNamed(
        FeelContext values,
        FeelContext before,
        ImmutableSortedDictionary<string, Guid>? named
    )
    {
        foreach (var role in named?.Keys ?? [])
            values = values.With(role, before.Merge(values)[role]);
        return values;
    }

    private static bool Offers(UserTask node, string outcome) =>
        node.Outcomes.Length == 0 ? outcome == Approve : node.Outcomes.Contains(outcome);

    private static string? OutcomeFault(ProcessRun run, Command.Complete command, Actor by) =>
        command.Outcome switch
        {
            Return when command.Defects.Length == 0 || command.Defects.Any(d => d.Note == Personal.Nothing) =>
                Refusals.ReturnNeedsDefects,
            Return
                when Duties.ReturnNeedsSupervisor(run.World.Effective.Service, run.State) && !IsSupervisor(run, by) =>
                Refusals.ReturnNeedsSupervisor,
            Reject when command.Reasons == Personal.Nothing => Refusals.RejectionNeedsReasons,
            _ => null,
        };

    private static string? NotAllowed(ProcessRun run, OpenTask task, Actor by) =>
        Duties.WhyNot(run.World.Effective, run.State, task, by);

    private static bool IsSupervisor(ProcessRun run, Actor by) =>
        Duties.IsSupervisor(run.World.Effective.Service, run.State, by);

    private static Verdict Refuse(string number) => Verdict.Refuse(new Refusal(number));
}
