using Genggam.Standards.Bpmn;
using static Genggam.Standards.Tests.Bpmn.Drawn;

namespace Genggam.Standards.Tests.Bpmn;

/// <summary>What is wrong in a process, to the word, with its place, which a § marks here.</summary>
public sealed class BpmnFaultTests
{
    private const string Start = """<bpmn:startEvent id="s" />""";
    private const string End = """<bpmn:endEvent id="e" />""";
    private const string Task = """<bpmn:task id="t" />""";

    private static string Many(string inside, string more = "") =>
        $"""<bpmn:task id="n"><bpmn:multiInstanceLoopCharacteristics {more}>{inside}</bpmn:multiInstanceLoopCharacteristics></bpmn:task>""".Replace(
            "<bpmn:multi",
            "<§bpmn:multi",
            StringComparison.Ordinal
        );

    private static string Caught(string definition) =>
        $"""<bpmn:intermediateCatchEvent id="n">{definition}</bpmn:intermediateCatchEvent>""";

    public static TheoryData<string, string, string, string?> Read =>
        new()
        {
            { """<§bpmn:magicTask id="n" />""", "BPMN-003", "The element magicTask is not known.", "n" },
            { """<§zeebe:task id="n" />""", "BPMN-003", "The element task is not known.", "n" },
            { """<bpmn:task id="n"><§bpmn:magic /></bpmn:task>""", "BPMN-003", "The element magic is not known.", "n" },
            {
                """<bpmn:task id="n"><§zeebe:script /></bpmn:task>""",
                "BPMN-003",
                "The element script is not known.",
                "n"
            },
            { """<bpmn:task id="n" /><§bpmn:userTask id="n" />""", "BPMN-004", "The id n occurs twice.", "n" },
            { """<§bpmn:businessRuleTask id="n" />""", "BPMN-006", "The business rule task names no decision.", "n" },
            {
                """<§bpmn:intermediateCatchEvent id="n"><bpmn:timerEventDefinition /></bpmn:intermediateCatchEvent>""",
                "BPMN-008",
                "The timer has no time.",
                "n"
            },
            { """<§bpmn:task />""", "BPMN-011", "The element task has no id.", "p" },
            {
                """<§bpmn:sequenceFlow sourceRef="a" targetRef="b" />""",
                "BPMN-011",
                "The element sequenceFlow has no id.",
                "p"
            },
            {
                """<bpmn:task id="n"><bpmn:extensionElements><zeebe:ioMapping><§zeebe:input source="=a" /></zeebe:ioMapping></bpmn:extensionElements></bpmn:task>""",
                "BPMN-012",
                "A mapping needs a source and a target.",
                "n"
            },
            {
                """<bpmn:task id="n"><bpmn:extensionElements><zeebe:ioMapping><§zeebe:output target="a" /></zeebe:ioMapping></bpmn:extensionElements></bpmn:task>""",
                "BPMN-012",
                "A mapping needs a source and a target.",
                "n"
            },
            { Caught("""<§bpmn:messageEventDefinition messageRef="lost" />"""), "BPMN-013", "lost is not there.", "n" },
            { Caught("""<§bpmn:signalEventDefinition signalRef="lost" />"""), "BPMN-013", "lost is not there.", "n" },
            {
                """<bpmn:endEvent id="n"><§bpmn:compensateEventDefinition activityRef="lost" /></bpmn:endEvent>""",
                "BPMN-013",
                "lost is not there.",
                "n"
            },
            { """<§bpmn:receiveTask id="n" messageRef="lost" />""", "BPMN-013", "lost is not there.", "n" },
            {
                Caught("<§bpmn:eventDefinitionRef> lost </bpmn:eventDefinitionRef>"),
                "BPMN-013",
                "lost is not there.",
                "n"
            },
            {
                Caught("<§bpmn:conditionalEventDefinition />"),
                "BPMN-014",
                "The conditional event has no condition.",
                "n"
            },
            {
                """<§bpmn:task id="n" startQuantity="0" />""",
                "BPMN-015",
                "startQuantity must be a whole number from 1 to 1000, not 0.",
                "n"
            },
            {
                """<§bpmn:task id="n" completionQuantity="1001" />""",
                "BPMN-015",
                "completionQuantity must be a whole number from 1 to 1000, not 1001.",
                "n"
            },
            {
                """<§bpmn:task id="n" startQuantity="two" />""",
                "BPMN-015",
                "startQuantity must be a whole number from 1 to 1000, not two.",
                "n"
            },
            {
                """<bpmn:task id="n"><§bpmn:standardLoopCharacteristics /></bpmn:task>""",
                "BPMN-016",
                "The loop has neither a condition nor a maximum: it would never end.",
                "n"
            },
            { Many(""), "BPMN-017", "The multi-instance marker has neither a number nor a collection.", "n" },
            {
                """<bpmn:task id="n"><§bpmn:dataInputAssociation /></bpmn:task>""",
                "BPMN-018",
                "The data association leads from or to nothing that is declared.",
                "n"
            },
            {
                """<bpmn:dataObject id="d" /><bpmn:task id="n"><§bpmn:dataInputAssociation><bpmn:targetRef>d</bpmn:targetRef></bpmn:dataInputAssociation></bpmn:task>""",
                "BPMN-018",
                "The data association leads from or to nothing that is declared.",
                "n"
            },
            {
                """<bpmn:dataObject id="d" /><bpmn:task id="n"><§bpmn:dataOutputAssociation><bpmn:sourceRef>d</bpmn:sourceRef></bpmn:dataOutputAssociation></bpmn:task>""",
                "BPMN-018",
                "The data association leads from or to nothing that is declared.",
                "n"
            },
            {
                """<§bpmn:startEvent id="n" isInterrupting="yes" />""",
                "BPMN-019",
                "isInterrupting is true or false, not yes.",
                "n"
            },
            {
                """<§bpmn:boundaryEvent id="n" attachedToRef="t" cancelActivity="x" />""",
                "BPMN-019",
                "cancelActivity is true or false, not x.",
                "n"
            },
            {
                """<§bpmn:receiveTask id="n" instantiate="" />""",
                "BPMN-019",
                "instantiate is true or false, not .",
                "n"
            },
            {
                """<§bpmn:subProcess id="n" triggeredByEvent="TRUE" />""",
                "BPMN-019",
                "triggeredByEvent is true or false, not TRUE.",
                "n"
            },
            {
                Many("<bpmn:loopCardinality>2</bpmn:loopCardinality>", "isSequential=\"x\""),
                "BPMN-019",
                "isSequential is true or false, not x.",
                "n"
            },
            {
                """<bpmn:task id="n"><§bpmn:standardLoopCharacteristics loopMaximum="-1" /></bpmn:task>""",
                "BPMN-020",
                "loopMaximum is a whole number, not -1.",
                "n"
            },
            {
                Many("<bpmn:loopCardinality>2</bpmn:loopCardinality>", "behavior=\"one\""),
                "BPMN-021",
                "behavior is All, One, None or Complex, not one.",
                "n"
            },
            {
                Many("<bpmn:loopCardinality>2</bpmn:loopCardinality>", "oneBehaviorEventRef=\"lost\""),
                "BPMN-013",
                "lost is not there.",
                "n"
            },
            {
                """<bpmn:task id="t" /><bpmn:sequenceFlow id="f" sourceRef="t" targetRef="t"><bpmn:conditionExpression>= 1 + §)</bpmn:conditionExpression></bpmn:sequenceFlow>""",
                "FEEL-101",
                "Expected an expression, found \")\".",
                "f"
            },
            {
                "<bpmn:scriptTask id=\"n\"><bpmn:script>\n  1 +\n §)</bpmn:script></bpmn:scriptTask>",
                "FEEL-101",
                "Expected an expression, found \")\".",
                "n"
            },
            {
                """<bpmn:scriptTask id="n"><bpmn:extensionElements><zeebe:script expression="= 1 + §)" /></bpmn:extensionElements></bpmn:scriptTask>""",
                "FEEL-101",
                "Expected an expression, found \")\".",
                "n"
            },
        };

