namespace Genggam.Engine.Tests;

public sealed class StepsAheadTests
{
    [Theory]
    [InlineData(80, new[] { "tandatangan" })]
    [InlineData(95, new[] { "persetujuan", "tandatangan" })]
    public void A_branch_that_the_application_has_settled_is_ahead_or_is_not(int income, string[] ahead) =>
        Assert.Equal(ahead, After("verifikasi", "=pemohon.penghasilan &gt; 90", income));

    [Fact]
    public void A_branch_that_the_task_itself_decides_is_ahead() =>
        Assert.Equal(["persetujuan", "tandatangan"], After("verifikasi", "=verifikasi.besar = true", 80));

    [Fact]
    public void What_follows_a_correction_is_not_ahead() =>
        Assert.DoesNotContain("verifikasi", After("verifikasi", "=pemohon.penghasilan &gt; 90", 80));

    [Fact]
    public void What_lies_in_levels_and_what_can_begin_or_end_them_is_ahead()
    {
        var release = Drawn(
            "s-a a-sub sub-d t-c c-d",
            Processes.Drawn.Task("a")
                + Processes.Drawn.Task("c")
                + Processes.Drawn.Task("d")
                + Processes.Drawn.Boundary("t", "sub", Processes.Drawn.After("P1D"))
                + Processes.Drawn.Sub(
                    "sub",
                    "s1-b",
                    Processes.Drawn.Start("s1")
                        + Processes.Drawn.Task("b")
                        + Processes.Drawn.Sub(
                            "h",
                            "hs-e",
                            $"<startEvent id=\"hs\">{Processes.Drawn.After("P2D")}</startEvent>"
                                + Processes.Drawn.Task("e"),
                            "triggeredByEvent=\"true\""
                        )
                )
        );

        Assert.Equal(["sub", "s1", "h", "d", "c", "b", "hs", "e"], Ahead(release, "a"));
        Assert.Equal(["d", "c"], Ahead(release, "b"));
        Assert.Equal(["d", "c"], Ahead(release, "e"));
        Assert.Equal(["d"], Ahead(release, "c"));
        Assert.Empty(Ahead(release, "d"));
    }

    [Fact]
    public void A_step_that_comes_round_again_is_told_once_and_not_as_its_own_successor()
    {
        var release = Drawn(
            "s-a a-g g-b b-a",
            Processes.Drawn.Task("a") + Processes.Drawn.Task("b") + "<exclusiveGateway id=\"g\"/>"
        );
        Assert.Equal(["g", "b"], Ahead(release, "a"));
    }

