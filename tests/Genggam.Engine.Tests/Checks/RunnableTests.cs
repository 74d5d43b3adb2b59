using Genggam.Standards;
using Genggam.Standards.Bpmn;
using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Checks;

/// <summary>Everything that the engine cannot run is refused by its name, with its place and what to write.</summary>
public sealed class RunnableTests
{
    private const string Beside =
        "<message id=\"m\" name=\"bayar\"/><signal id=\"k\" name=\"kabar\"/><error id=\"r\" errorCode=\"R\"/><escalation id=\"n\" escalationCode=\"N\"/>";

    private const string Ended =
        "<boundaryEvent id=\"b\" attachedToRef=\"a\"><timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition></boundaryEvent>";

    public static TheoryData<string, string> Refused =>
        new()
        {
            { Work("scriptTask", "scriptFormat=\"js\""), "The engine cannot run scriptFormat js yet." },
            { "<complexGateway id=\"a\"/>", "The engine cannot run a complexGateway yet." },
            {
                "<transaction id=\"a\"><startEvent id=\"as\"/></transaction>",
                "The engine cannot run a transaction yet."
            },
            {
                "<adHocSubProcess id=\"a\"><startEvent id=\"as\"/></adHocSubProcess>",
                "The engine cannot run a adHocSubProcess yet."
            },
            { "<scriptTask id=\"a\"/>", "The script task has no FEEL expression." },
            {
                Work("scriptTask", "", "<zeebe:script expression=\"=1\"/>"),
                "The script task names no variable for its result (resultVariable): it would be lost."
            },
            {
                Work("businessRuleTask", "", "<zeebe:calledDecision decisionId=\"kelayakn\" resultVariable=\"x\"/>"),
                "No DMN file has the decision kelayakn: did you mean kelayakan?"
            },
            {
                Work("businessRuleTask", "", "<zeebe:calledDecision decisionId=\"tarif\" resultVariable=\"x\"/>"),
                "No DMN file has the decision tarif."
            },
            {
                Work("serviceTask", "", "<zeebe:taskDefinition type=\"determine\"/>"),
                "A determination needs the header outcome."
            },
            {
                Work("serviceTask", "", "<zeebe:taskDefinition type=\"issue-document\"/>"),
                "Issuing needs the header letter."
            },
            {
                Work("serviceTask", "", "<zeebe:taskDefinition type=\"issue-document\"/>" + Header("letter", "izn")),
                "service.yaml has no letter izn: did you mean izin?"
            },
            {
                Work("serviceTask", "", "<zeebe:taskDefinition type=\"send-notice\"/>"),
                "A notice needs the header notice."
            },
            {
                Work("serviceTask", "", "<zeebe:taskDefinition type=\"determin\"/>"),
                "The engine knows no service task of the type determin: did you mean determine?"
            },
            { "<sendTask id=\"a\"/>", "A notice needs the header notice." },
            { "<receiveTask id=\"a\"/>", "The receive task names no message." },
            { "<subProcess id=\"a\"/>", "The sub-process is empty." },
            { "<callActivity id=\"a\"/>", "The call activity names no process." },
            {
                "<callActivity id=\"a\" calledElement=\"bant\"/>",
                "There is no process bant in the folder: did you mean bantu?"
            },
            { "<callActivity id=\"a\" calledElement=\"hitung\"/>", "There is no process hitung in the folder." },
            { "<userTask id=\"a\"/>", "The user task names no role (candidateGroups)." },
            {
                Work("userTask", "", "<zeebe:assignmentDefinition candidateGroups=\"kepla\"/>"),
                "The role kepla is not in service.yaml: did you mean kepala?"
            },
            {
                Work("userTask", "", "<zeebe:assignmentDefinition candidateGroups=\"pemhon\"/>"),
                "The role pemhon is not in service.yaml: did you mean pemohon?"
            },
            {
                Task("a", extensions: "<zeebe:formDefinition formId=\"verifkasi\"/>"),
                "There is no form verifkasi.form: did you mean verifikasi?"
            },
            { Caught("startEvent", "", handler: true), "An event sub-process begins with an event that triggers it." },
            {
                Caught("startEvent", Event("error", "r"), handler: true, "isInterrupting=\"false\""),
                "An error always interrupts: the start event cannot be non-interrupting."
            },
            { "<intermediateCatchEvent id=\"a\"/>", "The event waits for nothing." },
            {
                Caught("intermediateCatchEvent", Event("error", "r")),
                "The engine cannot run error on a intermediateCatchEvent yet."
            },
            {
                Caught("intermediateCatchEvent", Event("escalation", "n")),
                "The engine cannot run escalation on a intermediateCatchEvent yet."
            },
            {
                Caught("intermediateThrowEvent", Event("error", "r")),
                "The engine cannot run error on a intermediateThrowEvent yet."
            },
            {
                Caught("intermediateThrowEvent", When("true")),
                "The engine cannot run conditional on a intermediateThrowEvent yet."
            },
            { Caught("endEvent", When("true")), "The engine cannot run conditional on a endEvent yet." },
            {
                Caught("endEvent", "<linkEventDefinition name=\"L\"/>"),
                "The engine cannot run link on a endEvent yet."
            },
            {
                Caught("endEvent", "<compensateEventDefinition/>"),
                "The engine cannot run compensate on a endEvent yet."
            },
            { Caught("endEvent", After("PT1H")), "The engine cannot run this on a endEvent yet." },
            {
                Caught("intermediateThrowEvent", "<terminateEventDefinition/>"),
                "The engine cannot run this on a intermediateThrowEvent yet."
            },
            {
                Caught("intermediateCatchEvent", Event("message", "m") + Event("error", "r")),
                "The engine cannot run error on a intermediateCatchEvent yet."
            },
            {
                "<manualTask id=\"a\"><multiInstanceLoopCharacteristics behavior=\"One\"><loopCardinality>=2</loopCardinality></multiInstanceLoopCharacteristics></manualTask>",
                "The multi-instance marker names no event to throw."
            },
            { "<manualTask id=\"a\"/>" + Ended, AtOnce },
            { Script("a", "x", "1") + Ended, AtOnce },
            { Work("sendTask", "messageRef=\"m\"") + Ended, AtOnce },
            {
                Work("serviceTask", "", "<zeebe:taskDefinition type=\"determine\"/>" + Header("outcome", "granted"))
                    + Ended,
                AtOnce
            },
            {
                Work("businessRuleTask", "", "<zeebe:calledDecision decisionId=\"kelayakan\" resultVariable=\"x\"/>")
                    + Ended,
                AtOnce
            },
            {
                Caught("intermediateCatchEvent", At("timeDuration", "3 days")),
                "duration(\"3 days\") is neither a moment nor a duration."
            },
            { Caught("intermediateCatchEvent", At("timeDate", "=5")), "5 is neither a moment nor a duration." },
            {
                Caught("intermediateCatchEvent", At("timeCycle", "R0/PT1H")),
                "\"R0/PT1H\" is no cycle: write R3/P1D, and no step shorter than a second."
            },
            {
                Caught("intermediateCatchEvent", At("timeCycle", "R3/2026-08-13T10:00:00+15:00/PT1H")),
                "\"R3/2026-08-13T10:00:00+15:00/PT1H\" is no cycle: write R3/P1D, and no step shorter than a second."
            },
            {
                Caught("intermediateCatchEvent", At("timeCycle", "R/PT1H")),
                "A cycle without a number of times would send tokens on for ever."
            },
        };

