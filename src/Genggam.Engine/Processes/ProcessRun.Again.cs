using Genggam.Standards.Bpmn;

namespace Genggam.Engine;

/// <summary>How a case that stopped is taken up again.</summary>
internal sealed partial class ProcessRun
{
    public void TryAgain(Incident incident)
    {
        var node = Node(incident.Element);
        if (World.Level >= EngineLevel.Three && AwaitAgain(node, incident)) { }
        else if (node is BoundaryEvent { Definition: TimerDefinition timer } boundary)
            SetAgain(boundary, timer, incident.Token);
        else
            SendOn(node, incident);
        Travel();
    }

    private void SendOn(FlowNode node, Incident incident)
    {
        // An element has one incident however many tokens stopped there.
        var stopped = State
            .Tokens.Values.Where(t => t.Id == incident.Token || t.Element == node.Id && (IsStopped(t) || Joins(t)))
            .ToList();
        if (World.Level >= EngineLevel.Three && stopped.Count > MaxMoving)
        {
            var left = stopped[MaxMoving];
            Emit(new CaseEvent.IncidentRaised(node.Id, left.Id, incident.Number, incident.Problem));
            stopped = stopped[..MaxMoving];
        }
        foreach (var token in stopped)
            EndToken(token.Id);
        // The first journals gave a catching event without a time two tokens, the second by no flow.
        var twice =
            node is IntermediateCatchEvent
            && (incident.Number == Incidents.NoValue || World.Level < EngineLevel.Three)
            && stopped.Exists(t => t.Flow is null);
        // What was on its way has not waited for others yet.
        var came =
            World.Level < EngineLevel.Three || incident is not { Number: Incidents.TooManySteps, Problem: OnTheWay };
        foreach (var token in twice ? stopped[..1] : stopped)
            // What an activity had to do is done where only its flows are missing.
            if (incident.Number == Incidents.NoFlow && node is Activity)
                Follow(node, token.Scope);
            else
                arrivals.Enqueue(new(node, token.Flow, token.Scope, Again: came));
    }

    /// <summary>Where an event has no time or no key, the token stands elsewhere: only that is waited for anew.</summary>
    private bool AwaitAgain(FlowNode node, Incident incident)
    {
        if (incident.Number != Incidents.NoValue || State.Tokens.GetValueOrDefault(incident.Token) is not { } at)
            return false;
        if (node is BoundaryEvent boundary && at.Element == boundary.AttachedTo)
            AwaitMissing(node, incident.Problem, at.Id, at.Scope);
        else if (Node(at.Element) is EventBasedGateway)
            foreach (var waiting in State.Tokens.Values.Where(t => t.Id == at.Id || Misses(node, t)))
                AwaitMissing(node, incident.Problem, waiting.Id, waiting.Scope);
        else if (node is StartEvent start && Watches(start, at))
            foreach (var standing in State.Tokens.Values.Where(t => t.Element == node.Id && Watches(start, t)))
            {
                EndToken(standing.Id);
                AwaitMissing(node, incident.Problem, null, standing.Scope);
            }
        else
            return false;
        return true;
    }

    private void AwaitMissing(FlowNode node, string problem, int? token, int? scope)
    {
        var parts = Parts(node is ReceiveTask receive ? receive.Message : ((ProcessEvent)node).Definition).ToList();
        foreach (var part in problem.Split(' ').Select(PartOf))
            Await(node, parts[part], part, token, scope);
    }

    /// <summary>Whether a token at an event-based gateway in front of the event does not wait for it.</summary>
    private bool Misses(FlowNode arm, Token token) =>
        Node(token.Element) is EventBasedGateway gateway
        && Outgoing(gateway).Any(f => f.Target == arm.Id)
        && !StillAwaits(arm.Id, token.Id, token.Scope);

    /// <summary>Whether the token stands for an event sub-process that has not begun, and not inside one that has.</summary>
    private bool Watches(StartEvent start, Token token)
    {
        var level = Process.LevelOf(start.Id);
        return Process.Everything.OfType<SubProcess>().FirstOrDefault(s => ReferenceEquals(s.Body, level))
                is { TriggeredByEvent: true } handler
            && !(token.Scope is { } scope && State.Scopes[scope].Element == handler.Id);
    }

    /// <summary>A token at a gateway that joins goes through the joining again; one that found no way out seeks one.</summary>
    private bool Joins(Token token) =>
        Node(token.Element) is ParallelGateway && World.Level >= EngineLevel.Three
        || Node(token.Element) is InclusiveGateway && HasLeft(token);

    /// <summary>Nothing will move the token by itself. One at a parallel gateway waits for the others.</summary>
    private bool IsStopped(Token token) =>
        !token.Gathers
        && Node(token.Element) is not (ParallelGateway or InclusiveGateway)
        && !State.Scopes.Values.Any(s => s.Token == token.Id)
        && !State.Tasks.Values.Any(t => t.Token == token.Id)
        && !State.Timers.Values.Any(t => t.Token == token.Id)
        && !State.Subscriptions.Values.Any(s => s.Token == token.Id)
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
            SetTimer(boundary, timer, host.Id, host.Scope);
    }
}
