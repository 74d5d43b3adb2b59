using Genggam.Standards.Feel;
using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes;

public sealed class TimerTests
{
    [Theory]
    [InlineData("R/PT0.00000001S")]
    [InlineData("R5/PT0.5S")]
    [InlineData("R0/PT1H")]
    public void A_cycle_that_never_gets_on_or_never_comes_stops_the_step(string cycle)
    {
        var running = Watched(Every(Known($"\"{cycle}\"")));

        var incident = Assert.Single(running.State.Incidents.Values);
        Assert.Equal(("b", Incidents.NoValue), (incident.Element, incident.Number));
    }

    [Fact]
    public void On_the_way_of_a_token_a_cycle_without_a_number_stops()
    {
        var running = Case(Process("s-c c-e", Start() + End() + Catch("c", Every(Known("duration(\"PT1H\")")))));

        Assert.Equal(Incidents.NoValue, Assert.Single(running.State.Incidents.Values).Number);
        Assert.Empty(running.State.Timers);
    }

    [Fact]
    public void An_example_that_waits_through_a_cycle_without_end_fails_in_time()
    {
        var world = SampleService.World(
            process: Process("s-a a-e b-e", Start() + End() + Task("a") + Boundary("b", "a", Every("R/PT1S"), false))
        );
        var example = new Example(
            "menunggu",
            new RunningCase(world).Now,
            "dinas",
            "Asia/Jakarta",
            [
                new ExampleStep.Submit(
                    FeelContext.Of(("pemohon", FeelContext.Of(("nama", "Siti Contoh"), ("penghasilan", 80)))),
                    null
                ),
                new ExampleStep.Wait(TimeSpan.FromDays(365)),
            ],
            new ExampleEnd(null, null, null, null, null, null)
        );

        var fault = Assert.Single(ExampleRunner.Run(world, example).Faults);

        Assert.Equal(1, fault.Step);
        Assert.StartsWith("b ", fault.Found, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("date and time(\"2026-12-01T09:00:00+15:00\")")]
    [InlineData("date and time(\"2026-12-01T09:00:00+07:00:30\")")]
    [InlineData("date(\"0001-01-01\")")]
    [InlineData("date and time(\"9999-12-31T23:59:59-07:00\")")]
    public void A_moment_that_no_clock_shows_stops_the_step(string feel)
    {
        var running = Watched($"<timerEventDefinition><timeDate>{Known(feel)}</timeDate></timerEventDefinition>");

        Assert.Equal(Incidents.NoValue, Assert.Single(running.State.Incidents.Values).Number);
    }

    [Theory]
    [InlineData("timeDate", "2026-08-14T09:00:00", "2026-08-14T09:00:00+07:00")]
    [InlineData("timeDate", "2026-08-14", "2026-08-14T00:00:00+07:00")]
    [InlineData("timeDate", "2026-08-14T09:00:00+09:00", "2026-08-14T07:00:00+07:00")]
    [InlineData("timeCycle", "R3/2026-08-13T10:00:00/PT1H", "2026-08-13T10:00:00+07:00")]
    public void A_time_without_an_offset_is_that_of_the_offices_clock(string kind, string text, string due)
    {
        var running = Watched($"<timerEventDefinition><{kind}>{text}</{kind}></timerEventDefinition>");

        Assert.Equal(
            due,
            Assert
                .Single(running.State.Timers.Values)
                .Due.ToOffset(TimeSpan.FromHours(7))
                .ToString("yyyy-MM-ddTHH:mm:sszzz", null)
        );
    }

    [Fact]
    public void Journals_of_before_had_no_local_times()
    {
        var world = SampleService.World(
            process: Process(
                "s-a a-e b-e",
                Start()
                    + End()
                    + Task("a")
                    + Boundary("b", "a", "<timerEventDefinition><timeDate>2026-08-14</timeDate></timerEventDefinition>")
            )
        ) with
        {
            Level = EngineLevel.Two,
        };
        var running = new RunningCase(world);
        Assert.Null(running.Submit());

        Assert.Single(running.State.Incidents);
    }

    [Theory]
    [InlineData("timeDuration", "3 days")]
    [InlineData("timeDuration", "=duration(\"P1D\") / 0")]
    [InlineData("timeDuration", "=\"nowhere\"")]
    [InlineData("timeDate", "={today: 1}.today")]
    [InlineData("timeDate", "=for today in [1] return today")]
    [InlineData("timeDate", "PT1H")]
    [InlineData("timeDate", "2026-12-01T09:00:00+15:00")]
    [InlineData("timeCycle", "PT1H")]
    [InlineData("timeCycle", "R/PT0.00000001S")]
    [InlineData("timeCycle", "R3/2026-13-01/PT1H")]
    [InlineData("timeCycle", "R0/PT1H")]
    [InlineData("timeCycle", "=duration(\"PT1H\")")]
    [InlineData("timeCycle", "R/PT1H")]
    public void A_constant_time_that_would_fail_or_go_on_for_ever_is_refused_at_rest(string kind, string text)
    {
        var definition = $"<timerEventDefinition><{kind}>{text}</{kind}></timerEventDefinition>";
        var world = SampleService.World(process: Process("s-c c-e", Start() + End() + Catch("c", definition)));

        var problem = Assert.Single(Runnable.Problems(world.Core));

        Assert.Equal("RUN-001", problem.Number);
        Assert.Equal("c", problem.Place.Element);
    }

    [Theory]
    [InlineData("timeDuration", "P3D")]
    [InlineData("timeDate", "2026-08-14")]
    [InlineData("timeDate", "=today() + duration(\"P1D\")")]
    [InlineData("timeDuration", "={jam: now, lama: if jam() = null then null else duration(\"P1D\")}.lama")]
    [InlineData("timeCycle", "R3/2026-08-13T10:00:00/PT1H")]
    [InlineData("timeCycle", "=a.siklus")]
    public void A_time_that_can_be_is_let_pass(string kind, string text)
    {
        var definition = $"<timerEventDefinition><{kind}>{text}</{kind}></timerEventDefinition>";
        var world = SampleService.World(process: Process("s-c c-e", Start() + End() + Catch("c", definition)));

        Assert.Empty(Runnable.Problems(world.Core));
    }

    /// <summary>A value that is known only when the case runs.</summary>
    private static string Known(string feel) => $"=if berkas.nomor = \"B-1\" then {feel} else null";

    /// <summary>A task with a boundary event <c>b</c> that does not end it.</summary>
    private static RunningCase Watched(string definition) =>
        Case(Process("s-a a-e b-e", Start() + End() + Task("a") + Boundary("b", "a", definition, interrupts: false)));
}
