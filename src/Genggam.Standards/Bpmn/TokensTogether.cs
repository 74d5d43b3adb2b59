namespace Genggam.Standards.Bpmn;

/// <summary>
/// Where tokens of one level may stand at the same time. Every choice is taken to fall in every way, so more is held to be
/// possible than is: what never happens here never happens in a case. Two tokens at one place are the place beside itself.
/// </summary>
internal sealed class TokensTogether
{
    /// <summary>Beyond it nothing is said: pairs grow with the square.</summary>
    private const int MaxPlaces = 400;

    private readonly ProcessModel level;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly List<Step> steps = [];
    private readonly bool[] marked;
    private readonly bool[,] together;

    /// <summary>Takes a token from each of these places, two from one that is named twice, and puts one at each of those.</summary>
    private sealed record Step(int[] From, int[] To);

    private TokensTogether(ProcessModel level)
    {
        this.level = level;
        foreach (var node in level.Nodes)
        foreach (var name in Gates(node))
            places.TryAdd(name, places.Count);
        (marked, together) = (new bool[places.Count], new bool[places.Count, places.Count]);
        foreach (var node in level.Nodes)
            steps.AddRange(Steps(node));
        Put([.. level.Nodes.Where(Begins).SelectMany(Gates).Select(name => places[name])]);
        while (steps.Aggregate(false, (more, step) => Take(step) || more)) { }
    }

    /// <summary>Joins that never get a token by each flow, and activities that begin with several and never get two.</summary>
    public static IEnumerable<FlowNode> NeverLeft(ProcessModel level)
    {
        var waiting = level.Nodes.Where(n => Joins(level, n) || n is Activity { StartQuantity: > 1 }).ToList();
        if (waiting.Count == 0 || level.Nodes.Length + level.Flows.Length > MaxPlaces)
            return [];
        var found = new TokensTogether(level);
        return waiting.Where(found.IsNeverLeft);
    }

    private bool IsNeverLeft(FlowNode node)
    {
        var needed = Needed(node);
        return needed.Any(place => marked[place]) && !CanBe(needed);
    }

    private static bool Joins(ProcessModel level, FlowNode node) =>
        node is ParallelGateway && level.Incoming(node.Id).Skip(1).Any();

    /// <summary>A parallel join keeps apart what came by each flow; elsewhere tokens come to the node.</summary>
    private IEnumerable<string> Gates(FlowNode node) =>
        Joins(level, node) ? level.Incoming(node.Id).Select(GateOf) : [node.Id];

    private static string GateOf(SequenceFlow flow) => $"{flow.Target}<{flow.Id}";

    /// <summary>Whatever may begin, begins.</summary>
    private bool Begins(FlowNode node) =>
        node is StartEvent or ReceiveTask { Instantiate: true }
        || node is not BoundaryEvent && !level.Incoming(node.Id).Any();

    private int[] Needed(FlowNode node) =>
        node is Activity { StartQuantity: > 1 }
            ? [places[node.Id], places[node.Id]]
            : [.. Gates(node).Select(name => places[name])];

    private IEnumerable<Step> Steps(FlowNode node)
    {
        var here = Needed(node);
        if (node is ExclusiveGateway or EventBasedGateway)
        {
            // A cycle behind an event-based gateway sends tokens on while the gateway waits.
            var stays = level.Outgoing(node.Id).Any(f => IsCycle(f.Target)) && node is EventBasedGateway;
            foreach (var to in level.Outgoing(node.Id).SelectMany(Reached))
                yield return new Step(here, stays ? [.. here, to] : [to]);
            yield break;
        }
        int[] leaving = [.. level.Outgoing(node.Id).SelectMany(Reached), .. Linked(node)];
        var twice = node is Activity { CompletionQuantity: > 1 };
        yield return new Step(here, twice ? [.. leaving, .. leaving] : leaving);
        if (IsCycle(node.Id))
            yield return new Step(here, [.. here, .. leaving]);
        foreach (var boundary in level.Boundaries(node.Id))
        {
            // What the rounds of a loop throw leaves at the boundary and ends nothing.
            var ends = boundary.CancelActivity && node is not Activity { Loop.Thrown.IsEmpty: false };
            yield return new Step(here, ends ? [places[boundary.Id]] : [.. here, places[boundary.Id]]);
        }
    }

    private IEnumerable<int> Reached(SequenceFlow flow) =>
        level.Elements.GetValueOrDefault(flow.Target) is not { } target ? []
        : Joins(level, target) ? [places[GateOf(flow)]]
        : [places[target.Id]];

    private IEnumerable<int> Linked(FlowNode node) =>
        node is IntermediateThrowEvent { Definition: NamedDefinition { Kind: "link" } link }
            ? level.Catching(link).Select(n => places[n.Id])
            : [];

    private bool IsCycle(string node) =>
        level.Elements.GetValueOrDefault(node) is IntermediateCatchEvent { Definition: { } waited }
        && (waited is MultipleDefinition several ? several.Parts : [waited]).Any(d =>
            d is TimerDefinition { Kind: TimerKind.Cycle }
        );

    private bool CanBe(int[] all)
    {
        for (var i = 0; i < all.Length; i++)
        {
            if (!marked[all[i]])
                return false;
            for (var j = 0; j < i; j++)
                if (!together[all[i], all[j]])
                    return false;
        }
        return true;
    }

    /// <summary>True where the step brings tokens together that were not before.</summary>
    private bool Take(Step step)
    {
        if (!CanBe(step.From))
            return false;
        var more = Put(step.To);
        for (var other = 0; other < marked.Length; other++)
            if (step.From.All(place => together[other, place]))
                foreach (var to in step.To)
                    more |= Join(other, to);
        return more;
    }

    private bool Put(int[] all)
    {
        var more = false;
        for (var i = 0; i < all.Length; i++)
        {
            more |= !marked[all[i]];
            marked[all[i]] = true;
            for (var j = 0; j < i; j++)
                more |= Join(all[i], all[j]);
        }
        return more;
    }

    private bool Join(int one, int other)
    {
        if (together[one, other])
            return false;
        return together[one, other] = together[other, one] = true;
    }
}
