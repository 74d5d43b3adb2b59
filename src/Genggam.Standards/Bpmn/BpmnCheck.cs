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
        var ways = new Ways(process);
        foreach (var problem in Ends(process).Concat(Gateways(process)).Concat(ParallelCycles(process, ways)))
            yield return problem;
        foreach (var problem in ordered ? Reach(process, ways).Concat(Waiting(process)) : [])
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
                && !process.Catching(link).Any()
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
    private static IEnumerable<Problem> ParallelCycles(ProcessModel process, Ways ways)
    {
        var splits = process.Nodes.OfType<ParallelGateway>().Where(n => process.Outgoing(n.Id).Skip(1).Any()).ToList();
        var circles = splits.Count == 0 ? [] : ways.Circles(node => !IsJoin(process, node));
        foreach (var split in splits)
            if (circles.Contains(split.Id))
                yield return new Problem(
                    "BPMN-114",
                    "A parallel branch comes back here without a join: each round makes more tokens.",
                    split.At,
                    Severity.Warning
                );
    }

    private static bool IsGateway(FlowNode node) =>
        node is ExclusiveGateway or ParallelGateway or InclusiveGateway or EventBasedGateway or ComplexGateway;

    private static bool IsJoin(ProcessModel process, FlowNode node) =>
        node is ParallelGateway or InclusiveGateway && process.Incoming(node.Id).Skip(1).Any();

    /// <summary>Every node can be reached, and from every node an end.</summary>
    private static IEnumerable<Problem> Reach(ProcessModel process, Ways ways)
    {
        var reached = ways.From(
            process.Beginnings.Concat(
                process.Nodes.Where(n =>
                    n is StartEvent or SubProcess { TriggeredByEvent: true } || IsForCompensation(n)
                )
            )
        );
        var ending = ways.To(process.Nodes.Where(n => n is EndEvent || ways.IsLast(n)));
        foreach (var node in process.Nodes)
        {
            if (!reached(node))
                yield return new Problem("BPMN-107", "No token can reach this element.", node.At);
            if (!ending(node))
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
}