    [Theory]
    [MemberData(nameof(Read))]
    public void What_cannot_be_read_is_told_with_its_place(string inside, string number, string said, string? element)
    {
        var xml = Xml(inside);
        var at = xml.IndexOf('§', StringComparison.Ordinal);
        var line = xml[..at].Count(c => c == '\n') + 1;
        var column = at - xml.LastIndexOf('\n', at);

        var problem = Assert.Single(BpmnReader.Read(xml.Remove(at, 1), "process.bpmn").Problems);

        Assert.Equal((number, said, Severity.Error), (problem.Number, problem.Message, problem.Severity));
        Assert.Equal(new Place("process.bpmn", element, line, column), problem.Place);
    }

    [Theory]
    [InlineData("<a/>", "BPMN-009", "The file begins with a, not with definitions of BPMN 2.0.", 1, 2)]
    [InlineData(
        "\n  <definitions/>",
        "BPMN-009",
        "The file begins with definitions, not with definitions of BPMN 2.0.",
        2,
        4
    )]
    [InlineData(
        "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL'/>",
        "BPMN-002",
        "The file holds no process.",
        0,
        0
    )]
    public void A_file_that_is_no_process_is_told(string xml, string number, string said, int line, int column) =>
        Assert.Equal(
            new Problem(number, said, new Place("x.bpmn", null, line, column)),
            Assert.Single(BpmnReader.Read(xml, "x.bpmn").Problems)
        );

