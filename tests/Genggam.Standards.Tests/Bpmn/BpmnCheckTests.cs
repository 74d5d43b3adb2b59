using static Genggam.Standards.Tests.Bpmn.Drawn;

namespace Genggam.Standards.Tests.Bpmn;

public sealed class BpmnCheckTests
{
    private const string Start = """<bpmn:startEvent id="s" />""";
    private const string End = """<bpmn:endEvent id="e" />""";
    private const string Task = """<bpmn:task id="t" />""";

    [Fact]
    public void A_sound_process_has_no_faults() =>
        Assert.Empty(Faults(Start, Task, End, Flow("s", "t"), Flow("t", "e")));

    [Fact]
    public void A_process_in_which_nothing_begins_is_found() =>
        Assert.Equal(["BPMN-101", "BPMN-107", "BPMN-107"], Faults(Task, End, Flow("t", "e"), Flow("t", "t")));

    [Fact]
    public void A_process_without_a_start_event_begins_where_nothing_leads() =>
        Assert.Empty(Faults(Task, End, Flow("t", "e")));

    [Fact]
    public void A_flow_to_nowhere_is_found() => Assert.Contains("BPMN-102", Faults(Start, End, Flow("s", "x")));

    [Fact]
    public void A_boundary_event_on_nothing_is_found() =>
        Assert.Contains(
            "BPMN-103",
            Faults(Start, End, Flow("s", "e"), """<bpmn:boundaryEvent id="b" attachedToRef="x" />""", Flow("b", "e"))
        );

    [Fact]
    public void A_gateway_without_way_out_is_found() =>
        Assert.Equal(["BPMN-104"], Faults(Start, """<bpmn:exclusiveGateway id="g" />""", Flow("s", "g")));

    [Fact]
    public void Conditions_without_a_default_are_a_warning() =>
        Assert.Equal(["BPMN-105"], Faults(Choice("""<bpmn:exclusiveGateway id="g" />""", Is("a"), Is("b"))));

    [Fact]
    public void A_default_that_leaves_elsewhere_is_found() =>
        Assert.Equal(
            ["BPMN-106"],
            Faults(Choice("""<bpmn:exclusiveGateway id="g" default="s_g" />""", Is("a"), Is("b")))
        );

    [Fact]
    public void A_default_flow_makes_a_choice_sound() =>
        Assert.Empty(Faults(Choice("""<bpmn:exclusiveGateway id="g" default="g_e" />""", Is("a"), "")));

    [Fact]
    public void A_flow_without_condition_hides_those_behind_it() =>
        Assert.Equal(["BPMN-113"], Faults(Choice("""<bpmn:exclusiveGateway id="g" />""", "", Is("b"))));

    [Fact]
    public void A_last_flow_without_condition_is_taken_where_none_holds() =>
        Assert.Empty(Faults(Choice("""<bpmn:exclusiveGateway id="g" />""", Is("a"), "")));

