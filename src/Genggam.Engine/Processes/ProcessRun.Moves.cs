using System.Collections.Immutable;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>
/// How a case is set down in another process: everything keeps its place, and only what the new process waits for
/// otherwise is waited for anew. Nothing goes on by that alone, except what the new process finds ready.
/// </summary>
internal sealed partial class ProcessRun
{
    public void Move(
        Passage passage,
        MigrationPlan plan,
        DeadlineRule deadline,
        ImmutableSortedDictionary<string, Guid>? subjects
    )
    {
        var (kept, fresh) = Rehung(passage, plan.Timers);
        var was = State;
        Emit(new CaseEvent.Migrated(plan.Id, plan.From, plan.To, passage.Renamed()));
        foreach (var timer in was.Timers.Values.Where(t => !kept.Contains((t.Id, t.Id))))
            ClearTimer(timer);
        foreach (var waiting in was.Subscriptions.Values.Where(s => !kept.Contains((s.Id, s.Id))))
            Emit(new CaseEvent.Unsubscribed(waiting.Id));
        foreach (var (from, to) in kept.Where(k => k.From != k.To))
            HangAgain(was, from, to, passage);
        foreach (var task in State.Tasks.Values)
            Adapt(task);
        Name(subjects);
        if (deadline == DeadlineRule.Anew)
            CountAnew();
        foreach (var (wait, token, scope) in fresh)
            Await(wait.Node, wait.Definition, wait.Part, token, scope);
        if (passage.IsOther)
        {
            GoOnWhereComplete();
            Travel();
        }
    }

    /// <summary>What is waited for on, with its ids then and now, and what is waited for anew.</summary>
    private (HashSet<(string From, string To)> Kept, List<(Wait, int? Token, int? Scope)> Fresh) Rehung(
        Passage passage,
        TimerRule rule
    )
    {
        var kept = new HashSet<(string, string)>();
        var fresh = new List<(Wait, int?, int?)>();
        foreach (var host in passage.Hosts())
        foreach (var next in host.Next)
        {
            var was = host.Was.FirstOrDefault(w =>
                passage.To(w.Node.Id) == next.Node.Id && w.Part == next.Part && w.Kind == next.Kind
            );
            var timer = State.Timers.Values.FirstOrDefault(t => host.Holds(t) && Is(was, t.Element, t.Id));
            var waiting = State.Subscriptions.Values.FirstOrDefault(s => host.Holds(s) && Is(was, s.Element, s.Id));
            // What came before comes no second time: only what is new is waited for, or what is asked for otherwise now.
            if (was is null)
                fresh.Add((next, host.Token, host.Scope));
            else if (timer is not null && (rule == TimerRule.Keep || was.IsLike(next)))
                kept.Add((timer.Id, Called(timer.Id, timer.Element, next.Node.Id)));
            else if (waiting is not null && was.IsLike(next))
                kept.Add((waiting.Id, Called(waiting.Id, waiting.Element, next.Node.Id)));
            else if (timer is not null || waiting is not null)
                fresh.Add((next, host.Token, host.Scope));
        }
        return (kept, fresh);
    }

    private static bool Is(Wait? was, string element, string id) =>
        was is not null && was.Node.Id == element && was.Part == PartOf(id);

    /// <summary>The id begins with the element.</summary>
    private static string Called(string id, string element, string now) =>
        element == now ? id
        : id.StartsWith(element, StringComparison.Ordinal) ? now + id[element.Length..]
        : $"{now}@{id}";

    private void HangAgain(Case was, string from, string to, Passage passage)
    {
        if (was.Timers.TryGetValue(from, out var timer))
            Set(
                to,
                Node(passage.To(timer.Element)),
                timer.Token,
                timer.Scope,
                timer.Due,
                timer.Left ?? 0,
                timer.Counted
            );
        if (!was.Subscriptions.TryGetValue(from, out var waiting))
            return;
        Emit(
            new CaseEvent.Subscribed(
                to,
                passage.To(waiting.Element),
                waiting.Token,
                waiting.Scope,
                waiting.Kind,
                waiting.Name,
                waiting.Key is null ? null : Personal.Text(waiting.Key)
            )
        );
        if (waiting.Holds)
            Emit(new CaseEvent.ConditionTurned(to, true));
    }

    /// <summary>An open task is done by the role and the form of the new process; who held it for another role holds it no more.</summary>
    private void Adapt(OpenTask task)
    {
        if (Node(task.Element) is not UserTask node)
            return;
        var role = RoleOf(node);
        if (role == task.Role && node.FormId == task.Form)
            return;
        Emit(new CaseEvent.TaskChanged(task.Id, role, node.FormId));
        if (role != task.Role && task.Assignee is not null)
            Emit(new CaseEvent.TaskAssigned(task.Id, null));
    }

    /// <summary>What is known of people whom the new release keeps apart is written again, under their own keys.</summary>
    private void Name(ImmutableSortedDictionary<string, Guid>? subjects)
    {
        if (subjects is not { Count: > 0 })
            return;
        Emit(new CaseEvent.SubjectsNamed(subjects));
        var known = subjects.Keys.Where(role => !State.Data[role].IsNull).ToList();
        if (known.Count > 0)
            Emit(
                new CaseEvent.DataWritten(new Personal(FeelContext.Of(known.Select(role => (role, State.Data[role])))))
            );
    }

    private void CountAnew()
    {
        if (State is not { Deadline: { } promised, ClockFrom: { } from })
            return;
        var due = LegalClock.Due(from, World.Effective.Service.TimeLimit, World, State.Zone);
        // What a region promised is kept: a case that leaves its overlay is decided no later for that.
        if (World.Before?.Over is not null && due > promised)
            return;
        if (due != promised)
            Emit(new CaseEvent.ClockStarted(from, due));
    }

    /// <summary>A join that the new process gives no more flows than there are tokens goes on.</summary>
    private void GoOnWhereComplete()
    {
        foreach (var waiting in State.Tokens.Values)
        {
            if (!State.Tokens.ContainsKey(waiting.Id) || Node(waiting.Element) is not ParallelGateway gateway)
                continue;
            var here = At(gateway, waiting.Scope);
            if (!Incoming(gateway).All(f => here.Exists(t => t.Flow == f.Id)))
                continue;
            EndToken(waiting.Id);
            arrivals.Enqueue(new(gateway, waiting.Flow, waiting.Scope));
        }
    }
}
