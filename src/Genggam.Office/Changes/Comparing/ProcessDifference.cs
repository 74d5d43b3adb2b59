using System.Collections.Immutable;
using System.Xml.Linq;

namespace Genggam.Office.Changes;

/// <summary>A process (BPMN 2.0) before and after, element by element of the same id.</summary>
/// <param name="Was">The file as it was; null where it is new.</param>
/// <param name="Now">The file as it is; null where it is gone.</param>
public sealed record ProcessDifference(string Path, string? Was, string? Now, ImmutableArray<ElementOtherwise> Elements)
{
    private static readonly ImmutableHashSet<string> Levels =
    [
        "definitions",
        "process",
        "subProcess",
        "adHocSubProcess",
        "transaction",
        "collaboration",
        "laneSet",
        "childLaneSet",
    ];

    /// <summary>What belongs to the element that it stands in.</summary>
    private static readonly ImmutableHashSet<string> Parts =
    [
        "documentation",
        "extensionElements",
        "laneSet",
        "childLaneSet",
        "ioSpecification",
        "property",
        "dataInputAssociation",
        "dataOutputAssociation",
        "multiInstanceLoopCharacteristics",
        "standardLoopCharacteristics",
    ];

    /// <returns>Null where one of the two is no XML.</returns>
    public static ProcessDifference? Of(string path, string? was, string? now)
    {
        var (before, after) = (XmlAccount.Root(was), XmlAccount.Root(now));
        return (was is not null && before is null) || (now is not null && after is null)
            ? null
            : new ProcessDifference(path, was, now, DrawnElement.Compare(Read(before), Read(after)));
    }

    public static bool IsStep(string kind) =>
        kind.EndsWith("Task", StringComparison.Ordinal)
        || kind.EndsWith("Event", StringComparison.Ordinal)
        || kind.EndsWith("Gateway", StringComparison.Ordinal)
        || kind is "task" or "callActivity" or "subProcess" or "adHocSubProcess" or "transaction";

    public static bool IsFlow(string kind) => kind is "sequenceFlow" or "messageFlow";

    private static IReadOnlyList<DrawnElement> Read(XElement? root) =>
        DrawnElement.Of(
            root,
            e =>
                e.Parent is { } owner
                && e.Attribute("id") is not null
                && Levels.Contains(owner.Name.LocalName)
                && !Parts.Contains(e.Name.LocalName)
                && e.Name.LocalName != "BPMNDiagram",
            // The flows say where they lead.
            e => e.Name.LocalName is "incoming" or "outgoing" or "laneSet"
        );
}
