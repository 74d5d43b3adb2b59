using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes.Journaled;

/// <summary>All that the journal keeps of messages, signals, conditions and timers.</summary>
public sealed class WaitTests
{
    private const string Pays = "<message id=\"m\" name=\"bayar\"/>";
    private const string PaysByNumber =
        "<message id=\"m\" name=\"bayar\"><extensionElements><zeebe:subscription correlationKey=\"=berkas.nomor\"/></extensionElements></message>";

    [Theory]
    [InlineData(Pays)]
    [InlineData(PaysByNumber)]
    public void A_message_that_comes_early_is_kept_until_it_is_waited_for(string message)
    {
        var running = Case(
            Process("s-a a-c c-e", Start() + End() + Task("a") + Catch("c", Event("message", "m")), message)
        );
        Assert.Null(running.Tell("bayar", message == Pays ? null : "B-1", ("jumlah", 5)));
        if (message == Pays)
            running.Says(
                """
                kept m2 bayar {"jumlah":5}
                """
            );
        else
            running.Says(
                """
                kept m2 bayar key B-1 {"jumlah":5}
                """
            );
        running.Do("a");
        if (message == Pays)
            running.Says(
                """
                done a.1 approve by kadis
                data {"a":{"outcome":"approve","reasons":null,"on":"2026-08-13"}}
                taken 1
                token 2 at c by a_c
                waits c@2 for message bayar of 2
                message taken m2
                waits no more c@2
                taken 2
                data {"c":{"jumlah":5}}
                closed completed
                """
            );
        else
            running.Says(
                """
                done a.1 approve by kadis
                data {"a":{"outcome":"approve","reasons":null,"on":"2026-08-13"}}
                taken 1
                token 2 at c by a_c
                waits c@2 for message bayar key B-1 of 2
                message taken m2
                waits no more c@2
                taken 2
                data {"c":{"jumlah":5}}
                closed completed
                """
            );
    }

    [Fact]
    public void A_message_is_sent_with_what_its_event_maps()
    {
        const string Thrower = """
            <intermediateThrowEvent id="t"><extensionElements><zeebe:ioMapping><zeebe:input source="=pemohon.nama" target="nama"/></zeebe:ioMapping></extensionElements>
            <messageEventDefinition messageRef="m"/></intermediateThrowEvent>
            """;
        Case(Process("s-t t-e", Start() + End() + Thrower, PaysByNumber))
            .Says(
                """
                opened B-1 dinas Asia/Jakarta warga
                data {"pemohon":{"nama":"Siti Contoh","penghasilan":80}}
                clock 08-13T09:00:00 to 08-18T16:00:00
                thrown message bayar at t as 1.0 {"nama":"Siti Contoh","key":"B-1"}
                closed completed
                asks 1.0 message bayar
                """
            );
    }

    [Fact]
    public void A_message_is_sent_by_a_task_with_the_variables_of_its_own()
    {
        const string Sender =
            "<sendTask id=\"t\" messageRef=\"m\"><extensionElements><zeebe:ioMapping><zeebe:input source=\"=1 + 1\" target=\"dua\"/></zeebe:ioMapping></extensionElements></sendTask>";
        Case(Process("s-t t-e", Start() + End() + Sender, Pays))
            .Says(
                """
                opened B-1 dinas Asia/Jakarta warga
                data {"pemohon":{"nama":"Siti Contoh","penghasilan":80}}
                clock 08-13T09:00:00 to 08-18T16:00:00
                scope 1 Instance t
                locals in 1 {"dua":2}
                thrown message bayar at t as 1.0 {"dua":2}
                scope closed 1
                closed completed
                asks 1.0 message bayar
                """
            );
        Case(Process("s-t t-e", Start() + End() + "<sendTask id=\"t\" messageRef=\"m\"/>", Pays))
            .Says(
                """
                opened B-1 dinas Asia/Jakarta warga
                data {"pemohon":{"nama":"Siti Contoh","penghasilan":80}}
                clock 08-13T09:00:00 to 08-18T16:00:00
                thrown message bayar at t as 1.0
                closed completed
                asks 1.0 message bayar
                """
            );
    }

    [Fact]
    public void A_signal_goes_out_and_is_heard_inside()
    {
        var running = Case(
            Process(
                "s-g g-c g-a a-t c-x",
                Start()
                    + "<parallelGateway id=\"g\"/>"
                    + Task("a")
                    + Catch("c", Event("signal", "k"))
                    + ThrowEvent("t", Event("signal", "k"))
                    + Mark("x"),
                "<signal id=\"k\" name=\"kabar\"/>"
            )
        );
        running.Do("a");
        running.Says(
            """
            done a.1 approve by kadis
            data {"a":{"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 2
            thrown signal kabar at t as 3.0
            waits no more c@1
            taken 1
            data {"jejak":["x"]}
            closed completed
            asks 3.0 signal kabar
            """
        );
    }

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
        running.Says(
            """
            opened B-1 dinas Asia/Jakarta warga
            data {"pemohon":{"nama":"Siti Contoh","penghasilan":80}}
            clock 08-13T09:00:00 to 08-18T16:00:00
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
        running.Says(
            """
            opened B-1 dinas Asia/Jakarta warga
            data {"pemohon":{"nama":"Siti Contoh","penghasilan":80}}
            clock 08-13T09:00:00 to 08-18T16:00:00
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
    public void Each_time_of_a_cycle_has_a_name_of_its_own()
    {
        var running = Case(
            Process("s-a b-x", Start() + Task("a") + Mark("x") + Boundary("b", "a", Every("R3/P1M"), interrupts: false))
        );
        running.Says(
            """
            opened B-1 dinas Asia/Jakarta warga
            data {"pemohon":{"nama":"Siti Contoh","penghasilan":80}}
            clock 08-13T09:00:00 to 08-18T16:00:00
            token 1 at a by s_a
            task a.1 of 1 for kepala
            timer b@1 of 1 at 09-13T09:00:00 left 3
            asks 1.0 timer b@1 at 09-13T09:00:00
            """
        );
        running.Pass(TimeSpan.FromDays(31));
        running.Says(
            """
            timer cleared b@1
            timer b@1~2 of 1 at 10-13T09:00:00 left 2
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
        running.Says(
            """
            opened B-1 dinas Asia/Jakarta warga
            data {"pemohon":{"nama":"Siti Contoh","penghasilan":80}}
            clock 08-13T09:00:00 to 08-18T16:00:00
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
        running.Says(
            """
            opened B-1 dinas Asia/Jakarta warga
            data {"pemohon":{"nama":"Siti Contoh","penghasilan":80}}
            clock 08-13T09:00:00 to 08-18T16:00:00
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
        running.Says(
            """
            opened B-1 dinas Asia/Jakarta warga
            data {"pemohon":{"nama":"Siti Contoh","penghasilan":80}}
            clock 08-13T09:00:00 to 08-18T16:00:00
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
            .Says(
                """
                opened B-1 dinas Asia/Jakarta warga
                data {"pemohon":{"nama":"Siti Contoh","penghasilan":80}}
                clock 08-13T09:00:00 to 08-18T16:00:00
                token 1 at a by m_a
                task a.1 of 1 for kepala
                """
            );
    }
}
