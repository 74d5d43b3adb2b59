using Genggam.Standards.Bpmn;

namespace Genggam.Standards.Tests.Bpmn;

/// <summary>Small processes written in a test.</summary>
internal static class Drawn
{
    public static string Xml(string inside, string beside = "") =>
        $"""
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:camunda="http://camunda.org/schema/1.0/bpmn">
            {beside}<bpmn:process id="p" isExecutable="true">
            {inside}
            </bpmn:process></bpmn:definitions>
            """;

    public static Reading<ProcessModel> Read(string inside, string beside = "") =>
        BpmnReader.Read(Xml(inside, beside), "process.bpmn");

    /// <summary>A process that can be used, of which the node that a test is about has the id <c>n</c>.</summary>
    public static T Node<T>(string inside, string beside = "")
        where T : FlowNode
    {
        var reading = Read(inside, beside);
        Assert.Empty(reading.Problems);
        return Assert.IsType<T>(reading.Value!.Elements["n"]);
    }

    public static string Flow(string from, string to, string inside = "") =>
        $"""<bpmn:sequenceFlow id="{from}_{to}" sourceRef="{from}" targetRef="{to}">{inside}</bpmn:sequenceFlow>""";

    public static string Is(string feel) => $"<bpmn:conditionExpression>={feel}</bpmn:conditionExpression>";

    /// <summary>Numbers of what the structure check finds.</summary>
    public static string[] Faults(params string[] parts)
    {
        var reading = Read(string.Concat(parts));
        Assert.Empty(reading.Problems);
        return [.. BpmnCheck.Structure(reading.Value!).Select(p => p.Number)];
    }
}
