using Genggam.Standards.Bpmn;

namespace Genggam.Web.Designer.Drawing;

/// <summary>Where an element leads: by a flow, over its boundary, or into its inside.</summary>
/// <param name="Flow">The id of the flow; null where it needs none.</param>
/// <param name="When">What a flow asks, or its name.</param>
/// <param name="Otherwise">Taken where nothing else holds.</param>
internal sealed record ElementWay(FlowNode To, string? Flow, string? When, bool Otherwise);

internal static class ElementWays
{
    public static IEnumerable<ElementWay> Of(ProcessModel process, FlowNode node)
    {
        var level = process.LevelOf(node.Id);
        var standard = node switch
        {
            ExclusiveGateway gateway => gateway.Default,
            InclusiveGateway gateway => gateway.Default,
            Activity activity => activity.Default,
            _ => null,
        };
        foreach (var flow in level.Outgoing(node.Id))
            if (level.Elements.TryGetValue(flow.Target, out var next))
                yield return new ElementWay(next, flow.Id, flow.Condition?.Source ?? flow.Name, flow.Id == standard);
        foreach (var boundary in level.Boundaries(node.Id))
            yield return new ElementWay(boundary, null, null, false);
        if (process.Inside(node) is { } inside)
            foreach (var first in inside.Beginnings)
                yield return new ElementWay(first, null, null, false);
    }
}