    [Theory]
    [InlineData("<manualTask id=\"n\"/>", new[] { "x" })]
    [InlineData(
        "<scriptTask id=\"n\"><extensionElements><zeebe:script expression=\"=1\" resultVariable=\"pemohon.penghasilan\"/></extensionElements></scriptTask>",
        new[] { "x", "y" }
    )]
    [InlineData(
        "<scriptTask id=\"n\"><extensionElements><zeebe:script expression=\"=1\" resultVariable=\"lain.pemohon\"/></extensionElements></scriptTask>",
        new[] { "x" }
    )]
    [InlineData(
        "<businessRuleTask id=\"n\"><extensionElements><zeebe:calledDecision decisionId=\"kelayakan\" resultVariable=\"pemohon.aturan\"/></extensionElements></businessRuleTask>",
        new[] { "x", "y" }
    )]
    [InlineData(
        "<businessRuleTask id=\"n\"><extensionElements><zeebe:calledDecision decisionId=\"kelayakan\"/></extensionElements></businessRuleTask>",
        new[] { "x" }
    )]
    public void A_way_is_open_where_a_step_before_it_still_writes_what_it_asks(string step, string[] ahead)
    {
        const string Way =
            "<exclusiveGateway id=\"g\" default=\"g_y\"/><sequenceFlow id=\"g_x\" sourceRef=\"g\" targetRef=\"x\"><conditionExpression>=pemohon.penghasilan = 80</conditionExpression></sequenceFlow>";
        var release = Drawn(
            "s-a a-n n-g g-y",
            Processes.Drawn.Task("a") + step + Way + Processes.Drawn.Task("x") + Processes.Drawn.Task("y")
        );
        var running = new RunningCase(SampleService.World() with { Core = release });
        Assert.Null(running.Submit());

        Assert.Equal(ahead, StepsAhead.Of(release, running.State, "a").Select(t => t.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("", new string[0])]
    [InlineData(" default=\"g_y\"", new[] { "y" })]
    public void Where_no_condition_holds_only_the_default_is_ahead(string otherwise, string[] ahead)
    {
        var way =
            $"<exclusiveGateway id=\"g\"{otherwise}/><sequenceFlow id=\"g_x\" sourceRef=\"g\" targetRef=\"x\"><conditionExpression>=pemohon.penghasilan = 81</conditionExpression></sequenceFlow>"
            + "<sequenceFlow id=\"g_y\" sourceRef=\"g\" targetRef=\"y\"><conditionExpression>=pemohon.penghasilan = 82</conditionExpression></sequenceFlow>";
        var release = Drawn(
            "s-a a-g",
            Processes.Drawn.Task("a") + way + Processes.Drawn.Task("x") + Processes.Drawn.Task("y")
        );
        var running = new RunningCase(SampleService.World() with { Core = release });
        Assert.Null(running.Submit());

        Assert.Equal(ahead, StepsAhead.Of(release, running.State, "a").Select(t => t.Id));
    }

    [Fact]
    public void Of_two_conditions_that_hold_the_first_is_the_way()
    {
        const string Way =
            "<exclusiveGateway id=\"g\"/><sequenceFlow id=\"g_x\" sourceRef=\"g\" targetRef=\"x\"><conditionExpression>=pemohon.penghasilan &gt; 1</conditionExpression></sequenceFlow>"
            + "<sequenceFlow id=\"g_y\" sourceRef=\"g\" targetRef=\"y\"><conditionExpression>=pemohon.penghasilan &gt; 2</conditionExpression></sequenceFlow>";
        var release = Drawn(
            "s-a a-g",
            Processes.Drawn.Task("a") + Way + Processes.Drawn.Task("x") + Processes.Drawn.Task("y")
        );
        var running = new RunningCase(SampleService.World() with { Core = release });
        Assert.Null(running.Submit());

        Assert.Equal(["x"], StepsAhead.Of(release, running.State, "a").Select(t => t.Id));
        Assert.Equal(["x", "y"], StepsAhead.Of(release, Case.New("contoh"), "a").Select(t => t.Id));
    }

    private static Release Drawn(string flows, string elements) =>
        SampleService.World(process: Processes.Drawn.Process(flows, Processes.Drawn.Start() + elements)).Core;

    private static IEnumerable<string> Ahead(Release release, string element) =>
        StepsAhead.Anyway(release, element).Select(node => node.Id);

    private static string[] After(string element, string condition, int income)
    {
        var world = SampleService.World(
            process: SampleService.Process.Replace(
                """<sequenceFlow id="setuju" sourceRef="hasil" targetRef="tandatangan"/>""",
                $"""
                <sequenceFlow id="setuju" sourceRef="hasil" targetRef="besar"/>
                <exclusiveGateway id="besar" default="biasa"/>
                <sequenceFlow id="perlu" sourceRef="besar" targetRef="persetujuan"><conditionExpression>{condition}</conditionExpression></sequenceFlow>
                <userTask id="persetujuan"><extensionElements><zeebe:assignmentDefinition candidateGroups="kepala"/></extensionElements></userTask>
                <sequenceFlow id="disetujui" sourceRef="persetujuan" targetRef="tandatangan"/>
                <sequenceFlow id="biasa" sourceRef="besar" targetRef="tandatangan"/>
                """,
                StringComparison.Ordinal
            )
        );
        var running = new RunningCase(world);
        Assert.Null(running.Submit(income));
        return [.. StepsAhead.Of(world.Core, running.State, element).Select(t => t.Id).Order(StringComparer.Ordinal)];
    }
}
