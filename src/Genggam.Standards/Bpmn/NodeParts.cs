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
        "ioSpecification",
        "property",
        "dataInput",
        "dataOutput",
        "inputSet",
        "outputSet",
        "dataInputAssociation",
        "dataOutputAssociation",
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

    public static IEnumerable<string> Demands(XElement node)
    {
        foreach (var part in node.Elements().Where(p => p.Name.Namespace == BpmnReader.Model))
            if (Demanding.Contains(part.Name.LocalName))
                yield return part.Name.LocalName;
        foreach (var name in new[] { "isForCompensation", "parallelMultiple", "instantiate" })
            if ((string?)node.Attribute(name) is "true" or "1")
                yield return name;
        foreach (var name in new[] { "startQuantity", "completionQuantity" })
            if ((string?)node.Attribute(name) is { } quantity && quantity != "1")
                yield return name;
        if (!node.Name.LocalName.EndsWith("Gateway", StringComparison.Ordinal) && node.Attribute("default") is not null)
            yield return "default";
        if ((string?)node.Attribute("scriptFormat") is { Length: > 0 } format && !IsFeel(format))
            yield return $"scriptFormat {format}";
        foreach (var name in Extensions.Demands(node))
            yield return name;
    }

    private static bool IsFeel(string format) => format.Contains("feel", StringComparison.OrdinalIgnoreCase);
}
