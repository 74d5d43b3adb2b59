using System.Collections.Immutable;

namespace Genggam.Standards.Bpmn;

public sealed record SequenceFlow(string Id, string Source, string Target, string? Name, FeelText? Condition, Place At);

/// <summary>A process: nodes and the flows between them, in the order of the file.</summary>
public sealed class ProcessModel
{
    private readonly Lazy<bool> joinsInclusively;
    private readonly Lazy<ImmutableDictionary<string, (FlowNode Node, ProcessModel Level)>> everything;
    public static readonly ProcessModel Empty = new("", null, [], [], new Place("process.bpmn"));

    private readonly ILookup<string, SequenceFlow> outgoing;
    private readonly ILookup<string, SequenceFlow> incoming;
    private readonly ILookup<string, BoundaryEvent> boundaries;
    private readonly ILookup<string?, IntermediateCatchEvent> links;

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
        var elements = new Dictionary<string, FlowNode>(nodes.Length, StringComparer.Ordinal);
        foreach (var node in nodes)
            elements.TryAdd(node.Id, node);
        Elements = elements;
        outgoing = flows.ToLookup(f => f.Source, StringComparer.Ordinal);
        incoming = flows.ToLookup(f => f.Target, StringComparer.Ordinal);
        links = nodes
            .OfType<IntermediateCatchEvent>()
            .Where(n => n.Definition is NamedDefinition { Kind: "link" })
            .ToLookup(n => ((NamedDefinition)n.Definition!).Name, StringComparer.Ordinal);
        boundaries = nodes.OfType<BoundaryEvent>().ToLookup(b => b.AttachedTo, StringComparer.Ordinal);
        joinsInclusively = new(() =>
            Everything.Any(n => n is InclusiveGateway && LevelOf(n.Id).Incoming(n.Id).Skip(1).Any())
        );
        everything = new(() =>
            WithLevels()
                .DistinctBy(n => n.Node.Id, StringComparer.Ordinal)
                .ToImmutableDictionary(n => n.Node.Id, StringComparer.Ordinal)
        );
    }

    public string Id { get; }
    public string? Name { get; }
    public Place At { get; }
    public ImmutableArray<FlowNode> Nodes { get; }
    public ImmutableArray<SequenceFlow> Flows { get; }

    /// <summary>The nodes of this level by id; those of sub-processes are in their own bodies.</summary>
    public IReadOnlyDictionary<string, FlowNode> Elements { get; }

    /// <summary>Data objects and properties of this level: variables that end with it.</summary>
    public ImmutableArray<string> Declares { get; init; } = [];

    /// <summary>Processes and global tasks that call activities may call, by id.</summary>
    public ImmutableSortedDictionary<string, ProcessModel> Callable { get; init; } =
        ImmutableSortedDictionary.Create<string, ProcessModel>(StringComparer.Ordinal);

    /// <summary>The none start event, or the first of any kind; null in a process that has none.</summary>
    public StartEvent? Start =>
        Nodes.OfType<StartEvent>().FirstOrDefault(s => s.Definition is null)
        ?? Nodes.OfType<StartEvent>().FirstOrDefault();

    /// <summary>Where tokens begin: the start event, or every node that nothing leads to (10.5.2).</summary>
    public IEnumerable<FlowNode> Beginnings => Start is { } start ? [start] : Nodes.Where(n => IsUnled(n));

    /// <summary>The node of that id, at any depth and in any callable process; null where there is none.</summary>
    public FlowNode? Find(string id) => everything.Value.TryGetValue(id, out var found) ? found.Node : null;

    /// <summary>The level that holds a node found by <see cref="Find"/>.</summary>
    public ProcessModel LevelOf(string id) => everything.Value[id].Level;

    /// <summary>The level inside an activity: a sub-process' body or the called process; null where it has none.</summary>
    public ProcessModel? Inside(FlowNode node) =>
        node switch
        {
            SubProcess sub => sub.Body,
            CallActivity { Called: { } called } => Callable.GetValueOrDefault(called),
            _ => null,
        };

    /// <summary>Whether an inclusive gateway anywhere has tokens to wait for.</summary>
    public bool JoinsInclusively => joinsInclusively.Value;

    /// <summary>All nodes, those of sub-processes and callable processes too.</summary>
    public IEnumerable<FlowNode> Everything => WithLevels().Select(n => n.Node);

    /// <summary>The nodes of this level from which one of the flows can be reached without passing <paramref name="avoided"/>.</summary>
    public IReadOnlySet<string> Before(IEnumerable<SequenceFlow> flows, string avoided)
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>(flows.Select(f => f.Source));
        while (open.TryPop(out var id))
            if (id != avoided && found.Add(id))
                foreach (var before in Leading(id))
                    open.Push(before);
        return found;
    }

    /// <summary>What a token at one of these can come to this node from: by a flow, a link, or out of an activity.</summary>
    private IEnumerable<string> Leading(string id)
    {
        var before = incoming[id].Select(f => f.Source);
        return Elements.GetValueOrDefault(id) switch
        {
            BoundaryEvent boundary => before.Append(boundary.AttachedTo),
            IntermediateCatchEvent { Definition: NamedDefinition { Kind: "link" } end } => before.Concat(
                Nodes
                    .Where(n =>
                        n is IntermediateThrowEvent { Definition: NamedDefinition { Kind: "link" } link }
                        && link.Name == end.Name
                    )
                    .Select(n => n.Id)
            ),
            _ => before,
        };
    }

    /// <summary>The same process that may also call these.</summary>
    public ProcessModel Calling(IReadOnlyCollection<ProcessModel> others) =>
        others.Count == 0
            ? this
            : new(Id, Name, Nodes, Flows, At)
            {
                Declares = Declares,
                Callable = Callable.SetItems(others.Select(o => KeyValuePair.Create(o.Id, o))),
            };

    private bool IsUnled(FlowNode node) =>
        node is not (BoundaryEvent or SubProcess { TriggeredByEvent: true })
        && node is not IntermediateCatchEvent { Definition: NamedDefinition { Kind: "link" } }
        && !node.Demands.Contains("isForCompensation")
        && !Incoming(node.Id).Any();

    private IEnumerable<(FlowNode Node, ProcessModel Level)> WithLevels()
    {
        foreach (var node in Nodes)
        {
            yield return (node, this);
            if (node is SubProcess inner)
                foreach (var found in inner.Body.WithLevels())
                    yield return found;
        }
        foreach (var called in Callable.Values)
        foreach (var found in called.WithLevels())
            yield return found;
    }

    public IEnumerable<SequenceFlow> Outgoing(string node) => outgoing[node];

    public IEnumerable<SequenceFlow> Incoming(string node) => incoming[node];

    public IEnumerable<BoundaryEvent> Boundaries(string activity) => boundaries[activity];

    /// <summary>Where a link of this level that is thrown goes on (10.5.5).</summary>
    public IEnumerable<IntermediateCatchEvent> Catching(NamedDefinition link) => links[link.Name];
}
