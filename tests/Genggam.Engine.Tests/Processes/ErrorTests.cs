using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes;

/// <summary>Who catches an error, and what it leaves where nobody does (BPMN 2.0, 10.5.7).</summary>
public sealed class ErrorTests
{
    private const string Codes =
        "<error id=\"rusak\" errorCode=\"R\"/><error id=\"lain\" errorCode=\"L\"/><error id=\"polos\"/>";

    [Theory]
    [InlineData("rusak", "R")]
    [InlineData("polos", "")]
    [InlineData(null, "")]
    public void An_error_that_nobody_catches_stops_with_its_code(string? error, string code)
    {
        var running = Case(Process("s-e", Start() + End("e", Event("error", error)), Codes));

        var incident = Assert.Single(running.State.Incidents.Values);
        Assert.Equal(("e", Incidents.NotCaught, code), (incident.Element, incident.Number, incident.Problem));
        Assert.Equal("e", Assert.Single(running.State.Tokens.Values).Element);
    }

    [Fact]
    public void One_that_only_other_errors_are_caught_of_stops_where_it_was_thrown()
    {
        var running = Case(
            Process(
                "s-sub sub-e b-x",
                Start()
                    + End()
                    + Mark("x")
                    + Boundary("b", "sub", Event("error", "lain"))
                    + Sub("sub", "s1-e1", Start("s1") + End("e1", Event("error", "rusak"))),
                Codes
            )
        );
        Assert.Equal(
            ("e1", Incidents.NotCaught, "R"),
            running.State.Incidents.Values.Select(i => (i.Element, i.Number, i.Problem)).Single()
        );
        Assert.Equal(["sub", "e1"], running.State.Tokens.Values.Select(t => t.Element));
        Assert.Empty(running.Trail());
    }

    [Theory]
    [InlineData("rusak", "", "", "dalam")]
    [InlineData("", "rusak", "", "batas")]
    [InlineData("", "", "rusak", "luar")]
    [InlineData("lain", "lain", "rusak", "luar")]
    [InlineData("rusak", "rusak", "rusak", "dalam")]
    [InlineData("", "rusak", "rusak", "batas")]
    public void The_innermost_that_catches_it_has_it(string handler, string boundary, string around, string caught)
    {
        static string Handler(string id, string error) =>
            error.Length == 0
                ? ""
                : Sub(
                    $"h{id}",
                    $"s{id}-{id}",
                    $"<startEvent id=\"s{id}\">{Event("error", error)}</startEvent>" + Mark(id),
                    "triggeredByEvent=\"true\""
                );
        var running = Case(
            Process(
                    "s-sub sub-e" + (boundary.Length == 0 ? "" : " b-batas"),
                    Start()
                        + End()
                        + Mark("batas")
                        + (boundary.Length == 0 ? "" : Boundary("b", "sub", Event("error", boundary)))
                        + Handler("luar", around)
                        + Sub(
                            "sub",
                            "s1-e1",
                            Start("s1") + End("e1", Event("error", "rusak")) + Handler("dalam", handler)
                        ),
                    Codes
                )
                .Replace(
                    "<scriptTask id=\"batas\">",
                    boundary.Length == 0 ? "<scriptTask id=\"batas2\">" : "<scriptTask id=\"batas\">",
                    StringComparison.Ordinal
                )
        );
        Assert.Equal(caught, running.Trail()[^1]);
    }

    [Fact]
    public void An_error_in_a_round_ends_all_rounds_at_the_boundary_of_the_whole()
    {
        const string Many =
            "<multiInstanceLoopCharacteristics><loopCardinality>=3</loopCardinality></multiInstanceLoopCharacteristics>";
        var running = Case(
            Process(
                "s-sub sub-e b-x",
                Start()
                    + End()
                    + Mark("x")
                    + Boundary("b", "sub", Event("error", null))
                    + Sub("sub", "s1-a a-e1", Many + Start("s1") + Task("a") + End("e1", Event("error", "rusak"))),
                Codes
            )
        );
        Assert.Equal(["a", "a", "a"], running.Open());
        running.Do("a");
        Assert.Equal(["x"], running.Trail());
        Assert.Equal("R", running.State.Data.At("b.code").ToString());
        running.IsOver();
    }

