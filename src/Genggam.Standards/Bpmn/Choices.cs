namespace Genggam.Standards.Bpmn;

/// <summary>The conditions of the flows that leave a node (BPMN 2.0, 8.3.13): who asks them, and what is left where none holds.</summary>
internal static class Choices
{
    public static IEnumerable<Problem> Problems(FlowNode node, List<SequenceFlow> flows)
    {
        var chosen = node switch
        {
            ExclusiveGateway gateway => gateway.Default,
            InclusiveGateway gateway => gateway.Default,
            Activity activity => activity.Default,
            _ => null,
        };
        if (chosen is not null && flows.All(f => f.Id != chosen))
            yield return new Problem("BPMN-106", $"The default flow {chosen} does not leave here.", node.At);
        foreach (var flow in flows.Where(f => f.Condition is not null))
            if (!Asks(node))
                yield return new Problem(
                    "BPMN-115",
                    "Nobody asks this condition: it needs an exclusive or inclusive gateway, or an activity, in front of it.",
                    flow.At
                );
            else if (flow.Id == chosen)
                yield return new Problem(
                    "BPMN-115",
                    "Nobody asks the condition of the default flow: it is taken where no other holds.",
                    flow.At,
                    Severity.Warning
                );
        if (
            Asks(node)
            && node is not ComplexGateway
            && chosen is null
            && flows.Count > 0
            && flows.All(f => f.Condition is not null)
        )
            yield return new Problem(
                "BPMN-105",
                "No flow is the default: a case that meets no condition would stop here.",
                node.At,
                Severity.Warning
            );
        if (node is ExclusiveGateway && Hiding(flows, chosen) is { } problem)
            yield return problem;
    }

    private static bool Asks(FlowNode node) =>
        node is ExclusiveGateway or InclusiveGateway or ComplexGateway or Activity;

    /// <summary>An exclusive gateway takes the first flow that may be taken, so one without condition hides the rest.</summary>
    private static Problem? Hiding(List<SequenceFlow> flows, string? chosen)
    {
        var always = flows.FindIndex(f => f.Condition is null && f.Id != chosen);
        if (always < 0)
            return null;
        var hidden = flows.Where((f, i) => i > always || f.Id == chosen).Select(f => f.Id).ToList();
        return hidden.Count == 0
            ? null
            : new Problem(
                "BPMN-113",
                $"The flow {flows[always].Id} has no condition, so it hides {string.Join(", ", hidden)}: no token ever goes there.",
                flows[always].At,
                Severity.Warning
            );
    }
}
