using Genggam.Standards.Feel;
using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Replaying;

/// <summary>What people did then is done again where the draft asks for the same, whatever its ids are.</summary>
public sealed class AnswersAgainTests
{
    private static readonly Actor Other = Actor.Officer("lain", "dinas", "kepala");

    /// <summary>The task comes anew each day; under the draft it stays.</summary>
    private static readonly string EachDay = Process(
        "s-a a-e b-a",
        Start() + End() + Task("a") + Boundary("b", "a", After("P1D"))
    );

    private static readonly string Stays = Process("s-a a-e", Start() + End() + Task("a"));

    [Fact]
    public void A_task_that_came_a_second_time_is_the_one_that_is_open_under_the_draft()
    {
        var running = Case(EachDay);
        running.Pass(TimeSpan.FromDays(1));
        Assert.Equal("a.2", running.Task("a"));
        Assert.Null(running.Do(new Command.Claim("a.2"), RunningCase.Head));
        Assert.Null(running.Do(new Command.Unclaim("a.2"), RunningCase.Head));
        Assert.Null(running.Do(new Command.Claim("a.2"), Other));
        Assert.Null(running.Do(new Command.Reassign("a.2", "kadis", ["kepala"], []), Other));
        Finish(running, "a.2");
        running.IsOver();

        var (was, wouldBe) = Differs(EachDay, Stays, running);
        Assert.Equal((2, 1), (was.Waits, wouldBe.Waits));
        Assert.Equal(was with { Waits = 1 }, wouldBe);
    }

    [Fact]
    public void A_timer_whose_token_is_another_falls_due_under_the_draft_too()
    {
        var timed = Process("s-c c-e", Start() + End() + Catch("c", After("P1D")));
        var running = Case(timed);
        running.Pass(TimeSpan.FromDays(1));
        running.IsOver();
        const string Mapped =
            "<manualTask id=\"m\"><extensionElements><zeebe:ioMapping><zeebe:input source=\"=1\" target=\"x\"/></zeebe:ioMapping></extensionElements></manualTask>";
        var draft = Process("s-m m-c c-e", Start() + End() + Mapped + Catch("c", After("P1D")));
        Assert.NotEqual(running.Entries[1].Command, new Command.TimerDue(Case(draft).State.Timers.Keys.Single()));

        Same(timed, draft, running);
    }

    [Fact]
    public void A_timer_that_the_draft_has_not_is_passed_by()
    {
        var reminded = Process(
            "s-a a-e b-x x-e2",
            Start() + End() + End("e2") + Task("a") + Mark("x") + Boundary("b", "a", After("P1D"), interrupts: false)
        );
        var running = Case(reminded);
        running.Pass(TimeSpan.FromDays(1));

        var same = Replay.Run(World(reminded), World(Stays), running.Entries, []);
        Assert.Equal("open", Assert.IsType<ReplayResult.Same>(same).Outcome.Outcome);
    }

    [Fact]
    public void An_officer_whose_task_would_have_had_other_variables_must_judge_anew()
    {
        static string Given(int number) =>
            Process(
                "s-a a-e",
                Start()
                    + End()
                    + Task(
                        "a",
                        extensions: $"<zeebe:ioMapping><zeebe:input source=\"={number}\" target=\"batas\"/></zeebe:ioMapping>"
                    )
            );
        var running = Case(Given(1));
        running.Do("a");

        Same(Given(1), Given(1), running);
        Assert.Equal("a", Judged(Given(1), Given(2), running));
        Assert.Equal("a", Judged(Given(1), Stays, running));
    }

    [Fact]
    public void So_must_one_whose_task_would_not_have_come()
    {
        var running = Case(Stays);
        running.Do("a");
        Assert.Equal("b", Judged(Stays, Process("s-b b-e", Start() + End() + Task("b")), running));
    }

    [Fact]
    public void A_task_that_nobody_did_then_needs_somebody_to_judge()
    {
        var running = Case(Stays);
        running.Do("a");
        var then = Process("s-a a-b b-e", Start() + End() + Task("a") + Task("b"));

        Assert.Equal("b", Judged(Stays, then, running));
    }

    [Fact]
    public void Of_two_steps_that_stop_under_the_draft_the_first_by_name_needs_an_answer()
    {
        var running = Case(Stays);
        running.Do("a");
        const string Fails =
            "<scriptTask id=\"{0}\"><extensionElements><zeebe:script expression=\"=1 / 0\" resultVariable=\"n\"/></extensionElements></scriptTask>";
        var draft = Process(
            "s-a a-y a-x x-e y-e",
            Start()
                + End()
                + Task("a")
                + Fails.Replace("{0}", "y", StringComparison.Ordinal)
                + Fails.Replace("{0}", "x", StringComparison.Ordinal)
        );

        var result = Replay.Run(World(Stays), World(draft), running.Entries, []);
        Assert.Equal("x", Assert.IsType<ReplayResult.NeedsAnswer>(result).Element);
    }

    [Fact]
    public void Letters_that_failed_then_are_issued_under_the_draft_and_those_of_a_draft_alone_as_well()
    {
        const string Issue =
            "<serviceTask id=\"{0}\"><extensionElements><zeebe:taskDefinition type=\"issue-document\"/><zeebe:taskHeaders><zeebe:header key=\"letter\" value=\"izin\"/></zeebe:taskHeaders></extensionElements></serviceTask>";
        var first = Issue.Replace("{0}", "x", StringComparison.Ordinal);
        var second = Issue.Replace("{0}", "y", StringComparison.Ordinal);
        var once = Process("s-x x-e", Start() + End() + first);
        var running = Case(once);
        var effect = running.State.Awaited.Keys.Single();
        Assert.Null(running.Do(new Command.EffectFailed(effect, "rusak"), Actor.System));
        Assert.Null(running.Do(new Command.Retry("x"), RunningCase.Supervisor));
        Assert.Null(running.Issue());
        running.IsOver();

        Same(once, once, running);
        var (was, wouldBe) = Differs(once, Process("s-x x-y y-e", Start() + End() + first + second), running);
        Assert.Equal((1, 2), (was.Letters.Length, wouldBe.Letters.Length));
    }

    [Fact]
    public void What_came_after_the_draft_is_over_changes_nothing()
    {
        var running = Case(Stays);
        running.Do("a");
        var (was, wouldBe) = Differs(Stays, Process("s-e", Start() + End()), running);
        Assert.Equal(("completed", 1), (was.Outcome, was.Waits));
        Assert.Equal(("completed", 0), (wouldBe.Outcome, wouldBe.Waits));
    }

    private static void Finish(RunningCase running, string task) =>
        Assert.Null(
            running.Do(new Command.Complete(task, "approve", Personal.Nothing, Personal.Nothing, []), RunningCase.Head)
        );

    private static World World(string process) => SampleService.World(process: process);

    private static void Same(string recorded, string draft, RunningCase running) =>
        Assert.IsType<ReplayResult.Same>(Replay.Run(World(recorded), World(draft), running.Entries, []));

    private static (CaseOutcome, CaseOutcome) Differs(string recorded, string draft, RunningCase running)
    {
        var other = Assert.IsType<ReplayResult.Other>(Replay.Run(World(recorded), World(draft), running.Entries, []));
        return (other.Was, other.WouldBe);
    }

    private static string Judged(string recorded, string draft, RunningCase running) =>
        Assert
            .IsType<ReplayResult.NeedsJudgement>(Replay.Run(World(recorded), World(draft), running.Entries, []))
            .Element;
}
