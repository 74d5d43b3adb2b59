using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes.Journaled;

/// <summary>All that the journal keeps of timers.</summary>
public sealed class TimerTests
{
    [Fact]
    public void Each_time_of_a_cycle_has_a_name_of_its_own()
    {
        var running = Case(
            Process("s-a b-x", Start() + Task("a") + Mark("x") + Boundary("b", "a", Every("R3/P1M"), interrupts: false))
        );
        running.Begins(
            """
            token 1 at a by s_a
            task a.1 of 1 for kepala
            timer b@1 of 1 at 09-13T09:00:00 left 3 counted 1 from 08-13T09:00:00
            asks 1.0 timer b@1 at 09-13T09:00:00
            """
        );
        running.Pass(TimeSpan.FromDays(31));
        running.Says(
            """
            timer cleared b@1
            timer b@1~2 of 1 at 10-13T09:00:00 left 2 counted 2 from 08-13T09:00:00
            data {"jejak":["x"]}
            asks 2.0 timer b@1~2 at 10-13T09:00:00
            """
        );
        running.Pass(TimeSpan.FromDays(31));
        running.Says(
            """
            timer cleared b@1~2
            timer b@1~3 of 1 at 11-13T09:00:00
            data {"jejak":["x","x"]}
            asks 3.0 timer b@1~3 at 11-13T09:00:00
            """
        );
        running.Pass(TimeSpan.FromDays(31));
        running.Says(
            """
            timer cleared b@1~3
            data {"jejak":["x","x","x"]}
            """
        );
    }

    [Fact]
    public void A_cycle_on_a_tokens_way_sends_tokens_on_and_ends_with_the_last()
    {
        var running = Case(Process("s-c c-x", Start() + Catch("c", Every("R2/PT1H")) + Mark("x")));
        running.Begins(
            """
            token 1 at c by s_c
            timer c@1 of 1 at 08-13T10:00:00 left 2
            asks 1.0 timer c@1 at 08-13T10:00:00
            """
        );
        running.Pass(TimeSpan.FromHours(1));
        running.Says(
            """
            timer cleared c@1
            timer c@1~2 of 1 at 08-13T11:00:00
            data {"jejak":["x"]}
            asks 2.0 timer c@1~2 at 08-13T11:00:00
            """
        );
        running.Pass(TimeSpan.FromHours(1));
        running.Says(
            """
            timer cleared c@1~2
            taken 1
            data {"jejak":["x","x"]}
            closed completed
            """
        );
    }

    [Fact]
    public void An_event_without_a_time_stops_at_what_it_hangs_on_and_is_tried_again_there()
    {
        const string Time =
            "<timerEventDefinition><timeDuration>=duration(b.lama)</timeDuration></timerEventDefinition>";
        var running = Case(
            Process(
                "s-g g-a g-b t-x",
                Start() + "<parallelGateway id=\"g\"/>" + Task("a") + Task("b") + Mark("x") + Boundary("t", "a", Time)
            )
        );
        running.Begins(
            """
            token 1 at a by g_a
            task a.1 of 1 for kepala
            warned 1
            incident GG-902 at t of 1: timer missed 1#0
            token 2 at b by g_b
            task b.1 of 2 for kepala
            """
        );
        running.Do("b", ("lama", "PT1H"));
        Assert.Null(running.Do(new Command.Retry("t"), RunningCase.Supervisor));
        running.Says(
            """
            incident cleared t
            timer t@1 of 1 at 08-13T10:00:00
            asks 4.0 timer t@1 at 08-13T10:00:00
            """
        );
    }
}