    [Fact]
    public void A_letter_that_fails_with_a_code_is_caught_where_the_code_is_named()
    {
        const string Issue =
            "<serviceTask id=\"t\"><extensionElements><zeebe:taskDefinition type=\"issue-document\"/><zeebe:taskHeaders><zeebe:header key=\"letter\" value=\"izin\"/></zeebe:taskHeaders></extensionElements></serviceTask>";
        var process = Process(
            "s-t t-e b-x",
            Start() + End() + Issue + Mark("x") + Boundary("b", "t", Event("error", "rusak")),
            Codes
        );
        RunningCase Failed(string code)
        {
            var running = Case(process);
            var effect = running.State.Awaited.Keys.Single();
            Assert.Null(running.Do(new Command.EffectFailed(effect, "habis") { Code = code }, Actor.System));
            return running;
        }

        var caught = Failed("R");
        Assert.Equal(["x"], caught.Trail());
        caught.IsOver();
        var stopped = Failed("L");
        Assert.Equal(
            ("t", Incidents.Outside, "habis"),
            stopped.State.Incidents.Values.Select(i => (i.Element, i.Number, i.Problem)).Single()
        );
        Assert.Contains(stopped.Entries[^1].Events, e => e is CaseEvent.Thrown { Kind: "error", Name: "L" });
    }

    [Fact]
    public void An_escalation_that_nobody_hears_passes_by_and_its_thrower_goes_on()
    {
        var running = Case(
            Process(
                "s-t t-x x-e",
                Start() + End() + Mark("x") + ThrowEvent("t", Event("escalation", "n")),
                "<escalation id=\"n\" escalationCode=\"NAIK\"/>"
            )
        );
        Assert.Equal(["x"], running.Trail());
        running.IsOver();
    }

    [Theory]
    [InlineData(true, "x")]
    [InlineData(false, "x y")]
    public void What_a_thrower_throws_first_may_end_it_before_it_throws_the_rest(bool interrupts, string trail)
    {
        const string Both =
            "<escalationEventDefinition escalationRef=\"n\"/><messageEventDefinition messageRef=\"m\"/>";
        var running = Case(
            Process(
                "s-sub sub-e b-x x-e2",
                Start()
                    + End()
                    + End("e2")
                    + Mark("x")
                    + Boundary("b", "sub", Event("escalation", "n"), interrupts)
                    + Sub("sub", "s1-t t-y y-e1", Start("s1") + ThrowEvent("t", Both) + Mark("y") + End("e1")),
                "<escalation id=\"n\" escalationCode=\"NAIK\"/><message id=\"m\" name=\"bayar\"/>"
            )
        );
        Assert.Equal(trail.Split(' '), running.Trail());
        Assert.Equal(interrupts ? 0 : 1, running.Entries[^1].Effects.Length);
        running.IsOver();
    }

    [Fact]
    public void A_handler_that_takes_the_level_over_ends_the_thrower_too()
    {
        var running = Case(
            Process(
                "s-t t-y",
                Start()
                    + ThrowEvent("t", Event("signal", "k") + Event("message", "m"))
                    + Mark("y")
                    + Sub(
                        "h",
                        "hs-x",
                        $"<startEvent id=\"hs\">{Event("signal", "k")}</startEvent>" + Mark("x"),
                        "triggeredByEvent=\"true\""
                    ),
                "<signal id=\"k\" name=\"kabar\"/><message id=\"m\" name=\"bayar\"/>"
            )
        );
        Assert.Equal(["x"], running.Trail());
        Assert.IsType<Effect.BroadcastSignal>(Assert.Single(running.Entries[^1].Effects));
        running.IsOver();
    }

    [Fact]
    public void A_boundary_whose_condition_holds_ends_its_task_before_the_next_one_watches()
    {
        var running = Case(
            Process(
                "s-a a-e b-x c-y",
                Start()
                    + End()
                    + Task("a")
                    + Mark("x")
                    + Mark("y")
                    + Boundary("b", "a", When("true"))
                    + Boundary("c", "a", When("true"))
            )
        );
        Assert.Equal(["x"], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void An_event_gateway_behind_which_one_thing_has_come_waits_for_no_other()
    {
        var running = Case(
            Process(
                "s-g g-c g-t c-x t-y",
                Start()
                    + "<eventBasedGateway id=\"g\"/>"
                    + Catch("c", When("true"))
                    + Catch("t", After("P1D"))
                    + Mark("x")
                    + Mark("y")
            )
        );
        Assert.Equal(["x"], running.Trail());
        Assert.Empty(running.Entries[^1].Effects);
        running.IsOver();
    }

    [Fact]
    public void A_terminate_at_the_top_ends_the_case_as_it_was_determined()
    {
        const string Act =
            "<serviceTask id=\"d\"><extensionElements><zeebe:taskDefinition type=\"determine\"/><zeebe:taskHeaders><zeebe:header key=\"outcome\" value=\"granted\"/></zeebe:taskHeaders></extensionElements></serviceTask>";
        var running = Case(
            Process(
                "s-g g-a g-b b-d d-e",
                Start()
                    + "<parallelGateway id=\"g\"/>"
                    + Task("a")
                    + Task("b")
                    + Act
                    + End("e", "<terminateEventDefinition/>")
            )
        );
        running.Do("b");
        running.IsOver();
        Assert.Equal("granted", running.State.Outcome);
        Assert.Null(running.State.Deadline);
    }
}
