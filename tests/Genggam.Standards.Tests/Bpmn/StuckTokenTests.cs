using Genggam.Standards.Bpmn;
using static Genggam.Standards.Tests.Bpmn.Drawn;

namespace Genggam.Standards.Tests.Bpmn;

/// <summary>BPMN-116: a token that can never leave is found at rest; one that may leave is let pass.</summary>
public sealed class StuckTokenTests
{
    private const string Frame = """
        <bpmn:startEvent id="s" /><bpmn:endEvent id="e" /><bpmn:parallelGateway id="j" />
        <bpmn:task id="a" /><bpmn:task id="b" />
        """;
    private const string Rest = "a-j b-j j-e";

    [Fact]
    public void A_choice_that_leads_into_a_parallel_join_is_found()
    {
        var process = Read(Frame + Gateway("exclusive") + Flows($"s-g g-a g-b {Rest}")).Value!;
        var problem = Assert.Single(BpmnCheck.Structure(process), p => p.Severity == Severity.Error);
        Assert.Equal(("BPMN-116", "j"), (problem.Number, problem.Place.Element));
    }

    [Fact]
    public void So_is_a_task_that_joins_its_own_interrupting_boundary() =>
        Assert.Equal(["BPMN-116"], Faults(Frame, Boundary("true"), Flows($"s-a t-b {Rest}")));

    [Fact]
    public void So_is_a_round_that_comes_back_into_a_join_in_front_of_it() =>
        Assert.Contains(
            "BPMN-116",
            Faults(Frame, Gateway("exclusive"), Flows("s-a a-j j-g g-b b-j"), Flow("g", "e", Is("a")))
        );

    [Fact]
    public void So_is_an_activity_that_begins_with_two_tokens_where_one_comes() =>
        Assert.Equal(
            ["BPMN-116"],
            Faults("""<bpmn:startEvent id="s" /><bpmn:endEvent id="e" />""", Twice, Flows("s-n n-e"))
        );

    [Theory]
    [InlineData("parallel")]
    [InlineData("inclusive")]
    public void What_splits_in_parallel_may_join(string kind) =>
        Assert.Empty(Faults(Frame, Gateway(kind), Flows($"s-g g-a g-b {Rest}")));

    [Fact]
    public void So_may_an_activity_with_two_flows() => Assert.Empty(Faults(Frame, Flows($"s-a a-b {Rest}")));

    [Fact]
    public void So_may_a_boundary_that_lets_its_task_go_on() =>
        Assert.Empty(Faults(Frame, Boundary("false"), Flows($"s-a t-b {Rest}")));

    [Fact]
    public void So_may_a_boundary_at_which_the_rounds_of_a_loop_throw()
    {
        var process = Read(
            """
            <bpmn:startEvent id="s" /><bpmn:endEvent id="e" /><bpmn:parallelGateway id="j" /><bpmn:task id="b" />
            <bpmn:task id="a"><bpmn:multiInstanceLoopCharacteristics behavior="One" oneBehaviorEventRef="d">
            <bpmn:loopCardinality>2</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics></bpmn:task>
            <bpmn:boundaryEvent id="t" attachedToRef="a"><bpmn:eventDefinitionRef>d</bpmn:eventDefinitionRef></bpmn:boundaryEvent>
            """ + Flows($"s-a t-b {Rest}"),
            """<bpmn:signal id="g" name="g" /><bpmn:signalEventDefinition id="d" signalRef="g" />"""
        ).Value!;
        Assert.Empty(BpmnCheck.Structure(process));
    }

    [Fact]
    public void So_may_what_a_cycle_sends_on_while_the_token_waits() =>
        Assert.Empty(
            Faults(
                Frame,
                """
                <bpmn:intermediateCatchEvent id="c"><bpmn:timerEventDefinition><bpmn:timeCycle>R2/PT1H</bpmn:timeCycle>
                </bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>
                """,
                """<bpmn:exclusiveGateway id="g" default="g_b" />""",
                Flows($"s-c c-g g-b {Rest}"),
                Flow("g", "a", Is("x"))
            )
        );

    [Theory]
    [InlineData("""<bpmn:task id="a" completionQuantity="2" />""", "s-a a-n n-e")]
    [InlineData("""<bpmn:parallelGateway id="a" /><bpmn:task id="b" />""", "s-a a-n a-b b-n n-e")]
    public void Where_two_tokens_may_come_an_activity_may_begin_with_two(string before, string flows) =>
        Assert.Empty(Faults("""<bpmn:startEvent id="s" /><bpmn:endEvent id="e" />""", Twice, before, Flows(flows)));

    [Fact]
    public void A_block_joined_in_every_round_is_sound() =>
        Assert.Empty(
            Faults(
                Frame,
                """<bpmn:exclusiveGateway id="m" /><bpmn:parallelGateway id="g" />""",
                """<bpmn:exclusiveGateway id="x" default="x_e" />""",
                Flows("s-m m-g g-a g-b a-j b-j j-x x-e"),
                Flow("x", "m", Is("again"))
            )
        );

    private const string Twice = """<bpmn:task id="n" startQuantity="2" />""";

    private static string Gateway(string kind) => $"""<bpmn:{kind}Gateway id="g" />""";

    private static string Boundary(string cancels) =>
        $"""
            <bpmn:boundaryEvent id="t" attachedToRef="a" cancelActivity="{cancels}"><bpmn:timerEventDefinition>
            <bpmn:timeDuration>PT1H</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>
            """;

    private static string Flows(string flows) =>
        string.Concat(flows.Split(' ').Select(f => f.Split('-')).Select(f => Flow(f[0], f[1])));
}
