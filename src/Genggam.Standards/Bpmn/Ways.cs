namespace Genggam.Standards.Bpmn;

/// <summary>
/// Where a token of one level may go next: by a flow, by a link, or out of an activity by its boundary. Nodes are numbered,
/// so that a walk over a large process looks up no names.
/// </summary>
internal sealed class Ways
{
    private readonly List<FlowNode> nodes;
    private readonly Dictionary<string, int> numbers;
    private readonly Steps after;
    private readonly Steps before;

    public Ways(ProcessModel level)
    {
        nodes = new List<FlowNode>(level.Nodes.Length);
        numbers = new Dictionary<string, int>(level.Nodes.Length, StringComparer.Ordinal);
        foreach (var node in level.Nodes)
            if (numbers.TryAdd(node.Id, nodes.Count))
                nodes.Add(node);
        var steps = new List<(int From, int To)>(level.Flows.Length);
        steps.AddRange(All(level));
        after = new Steps(nodes.Count, steps);
        before = new Steps(nodes.Count, steps.ConvertAll(s => (s.To, s.From)));
    }

    public bool IsLast(FlowNode node) => after[numbers[node.Id]].IsEmpty;

    /// <summary>Says of a node whether a token can come to it from one of these.</summary>
    public Predicate<FlowNode> From(IEnumerable<FlowNode> some) => Closure(some, after);

    /// <summary>Says of a node whether a token there can come to one of these.</summary>
    public Predicate<FlowNode> To(IEnumerable<FlowNode> some) => Closure(some, before);

    /// <summary>The nodes of this kind to which a token can come back through nodes of this kind only.</summary>
    public HashSet<string> Circles(Func<FlowNode, bool> kind)
    {
        return Standards.Circles.In(
            nodes.Where(kind).ToDictionary(n => n.Id, n => Next(n).AsEnumerable(), StringComparer.Ordinal)
        );

        List<string> Next(FlowNode node)
        {
            var next = new List<string>();
            foreach (var to in after[numbers[node.Id]])
                next.Add(nodes[to].Id);
            return next;
        }
    }

    private Predicate<FlowNode> Closure(IEnumerable<FlowNode> some, Steps steps)
    {
        var seen = new bool[nodes.Count];
        var open = new Stack<int>(some.Select(n => numbers[n.Id]));
        while (open.TryPop(out var number))
        {
            if (seen[number])
                continue;
            seen[number] = true;
            foreach (var next in steps[number])
                open.Push(next);
        }
        return node => seen[numbers[node.Id]];
    }

    private IEnumerable<(int From, int To)> All(ProcessModel level)
    {
        foreach (var flow in level.Flows)
            if (numbers.TryGetValue(flow.Source, out var source) && numbers.TryGetValue(flow.Target, out var target))
                yield return (source, target);
        for (var i = 0; i < nodes.Count; i++)
            if (nodes[i] is BoundaryEvent boundary && numbers.TryGetValue(boundary.AttachedTo, out var activity))
                yield return (activity, i);
            else if (nodes[i] is IntermediateThrowEvent { Definition: NamedDefinition { Kind: "link" } link })
                foreach (var end in level.Catching(link))
                    yield return (i, numbers[end.Id]);
    }

    /// <summary>The steps out of each node, one behind the other in one array.</summary>
    private sealed class Steps
    {
        private readonly int[] begin;
        private readonly int[] targets;

        public Steps(int nodes, List<(int From, int To)> steps)
        {
            begin = new int[nodes + 1];
            foreach (var (from, _) in steps)
                begin[from + 1]++;
            for (var i = 0; i < nodes; i++)
                begin[i + 1] += begin[i];
            targets = new int[steps.Count];
            var free = begin.AsSpan(0, nodes).ToArray();
            foreach (var (from, to) in steps)
                targets[free[from]++] = to;
        }

        public ReadOnlySpan<int> this[int node] => targets.AsSpan(begin[node]..begin[node + 1]);
    }
}
