using Genggam.Standards.Bpmn;

namespace Genggam.Engine;

/// <summary>How a case that stopped is taken up again.</summary>
internal sealed partial class ProcessRun
{
    public void TryAgain(Incident incident)
    {
        var node = Node(incident.Element);
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
                // What an activity had to do is done where only its flows are missing.
                if (incident.Number == Incidents.NoFlow && node is Activity)
                    Follow(node, token.Scope);
                else
                    arrivals.Enqueue(new(node, token.Flow, token.Scope, Again: true));
        }
        Travel();
    }

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
