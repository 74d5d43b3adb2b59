using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes;

public sealed class GatewayTests
{
    private static string When(string from, string to, string feel) =>
        $"<sequenceFlow id=\"{from}_{to}\" sourceRef=\"{from}\" targetRef=\"{to}\"><conditionExpression>={feel}</conditionExpression></sequenceFlow>";

    [Fact]
    public void An_inclusive_join_waits_only_for_branches_that_were_taken()
    {
        var running = Case(
            Process(
                "s-g g-a a-j b-j c-j j-x x-e",
                Start()
                    + End()
                    + "<inclusiveGateway id=\"g\"/><inclusiveGateway id=\"j\"/>"
                    + Task("a")
                    + Task("b")
                    + Task("c")
                    + Mark("x")
                    + When("g", "b", "true")
                    + When("g", "c", "false")
            )
        );
        running.Do("a");
        Assert.Empty(running.Trail());
        running.Do("b");
        Assert.Equal(["x"], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void An_inclusive_join_goes_on_when_the_token_it_waited_for_dies()
    {
        var running = Case(
            Process(
                "s-g g-a g-b a-j b-j j-x x-e t-e2",
                Start()
                    + End()
                    + End("e2")
                    + "<parallelGateway id=\"g\"/><inclusiveGateway id=\"j\"/>"
                    + Task("a")
                    + Task("b")
                    + Mark("x")
                    + Boundary("t", "b", After("P1D"))
            )
        );
        running.Do("a");
        Assert.Empty(running.Trail());
        running.Pass(TimeSpan.FromDays(1));
        Assert.Equal(["x"], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void A_branch_that_can_come_back_to_the_join_by_a_loop_does_not_hold_it_for_ever()
    {
        // After the join the token may go round; on its second way nothing else is on the way, so the join lets it pass.
        var running = Case(
            Process(
                "s-j j-a a-k k-e",
                Start()
                    + End()
                    + "<inclusiveGateway id=\"j\"/>"
                    + Task("a")
                    + "<exclusiveGateway id=\"k\" default=\"k_e\"/>"
                    + When("k", "j", "a.lagi = true")
            )
        );
        running.Do("a", ("lagi", true));
        Assert.Equal(["a"], running.Open());
        running.Do("a", ("lagi", false));
        running.IsOver();
    }

    [Fact]
    public void A_step_whose_conditions_all_fail_stops_and_goes_on_without_doing_its_work_again()
    {
        var running = Case(
            Process(
                "s-g g-t g-n t-e2",
                Start()
                    + End()
                    + End("e2")
                    + "<parallelGateway id=\"g\"/>"
                    + Task("t")
                    + Script("n", "n", "if n = null then 1 else n + 1")
                    + When("n", "e", "t.boleh = true")
            )
        );
        Assert.Equal(Incidents.NoFlow, running.State.Incidents["n"].Number);
        running.Do("t", ("boleh", true));
        Assert.Null(running.Do(new Command.Retry("n"), RunningCase.Supervisor));
        Assert.Equal("1", running.State.Data["n"].ToString());
        running.IsOver();
    }

    [Fact]
    public void A_step_takes_its_default_flow_where_no_condition_holds()
    {
        var running = Case(
            Process(
                "n-y y-e x-e s-n",
                Start() + End() + Mark("x") + Mark("y") + "<task id=\"n\" default=\"n_y\"/>" + When("n", "x", "false")
            )
        );
        Assert.Equal(["y"], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void A_step_that_needs_two_tokens_waits_for_the_second()
    {
        var running = Case(
            Process(
                "s-g g-a g-b a-c b-c c-e",
                Start()
                    + End()
                    + "<parallelGateway id=\"g\"/>"
                    + Task("a")
                    + Task("b")
                    + Mark("c")
                        .Replace(
                            "<scriptTask id=\"c\">",
                            "<scriptTask id=\"c\" startQuantity=\"2\">",
                            StringComparison.Ordinal
                        )
            )
        );
        running.Do("a");
        Assert.Empty(running.Trail());
        running.Do("b");
        Assert.Equal(["c"], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void An_inclusive_join_does_not_wait_for_a_token_that_can_also_come_where_one_has_come()
    {
        // BPMN 2.0, 13.4.3: from a both ways lead to the join, and on one of them a token is there already.
        var running = Case(
            Process(
                "s-g g-a g-b b-j a-k k-j j-x x-e",
                Start()
                    + End()
                    + "<parallelGateway id=\"g\"/><inclusiveGateway id=\"j\"/>"
                    + "<exclusiveGateway id=\"k\" default=\"k_j\"/>"
                    + Task("a")
                    + Task("b")
                    + Mark("x")
                    + When("k", "b", "a.lagi = true")
            )
        );
        running.Do("b");
        Assert.Equal(["x"], running.Trail());
        running.Do("a", ("lagi", false));
        Assert.Equal(["x", "x"], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void An_inclusive_join_waits_for_what_comes_by_a_link()
    {
        var running = Case(
            Process(
                "s-g g-a g-b a-j b-l m-j j-x x-e",
                Start()
                    + End()
                    + "<parallelGateway id=\"g\"/><inclusiveGateway id=\"j\"/>"
                    + Task("a")
                    + Task("b")
                    + Mark("x")
                    + ThrowEvent("l", "<linkEventDefinition name=\"L\"/>")
                    + Catch("m", "<linkEventDefinition name=\"L\"/>")
            )
        );
        running.Do("a");
        Assert.Empty(running.Trail());
        running.Do("b");
        Assert.Equal(["x"], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void Of_two_steps_that_stopped_only_the_one_that_is_tried_again_goes_on()
    {
        var running = Case(
            Process(
                "s-g g-t g-n g-m t-e2",
                Start()
                    + End()
                    + End("e2")
                    + "<parallelGateway id=\"g\"/>"
                    + Task("t")
                    + Mark("n")
                    + Mark("m")
                    + When("n", "e", "t.boleh = true")
                    + When("m", "e", "t.boleh = true")
            )
        );
        running.Do("t", ("boleh", true));
        Assert.Null(running.Do(new Command.Retry("n"), RunningCase.Supervisor));
        Assert.Equal(["m"], running.State.Incidents.Keys);
        Assert.Equal(["m"], running.State.Tokens.Values.Select(t => t.Element));
        Assert.Null(running.Do(new Command.Retry("m"), RunningCase.Supervisor));
        running.IsOver();
    }
}
