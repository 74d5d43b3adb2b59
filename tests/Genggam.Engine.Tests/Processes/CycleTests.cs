using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes;

public sealed class CycleTests
{
    [Fact]
    public void A_cycle_on_a_task_comes_as_often_as_it_says_without_drifting()
    {
        var running = Case(Rung("R3/P1D"));
        var first = Assert.Single(running.State.Timers.Values).Due;
        running.Now = first.AddHours(5);
        Assert.Null(running.Do(new Command.TimerDue(running.State.Timers.Keys.Single()), Actor.System));
        Assert.Equal(first.AddDays(1), Assert.Single(running.State.Timers.Values).Due);
        running.Pass(TimeSpan.FromDays(9));
        Assert.Equal(["x", "x", "x"], running.Trail());
        Assert.Empty(running.State.Timers);
        running.Do("a");
        running.IsOver();
    }

    [Theory]
    [InlineData("R3/P0D")]
    [InlineData("R3")]
    [InlineData("tiap hari")]
    [InlineData("R99999999999/P1D")]
    [InlineData("R3/besok/P1D")]
    public void A_cycle_that_says_nothing_stops_the_step(string cycle)
    {
        var running = Case(
            Process(
                "s-a a-e b-e",
                Start()
                    + End()
                    + Task("a")
                    + Boundary(
                        "b",
                        "a",
                        Every($"=if berkas.nomor = \"B-1\" then \"{cycle}\" else null"),
                        interrupts: false
                    )
            )
        );
        Assert.Equal(Incidents.NoValue, Assert.Single(running.State.Incidents.Values).Number);
    }

    [Theory]
    [InlineData("R1/P1D", 1)]
    [InlineData("R2/P1D", 2)]
    [InlineData("R/P1D", 4)]
    public void A_cycle_comes_as_often_as_it_says_or_until_its_task_is_done(string cycle, int times)
    {
        var running = Case(Rung(cycle));
        running.Pass(TimeSpan.FromDays(4));
        Assert.Equal(times, running.Trail().Length);
        running.Do("a");
        running.IsOver();
    }

    [Fact]
    public void A_cycle_may_name_the_moment_of_its_first_time()
    {
        var running = Case(Rung("R2/2026-08-20T09:00:00+07:00/P1D"));
        var first = Assert.Single(running.State.Timers.Values).Due;
        Assert.Equal(new DateTimeOffset(2026, 8, 20, 9, 0, 0, TimeSpan.FromHours(7)), first);
        running.Pass(TimeSpan.FromDays(30));
        Assert.Equal(["x", "x"], running.Trail());
    }

    [Theory]
    [InlineData("R4/2026-08-31T09:00:00+07:00/P1M", "2026-08-31 2026-09-30 2026-10-31 2026-11-30")]
    [InlineData("R3/2028-02-29T09:00:00+07:00/P1Y", "2028-02-29 2029-02-28 2030-02-28")]
    [InlineData("R2/P6M", "2027-02-13 2027-08-13")]
    public void Months_of_a_cycle_are_counted_from_its_beginning(string cycle, string days)
    {
        var running = Case(Rung(cycle));
        Assert.Equal(days.Split(' '), Days(running));
    }

    [Fact]
    public void A_cycle_without_a_moment_counts_its_months_from_where_it_began()
    {
        var running = new RunningCase(SampleService.World(process: Rung("R3/P1M")))
        {
            Now = new(2026, 8, 31, 9, 0, 0, TimeSpan.FromHours(7)),
        };
        Assert.Null(running.Submit());
        Assert.Equal(["2026-09-30", "2026-10-31", "2026-11-30"], Days(running));
    }

    [Fact]
    public void A_timer_that_a_journal_of_before_set_goes_on_from_time_to_time()
    {
        var running = Case(Rung("R3/2026-08-31T09:00:00+07:00/P1M"));
        var timer = Assert.Single(running.State.Timers.Values);
        running.Had(new CaseEvent.TimerSet(timer.Id, timer.Element, timer.Token, timer.Due) { Left = 3 });
        Assert.Equal(["2026-08-31", "2026-09-30", "2026-10-30"], Days(running));
    }

    private static List<string> Days(RunningCase running)
    {
        var days = new List<string>();
        while (running.State.Timers.Values.FirstOrDefault() is { } timer)
        {
            days.Add(timer.Due.ToOffset(TimeSpan.FromHours(7)).ToString("yyyy-MM-dd", null));
            running.Now = timer.Due;
            Assert.Null(running.Do(new Command.TimerDue(timer.Id), Actor.System));
        }
        return days;
    }

    private static string Rung(string cycle) =>
        Process(
            "s-a a-e b-x x-e2",
            Start() + End() + End("e2") + Task("a") + Mark("x") + Boundary("b", "a", Every(cycle), interrupts: false)
        );
}
