namespace Genggam.Standards.Bpmn;

/// <summary>Faults of structure that can be seen without running a process.</summary>
public static class BpmnCheck
{
    public static IEnumerable<Problem> Structure(ProcessModel process) =>
        Level(process, ordered: true)
            .Concat(process.Callable.Values.SelectMany(called => Level(called, ordered: true)));

    /// <param name="ordered">False in an ad-hoc sub-process, whose parts need neither start nor flows.</param>
    private static IEnumerable<Problem> Level(ProcessModel process, bool ordered)
    {
        if (ordered && !process.Beginnings.Any())
            yield return new Problem("BPMN-101", "Nothing begins here: there is no start event.", process.At);
        foreach (var flow in process.Flows)
        foreach (var end in new[] { flow.Source, flow.Target })
            if (!process.Elements.ContainsKey(end))
                yield return new Problem("BPMN-102", $"The flow leads to or from {end}, which is not there.", flow.At);
        foreach (var boundary in process.Nodes.OfType<BoundaryEvent>())
            if (process.Elements.GetValueOrDefault(boundary.AttachedTo) is not Activity)
                yield return new Problem("BPMN-103", "The boundary event stands on no activity.", boundary.At);
        foreach (var problem in Ends(process).Concat(Gateways(process)).Concat(ParallelCycles(process)))
            yield return problem;
        foreach (var problem in ordered ? Reach(process).Concat(Waiting(process)) : [])
            yield return problem;
        foreach (var part in process.Nodes.OfType<SubProcess>())
        foreach (var inner in Level(part.Body, ordered: part.Kind != "adHocSubProcess"))
            yield return inner;
    }

    /// <summary>Flows only arrive and leave where a token may.</summary>
    private static IEnumerable<Problem> Ends(ProcessModel process)
    {
        foreach (var node in process.Nodes)
        {
            if (node is StartEvent or BoundaryEvent && process.Incoming(node.Id).Any())
                yield return new Problem("BPMN-109", "No flow may lead into this event.", node.At);
            if (node is EndEvent && process.Outgoing(node.Id).Any())
                yield return new Problem("BPMN-110", "No flow may leave an end event.", node.At);
            if (
                node is IntermediateThrowEvent { Definition: NamedDefinition { Kind: "link" } link }
                && !Catching(process, link).Any()
            )
                yield return new Problem("BPMN-111", $"No event catches the link {link.Name}.", node.At);
        }
    }

    private static IEnumerable<Problem> Gateways(ProcessModel process)
    {
        foreach (var node in process.Nodes)
        {
            var flows = process.Outgoing(node.Id).ToList();
            if (IsGateway(node) && flows.Count == 0)
                yield return new Problem("BPMN-104", "There is no way out of the gateway.", node.At);
            foreach (var problem in Choices.Problems(node, flows))
                yield return problem;
            if (node is EventBasedGateway)
                foreach (var flow in flows)
                    if (process.Elements.GetValueOrDefault(flow.Target) is not (IntermediateCatchEvent or ReceiveTask))
                        yield return new Problem("BPMN-112", $"{flow.Target} waits for no event.", node.At);
        }
    }

    /// <summary>A split whose branch comes back to it without a join: each round makes more tokens.</summary>
    private static IEnumerable<Problem> ParallelCycles(ProcessModel process)
    {
        foreach (var split in process.Nodes.OfType<ParallelGateway>())
        {
            if (IsJoin(process, split.Id) || process.Outgoing(split.Id).Count() < 2)
                continue;
            var branches = process.Outgoing(split.Id).Select(f => f.Target).Where(id => !IsJoin(process, id));
            var reached = Closure(branches, id => Forward(process, id).Where(next => !IsJoin(process, next)));
            if (reached.Contains(split.Id))
                yield return new Problem(
                    "BPMN-114",
                    "A parallel branch comes back here without a join: each round makes more tokens.",
                    split.At,
                    Severity.Warning
                );
        }
    }

    private static bool IsGateway(FlowNode node) =>
        node is ExclusiveGateway or ParallelGateway or InclusiveGateway or EventBasedGateway or ComplexGateway;

    private static bool IsJoin(ProcessModel process, string id) =>
        process.Elements.GetValueOrDefault(id) is ParallelGateway or InclusiveGateway
        && process.Incoming(id).Skip(1).Any();

    private static IEnumerable<FlowNode> Catching(ProcessModel process, NamedDefinition link) =>
        process.Nodes.Where(n =>
            n is IntermediateCatchEvent { Definition: NamedDefinition { Kind: "link" } end } && end.Name == link.Name
        );

    /// <summary>Every node can be reached, and from every node an end.</summary>
    private static IEnumerable<Problem> Reach(ProcessModel process)
    {
        var starts = process
            .Beginnings.Concat(
                process.Nodes.Where(n =>
                    n is StartEvent or SubProcess { TriggeredByEvent: true } || IsForCompensation(n)
                )
            )
            .Select(n => n.Id);
        var reached = Closure(starts, id => Forward(process, id));
        var ends = process.Nodes.Where(n => n is EndEvent || !Forward(process, n.Id).Any()).Select(n => n.Id);
        var before = process
            .Nodes.SelectMany(n => Forward(process, n.Id).Select(next => (From: n.Id, To: next)))
            .ToLookup(step => step.To, step => step.From, StringComparer.Ordinal);
        var ending = Closure(ends, id => before[id]);
        foreach (var node in process.Nodes)
        {
            if (!reached.Contains(node.Id))
                yield return new Problem("BPMN-107", "No token can reach this element.", node.At);
            if (!ending.Contains(node.Id))
                yield return new Problem("BPMN-108", "A token here can never reach an end.", node.At);
        }
    }

    private static IEnumerable<Problem> Waiting(ProcessModel process) =>
        TokensTogether
            .NeverLeft(process)
            .Select(node => new Problem(
                "BPMN-116",
                node is Activity { StartQuantity: var many }
                    ? $"A token here can never leave: the work begins with {many}, and only one ever comes."
                    : "A token here can never leave: tokens never come by all the flows that lead here.",
                node.At
            ));

    /// <summary>A compensating activity is reached by an association, not by a flow.</summary>
    private static bool IsForCompensation(FlowNode node) => node.Demands.Contains("isForCompensation");

    private static IEnumerable<string> Forward(ProcessModel process, string id)
    {
        var next = process.Outgoing(id).Select(f => f.Target).Concat(process.Boundaries(id).Select(b => b.Id));
        return
            process.Elements.GetValueOrDefault(id)
                is IntermediateThrowEvent { Definition: NamedDefinition { Kind: "link" } link }
            ? next.Concat(Catching(process, link).Select(n => n.Id))
            : next;
    }

    private static HashSet<string> Closure(IEnumerable<string> from, Func<string, IEnumerable<string>> next)
    {
        var seen = new HashSet<string>(from, StringComparer.Ordinal);
        var open = new Stack<string>(seen);
        while (open.TryPop(out var id))
            foreach (var other in next(id))
                if (seen.Add(other))
                    open.Push(other);
        return seen;
    }
}
