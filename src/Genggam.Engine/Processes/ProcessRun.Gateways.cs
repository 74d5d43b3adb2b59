using Genggam.Standards.Bpmn;

namespace Genggam.Engine;

/// <summary>Gateways (BPMN 2.0, 13.4).</summary>
internal sealed partial class ProcessRun
{
    private void Choose(ExclusiveGateway gateway, int? scope)
    {
        var flows = Outgoing(gateway).ToList();
        var chosen =
            flows.Find(f => f.Id != gateway.Default && (f.Condition is null || Holds(f.Condition, scope)))
            ?? flows.Find(f => f.Id == gateway.Default);
        if (chosen is not null)
            Take(chosen, scope);
        else if (flows.Count > 0)
            Stop(gateway, scope, Incidents.NoFlow, gateway.Id);
    }

    /// <summary>Waits until a token has come by every incoming flow, then leaves by every outgoing one.</summary>
    private void Join(ParallelGateway gateway, string? flow, int? scope)
    {
        var incoming = Incoming(gateway).ToList();
        if (incoming.Count > 1)
        {
            Place(gateway, flow, scope);
            var here = At(gateway, scope);
            var first = incoming.Select(f => here.Find(t => t.Flow == f.Id)).ToList();
            if (first.Contains(null))
                return;
            foreach (var token in first)
                EndToken(token!.Id);
        }
        Follow(gateway, scope);
    }

    /// <summary>All flows whose condition holds; the default where none does.</summary>
    private void Split(InclusiveGateway gateway, int? scope)
    {
        var flows = Outgoing(gateway).ToList();
        var taken = flows.FindAll(f => f.Id != gateway.Default && (f.Condition is null || Holds(f.Condition, scope)));
        if (taken.Count == 0 && flows.Find(f => f.Id == gateway.Default) is { } otherwise)
            taken.Add(otherwise);
        if (taken.Count == 0 && flows.Count > 0)
            Stop(gateway, scope, Incidents.NoFlow, gateway.Id);
        foreach (var flow in taken)
            Take(flow, scope);
    }

    private void Merge(InclusiveGateway gateway, string? flow, int? scope)
    {
        if (Incoming(gateway).Skip(1).Any())
            Place(gateway, flow, scope);
        else
            Split(gateway, scope);
    }

    /// <summary>
    /// Lets one inclusive join go on that nothing can reach any more. Asked whenever all tokens rest, so it sees it too when
    /// a token it waited for has died.
    /// </summary>
    private bool JoinInclusive()
    {
        foreach (var waiting in Process.JoinsInclusively ? State.Tokens.Values : [])
            if (
                Node(waiting.Element) is InclusiveGateway gateway
                && !HasLeft(waiting)
                && !State.Incidents.Values.Any(i => i.Token == waiting.Id)
                && IsReady(gateway, waiting.Scope)
            )
            {
                foreach (var token in At(gateway, waiting.Scope).DistinctBy(t => t.Flow))
                    if (World.Level < EngineLevel.Three)
                        Emit(new CaseEvent.TokenTaken(token.Id));
                    else if (!HasLeft(token))
                        EndToken(token.Id);
                Split(gateway, waiting.Scope);
                return true;
            }
        return false;
    }

    /// <summary>
    /// The path rule of 13.4.3: no token can reach an incoming flow that has none, unless it can also reach one that has.
    /// </summary>
    private bool IsReady(InclusiveGateway gateway, int? scope)
    {
        var level = Process.LevelOf(gateway.Id);
        var came = At(gateway, scope).Select(t => t.Flow).ToHashSet(StringComparer.Ordinal);
        var incoming = level.Incoming(gateway.Id).ToList();
        var toEmpty = level.Before(incoming.Where(f => !came.Contains(f.Id)), gateway.Id);
        var toFull = level.Before(incoming.Where(f => came.Contains(f.Id)), gateway.Id);
        return !State.Tokens.Values.Any(t =>
            t.Scope == scope && t.Element != gateway.Id && toEmpty.Contains(t.Element) && !toFull.Contains(t.Element)
        );
    }

    /// <summary>A token at an inclusive gateway that waits for no other: it found no way out.</summary>
    private bool HasLeft(Token token) => World.Level >= EngineLevel.Three && token.Flow is null;

    private List<Token> At(FlowNode node, int? scope) =>
        [.. State.Tokens.Values.Where(t => t.Element == node.Id && t.Scope == scope)];

    /// <summary>Waits at the gateway for the first of the events behind it.</summary>
    private void Defer(EventBasedGateway gateway, int? scope)
    {
        var token = Place(gateway, null, scope);
        foreach (var flow in Outgoing(gateway))
        {
            var arm = Node(flow.Target);
            var definition = arm is ReceiveTask receive ? receive.Message : ((ProcessEvent)arm).Definition;
            Await(arm, definition, token, scope);
        }
    }
}
