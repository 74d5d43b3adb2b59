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
            .Elements(BpmnReader.Model + "extensionElements")
            .Descendants()
            .FirstOrDefault(p => p.Name.LocalName == "property" && (string?)p.Attribute("name") == name)
            ?.Attribute("value")
            ?.Value;

    public static string TaskType(XElement task) =>
        (string?)Find(task, "taskDefinition")?.Attribute("type") ?? (string?)task.Attribute(Camunda + "topic") ?? "";

    public static ImmutableSortedDictionary<string, string> Headers(XElement task) =>
        (Find(task, "taskHeaders")?.Elements(Zeebe + "header") ?? [])
            .DistinctBy(h => (string?)h.Attribute("key"))
            .ToImmutableSortedDictionary(
                h => (string?)h.Attribute("key") ?? "",
                h => (string?)h.Attribute("value") ?? "",
                StringComparer.Ordinal
            );

    public static (string? Expression, string? Variable) Script(XElement task) =>
        Find(task, "script") is { } script
            ? ((string?)script.Attribute("expression"), (string?)script.Attribute("resultVariable"))
            : (
                task.Element(BpmnReader.Model + "script")?.Value.Trim(),
                (string?)task.Attribute(Camunda + "resultVariable")
            );

    public static (string? Decision, string? Variable) CalledDecision(XElement task) =>
        Find(task, "calledDecision") is { } called
            ? ((string?)called.Attribute("decisionId"), (string?)called.Attribute("resultVariable"))
            : ((string?)task.Attribute(Camunda + "decisionRef"), (string?)task.Attribute(Camunda + "resultVariable"));

    public static string? Called(XElement activity) =>
        (string?)Find(activity, "calledElement")?.Attribute("processId")
        ?? (string?)activity.Attribute("calledElement");

    public static ImmutableArray<string> Words(string? list) =>
        list is null
            ? []
            : [.. list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];

    private static XElement? Find(XElement owner, string name) =>
        owner.Elements(BpmnReader.Model + "extensionElements").Elements(Zeebe + name).FirstOrDefault();
}
