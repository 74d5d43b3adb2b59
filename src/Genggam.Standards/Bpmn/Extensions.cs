using System.Collections.Immutable;
using System.Xml.Linq;

namespace Genggam.Standards.Bpmn;

/// <summary>
/// The task extensions of the usual modellers, read where they mean the same: Zeebe's elements and Camunda's attributes.
/// </summary>
internal static class Extensions
{
    private static readonly XNamespace Zeebe = "http://camunda.org/schema/zeebe/1.0";
    private static readonly XNamespace Camunda = "http://camunda.org/schema/1.0/bpmn";
    private static readonly XName Own = BpmnReader.Model + "extensionElements";

    private static readonly string[] Listening = ["executionListeners", "taskListeners", "taskSchedule"];
    private static readonly string[] Assigning = ["assignee", "candidateUsers"];
    private static readonly string[] Attributes =
    [
        "assignee",
        "candidateUsers",
        "dueDate",
        "asyncBefore",
        "asyncAfter",
    ];
    private static readonly string[] Mapping = ["inputOutput", "executionListener", "taskListener"];

    public static string? FormId(XElement task) =>
        (string?)Find(task, "formDefinition")?.Attribute("formId")
        ?? (string?)Find(task, "formDefinition")?.Attribute("formKey")
        ?? (string?)task.Attribute(Camunda + "formKey")
        ?? (string?)task.Attribute(Camunda + "formRef");

    public static ImmutableArray<string> CandidateGroups(XElement task) =>
        Words(
            (string?)Find(task, "assignmentDefinition")?.Attribute("candidateGroups")
                ?? (string?)task.Attribute(Camunda + "candidateGroups")
        );

    public static string? Property(XElement element, string name) =>
        element
            .Element(Own)
            ?.Descendants()
            .FirstOrDefault(p => p.Name.LocalName == "property" && (string?)p.Attribute("name") == name)
            ?.Attribute("value")
            ?.Value;

    public static string TaskType(XElement task) =>
        (string?)Find(task, "taskDefinition")?.Attribute("type") ?? (string?)task.Attribute(Camunda + "topic") ?? "";

    public static IEnumerable<XElement> Mappings(XElement node, string name) =>
        Find(node, "ioMapping")?.Elements(Zeebe + name) ?? [];

    /// <summary>What each instance of a multi-instance marker works on.</summary>
    public static XElement? LoopCharacteristics(XElement marker) => Find(marker, "loopCharacteristics");

    public static XAttribute? CorrelationKey(XElement message) =>
        Find(message, "subscription")?.Attribute("correlationKey");

    /// <summary>Extensions that change what a node does and that no other member here reads.</summary>
    public static IEnumerable<string> Demands(XElement node)
    {
        foreach (var name in Listening)
            if (Find(node, name) is not null)
                yield return $"zeebe:{name}";
        if (Find(node, "assignmentDefinition") is { } people)
            foreach (var name in Assigning)
                if (people.Attribute(name) is not null)
                    yield return $"zeebe:{name}";
        foreach (var name in Attributes)
            if (node.Attribute(Camunda + name) is not null)
                yield return $"camunda:{name}";
        foreach (var name in Mapping)
            if (node.Element(Own)?.Element(Camunda + name) is not null)
                yield return $"camunda:{name}";
    }

    public static XElement? Header(XElement task, string key) =>
        Find(task, "taskHeaders")?.Elements(Zeebe + "header").FirstOrDefault(h => (string?)h.Attribute("key") == key);

    public static ImmutableSortedDictionary<string, string> Headers(XElement task) =>
        (Find(task, "taskHeaders")?.Elements(Zeebe + "header") ?? [])
            .DistinctBy(h => (string?)h.Attribute("key"))
            .ToImmutableSortedDictionary(
                h => (string?)h.Attribute("key") ?? "",
                h => (string?)h.Attribute("value") ?? "",
                StringComparer.Ordinal
            );

    /// <summary>The FEEL of zeebe:script; null where the task has a bpmn:script.</summary>
    public static XAttribute? Script(XElement task) => Find(task, "script")?.Attribute("expression");

    public static string? ResultVariable(XElement task) =>
        (string?)Find(task, "script")?.Attribute("resultVariable")
        ?? (string?)task.Attribute(Camunda + "resultVariable");

    public static (string? Decision, string? Variable) CalledDecision(XElement task) =>
        Find(task, "calledDecision") is { } called
            ? ((string?)called.Attribute("decisionId"), (string?)called.Attribute("resultVariable"))
            : ((string?)task.Attribute(Camunda + "decisionRef"), (string?)task.Attribute(Camunda + "resultVariable"));

    public static string? Called(XElement activity) =>
        (string?)CalledElement(activity)?.Attribute("processId") ?? (string?)activity.Attribute("calledElement");

    /// <summary>Says too whether the caller's variables are seen and whether what was written stays.</summary>
    public static XElement? CalledElement(XElement activity) => Find(activity, "calledElement");

    public static ImmutableArray<string> Words(string? list) =>
        list is null
            ? []
            : [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static XElement? Find(XElement owner, string name) => owner.Element(Own)?.Element(Zeebe + name);
}