    private const string AtOnce = "The event b stands on a, which is done at once: it would never run.";

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_cannot_run_is_refused_by_its_name(string elements, string words)
    {
        var problem = Assert.Single(Problems(elements));

        Assert.Equal(("RUN-001", words), (problem.Number, problem.Message));
        Assert.Equal(
            (elements.StartsWith("<subProcess id=\"h\"", StringComparison.Ordinal) ? "h" : "a", 2),
            (problem.Place.Element, problem.Place.Line)
        );
    }

    public static TheoryData<string> Runs =>
        [
            "<manualTask id=\"a\"/>",
            "<exclusiveGateway id=\"a\"/>",
            "<parallelGateway id=\"a\"/>",
            "<inclusiveGateway id=\"a\"/>",
            Script("a", "x", "1"),
            Work("scriptTask", "scriptFormat=\"FEEL\"", "<zeebe:script expression=\"=1\" resultVariable=\"x\"/>"),
            Work("businessRuleTask", "", "<zeebe:calledDecision decisionId=\"kelayakan\" resultVariable=\"x\"/>"),
            Work("serviceTask", "", "<zeebe:taskDefinition type=\"determine\"/>" + Header("outcome", "granted")),
            Work("serviceTask", "", "<zeebe:taskDefinition type=\"issue-document\"/>" + Header("letter", "izin"))
                + Ended,
            Work("serviceTask", "", "<zeebe:taskDefinition type=\"send-notice\"/>" + Header("notice", "x")),
            Work("sendTask", "", Header("notice", "x")),
            Work("sendTask", "messageRef=\"m\""),
            Work("receiveTask", "messageRef=\"m\"") + Ended,
            Work("userTask", "", "<zeebe:assignmentDefinition candidateGroups=\"pemohon\"/>") + Ended,
            Task("a", extensions: "<zeebe:formDefinition formId=\"verifikasi\"/>"),
            "<callActivity id=\"a\" calledElement=\"bantu\"/>" + Ended,
            "<subProcess id=\"a\"><startEvent id=\"as\"/></subProcess>" + Ended,
            "<manualTask id=\"a\"><multiInstanceLoopCharacteristics><loopCardinality>=2</loopCardinality></multiInstanceLoopCharacteristics></manualTask>"
                + Ended,
            Caught("startEvent", Event("error", "r"), handler: true),
            Caught("startEvent", Event("escalation", "n"), handler: true, "isInterrupting=\"false\""),
            Caught("startEvent", Event("message", "m"), handler: true),
            Caught("startEvent", When("true"), handler: true),
            Caught("startEvent", After("PT1H"), handler: true),
            Caught("intermediateCatchEvent", Event("message", "m")),
            Caught("intermediateCatchEvent", Event("signal", "k")),
            Caught("intermediateCatchEvent", When("true")),
            Caught("intermediateCatchEvent", After("PT1H")),
            Caught("intermediateCatchEvent", Event("message", "m") + After("PT1H")),
            Caught("intermediateCatchEvent", "<linkEventDefinition name=\"L\"/>"),
            Caught("intermediateThrowEvent", ""),
            Caught("intermediateThrowEvent", Event("message", "m")),
            Caught("intermediateThrowEvent", Event("signal", "k")),
            Caught("intermediateThrowEvent", Event("escalation", "n")),
            Caught("intermediateThrowEvent", "<linkEventDefinition name=\"L\"/>"),
            Caught("endEvent", ""),
            Caught("endEvent", Event("message", "m")),
            Caught("endEvent", Event("signal", "k")),
            Caught("endEvent", Event("escalation", "n")),
            Caught("endEvent", Event("error", "r")),
            Caught("endEvent", "<terminateEventDefinition/>"),
            Task("a") + Watching(Event("message", "m")),
            Task("a") + Watching(Event("signal", "k")),
            Task("a") + Watching(When("true")),
            Task("a") + Watching(At("timeCycle", "R/PT1H")),
            "<subProcess id=\"a\"><startEvent id=\"as\"/></subProcess>" + Watching(Event("error", "r")),
            "<subProcess id=\"a\"><startEvent id=\"as\"/></subProcess>" + Watching(Event("escalation", "n")),
            Caught(
                "intermediateCatchEvent",
                At("timeDuration", "=if today() &lt; date(\"2026-06-01\") then null else duration(\"P1D\")")
            ),
            Caught(
                "intermediateCatchEvent",
                At(
                    "timeDuration",
                    "=if now() &lt; date and time(\"2026-06-01T00:00:00Z\") then 5 else duration(\"P1D\")"
                )
            ),
        ];

