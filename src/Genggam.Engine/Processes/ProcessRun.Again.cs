using System.Collections.Immutable;
using Genggam.Standards.Bpmn;

namespace Genggam.Engine;

/// <summary>How an event that cannot wait stops, and how a case that stopped is taken up again.</summary>
internal sealed partial class ProcessRun
{
    public void TryAgain(Incident incident)
    {
        var node = Node(incident.Element);
        if (World.Level >= EngineLevel.Three && AwaitAgain(node, incident))
            SendOthers(node, incident);
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
        foreach (var token in twice ? stopped[..1] : stopped)
            SendOn(node, token, token.Stopped ?? Reached(incident));
    }

    private void SendOn(FlowNode node, Token token, Progress progress)
    {
        if (node is Activity && progress == Progress.Done)
            Follow(node, token.Scope);
        else
            arrivals.Enqueue(new(node, token.Flow, token.Scope, Again: progress != Progress.Coming));
    }

    /// <summary>Where an event could not wait for one token, others may have stopped on their way to it.</summary>
    private void SendOthers(FlowNode node, Incident incident)
    {
        foreach (var token in node is IntermediateCatchEvent or ReceiveTask ? State.Tokens.Values : [])
            if (
                token.Element == node.Id
                && (
                    incident.Missed.IsEmpty ? token.Id != incident.Token : incident.Missed.All(m => m.Token != token.Id)
                )
                && IsStopped(token)
            )
            {
                EndToken(token.Id);
                SendOn(node, token, token.Stopped ?? Progress.Coming);
            }
    }

    /// <summary>What journals of before say of a token by the incident that stands at its element.</summary>
    private Progress Reached(Incident incident) =>
        incident.Number == Incidents.NoFlow ? Progress.Done
        : World.Level >= EngineLevel.Three && incident is { Number: Incidents.TooManySteps, Problem: OnTheWay }
            ? Progress.Coming
        : Progress.Begun;

    /// <summary>The case stops at what an event hangs on; where nothing is there yet, at a token of its own.</summary>
    /// <param name="missing">What has no value, in the words of the first journals.</param>
    private void CannotWait(FlowNode node, int part, int? token, int? scope, string missing)
    {
        if (World.Level < EngineLevel.Three)
        {
            Emit(new CaseEvent.IncidentRaised(node.Id, token ?? Place(node, null, scope), Incidents.NoValue, missing));
            return;
        }
        var standing = State.Incidents.GetValueOrDefault(node.Id);
        var missed = standing?.Missed ?? [];
        var own = missed
            .Select(m => State.Tokens.GetValueOrDefault(m.Token))
            .FirstOrDefault(t => t?.Element == node.Id && t.Scope == scope);
        var at = token ?? own?.Id ?? Place(node, null, scope);
        missed = missed.Add(new Missed(at, part));
        Emit(new CaseEvent.IncidentRaised(node.Id, at, Incidents.NoValue, Words(node, missed)) { Missed = missed });
    }

    /// <summary>What has no value, each with the part of the event that it belongs to.</summary>
    private static string Words(FlowNode node, ImmutableArray<Missed> missed)
    {
        var parts = PartsOf(node);
        return string.Join(
            ' ',
            missed
                .Select(m => (parts[m.Part] is TimerDefinition ? "timer" : "correlationKey") + Suffix(m.Part))
                .Distinct()
        );
    }

    private static List<EventDefinition> PartsOf(FlowNode node) =>
        [.. Parts(node is ReceiveTask receive ? receive.Message : ((ProcessEvent)node).Definition)];

    /// <summary>An event that had no time or no key waits anew for what it missed; what it waits for already stays.</summary>
    private bool AwaitAgain(FlowNode node, Incident incident)
    {
        var missed = MissedBy(node, incident);
        foreach (var of in missed.GroupBy(m => m.Token))
            if (State.Tokens.GetValueOrDefault(of.Key) is { } at)
            {
                var standsIn = node is StartEvent start && Watches(start, at);
                if (standsIn)
                    EndToken(at.Id);
                var parts = PartsOf(node);
                foreach (var one in of)
                    Await(node, parts[one.Part], one.Part, standsIn ? null : at.Id, at.Scope);
            }
        return !missed.IsEmpty;
    }

    /// <summary>Journals of before say in words what is missing, and only of an event whose token stands elsewhere.</summary>
    private ImmutableArray<Missed> MissedBy(FlowNode node, Incident incident)
    {
        if (!incident.Missed.IsEmpty)
            return incident.Missed;
        if (incident.Number != Incidents.NoValue || State.Tokens.GetValueOrDefault(incident.Token) is not { } at)
            return [];
        return at.Element != node.Id || node is StartEvent start && Watches(start, at)
            ?
            [
                .. State
                    .Tokens.Values.Where(t =>
                        t.Id == at.Id || node is StartEvent other && t.Element == node.Id && Watches(other, t)
                    )
                    .SelectMany(t => incident.Problem.Split(' ').Select(word => new Missed(t.Id, PartOf(word)))),
            ]
            : [];
    }

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
            SetTimer(boundary, timer, 0, host.Id, host.Scope);
    }
}
