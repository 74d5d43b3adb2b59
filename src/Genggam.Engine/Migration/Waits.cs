using Genggam.Standards.Bpmn;

namespace Genggam.Engine;

/// <summary>One thing that an event waits for: a time, a message, a signal or a condition.</summary>
/// <param name="Part">Which of several definitions of the event, from 0.</param>
internal sealed record Wait(FlowNode Node, EventDefinition Definition, int Part)
{
    /// <summary>timer, message, signal or conditional.</summary>
    public string Kind => Definition is NamedDefinition named ? named.Kind : "timer";

    /// <summary>It waits for the same, in the same words.</summary>
    public bool IsLike(Wait other) =>
        (Definition, other.Definition) switch
        {
            (TimerDefinition a, TimerDefinition b) => a.Kind == b.Kind && a.Time.Source == b.Time.Source,
            (NamedDefinition a, NamedDefinition b) => a.Kind == b.Kind
                && (a.Name ?? a.Reference) == (b.Name ?? b.Reference)
                && a.CorrelationKey?.Source == b.CorrelationKey?.Source,
            _ => false,
        };
}

/// <summary>What is waited for where a token works, and where a level is open.</summary>
internal static class Waits
{
    /// <param name="guarded">Whether the boundary events of an activity watch this token; in the rounds of a loop they do not.</param>
    public static IEnumerable<Wait> At(ProcessModel process, FlowNode node, bool guarded)
    {
        var level = process.LevelOf(node.Id);
        var boundaries = guarded && node is Activity ? level.Boundaries(node.Id).SelectMany(Of) : [];
        return node switch
        {
            EventBasedGateway => level.Outgoing(node.Id).SelectMany(f => Of(level.Elements[f.Target])),
            IntermediateCatchEvent => Of(node),
            ReceiveTask => boundaries.Concat(Of(node)),
            _ => boundaries,
        };
    }

    /// <summary>What starts the event sub-processes of a level.</summary>
    public static IEnumerable<Wait> In(ProcessModel level) =>
        level
            .Nodes.OfType<SubProcess>()
            .Where(s => s.TriggeredByEvent)
            .Select(s => s.Body.Start)
            .OfType<StartEvent>()
            .SelectMany(Of);

    public static IEnumerable<Wait> Of(FlowNode node) =>
        PartsOf(node)
            .Select((definition, part) => new Wait(node, definition, part))
            .Where(w =>
                w.Definition is TimerDefinition or NamedDefinition { Kind: "message" or "signal" or "conditional" }
            );

    private static IEnumerable<EventDefinition> PartsOf(FlowNode node) =>
        (node is ReceiveTask receive ? receive.Message : (node as ProcessEvent)?.Definition) switch
        {
            null => [],
            MultipleDefinition several => several.Parts,
            var one => [one],
        };
}
