using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes.Journaled;

/// <summary>All that the journal keeps of events that wait for one of several things, or for all.</summary>
public sealed class WaitTests
{
    private const string Pays = "<message id=\"m\" name=\"bayar\"/>";
    private const string PaysByNumber =
        "<message id=\"m\" name=\"bayar\"><extensionElements><zeebe:subscription correlationKey=\"=berkas.nomor\"/></extensionElements></message>";

    [Fact]
    public void The_first_event_behind_a_gateway_takes_its_token_and_the_others_end()
    {
        var running = Case(
            Process(
                "s-g g-t g-c g-r",
                Start()
                    + "<eventBasedGateway id=\"g\"/>"
                    + Catch("t", After("P1D"))
                    + Catch("c", Event("signal", "k"))
                    + "<receiveTask id=\"r\" messageRef=\"m\"/>",
                Pays + "<signal id=\"k\" name=\"kabar\"/>"
            )
        );
        running.Begins(
            """
            token 1 at g
            timer t@1 of 1 at 08-14T09:00:00
            waits c@1 for signal kabar of 1
            waits r@1 for message bayar of 1
            asks 1.0 timer t@1 at 08-14T09:00:00
            """
        );
        Assert.Null(running.Tell("bayar", data: ("jumlah", 5)));
        running.Says(
            """
            timer cleared t@1
            waits no more c@1
            waits no more r@1
            taken 1
            data {"r":{"jumlah":5}}
            closed completed
            asks 2.0 clear t@1
            """
        );
    }

    [Fact]
    public void A_condition_is_noted_when_it_turns()
    {
        var running = Case(
            Process(
                "s-g g-a g-b b-b2 c-x",
                Start()
                    + "<parallelGateway id=\"g\"/>"
                    + Task("a")
                    + Task("b")
                    + Task("b2")
                    + Mark("x")
                    + Boundary("c", "a", When("b.siap = true and b2 = null"), interrupts: false)
            )
        );
        running.Do("b", ("siap", true));
        running.Says(
            """
            done b.1 approve by kadis
            data {"b":{"siap":true,"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 2
            token 3 at b2 by b_b2
            task b2.1 of 3 for kepala
            condition c@1 holds
            data {"jejak":["x"]}
            """
        );
        running.Do("b2");
        running.Says(
            """
            done b2.1 approve by kadis
            data {"b2":{"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 3
            condition c@1 ceased
            """
        );
    }

    [Fact]
    public void An_event_that_waits_for_all_gives_up_one_by_one()
    {
        var running = Case(
            Process(
                "s-c c-e",
                Start()
                    + End()
                    + $"<intermediateCatchEvent id=\"c\" parallelMultiple=\"true\">{After("P1D")}{Event("message", "m")}{Event("signal", "k")}</intermediateCatchEvent>",
                Pays + "<signal id=\"k\" name=\"kabar\"/>"
            )
        );
        running.Begins(
            """
            token 1 at c by s_c
            timer c@1 of 1 at 08-14T09:00:00
            waits c@1#1 for message bayar of 1
            waits c@1#2 for signal kabar of 1
            asks 1.0 timer c@1 at 08-14T09:00:00
            """
        );
        Assert.Null(running.Tell("bayar"));
        running.Says(
            """
            waits no more c@1#1
            """
        );
        running.Pass(TimeSpan.FromDays(1));
        running.Says(
            """
            timer cleared c@1
            """
        );
        Assert.Null(running.Do(new Command.SignalArrived("kabar"), Actor.System));
        running.Says(
            """
            waits no more c@1#2
            taken 1
            closed completed
            """
        );
    }

    [Fact]
    public void A_gateway_without_a_way_out_keeps_its_token_and_is_tried_again()
    {
        const string Way =
            "<sequenceFlow id=\"p_q\" sourceRef=\"p\" targetRef=\"q\"><conditionExpression>=a.benar = true</conditionExpression></sequenceFlow>";
        var running = Case(
            Process(
                "s-g g-a g-p",
                Start() + "<parallelGateway id=\"g\"/>" + Task("a") + "<exclusiveGateway id=\"p\"/>" + Task("q") + Way
            )
        );
        running.Begins(
            """
            token 1 at a by g_a
            task a.1 of 1 for kepala
            token 2 at p
            incident GG-901 at p of 2: p
            """
        );
        running.Do("a", ("benar", true));
        Assert.Null(running.Do(new Command.Retry("p"), RunningCase.Supervisor));
        running.Says(
            """
            incident cleared p
            taken 2
            token 3 at q by p_q
            task q.1 of 3 for kepala
            """
        );
    }

    [Fact]
    public void A_link_leaves_nothing_in_the_journal()
    {
        Case(
                Process(
                    "s-l m-a",
                    Start()
                        + Task("a")
                        + ThrowEvent("l", "<linkEventDefinition name=\"L\"/>")
                        + Catch("m", "<linkEventDefinition name=\"L\"/>")
                )
            )
            .Begins(
                """
                token 1 at a by m_a
                task a.1 of 1 for kepala
                """
            );
    }
}
