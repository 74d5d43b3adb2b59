using System.Xml.Linq;

namespace Genggam.Standards.Bpmn;

/// <summary>Which parts of a level or of a node are drawn only, are read, or ask for more than the node's kind.</summary>
internal static class NodeParts
{
    /// <summary>Elements that tell a person something, or belong to the activity and not to its level.</summary>
    public static readonly HashSet<string> PassedOver =
    [
        "documentation",
        "extensionElements",
        "auditing",
        "monitoring",
        "categoryValueRef",
        "incoming",
        "outgoing",
        "laneSet",
        "textAnnotation",
        "association",
        "group",
        "dataObject",
        "dataObjectReference",
        "dataStoreReference",
        "property",
        "ioSpecification",
        "dataInputAssociation",
        "dataOutputAssociation",
        "resourceRole",
        "potentialOwner",
        "performer",
        "humanPerformer",
        "multiInstanceLoopCharacteristics",
        "standardLoopCharacteristics",
        "completionCondition",
    ];

    private static readonly HashSet<string> Read = ["script", "activationCondition"];

    private static readonly HashSet<string> Demanding =
    [
        "dataInput",
        "dataOutput",
        "inputSet",
        "outputSet",
        "resourceRole",
        "potentialOwner",
        "performer",
        "humanPerformer",
    ];

    public static bool IsKnown(XElement part) =>
        part.Name.Namespace == BpmnReader.Model
        && (
            PassedOver.Contains(part.Name.LocalName)
            || Demanding.Contains(part.Name.LocalName)
            || Read.Contains(part.Name.LocalName)
            || EventReader.IsDefinition(part)
        );

    public static bool IsGlobalTask(XElement e) =>
        e.Name.Namespace == BpmnReader.Model
        && e.Name.LocalName.StartsWith("global", StringComparison.Ordinal)
        && e.Name.LocalName.EndsWith("Task", StringComparison.Ordinal);

    public static IEnumerable<string> Demands(XElement node)
    {
        if (node.HasElements)
            foreach (var part in node.Elements())
                if (part.Name.Namespace == BpmnReader.Model && (IsDemand(part) || IsDataOfEvent(part)))
                    yield return part.Name.LocalName;
        if (XmlBoolean.Of(node.Attribute("isForCompensation")) == true)
            yield return "isForCompensation";
        if (node.Name.LocalName == "eventBasedGateway" && (string?)node.Attribute("eventGatewayType") == "Parallel")
            yield return "eventGatewayType Parallel";
        if ((string?)node.Attribute("scriptFormat") is { Length: > 0 } format && !IsFeel(format))
            yield return $"scriptFormat {format}";
        foreach (var name in Extensions.Demands(node))
            yield return name;
    }

    private static bool IsDemand(XElement part) => Demanding.Contains(part.Name.LocalName);

    /// <summary>Activities honour associations; what an event carries is mapped by the modeller's extension.</summary>
    private static bool IsDataOfEvent(XElement part) =>
        part.Name.LocalName is "dataInputAssociation" or "dataOutputAssociation"
        && part.Parent!.Name.LocalName.EndsWith("Event", StringComparison.Ordinal);

    private static bool IsFeel(string format) => format.Contains("feel", StringComparison.OrdinalIgnoreCase);
}