    [Fact]
    public void A_file_may_be_64_deep_and_of_4_MB_and_no_more()
    {
        Assert.Empty(Drawn.Read(Deep(62)).Problems);
        var deep = Assert.Single(Drawn.Read(Deep(63)).Problems);
        Assert.Equal(("BPMN-005", "The file is nested too deeply."), (deep.Number, deep.Message));
        Assert.True(deep.Place is { Line: 4, Column: > 1200 });
        var room = BpmnReader.MaxCharacters - Xml("").Length;
        Assert.Empty(Drawn.Read(new string(' ', room)).Problems);
        var large = Assert.Single(Drawn.Read(new string(' ', room + 1)).Problems);
        Assert.Equal(
            ("BPMN-010", "The file is larger than 4 MB.", "process.bpmn"),
            (large.Number, large.Message, large.Place.ToString())
        );

        static string Deep(int levels) =>
            string.Concat(Enumerable.Repeat("<bpmn:documentation>", levels))
            + string.Concat(Enumerable.Repeat("</bpmn:documentation>", levels));
    }

    public static TheoryData<string, string, string, string, Severity> Structure =>
        new()
        {
            {
                Task + End + Flow("t", "e") + Flow("e", "t"),
                "BPMN-101",
                "Nothing begins here: there is no start event.",
                "p",
                Severity.Error
            },
            {
                Start + Flow("s", "x"),
                "BPMN-102",
                "The flow leads to or from x, which is not there.",
                "s_x",
                Severity.Error
            },
            {
                Start + Flow("x", "s"),
                "BPMN-102",
                "The flow leads to or from x, which is not there.",
                "x_s",
                Severity.Error
            },
            {
                Start + """<bpmn:sequenceFlow id="f" sourceRef="s" />""",
                "BPMN-102",
                "The flow leads to or from , which is not there.",
                "f",
                Severity.Error
            },
            {
                Start + """<bpmn:sequenceFlow id="f" targetRef="s" />""",
                "BPMN-102",
                "The flow leads to or from , which is not there.",
                "f",
                Severity.Error
            },
            {
                Start + End + Flow("s", "e") + """<bpmn:boundaryEvent id="b" attachedToRef="s" />""",
                "BPMN-103",
                "The boundary event stands on no activity.",
                "b",
                Severity.Error
            },
            {
                Start + End + Flow("s", "e") + """<bpmn:boundaryEvent id="b" />""",
                "BPMN-103",
                "The boundary event stands on no activity.",
                "b",
                Severity.Error
            },
            {
                Start + """<bpmn:complexGateway id="g" />""" + Flow("s", "g"),
                "BPMN-104",
                "There is no way out of the gateway.",
                "g",
                Severity.Error
            },
            {
                Start + """<bpmn:eventBasedGateway id="g" />""" + Flow("s", "g"),
                "BPMN-104",
                "There is no way out of the gateway.",
                "g",
                Severity.Error
            },
            {
                Start + """<bpmn:parallelGateway id="g" />""" + Flow("s", "g"),
                "BPMN-104",
                "There is no way out of the gateway.",
                "g",
                Severity.Error
            },
            {
                Start + """<bpmn:inclusiveGateway id="g" />""" + Flow("s", "g"),
                "BPMN-104",
                "There is no way out of the gateway.",
                "g",
                Severity.Error
            },
            {
                Start + """<bpmn:inclusiveGateway id="g" />""" + End + Flow("s", "g") + Flow("g", "e", Is("a")),
                "BPMN-105",
                "No flow is the default: a case that meets no condition would stop here.",
                "g",
                Severity.Warning
            },
            {
                Start + """<bpmn:inclusiveGateway id="g" default="s_g" />""" + End + Flow("s", "g") + Flow("g", "e"),
                "BPMN-106",
                "The default flow s_g does not leave here.",
                "g",
                Severity.Error
            },
            {
                Start + """<bpmn:task id="g" default="s_g" />""" + End + Flow("s", "g") + Flow("g", "e"),
                "BPMN-106",
                "The default flow s_g does not leave here.",
                "g",
                Severity.Error
            },
            {
                Start + End + Flow("s", "e") + Task,
                "BPMN-107",
                "No token can reach this element.",
                "t",
                Severity.Error
            },
            {
                Start + """<bpmn:task id="u" />""" + Task + Flow("s", "t") + Flow("t", "u") + Flow("u", "t"),
                "BPMN-108",
                "A token here can never reach an end.",
                "s",
                Severity.Error
            },
            {
                Start + End + Flow("s", "e") + """<bpmn:startEvent id="s2" />""" + Flow("s", "s2"),
                "BPMN-109",
                "No flow may lead into this event.",
                "s2",
                Severity.Error
            },
            {
                Start
                    + Task
                    + End
                    + Flow("s", "t")
                    + Flow("t", "e")
                    + """<bpmn:boundaryEvent id="b" attachedToRef="t" />"""
                    + Flow("t", "b"),
                "BPMN-109",
                "No flow may lead into this event.",
                "b",
                Severity.Error
            },
            {
                Start + End + Task + Flow("s", "e") + Flow("e", "t"),
                "BPMN-110",
                "No flow may leave an end event.",
                "e",
                Severity.Error
            },
            {
                Start
                    + """<bpmn:intermediateThrowEvent id="l"><bpmn:linkEventDefinition name="jauh" /></bpmn:intermediateThrowEvent>"""
                    + Flow("s", "l"),
                "BPMN-111",
                "No event catches the link jauh.",
                "l",
                Severity.Error
            },
            {
                Start + """<bpmn:eventBasedGateway id="g" />""" + Task + Flow("s", "g") + Flow("g", "t"),
                "BPMN-112",
                "t waits for no event.",
                "g",
                Severity.Error
            },
            {
                Start
                    + """<bpmn:exclusiveGateway id="g" />"""
                    + Task
                    + End
                    + """<bpmn:endEvent id="e2" />"""
                    + Flow("s", "g")
                    + Flow("g", "t")
                    + Flow("g", "e", Is("a"))
                    + Flow("g", "e2")
                    + Flow("t", "e"),
                "BPMN-113",
                "The flow g_t has no condition, so it hides g_e, g_e2: no token ever goes there.",
                "g_t",
                Severity.Warning
            },
            {
                Start
                    + """<bpmn:parallelGateway id="g" />"""
                    + """<bpmn:exclusiveGateway id="m" />"""
                    + End
                    + Flow("s", "m")
                    + Flow("m", "g")
                    + Flow("g", "m")
                    + Flow("g", "e"),
                "BPMN-114",
                "A parallel branch comes back here without a join: each round makes more tokens.",
                "g",
                Severity.Warning
            },
            {
                Start + End + Flow("s", "e", Is("a")),
                "BPMN-115",
                "Nobody asks this condition: it needs an exclusive or inclusive gateway, or an activity, in front of it.",
                "s_e",
                Severity.Error
            },
            {
                Start
                    + """<bpmn:exclusiveGateway id="g" default="g_e" />"""
                    + Task
                    + End
                    + Flow("s", "g")
                    + Flow("g", "t", Is("a"))
                    + Flow("g", "e", Is("b"))
                    + Flow("t", "e"),
                "BPMN-115",
                "Nobody asks the condition of the default flow: it is taken where no other holds.",
                "g_e",
                Severity.Warning
            },
            {
                Start
                    + """<bpmn:exclusiveGateway id="g" default="g_e" />"""
                    + Task
                    + """<bpmn:parallelGateway id="j" />"""
                    + End
                    + Flow("s", "g")
                    + Flow("g", "t", Is("a"))
                    + Flow("g", "j", Is("b"))
                    + Flow("g", "e")
                    + Flow("t", "j")
                    + """<bpmn:endEvent id="e2" />"""
                    + Flow("j", "e2"),
                "BPMN-116",
                "A token here can never leave: tokens never come by all the flows that lead here.",
                "j",
                Severity.Error
            },
            {
                Start + """<bpmn:task id="t" startQuantity="3" />""" + End + Flow("s", "t") + Flow("t", "e"),
                "BPMN-116",
                "A token here can never leave: the work begins with 3, and only one ever comes.",
                "t",
                Severity.Error
            },
        };

