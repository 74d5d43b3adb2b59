using Genggam.Standards;
using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Checks;

/// <summary>What would be lost or never read is refused before a case runs.</summary>
public sealed class HiddenAndLostTests
{
    private const string Message = "<message id=\"m\" name=\"bayar\"/>";

    [Fact]
    public void A_script_whose_result_goes_nowhere_is_refused()
    {
        var script = Script("a", "", "1 + 1").Replace(" resultVariable=\"\"", "", StringComparison.Ordinal);

        Refused("RUN-001", "a", "resultVariable", Process("s-a a-e", Start() + End() + script));
    }

    public static TheoryData<string, string> Hidden =>
        new()
        {
            { "a", Script("a", "berkas", "1") },
            { "a", Script("a", "berkas.jumlah", "1") },
            {
                "a",
                "<businessRuleTask id=\"a\"><extensionElements><zeebe:calledDecision decisionId=\"kelayakan\" resultVariable=\"berkas\"/></extensionElements></businessRuleTask>"
            },
            { "a", Mapped("input") },
            { "a", Mapped("output") },
            { "a", Task("a", Many("inputElement=\"berkas\"")) },
            { "a", Task("a", Many("outputCollection=\"berkas\" outputElement=\"=1\"")) },
            { "a", Sub("a", "as-ae", Start("as") + End("ae") + "<dataObject id=\"d\" name=\"berkas\"/>") },
            { "izin", Script("a", "b", "1") + "<dataObject id=\"d\" name=\"berkas\"/>" },
        };

    [Theory]
    [MemberData(nameof(Hidden))]
    public void What_is_written_under_the_name_of_the_case_is_refused(string element, string elements) =>
        Refused("RUN-004", element, "berkas", Process("s-a a-e", Start() + End() + elements));

    [Fact]
    public void So_is_a_task_whose_answers_would_lie_under_it() =>
        Refused("RUN-004", "berkas", "berkas", Process("s-berkas berkas-e", Start() + End() + Task("berkas")));

    [Theory]
    [InlineData("<receiveTask id=\"berkas\" messageRef=\"m\">", "</receiveTask>", true)]
    [InlineData(
        "<intermediateCatchEvent id=\"berkas\">",
        "<messageEventDefinition messageRef=\"m\"/></intermediateCatchEvent>",
        true
    )]
    [InlineData(
        "<intermediateCatchEvent id=\"berkas\">",
        "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition><messageEventDefinition messageRef=\"m\"/></intermediateCatchEvent>",
        true
    )]
    [InlineData(
        "<intermediateCatchEvent id=\"berkas\">",
        "<timerEventDefinition><timeDuration>PT1H</timeDuration></timerEventDefinition><signalEventDefinition signalRef=\"k\"/></intermediateCatchEvent>",
        false
    )]
    [InlineData(
        "<intermediateThrowEvent id=\"berkas\">",
        "<messageEventDefinition messageRef=\"m\"/></intermediateThrowEvent>",
        false
    )]
    [InlineData("<manualTask id=\"berkas\">", "</manualTask>", false)]
    [InlineData(
        "<manualTask id=\"berkas\">",
        "<multiInstanceLoopCharacteristics><loopCardinality>=2</loopCardinality></multiInstanceLoopCharacteristics></manualTask>",
        true
    )]
    public void An_element_that_keeps_what_comes_under_its_id_is_refused_by_that_name(
        string begins,
        string ends,
        bool refused
    )
    {
        const string Elsewhere =
            "<extensionElements><zeebe:ioMapping><zeebe:output source=\"=1\" target=\"lain\"/></zeebe:ioMapping></extensionElements>";
        string Around(string inside) =>
            Process(
                "s-berkas berkas-e",
                Start() + End() + begins + inside + ends,
                Message + "<signal id=\"k\" name=\"k\"/>"
            );

        Assert.Equal(refused ? ["RUN-004"] : [], Problems(Around("")).Select(problem => problem.Number));
        // What is mapped elsewhere lies there; what rounds leave lies under the id all the same.
        var loops = ends.StartsWith("<multi", StringComparison.Ordinal);
        Assert.Equal(loops ? ["RUN-004"] : [], Problems(Around(Elsewhere)).Select(problem => problem.Number));
    }

