using System.Collections.Immutable;
using Genggam.Standards.Feel;
using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes;

/// <summary>What is tried again is tried where it stopped, and only there.</summary>
public sealed class TriedAgainTests
{
    private const string TimeOfTask =
        "<timerEventDefinition><timeDuration>=duration(a.lama)</timeDuration></timerEventDefinition>";

    [Fact]
    public void Handlers_of_two_rounds_that_had_no_time_each_wait_in_their_own_round()
    {
        const string Two =
            "<multiInstanceLoopCharacteristics><loopCardinality>=2</loopCardinality></multiInstanceLoopCharacteristics>";
        var handler = Sub(
            "h",
            "hs-x",
            $"<startEvent id=\"hs\" isInterrupting=\"false\">{TimeOfTask}</startEvent>" + Mark("x"),
            "triggeredByEvent=\"true\""
        );
        var running = Case(
            Process(
                "s-g g-a g-w",
                Start()
                    + "<parallelGateway id=\"g\"/>"
                    + Task("a")
                    + Sub("w", "ws-d", Two + Start("ws") + Task("d") + handler)
            )
        );
        var missed = Assert.Single(running.State.Incidents.Values).Missed;
        Assert.Equal(2, missed.Select(m => running.State.Tokens[m.Token].Scope).Distinct().Count());

        running.Do("a", ("lama", "PT1H"));
        Assert.Null(running.Do(new Command.Retry("hs"), RunningCase.Supervisor));
        Assert.Empty(running.State.Incidents);
        Assert.Equal(2, running.State.Timers.Values.Select(t => t.Scope).Distinct().Count());
        Assert.Equal(["d", "d"], running.State.Tokens.Values.Select(t => t.Element).Where(e => e != "w"));
        running.Pass(TimeSpan.FromHours(1));
        Assert.Equal(["x", "x"], running.Trail());
    }

    [Theory]
    [InlineData(EngineLevel.Two)]
    [InlineData(EngineLevel.Three)]
    public void A_boundary_without_a_time_waits_on_its_task_whichever_level_tries_it(EngineLevel level)
    {
        var running = new RunningCase(
            SampleService.World(
                process: Process(
                    "s-g g-a g-b t-x",
                    Start()
                        + "<parallelGateway id=\"g\"/>"
                        + Task("a")
                        + Task("b")
                        + Mark("x")
                        + Boundary("t", "b", TimeOfTask)
                )
            ) with
            {
                Level = level,
            }
        );
        Assert.Null(running.Submit());
        Assert.Equal("t", Assert.Single(running.State.Incidents.Keys));
        running.Do("a", ("lama", "PT1H"));
        Assert.Null(running.Do(new Command.Retry("t"), RunningCase.Supervisor));

        var timer = Assert.Single(running.State.Timers.Values);
        Assert.Equal(running.State.Tasks["b.1"].Token, timer.Token);
        running.Pass(TimeSpan.FromHours(1));
        Assert.Equal(["x"], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void A_case_that_a_message_opens_begins_at_its_event_and_its_handlers_watch()
    {
        var world = SampleService.World(
            process: Process(
                "s-a m-b",
                Start()
                    + Task("a")
                    + Task("b")
                    + $"<startEvent id=\"m\">{Event("message", "p")}</startEvent>"
                    + Sub(
                        "h",
                        "hs-x",
                        $"<startEvent id=\"hs\">{Event("signal", "k")}</startEvent>" + Mark("x"),
                        "triggeredByEvent=\"true\""
                    ),
                "<message id=\"p\" name=\"pesan\"/><signal id=\"k\" name=\"kabar\"/>"
            )
        );
        var running = new RunningCase(world);
        var data = FeelContext.Of(("pemohon", FeelContext.Of(("nama", "Siti Contoh"), ("penghasilan", 80))));
        var submit = new Command.Submit(
            "B-1",
            "dinas",
            "Asia/Jakarta",
            ImmutableSortedDictionary<string, Guid>.Empty,
            new Personal(data)
        );

        Assert.Null(running.Do(submit with { Trigger = "m" }, Actor.System));
        Assert.Equal(["b"], running.Open());
        Assert.Equal("hs", Assert.Single(running.State.Subscriptions.Values).Element);

        var applied = new RunningCase(world);
        Assert.Null(applied.Do(submit, RunningCase.Citizen));
        Assert.Equal(["a"], applied.Open());
    }

    [Fact]
    public void What_the_letter_waited_for_is_asked_anew_only_at_the_step_that_is_tried_again()
    {
        const string Issue =
            "<serviceTask id=\"{0}\"><extensionElements><zeebe:taskDefinition type=\"issue-document\"/><zeebe:taskHeaders><zeebe:header key=\"letter\" value=\"izin\"/></zeebe:taskHeaders></extensionElements></serviceTask>";
        var running = Case(
            Process(
                "s-x s-y",
                Start()
                    + Issue.Replace("{0}", "x", StringComparison.Ordinal)
                    + Issue.Replace("{0}", "y", StringComparison.Ordinal)
            )
        );
        foreach (var effect in running.State.Awaited.Keys.ToList())
            Assert.Null(running.Do(new Command.EffectFailed(effect, "habis"), Actor.System));
        Assert.Equal(["x", "y"], running.State.Incidents.Keys);
        Assert.Null(running.Do(new Command.Retry("y"), RunningCase.Supervisor));

        Assert.Equal("y", Assert.Single(running.State.Awaited.Values).Element);
        Assert.Equal(["x"], running.State.Incidents.Keys);
        Assert.Equal(["x", "y"], running.State.Tokens.Values.Select(t => t.Element));
    }

    [Fact]
    public void A_task_behind_an_incident_beside_it_is_done_as_ever()
    {
        var running = Case(
            Process(
                "s-g g-a g-c c-x",
                Start() + "<parallelGateway id=\"g\"/>" + Task("a") + Catch("c", TimeOfTask) + Mark("x")
            )
        );
        Assert.Equal(["c"], running.State.Incidents.Keys);
        running.Do("a", ("lama", "PT1H"));
        Assert.Equal(CaseStatus.Open, running.State.Status);
        Assert.Equal(["c"], running.State.Incidents.Keys);
        Assert.Null(running.Do(new Command.Withdraw(Personal.Nothing), RunningCase.Citizen));
        Assert.Empty(running.State.Incidents);
        running.IsOver();
    }
}