    [Theory]
    [MemberData(nameof(Runs))]
    public void What_can_run_is_let_pass(string elements) => Assert.Empty(Problems(elements));

    [Fact]
    public void A_boundary_that_waits_for_nothing_is_refused() =>
        Assert.Equal(
            ("b", "The event waits for nothing."),
            Assert.Single(Problems(Task("a") + Watching("")).Select(p => (p.Place.Element, p.Message)))
        );

    [Fact]
    public void An_id_that_stands_in_two_files_is_told_once_at_the_last()
    {
        var release = SampleService
            .World(
                process: Process(
                    "s-c c-x",
                    Start() + "<callActivity id=\"c\" calledElement=\"lain\"/><manualTask id=\"x\"/>"
                )
            )
            .Core;
        var other = BpmnReader.Read(
            """<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"><process id="lain"><startEvent id="x"/></process></definitions>""",
            "lain.bpmn"
        );
        var problem = Assert.Single(
            Runnable.Problems(release with { Process = release.Process.Calling([other.Value!]) })
        );
        Assert.Equal(
            ("RUN-002", "lain.bpmn", "x", "The id x stands in two processes that call each other."),
            (problem.Number, problem.Place.File, problem.Place.Element, problem.Message)
        );
    }

    [Fact]
    public void A_process_that_calls_itself_by_way_of_another_or_from_a_level_is_told()
    {
        var problems = Runnable.Problems(
            SampleService
                .World(
                    process: Process(
                        "s-c",
                        Start()
                            + "<callActivity id=\"c\" calledElement=\"p\"/><callActivity id=\"d\" calledElement=\"q\"/>",
                        """
                        <process id="p"><subProcess id="ps"><startEvent id="p0"/><callActivity id="p1" calledElement="p"/></subProcess></process>
                        <process id="q"><callActivity id="q1" calledElement="o"/></process><process id="o"><startEvent id="o1"/></process>
                        """
                    )
                )
                .Core
        );
        Assert.Equal(
            [("RUN-003", "p", "The process p calls itself.")],
            problems.Select(p => (p.Number, p.Place.Element!, p.Message))
        );
    }