    [Fact]
    public void A_flow_without_condition_hides_the_default_before_it()
    {
        var process = Read(Choice("""<bpmn:exclusiveGateway id="g" default="g_t" />""", "", "")).Value!;
        var problem = Assert.Single(Genggam.Standards.Bpmn.BpmnCheck.Structure(process));
        Assert.Equal(("BPMN-113", "g_e"), (problem.Number, problem.Place.Element));
        Assert.Contains("hides g_t:", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""<bpmn:exclusiveGateway id="g" />""")]
    [InlineData("""<bpmn:inclusiveGateway id="g" />""")]
    [InlineData("""<bpmn:task id="g" />""")]
    public void A_single_condition_without_a_default_is_a_warning(string node) =>
        Assert.Equal(["BPMN-105"], Faults(Start, node, End, Flow("s", "g"), Flow("g", "e", Is("a"))));

    [Fact]
    public void An_activity_with_only_conditions_is_a_warning() =>
        Assert.Equal(["BPMN-105"], Faults(Choice("""<bpmn:task id="g" />""", Is("a"), Is("b"))));

    [Theory]
    [InlineData("""<bpmn:task id="g" />""")]
    [InlineData("""<bpmn:task id="g" default="g_e" />""")]
    public void An_activity_with_a_flow_that_is_always_taken_is_sound(string node) =>
        Assert.Empty(Faults(Choice(node, Is("a"), "")));

    [Theory]
    [InlineData("""<bpmn:parallelGateway id="g" />""")]
    [InlineData("""<bpmn:intermediateThrowEvent id="g" />""")]
    public void A_condition_that_nobody_asks_is_found_where_it_stands(string node)
    {
        var process = Read(Choice(node, Is("false"), "")).Value!;
        var problem = Assert.Single(Genggam.Standards.Bpmn.BpmnCheck.Structure(process));
        Assert.Equal(("BPMN-115", "g_t", Severity.Error), (problem.Number, problem.Place.Element, problem.Severity));
    }

    [Fact]
    public void A_condition_of_the_default_flow_is_a_warning()
    {
        var process = Read(Choice("""<bpmn:exclusiveGateway id="g" default="g_e" />""", Is("a"), Is("b"))).Value!;
        var problem = Assert.Single(Genggam.Standards.Bpmn.BpmnCheck.Structure(process));
        Assert.Equal(("BPMN-115", Severity.Warning), (problem.Number, problem.Severity));
    }

    [Fact]
    public void A_node_that_nothing_reaches_is_found() =>
        Assert.Equal(["BPMN-107"], Faults(Start, Task, End, Flow("s", "e"), Flow("t", "e")));

    [Fact]
    public void A_node_that_never_ends_is_found() =>
        Assert.Equal(
            ["BPMN-108", "BPMN-108"],
            Faults(
                Start,
                """<bpmn:exclusiveGateway id="g" default="g_e" />""",
                """<bpmn:task id="t" /><bpmn:task id="u" />""",
                End,
                Flow("s", "g"),
                Flow("g", "e"),
                Flow("g", "t", Is("a")),
                Flow("t", "u"),
                Flow("u", "t")
            )
        );

    [Fact]
    public void Flows_into_a_start_and_out_of_an_end_are_found() =>
        Assert.Equal(["BPMN-109", "BPMN-110"], Faults(Start, End, Flow("s", "e"), Flow("e", "s")));

    [Fact]
    public void A_link_leads_to_its_catching_event() =>
        Assert.Empty(
            Faults(
                Start,
                End,
                """
                <bpmn:intermediateThrowEvent id="a"><bpmn:linkEventDefinition name="l" /></bpmn:intermediateThrowEvent>
                <bpmn:intermediateCatchEvent id="b"><bpmn:linkEventDefinition name="l" /></bpmn:intermediateCatchEvent>
                """,
                Flow("s", "a"),
                Flow("b", "e")
            )
        );

    [Fact]
    public void A_link_is_caught_only_under_its_own_name() =>
        Assert.Contains(
            "BPMN-111",
            Faults(
                Start,
                End,
                """
                <bpmn:intermediateThrowEvent id="a"><bpmn:linkEventDefinition name="l" /></bpmn:intermediateThrowEvent>
                <bpmn:intermediateCatchEvent id="b"><bpmn:linkEventDefinition name="m" /></bpmn:intermediateCatchEvent>
                """,
                Flow("s", "a"),
                Flow("b", "e")
            )
        );

    [Fact]
    public void What_compensates_needs_no_flow_that_leads_to_it() =>
        Assert.Empty(Faults(Start, End, """<bpmn:task id="t" isForCompensation="true" />""", Flow("s", "e")));

    [Fact]
    public void A_link_that_nothing_catches_is_found() =>
        Assert.Equal(
            ["BPMN-111"],
            Faults(
                Start,
                """
                <bpmn:intermediateThrowEvent id="a"><bpmn:linkEventDefinition name="l" /></bpmn:intermediateThrowEvent>
                """,
                Flow("s", "a")
            )
        );

    [Fact]
    public void An_event_based_gateway_leads_to_events_only() =>
        Assert.Equal(
            ["BPMN-112"],
            Faults(Start, """<bpmn:eventBasedGateway id="g" />""", Task, Flow("s", "g"), Flow("g", "t"))
        );

    [Fact]
    public void A_parallel_branch_that_comes_back_without_a_join_is_a_warning() =>
        Assert.Equal(["BPMN-114"], Faults(Round(join: false)));

    [Fact]
    public void A_parallel_block_inside_a_round_is_sound() => Assert.Empty(Faults(Round(join: true)));

    [Fact]
    public void A_sub_process_is_checked_too() =>
        Assert.Equal(
            ["BPMN-101", "BPMN-107", "BPMN-108"],
            Faults(
                Start,
                $"""<bpmn:subProcess id="p1"><bpmn:task id="t" />{Flow("t", "t")}</bpmn:subProcess>""",
                Flow("s", "p1")
            )
        );

    [Fact]
    public void A_process_that_others_call_is_checked_too()
    {
        var called = $"""<bpmn:process id="q"><bpmn:task id="t" />{Flow("t", "t")}</bpmn:process>""";
        var process = Read(Start + End + Flow("s", "e"), called).Value!;
        Assert.Contains("BPMN-101", Genggam.Standards.Bpmn.BpmnCheck.Structure(process).Select(p => p.Number));
    }

    [Fact]
    public void An_ad_hoc_sub_process_needs_no_start() =>
        Assert.Empty(
            Faults(
                Start,
                """<bpmn:adHocSubProcess id="p1"><bpmn:task id="t" /></bpmn:adHocSubProcess>""",
                Flow("s", "p1")
            )
        );

    private static string Choice(string gateway, string first, string second) =>
        string.Concat(
            Start,
            gateway,
            Task,
            End,
            Flow("s", "g"),
            Flow("g", "t", first),
            Flow("g", "e", second),
            Flow("t", "e")
        );

    private static string Round(bool join) =>
        string.Concat(
            """<bpmn:startEvent id="s" /><bpmn:exclusiveGateway id="m" /><bpmn:parallelGateway id="f" />""",
            """<bpmn:task id="a" /><bpmn:task id="b" /><bpmn:exclusiveGateway id="x" default="x_e" />""",
            join ? """<bpmn:parallelGateway id="j" />""" : """<bpmn:exclusiveGateway id="j" />""",
            """<bpmn:endEvent id="e" />""",
            Flow("s", "m") + Flow("m", "f") + Flow("f", "a") + Flow("f", "b") + Flow("a", "j") + Flow("b", "j"),
            Flow("j", "x") + Flow("x", "m", Is("again")) + Flow("x", "e")
        );
}
