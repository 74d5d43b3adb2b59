namespace Genggam.Standards.Bpmn;

/// <summary>Faults of structure that can be seen without running a process.</summary>
public static class BpmnCheck
{
    public static IEnumerable<Problem> Structure(ProcessModel process)
    {
        if (process.Start is null)
            yield return new Problem("BPMN-101", "The process has no start event.", process.At);
        foreach (var flow in process.Flows)
        foreach (var end in new[] { flow.Source, flow.Target })
            if (!process.Elements.ContainsKey(end))
                yield return new Problem("BPMN-102", $"The flow leads to or from {end}, which is not there.", flow.At);
        foreach (var boundary in process.Nodes.OfType<BoundaryEvent>())
            if (process.Elements.GetValueOrDefault(boundary.AttachedTo) is not Activity)
                yield return new Problem("BPMN-103", "The boundary event stands on no activity.", boundary.At);
        foreach (var problem in Gateways(process).Concat(Reach(process)))
            yield return problem;
        foreach (var inner in process.Nodes.OfType<SubProcess>().SelectMany(s => Structure(s.Body)))
            yield return inner;
    }

    private static IEnumerable<Problem> Gateways(ProcessModel process)
    {
        foreach (var node in process.Nodes)
        {
            var flows = process.Outgoing(node.Id).ToList();
            if (
                node is ExclusiveGateway or ParallelGateway or InclusiveGateway or EventBasedGateway
                && flows.Count == 0
            )
                yield return new Problem("BPMN-104", "There is no way out of the gateway.", node.At);
            if (
                node is ExclusiveGateway { Default: null }
                && flows.Count > 1
                && flows.All(f => f.Condition is not null)
            )
                yield return new Problem(
                    "BPMN-105",
                    "No flow is the default: a case that meets no condition would stop here.",
                    node.At,
                    Severity.Warning
                );
            if (node is ExclusiveGateway { Default: { } chosen } && flows.All(f => f.Id != chosen))
                yield return new Problem("BPMN-106", $"The default flow {chosen} does not leave the gateway.", node.At);
        }
    }

    /// <summary>Every node can be reached, and from every node an end.</summary>
    private static IEnumerable<Problem> Reach(ProcessModel process)
    {
        var starts = process
            .Nodes.Where(n => n is StartEvent or SubProcess { TriggeredByEvent: true })
            .Select(n => n.Id);
        var reached = Closure(starts, id => Forward(process, id));
        var ends = process.Nodes.Where(n => n is EndEvent || !Forward(process, n.Id).Any()).Select(n => n.Id);
        var ending = Closure(ends, id => Backward(process, id));
        foreach (var node in process.Nodes)
        {
            if (!reached.Contains(node.Id))
                yield return new Problem("BPMN-107", "No token can reach this element.", node.At);
            if (!ending.Contains(node.Id))
                yield return new Problem("BPMN-108", "A token here can never reach an end.", node.At);
        }
    }

    private static IEnumerable<string> Forward(ProcessModel process, string id) =>
        process.Outgoing(id).Select(f => f.Target).Concat(process.Boundaries(id).Select(b => b.Id));

    private static IEnumerable<string> Backward(ProcessModel process, string id) =>
        process
            .Incoming(id)
            .Select(f => f.Source)
            .Concat(process.Elements.GetValueOrDefault(id) is BoundaryEvent boundary ? [boundary.AttachedTo] : []);

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
