using System.Globalization;
using Genggam.Standards.Bpmn;

namespace Genggam.Engine;

/// <summary>
/// How tokens travel. A token that only passes through leaves no event; one that waits is placed, and taken when it goes
/// on (BPMN 2.0, clause 13).
/// </summary>
internal sealed partial class ProcessRun
{
    private const int MaxSteps = 2_000;

    private readonly Queue<(FlowNode Node, string? Flow)> arrivals = new();
    private int steps;

    public void Begin()
    {
        arrivals.Enqueue((Process.Start!, null));
        Travel();
    }

    /// <summary>A token that waited at an element goes on by the element's outgoing flows.</summary>
    public void Continue(int token, string element)
    {
        EndToken(token);
        Follow(Process.Elements[element]);
        Travel();
    }

    public void Leave(OpenTask task) => Continue(task.Token, task.Element);

    public void FireBoundary(BoundaryEvent boundary, OpenTimer timer)
    {
        if (boundary.CancelActivity)
            EndToken(timer.Token);
        Follow(boundary);
        Travel();
    }

    public void TryAgain(Incident incident)
    {
        var node = Process.Elements[incident.Element];
        if (node is BoundaryEvent { Definition: TimerDefinition timer } boundary)
            SetAgain(boundary, timer, incident.Token);
        else
        {
            // An element has one incident however many tokens stopped there.
            var stopped = State
                .Tokens.Values.Where(t => t.Id == incident.Token || t.Element == node.Id && IsStopped(t))
                .ToList();
            foreach (var token in stopped)
                EndToken(token.Id);
            // The first journals gave a catching event without a time two tokens, the second by no flow.
            var twice = node is IntermediateCatchEvent && stopped.Exists(t => t.Flow is null);
            foreach (var token in twice ? stopped[..1] : stopped)
                arrivals.Enqueue((node, token.Flow));
        }
        Travel();
    }

    /// <summary>Nothing will move the token by itself. One at a parallel gateway waits for the others.</summary>
    private bool IsStopped(Token token) =>
        Process.Elements[token.Element] is not ParallelGateway
        && !State.Tasks.Values.Any(t => t.Token == token.Id)
        && !State.Timers.Values.Any(t => t.Token == token.Id)
        && !State.Awaited.Values.Any(a => a.Token == token.Id);

    private void SetAgain(BoundaryEvent boundary, TimerDefinition timer, int token)
    {
        var host = State.Tokens.GetValueOrDefault(token);
        // The first journals gave such an incident a token of its own.
        if (host?.Element == boundary.Id)
        {
            EndToken(token);
            host = State.Tokens.Values.FirstOrDefault(t => t.Element == boundary.AttachedTo);
        }
        if (host is not null)
            SetTimer(boundary, timer, host.Id);
    }

    private void Travel()
    {
        while (arrivals.TryDequeue(out var arrival))
        {
            if (++steps > MaxSteps)
            {
                Stop(arrival.Node, Incidents.TooManySteps, "steps");
                while (arrivals.TryDequeue(out var behind))
                    Stop(behind.Node, Incidents.TooManySteps, "steps");
                return;
            }
            Arrive(arrival.Node, arrival.Flow);
        }
        if (State.Tokens.Count == 0 && State.Status == CaseStatus.Open)
            Emit(new CaseEvent.Closed(State.Determination?.Outcome ?? "completed"));
    }

    private void Follow(FlowNode node)
    {
        foreach (var flow in Process.Outgoing(node.Id))
            if (flow.Condition is null || Holds(flow))
                Take(flow);
    }

    private void Take(SequenceFlow flow) => arrivals.Enqueue((Process.Elements[flow.Target], flow.Id));

    private int Place(FlowNode node, string? flow)
    {
        var token = State.LastToken + 1;
        Emit(new CaseEvent.TokenPlaced(token, node.Id, flow));
        return token;
    }

    /// <summary>The token goes, and with it everything that hung on it.</summary>
    private void EndToken(int token)
    {
        foreach (var task in State.Tasks.Values.Where(t => t.Token == token))
            Emit(new CaseEvent.TaskCancelled(task.Id));
        foreach (var timer in State.Timers.Values.Where(t => t.Token == token))
        {
            Emit(new CaseEvent.TimerCleared(timer.Id));
            Do(id => new Effect.ClearTimer(id, timer.Id));
        }
        foreach (var awaited in State.Awaited.Values.Where(a => a.Token == token))
            Emit(new CaseEvent.AnswerTaken(awaited.Effect));
        foreach (var incident in State.Incidents.Values.Where(i => i.Token == token))
            Emit(new CaseEvent.IncidentCleared(incident.Element));
        Emit(new CaseEvent.TokenTaken(token));
    }

    private void SetTimer(FlowNode node, TimerDefinition timer, int token)
    {
        if (Due(timer) is not { } due)
        {
            Emit(new CaseEvent.IncidentRaised(node.Id, token, Incidents.NoValue, "timer"));
            return;
        }
        var id = string.Create(CultureInfo.InvariantCulture, $"{node.Id}@{token}");
        Emit(new CaseEvent.TimerSet(id, node.Id, token, due));
        Do(effect => new Effect.SetTimer(effect, id, due));
    }

    /// <summary>The case waits for an operator. What led here is kept; <see cref="TryAgain"/> takes it up again.</summary>
    private void Stop(FlowNode node, string number, string problem)
    {
        var token = Place(node, null);
        Emit(new CaseEvent.IncidentRaised(node.Id, token, number, problem));
    }
}