    [Theory]
    [MemberData(nameof(Structure))]
    public void A_fault_of_structure_is_told_at_its_element(
        string inside,
        string number,
        string said,
        string element,
        Severity severity
    )
    {
        var process = Drawn.Read(inside).Value!;

        var problem = BpmnCheck.Structure(process).First(p => p.Number == number);

        Assert.Equal(
            (said, element, severity, "process.bpmn"),
            (problem.Message, problem.Place.Element, problem.Severity, problem.Place.File)
        );
        Assert.True(problem.Place.Line > 0);
    }

    public static TheoryData<string> Sound =>
        [
            Start
                + """<bpmn:startEvent id="s2"><bpmn:signalEventDefinition /></bpmn:startEvent>"""
                + End
                + Flow("s", "e")
                + Flow("s2", "e"),
            Start
                + End
                + Flow("s", "e")
                + $"""<bpmn:subProcess id="h" triggeredByEvent="true"><bpmn:startEvent id="hs"><bpmn:signalEventDefinition /></bpmn:startEvent><bpmn:endEvent id="he" />{Flow("hs", "he")}</bpmn:subProcess>""",
            Start + End + Flow("s", "e") + """<bpmn:task id="t" isForCompensation="true" />""",
            Start
                + Task
                + End
                + """<bpmn:boundaryEvent id="b" attachedToRef="t"><bpmn:signalEventDefinition /></bpmn:boundaryEvent>"""
                + Flow("s", "t")
                + Flow("t", "e")
                + Flow("b", "e"),
            Start
                + """<bpmn:eventBasedGateway id="g" /><bpmn:receiveTask id="t" />"""
                + Caught("<bpmn:signalEventDefinition />")
                + Flow("s", "g")
                + Flow("g", "t")
                + Flow("g", "n"),
            Start + """<bpmn:complexGateway id="g" />""" + End + Flow("s", "g") + Flow("g", "e", Is("a")),
            Start
                + """<bpmn:inclusiveGateway id="g" default="g_e" />"""
                + Task
                + End
                + Flow("s", "g")
                + Flow("g", "t", Is("a"))
                + Flow("g", "e")
                + Flow("t", "e"),
            """<bpmn:task id="t" /><bpmn:task id="u" />""",
        ];