    [Theory]
    [InlineData("boundaryEvent", " attachedToRef=\"a\"", false)]
    [InlineData("startEvent", "", true)]
    public void So_is_one_that_stands_on_a_task_or_begins_a_handler(string kind, string attributes, bool handles)
    {
        var caught = $"<{kind} id=\"berkas\"{attributes}>{Event("message", "m")}</{kind}>";
        var placed = handles ? Sub("h", "berkas-x", caught + Mark("x"), "triggeredByEvent=\"true\"") : caught;
        Refused("RUN-004", "berkas", "berkas", Process("s-a a-e", Start() + End() + Task("a") + placed, Message));
    }

    [Fact]
    public void A_called_process_has_no_variable_of_that_name_either() =>
        Refused(
            "RUN-004",
            "bantu",
            "berkas",
            Process(
                "s-c c-e",
                Start() + End() + "<callActivity id=\"c\" calledElement=\"bantu\"/>",
                "<process id=\"bantu\"><dataObject id=\"d\" name=\"berkas\"/><startEvent id=\"b1\"/></process>"
            )
        );

    [Fact]
    public void A_name_that_only_begins_so_is_another() =>
        Assert.Empty(Problems(Process("s-a a-e", Start() + End() + Script("a", "berkas_lain", "1"))));

    [Fact]
    public void An_event_that_brings_no_data_may_have_any_name() =>
        Assert.Empty(Problems(Process("s-berkas berkas-e", Start() + End() + Catch("berkas", After("PT1H")))));

    public static TheoryData<string, string> Lost =>
        new()
        {
            { "loop", Receive(Many("")) },
            { "boundary event", Receive("") + Boundary("b", "r", After("PT1H")) },
            {
                "input mapping",
                Receive(
                    "<extensionElements><zeebe:ioMapping><zeebe:input source=\"=1\" target=\"x\"/></zeebe:ioMapping></extensionElements>"
                )
            },
            { "startQuantity", Receive("", "startQuantity=\"2\"") },
            { "variable of its own", Receive("<property id=\"p\" name=\"x\"/>") },
        };

    [Theory]
    [MemberData(nameof(Lost))]
    public void A_task_behind_an_event_gateway_waits_for_its_message_and_no_more(string part, string receive) =>
        Refused(
            "RUN-001",
            "r",
            part,
            Process(
                "s-g g-r g-t r-e t-e",
                Start() + End() + "<eventBasedGateway id=\"g\"/>" + Catch("t", After("PT1H")) + receive,
                Message
            )
        );

    [Fact]
    public void The_same_task_elsewhere_has_all_of_it() =>
        Assert.Empty(
            Problems(
                Process("s-r r-e b-e", Start() + End() + Receive(Many("")) + Boundary("b", "r", After("PT1H")), Message)
            )
        );

    private static string Receive(string inside, string attributes = "") =>
        $"<receiveTask id=\"r\" messageRef=\"m\" {attributes}>{inside}</receiveTask>";

    private static string Mapped(string way) =>
        Task(
            "a",
            extensions: $"<zeebe:ioMapping><zeebe:{way} source=\"=1\" target=\"berkas.nilai\"/></zeebe:ioMapping>"
        );

    private static string Many(string collection) =>
        $"<multiInstanceLoopCharacteristics><extensionElements><zeebe:loopCharacteristics inputCollection=\"=[1, 2]\" {collection}/></extensionElements></multiInstanceLoopCharacteristics>";

    private static void Refused(string number, string element, string word, string process)
    {
        var problem = Assert.Single(Problems(process));
        Assert.Equal((number, element), (problem.Number, problem.Place.Element));
        Assert.Contains(word, problem.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<Problem> Problems(string process) =>
        Runnable.Problems(SampleService.World(process: process).Core);
}
