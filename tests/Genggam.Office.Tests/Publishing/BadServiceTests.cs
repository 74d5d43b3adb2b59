using Genggam.Standards;

namespace Genggam.Office.Tests.Publishing;

/// <summary>Bad input in the files of a service is refused before publishing, with number and place, and the check goes on.</summary>
public sealed class BadServiceTests : IDisposable
{
    private const string Kitchen = "laik-higiene-sanitasi";

    private const string Knowledge =
        """<businessKnowledgeModel id="{0}" name="{0}"><knowledgeRequirement><requiredKnowledge href="#{1}"/></knowledgeRequirement></businessKnowledgeModel>""";

    private static readonly Dictionary<string, (string Number, string File, string At, string Instead)> Bad = new()
    {
        ["cyclic requirements"] = (
            "DMN-004",
            "kelayakan.dmn",
            "</definitions>",
            Knowledge.Replace("{0}", "a").Replace("{1}", "b")
                + Knowledge.Replace("{0}", "b").Replace("{1}", "a")
                + "</definitions>"
        ),
        ["an unknown name"] = ("DMN-012", "kelayakan.dmn", "<text>usaha.jenis</text>", "<text>usah.jenis</text>"),
        ["a form that divides by zero"] = ("FEEL-106", "permohonan.form", "=max(0, ", "=max(1 / (1 - 1), "),
        ["a rule that divides by zero"] = (
            "FEEL-106",
            "kelayakan.dmn",
            "<text>usaha.jenis</text>",
            "<text>1 / 0</text>"
        ),
        ["entities that expand"] = ("DMN-001", "kelayakan.dmn", "<definitions ", Entities + "<definitions "),
        ["an external reference"] = (
            "BPMN-001",
            "process.bpmn",
            "<bpmn:definitions ",
            "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><bpmn:definitions "
        ),
        ["nesting without end"] = (
            "FEEL-102",
            "kelayakan.dmn",
            "<text>usaha.jenis</text>",
            $"<text>{new string('(', 2000)}1</text>"
        ),
        ["a table of UNIQUE rules that overlap"] = ("DMN-102", "kelayakan.dmn", "\"FIRST\"", "\"UNIQUE\""),
        ["a token that can never leave"] = (
            "BPMN-108",
            "process.bpmn",
            "</bpmn:process>",
            """
            <bpmn:task id="x1"/><bpmn:task id="x2"/><bpmn:sequenceFlow id="x3" sourceRef="x1" targetRef="x2"/>
            <bpmn:sequenceFlow id="x4" sourceRef="x2" targetRef="x1"/></bpmn:process>
            """
        ),
        ["a join of which only one branch is ever taken"] = (
            "BPMN-116",
            "process.bpmn",
            "</bpmn:process>",
            """
            <bpmn:startEvent id="x0"/><bpmn:exclusiveGateway id="x1" default="x5"/><bpmn:task id="x2"/>
            <bpmn:parallelGateway id="x3"/><bpmn:endEvent id="x9"/><bpmn:sequenceFlow id="x4" sourceRef="x0" targetRef="x1"/>
            <bpmn:sequenceFlow id="x5" sourceRef="x1" targetRef="x3"/><bpmn:sequenceFlow id="x6" sourceRef="x1" targetRef="x2">
            <bpmn:conditionExpression>=putaran = 1</bpmn:conditionExpression></bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="x7" sourceRef="x2" targetRef="x3"/><bpmn:sequenceFlow id="x8" sourceRef="x3" targetRef="x9"/></bpmn:process>
            """
        ),
        ["a gateway with no way out"] = (
            "BPMN-104",
            "process.bpmn",
            "</bpmn:process>",
            """<bpmn:exclusiveGateway id="x1"/></bpmn:process>"""
        ),
        ["a process that calls itself"] = (
            "RUN-003",
            "process.bpmn",
            "</bpmn:process>",
            """
            </bpmn:process><bpmn:process id="x"><bpmn:startEvent id="x1"/><bpmn:callActivity id="x2" calledElement="x"/>
            <bpmn:sequenceFlow id="x3" sourceRef="x1" targetRef="x2"/></bpmn:process>
            """
        ),
        ["a year that no clock shows"] = (
            "RUN-001",
            "process.bpmn",
            "</bpmn:process>",
            """
            <bpmn:intermediateCatchEvent id="x1"><bpmn:timerEventDefinition><bpmn:timeDate>999999999-01-01T00:00:00Z</bpmn:timeDate>
            </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent></bpmn:process>
            """
        ),
        ["a ring of computed fields"] = ("FORM-022", "permohonan.form", "=max(0, ", "=max(penjamah.tanpa_sertifikat, "),
    };

    private const string Entities =
        "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;\">]>\n";

    private readonly ServicesCopy services = new();

    public static TheoryData<string> Inputs => [.. Bad.Keys];

    public void Dispose() => services.Dispose();

    [Theory]
    [MemberData(nameof(Inputs))]
    public void Bad_input_is_refused_with_number_and_place(string input)
    {
        var (number, file, at, instead) = Bad[input];
        services.Change($"{Kitchen}/{file}", at, instead);

        var report = services.Check(Kitchen);

        Assert.False(report.Passed);
        var fault = report.Problems.First(p => p.Number == number && p.Severity == Severity.Error);
        Assert.Equal(file, fault.Place.File);
        Assert.True(fault.Place.Line > 0, $"{fault} has no line");
    }
}