    [Theory]
    [MemberData(nameof(Sound))]
    public void A_sound_process_has_no_fault(string inside) => Assert.Empty(Faults(inside));

    [Theory]
    [InlineData("""<bpmn:task id="n" camunda:assignee="a" />""", "camunda:assignee")]
    [InlineData("""<bpmn:task id="n" camunda:candidateUsers="a" />""", "camunda:candidateUsers")]
    [InlineData("""<bpmn:task id="n" camunda:dueDate="a" />""", "camunda:dueDate")]
    [InlineData("""<bpmn:task id="n" camunda:asyncBefore="a" />""", "camunda:asyncBefore")]
    [InlineData("""<bpmn:task id="n" camunda:asyncAfter="a" />""", "camunda:asyncAfter")]
    [InlineData(
        """<bpmn:task id="n"><bpmn:extensionElements><camunda:inputOutput /></bpmn:extensionElements></bpmn:task>""",
        "camunda:inputOutput"
    )]
    [InlineData(
        """<bpmn:task id="n"><bpmn:extensionElements><camunda:executionListener /></bpmn:extensionElements></bpmn:task>""",
        "camunda:executionListener"
    )]
    [InlineData(
        """<bpmn:task id="n"><bpmn:extensionElements><camunda:taskListener /></bpmn:extensionElements></bpmn:task>""",
        "camunda:taskListener"
    )]
    [InlineData(
        """<bpmn:task id="n"><bpmn:extensionElements><zeebe:executionListeners /></bpmn:extensionElements></bpmn:task>""",
        "zeebe:executionListeners"
    )]
    [InlineData(
        """<bpmn:task id="n"><bpmn:extensionElements><zeebe:taskListeners /></bpmn:extensionElements></bpmn:task>""",
        "zeebe:taskListeners"
    )]
    [InlineData(
        """<bpmn:task id="n"><bpmn:extensionElements><zeebe:taskSchedule /></bpmn:extensionElements></bpmn:task>""",
        "zeebe:taskSchedule"
    )]
    [InlineData(
        """<bpmn:task id="n"><bpmn:extensionElements><zeebe:assignmentDefinition assignee="a" /></bpmn:extensionElements></bpmn:task>""",
        "zeebe:assignee"
    )]
    [InlineData(
        """<bpmn:task id="n"><bpmn:extensionElements><zeebe:assignmentDefinition candidateUsers="a" /></bpmn:extensionElements></bpmn:task>""",
        "zeebe:candidateUsers"
    )]
    [InlineData("""<bpmn:task id="n" isForCompensation="1" />""", "isForCompensation")]
    [InlineData("""<bpmn:eventBasedGateway id="n" eventGatewayType="Parallel" />""", "eventGatewayType Parallel")]
    [InlineData("""<bpmn:scriptTask id="n" scriptFormat="js" />""", "scriptFormat js")]
    [InlineData("""<bpmn:task id="n"><bpmn:resourceRole /></bpmn:task>""", "resourceRole")]
    [InlineData("""<bpmn:task id="n"><bpmn:potentialOwner /><bpmn:potentialOwner /></bpmn:task>""", "potentialOwner")]
    [InlineData("""<bpmn:task id="n"><bpmn:performer /></bpmn:task>""", "performer")]
    [InlineData("""<bpmn:task id="n"><bpmn:humanPerformer /></bpmn:task>""", "humanPerformer")]
    [InlineData("""<bpmn:startEvent id="n"><bpmn:dataOutput /></bpmn:startEvent>""", "dataOutput")]
    [InlineData("""<bpmn:endEvent id="n"><bpmn:dataInput /></bpmn:endEvent>""", "dataInput")]
    [InlineData("""<bpmn:endEvent id="n"><bpmn:inputSet /></bpmn:endEvent>""", "inputSet")]
    [InlineData("""<bpmn:startEvent id="n"><bpmn:outputSet /></bpmn:startEvent>""", "outputSet")]
    [InlineData("""<bpmn:task id="n" isForCompensation="false" />""", null)]
    [InlineData("""<bpmn:eventBasedGateway id="n" eventGatewayType="Exclusive" />""", null)]
    [InlineData("""<bpmn:scriptTask id="n" scriptFormat="FEEL" />""", null)]
    [InlineData("""<bpmn:scriptTask id="n" scriptFormat="" />""", null)]
    [InlineData("""<bpmn:task id="n" camunda:candidateGroups="a" />""", null)]
    public void What_a_node_asks_for_beyond_its_kind_is_told(string node, string? demand) =>
        Assert.Equal(demand is null ? [] : [demand], Drawn.Read(node).Value!.Elements["n"].Demands);