    private static string Work(string kind, string attributes = "", string extensions = "") =>
        $"<{kind} id=\"a\" {attributes}>{(extensions.Length == 0 ? "" : $"<extensionElements>{extensions}</extensionElements>")}</{kind}>";

    private static string Header(string key, string value) =>
        $"<zeebe:taskHeaders><zeebe:header key=\"{key}\" value=\"{value}\"/></zeebe:taskHeaders>";

    private static string At(string kind, string text) =>
        $"<timerEventDefinition><{kind}>{text}</{kind}></timerEventDefinition>";

    private static string Watching(string definition) => Boundary("b", "a", definition);

    private static string Caught(string kind, string definition, bool handler = false, string attributes = "") =>
        handler
            ? Sub(
                "h",
                "a-x",
                $"<{kind} id=\"a\" {attributes}>{definition}</{kind}>" + Mark("x"),
                "triggeredByEvent=\"true\""
            )
            : $"<{kind} id=\"a\" {attributes}>{definition}</{kind}>";

    /// <summary>The elements alone in a process that may call <c>bantu</c>; they stand on its second line.</summary>
    private static List<Problem> Problems(string elements) =>
        [
            .. Runnable.Problems(
                SampleService
                    .World(
                        process: "<definitions xmlns=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" xmlns:zeebe=\"http://camunda.org/schema/zeebe/1.0\" id=\"x\" targetNamespace=\"urn:contoh\">\n"
                            + $"<process id=\"izin\" isExecutable=\"true\">{elements}</process>{Beside}<process id=\"bantu\"><startEvent id=\"b1\"/></process></definitions>"
                    )
                    .Core
            ),
        ];
}
