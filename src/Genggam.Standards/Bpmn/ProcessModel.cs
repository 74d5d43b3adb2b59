using System.Collections.Immutable;

namespace Genggam.Standards.Bpmn;

public sealed record SequenceFlow(string Id, string Source, string Target, string? Name, FeelText? Condition, Place At);

/// <summary>A process: nodes and the flows between them, in the order of the file.</summary>
public sealed class ProcessModel
{
    public static readonly ProcessModel Empty = new("", null, [], [], new Place("process.bpmn"));

    private readonly ILookup<string, SequenceFlow> outgoing;
    private readonly ILookup<string, SequenceFlow> incoming;
    private readonly ILookup<string, BoundaryEvent> boundaries;

    public ProcessModel(
        string id,
        string? name,
        ImmutableArray<FlowNode> nodes,
        ImmutableArray<SequenceFlow> flows,
        Place at
    )
    {
        Id = id;
        Name = name;
        Nodes = nodes;
        Flows = flows;
        At = at;
        Elements = nodes
            .DistinctBy(n => n.Id, StringComparer.Ordinal)
            .ToImmutableDictionary(n => n.Id, StringComparer.Ordinal);
        outgoing = flows.ToLookup(f => f.Source, StringComparer.Ordinal);
        incoming = flows.ToLookup(f => f.Target, StringComparer.Ordinal);
        boundaries = nodes.OfType<BoundaryEvent>().ToLookup(b => b.AttachedTo, StringComparer.Ordinal);
    }

    public string Id { get; }
    public string? Name { get; }
    public Place At { get; }
    public ImmutableArray<FlowNode> Nodes { get; }
    public ImmutableArray<SequenceFlow> Flows { get; }
    public ImmutableDictionary<string, FlowNode> Elements { get; }

    /// <summary>The none start event, or the first of any kind; null in a process that has none.</summary>
    public StartEvent? Start =>
        Nodes.OfType<StartEvent>().FirstOrDefault(s => s.Definition is null)
        ?? Nodes.OfType<StartEvent>().FirstOrDefault();

    public IEnumerable<SequenceFlow> Outgoing(string node) => outgoing[node];

    public IEnumerable<SequenceFlow> Incoming(string node) => incoming[node];

    public IEnumerable<BoundaryEvent> Boundaries(string activity) => boundaries[activity];
}