    [Theory]
    [InlineData("documentation")]
    [InlineData("extensionElements")]
    [InlineData("auditing")]
    [InlineData("monitoring")]
    [InlineData("incoming")]
    [InlineData("outgoing")]
    [InlineData("laneSet")]
    [InlineData("textAnnotation")]
    [InlineData("association")]
    [InlineData("group")]
    [InlineData("dataObject")]
    [InlineData("dataObjectReference")]
    [InlineData("dataStoreReference")]
    [InlineData("property")]
    [InlineData("ioSpecification")]
    [InlineData("categoryValueRef")]
    [InlineData("resourceRole")]
    [InlineData("potentialOwner")]
    [InlineData("performer")]
    [InlineData("humanPerformer")]
    [InlineData("completionCondition")]
    public void What_is_drawn_or_told_only_is_passed_over_on_a_level_and_in_a_node(string element)
    {
        Assert.Empty(Drawn.Read($"<bpmn:{element} id=\"x\" />").Problems);
        Assert.Empty(Drawn.Read($"<bpmn:task id=\"n\"><bpmn:{element} id=\"x\" /></bpmn:task>").Problems);
        Assert.Empty(Drawn.Read($"<bpmn:subProcess id=\"n\"><bpmn:{element} id=\"x\" /></bpmn:subProcess>").Problems);
    }
}
