using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes.Journaled;

/// <summary>All that the journal keeps of event sub-processes.</summary>
public sealed class HandlerTests
{
    [Fact]
    public void A_handler_that_interrupts_ends_its_level_and_what_else_it_watched_for()
    {
        var running = Case(
            Process(
                "s-a",
                Start()
                    + Task("a")
                    + Sub(
                        "h",
                        "hs-b",
                        $"<startEvent id=\"hs\">{Event("message", "m")}</startEvent>" + Task("b"),
                        "triggeredByEvent=\"true\""
                    )
                    + Sub(
                        "i",
                        "is-c",
                        $"<startEvent id=\"is\">{After("P1D")}</startEvent>" + Task("c"),
                        "triggeredByEvent=\"true\""
                    ),
                "<message id=\"m\" name=\"bayar\"/>"
            )
        );
        running.Begins(
            """
            waits hs@s0 for message bayar
            timer is@s0 of 0 at 08-14T09:00:00
            token 1 at a by s_a
            task a.1 of 1 for kepala
            asks 1.0 timer is@s0 at 08-14T09:00:00
            """
        );
        Assert.Null(running.Tell("bayar", data: ("jumlah", 5)));
        running.Says(
            """
            cancelled a.1
            taken 1
            timer cleared is@s0
            waits no more hs@s0
            interrupted
            scope 2 Body h
            data {"hs":{"jumlah":5}}
            token 3 at b by hs_b in 2
            task b.1 of 3 for kepala
            asks 2.0 clear is@s0
            """
        );
        running.Do("b");
        running.Says(
            """
            done b.1 approve by kadis
            data {"b":{"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 3
            scope closed 2
            closed completed
            """
        );
    }

    [Fact]
    public void A_handler_that_goes_on_beside_has_a_level_each_time_it_is_begun()
    {
        var running = Case(
            Process(
                "s-a",
                Start()
                    + Task("a")
                    + Sub(
                        "h",
                        "hs-b",
                        $"<startEvent id=\"hs\" isInterrupting=\"false\">{Every("R2/P1D")}</startEvent>" + Task("b"),
                        "triggeredByEvent=\"true\""
                    )
            )
        );
        running.Pass(TimeSpan.FromDays(1));
        running.Says(
            """
            timer cleared hs@s0
            timer hs@s0~2 of 0 at 08-15T09:00:00
            scope 2 Body h
            token 3 at b by hs_b in 2
            task b.1 of 3 for kepala
            asks 2.0 timer hs@s0~2 at 08-15T09:00:00
            """
        );
        running.Pass(TimeSpan.FromDays(1));
        running.Says(
            """
            timer cleared hs@s0~2
            scope 4 Body h
            token 5 at b by hs_b in 4
            task b.2 of 5 for kepala
            """
        );
    }
}
