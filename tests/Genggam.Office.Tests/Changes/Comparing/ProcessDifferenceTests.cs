using Genggam.Office.Changes;

namespace Genggam.Office.Tests.Changes.Comparing;

public sealed class ProcessDifferenceTests
{
    private static readonly string Shipped = File.ReadAllText(
        Path.Combine(Town.ShippedServices, Bureau.Service, "process.bpmn")
    );

    private static string Of(string was, string now) =>
        string.Join('\n', ProcessDifference.Of("process.bpmn", was, now)!.Elements.Select(Said));

    private static string Said(ElementOtherwise element) =>
        $"{element.Became} {element.Kind} {element.Id}"
        + string.Concat(element.Aspects.Select(a => $" {a.Name}: {a.Was ?? "nothing"} -> {a.Now ?? "nothing"}"));

    [Fact]
    public void What_was_only_written_otherwise_says_nothing_else() =>
        Assert.Empty(Of(Shipped, Shipped.Replace("\n      <bpmn:", "\n    <bpmn:", StringComparison.Ordinal)));

    [Fact]
    public void A_step_of_another_role_and_form_tells_both() =>
        Assert.Equal(
            "Changed userTask verifikasi assignmentDefinition.candidateGroups: verifikator -> penyetuju formDefinition.formId: verifikasi -> persetujuan",
            Of(
                Shipped,
                Shipped
                    .Replace("formId=\"verifikasi\"", "formId=\"persetujuan\"", StringComparison.Ordinal)
                    .Replace(
                        "candidateGroups=\"verifikator\"",
                        "candidateGroups=\"penyetuju\"",
                        StringComparison.Ordinal
                    )
            )
        );

    [Fact]
    public void A_timer_is_said_of_the_event_that_it_belongs_to() =>
        Assert.Equal(
            "Changed boundaryEvent pengingat_verifikasi timerEventDefinition.timeDuration: PT16H -> PT8H",
            Of(Shipped, Shipped.Replace(">PT16H<", ">PT8H<", StringComparison.Ordinal))
        );

    [Fact]
    public void What_another_vendor_says_is_told_by_its_own_name() =>
        Assert.Equal(
            "Changed userTask verifikasi penanda.tingkat: nothing -> 7 properties.property.outcomes.value: approve,return,reject -> approve,reject",
            Of(
                Shipped,
                Shipped
                    .Replace(
                        "<zeebe:property name=\"outcomes\" value=\"approve,return,reject\" />",
                        "<zeebe:property name=\"outcomes\" value=\"approve,reject\" />",
                        StringComparison.Ordinal
                    )
                    .Replace(
                        "<zeebe:formDefinition formId=\"verifikasi\" />",
                        "<zeebe:formDefinition formId=\"verifikasi\" /><acme:penanda xmlns:acme=\"urn:acme\" tingkat=\"7\" />",
                        StringComparison.Ordinal
                    )
            )
        );

    [Fact]
    public void A_step_put_between_two_others_is_new_with_its_flow_and_the_one_before_leads_elsewhere() =>
        Assert.Equal(
            """
            Added task baru
            Added sequenceFlow ke_b
            Changed sequenceFlow ke_baru targetRef: b -> baru
            """,
            Of(Two(), Two(between: true)).ReplaceLineEndings()
        );

    [Fact]
    public void What_is_gone_stands_where_it_stood() =>
        Assert.Equal(
            """
            Removed task baru
            Removed sequenceFlow ke_b
            Changed sequenceFlow ke_baru targetRef: baru -> b
            """,
            Of(Two(between: true), Two()).ReplaceLineEndings()
        );

    [Fact]
    public void A_step_drawn_elsewhere_moved_and_the_flow_that_follows_it_did_not() =>
        Assert.Equal("Moved task b", Of(Two(), Two(x: 400)));

    [Fact]
    public void A_step_that_became_another_kind_keeps_its_id()
    {
        var now = Two().Replace("<task id=\"b\" name=\"B\"/>", "<userTask id=\"b\" name=\"B\"/>");
        Assert.Equal("Changed userTask b kind: task -> userTask", Of(Two(), now));
    }

    [Fact]
    public void Of_a_new_file_all_is_new_and_of_one_that_is_no_xml_nothing_is_told()
    {
        var made = ProcessDifference.Of("p.bpmn", null, Two())!;
        Assert.All(made.Elements, e => Assert.Equal(Became.Added, e.Became));
        Assert.Equal(["p", "a", "b", "ke_baru"], made.Elements.Select(e => e.Id));
        Assert.Equal("A → B", made.Elements[^1].Name);
        Assert.Null(ProcessDifference.Of("p.bpmn", Two(), "<definitions"));
    }

    private static string Two(bool between = false, int x = 200) =>
        $"""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC">
              <process id="p">
                <task id="a" name="A"/>
                {(between ? "<task id=\"baru\" name=\"Baru\"/>" : "")}
                <task id="b" name="B"/>
                {(between ? "<sequenceFlow id=\"ke_b\" sourceRef=\"baru\" targetRef=\"b\"/>" : "")}
                <sequenceFlow id="ke_baru" sourceRef="a" targetRef="{(between ? "baru" : "b")}"/>
              </process>
              <di:BPMNDiagram id="d"><di:BPMNPlane id="pl" bpmnElement="p">
                <di:BPMNShape id="s_a" bpmnElement="a"><dc:Bounds x="0" y="0" width="100" height="80"/></di:BPMNShape>
                <di:BPMNShape id="s_b" bpmnElement="b"><dc:Bounds x="{x}" y="0" width="100" height="80"/></di:BPMNShape>
                <di:BPMNEdge id="e" bpmnElement="ke_baru"><di:waypoint x="100" y="40"/><di:waypoint x="{x}" y="40"/></di:BPMNEdge>
              </di:BPMNPlane></di:BPMNDiagram>
            </definitions>
            """;
}
