using Genggam.Standards.Bpmn;

namespace Genggam.Engine;

/// <summary>
/// How tokens travel. A token that only passes through leaves no event; one that waits is placed, and taken when it goes
/// on (BPMN 2.0, clause 13). Tokens move until all rest; then what was thrown is delivered, conditions are asked, inclusive
/// joins and finished levels are looked for, one at a time, until nothing moves.
/// </summary>
internal sealed partial class ProcessRun
{
    private const int MaxSteps = 2_000;

    /// <summary>Tokens on the way at once; a marker with as many instances as it may have needs them.</summary>
    private const int MaxMoving = MaxRounds + 100;

    /// <summary>Tokens that rest in a case.</summary>
    private const int MaxTokens = 3_000;

    private const string OnTheWay = "steps";

    private readonly Queue<Arrival> arrivals = new();
    private readonly Queue<Arrival> throwing = new();
    private int steps;

    /// <param name="Again">After an incident: it does not wait for other tokens a second time.</param>
    private readonly record struct Arrival(FlowNode Node, string? Flow, int? Scope, bool Again = false);

    /// <param name="trigger">The start event, or the receiving task, that was triggered; null where somebody applied.</param>
    public void Begin(string? trigger)
    {
        if (trigger is null)
            Enter(Process, null);
        else
        {
            Watch(Process, null);
            Follow(Node(trigger), null);
        }
        Travel();
    }

    /// <summary>A token that waited at an element goes on by the element's outgoing flows.</summary>
    public void Continue(int token, string element)
    {
        var scope = State.Tokens.TryGetValue(token, out var found) ? found.Scope : null;
        EndToken(token);
        Done(Node(element), scope);
        Travel();
    }

    public void Leave(OpenTask task) => Continue(task.Token, task.Element);

    public void Travel()
    {
        while (Move()) { }
        if (State is { Tokens.Count: 0, Scopes.Count: 0, Status: CaseStatus.Open })
        {
            EndHandlers(null);
            Emit(new CaseEvent.Closed(State.Determination?.Outcome ?? "completed"));
        }
    }

    private bool Move()
    {
        if (!arrivals.TryDequeue(out var next) && !throwing.TryDequeue(out next))
            return AskConditions() || JoinInclusive() || FinishLevel();
        if (!IsAlive(next.Scope))
            return true;
        if (++steps <= MaxSteps && arrivals.Count < MaxMoving && State.Tokens.Count < MaxTokens)
        {
            Arrive(next);
            return true;
        }
        foreach (var moving in arrivals.Concat(throwing).Where(a => IsAlive(a.Scope)).Prepend(next))
            Stop(
                moving.Node,
                moving.Scope,
                Incidents.TooManySteps,
                OnTheWay,
                World.Level >= EngineLevel.Three ? moving.Flow : null,
                moving.Again ? Progress.Begun : Progress.Coming
            );
        arrivals.Clear();
        throwing.Clear();
        return false;
    }

    private bool IsAlive(int? scope) => scope is not { } id || State.Scopes.ContainsKey(id);

    /// <summary>The flows that leave a node whose work is done.</summary>
    private void Follow(FlowNode node, int? scope)
    {
        var flows = Outgoing(node).ToList();
        var standard = (node as Activity)?.Default;
        var conditional = node is Activity;
        var taken = flows.FindAll(f =>
            f.Id != standard && (!conditional || f.Condition is null || Holds(f.Condition, scope))
        );
        if (!taken.Exists(f => f.Condition is not null) && flows.Find(f => f.Id == standard) is { } otherwise)
            taken.Add(otherwise);
        if (taken.Count == 0 && flows.Count > 0 && World.Level >= EngineLevel.Three)
            Stop(node, scope, Incidents.NoFlow, node.Id, progress: Progress.Done);
        foreach (var flow in taken)
            Take(flow, scope);
    }

    private void Take(SequenceFlow flow, int? scope) => arrivals.Enqueue(new(Node(flow.Target), flow.Id, scope));

    private int Place(FlowNode node, string? flow, int? scope, bool gathers = false, Progress? stopped = null)
    {
        var token = State.LastToken + 1;
        Emit(
            new CaseEvent.TokenPlaced(token, node.Id, flow)
            {
                Scope = scope,
                Gathers = gathers ? true : null,
                Stopped = stopped,
            }
        );
        return token;
    }

    /// <summary>The token goes, and with it everything that hung on it.</summary>
    private void EndToken(int token)
    {
        foreach (var scope in State.Scopes.Values.Where(s => s.Token == token))
            EndScope(scope.Id);
        foreach (var task in State.Tasks.Values.Where(t => t.Token == token))
            Emit(new CaseEvent.TaskCancelled(task.Id));
        foreach (var timer in State.Timers.Values.Where(t => t.Token == token))
            ClearTimer(timer);
        foreach (var waiting in State.Subscriptions.Values.Where(s => s.Token == token))
            Emit(new CaseEvent.Unsubscribed(waiting.Id));
        foreach (var awaited in State.Awaited.Values.Where(a => a.Token == token))
            Emit(new CaseEvent.AnswerTaken(awaited.Effect));
        foreach (var incident in State.Incidents.Values)
            Forget(incident, token);
        if (State.Tokens.ContainsKey(token))
            Emit(new CaseEvent.TokenTaken(token));
    }

    /// <summary>An element has one incident; it stays as long as a token is stopped there, or its event cannot wait for one.</summary>
    private void Forget(Incident incident, int token)
    {
        var missed = incident.Missed.RemoveAll(m => m.Token == token);
        if (incident.Token != token && missed.Length == incident.Missed.Length)
            return;
        var left =
            missed is [.., var last] ? last.Token
            : World.Level < EngineLevel.Three ? null
            : State
                .Tokens.Values.FirstOrDefault(t => t.Id != token && t.Element == incident.Element && IsStopped(t))
                ?.Id;
        Emit(
            left is { } other
                ? new CaseEvent.IncidentRaised(
                    incident.Element,
                    other,
                    incident.Number,
                    missed.IsEmpty || incident.Number != Incidents.NoValue
                        ? incident.Problem
                        : Words(Node(incident.Element), missed)
                )
                {
                    Missed = missed.IsEmpty ? null : missed,
                }
                : new CaseEvent.IncidentCleared(incident.Element)
        );
    }

    /// <summary>The case waits for an operator. What led here is kept; <see cref="TryAgain"/> takes it up again.</summary>
    private void Stop(
        FlowNode node,
        int? scope,
        string number,
        string problem,
        string? flow = null,
        Progress progress = Progress.Begun
    )
    {
        var says = node is Activity && World.Level >= EngineLevel.Three;
        var token = Place(node, flow, scope, stopped: says ? progress : null);
        // Where the same event could not wait for other tokens, those are not forgotten.
        var missed = State.Incidents.GetValueOrDefault(node.Id)?.Missed;
        Emit(
            new CaseEvent.IncidentRaised(node.Id, token, number, problem)
            {
                Missed = missed is { IsEmpty: false } ? missed : null,
            }
        );
    }
}
