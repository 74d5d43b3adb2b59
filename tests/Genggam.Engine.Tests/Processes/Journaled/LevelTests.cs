using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes.Journaled;

/// <summary>All that the journal keeps of levels, loops and calls.</summary>
public sealed class LevelTests
{
    private const string Codes = "<error id=\"rusak\" errorCode=\"R\"/><escalation id=\"n\" escalationCode=\"NAIK\"/>";

    [Fact]
    public void A_sub_process_is_left_when_nothing_in_it_is_left()
    {
        var running = Case(
            Process("s-sub sub-e", Start() + End() + Sub("sub", "s1-a a-e1", Start("s1") + Task("a") + End("e1")))
        );
        running.Says(
            """
            opened B-1 dinas Asia/Jakarta warga
            data {"pemohon":{"nama":"Siti Contoh","penghasilan":80}}
            clock 08-13T09:00:00 to 08-18T16:00:00
            token 1 at sub by s_sub
            scope 2 Body sub of 1
            token 3 at a by s1_a in 2
            task a.1 of 3 for kepala
            """
        );
        running.Do("a", ("n", 1));
        running.Says(
            """
            done a.1 approve by kadis
            data {"a":{"n":1,"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 3
            scope closed 2
            taken 1
            closed completed
            """
        );
    }

    [Fact]
    public void A_timer_on_a_sub_process_ends_what_runs_in_it_first()
    {
        var running = Case(
            Process(
                "s-sub sub-e t-x x-e",
                Start()
                    + End()
                    + Mark("x")
                    + Sub("sub", "s1-a", Start("s1") + Task("a"))
                    + Boundary("t", "sub", After("P1D"))
            )
        );
        running.Pass(TimeSpan.FromDays(1));
        running.Says(
            """
            timer cleared t@1
            cancelled a.1
            taken 3
            scope closed 2
            taken 1
            data {"jejak":["x"]}
            closed completed
            """
        );
    }

    [Fact]
    public void Rounds_beside_each_other_are_opened_together_and_collected_in_their_order()
    {
        var running = Case(Process("s-a a-e", Start() + End() + Task("a", Over(sequential: false))));
        running.Says(
            """
            opened B-1 dinas Asia/Jakarta warga
            data {"pemohon":{"nama":"Siti Contoh","penghasilan":80}}
            clock 08-13T09:00:00 to 08-18T16:00:00
            token 1 at a by s_a
            scope 2 Loop a of 1 total 2 {"a":["x","y"]}
            scope 3 Instance a in 2 {"a":null,"loopCounter":1,"butir":"x"} round 1
            scope 4 Instance a in 2 {"a":null,"loopCounter":2,"butir":"y"} round 2
            token 5 at a in 3
            task a.1 of 5 for kepala
            token 6 at a in 4
            task a.2 of 6 for kepala
            """
        );
        running.Do("a", ("n", 1));
        running.Says(
            """
            done a.1 approve by kadis
            locals in 3 {"a":{"n":1,"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 5
            item 1 in 2 {"semua":1}
            scope closed 3 completed
            """
        );
        running.Do("a", ("n", 2));
        running.Says(
            """
            done a.2 approve by kadis
            locals in 4 {"a":{"n":2,"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 6
            item 2 in 2 {"semua":2}
            scope closed 4 completed
            scope closed 2
            taken 1
            data {"semua":[1,2]}
            closed completed
            """
        );
    }

    [Fact]
    public void Rounds_in_sequence_are_opened_one_by_one()
    {
        var running = Case(Process("s-a a-e", Start() + End() + Task("a", Over(sequential: true))));
        running.Says(
            """
            opened B-1 dinas Asia/Jakarta warga
            data {"pemohon":{"nama":"Siti Contoh","penghasilan":80}}
            clock 08-13T09:00:00 to 08-18T16:00:00
            token 1 at a by s_a
            scope 2 Loop a of 1 total 2 {"a":["x","y"]}
            scope 3 Instance a in 2 {"a":null,"loopCounter":1,"butir":"x"} round 1
            token 4 at a in 3
            task a.1 of 4 for kepala
            """
        );
        running.Do("a", ("n", 1));
        running.Says(
            """
            done a.1 approve by kadis
            locals in 3 {"a":{"n":1,"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 4
            item 1 in 2 {"semua":1}
            scope closed 3 completed
            scope 5 Instance a in 2 {"a":null,"loopCounter":2,"butir":"y"} round 2
            token 6 at a in 5
            task a.2 of 6 for kepala
            """
        );
        running.Do("a", ("n", 2));
        running.Says(
            """
            done a.2 approve by kadis
            locals in 5 {"a":{"n":2,"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 6
            item 2 in 2 {"semua":2}
            scope closed 5 completed
            scope closed 2
            taken 1
            data {"semua":[1,2]}
            closed completed
            """
        );
    }

    [Fact]
    public void A_loop_leaves_what_its_rounds_wrote_where_they_wrote_it()
    {
        const string Loop =
            "<standardLoopCharacteristics loopMaximum=\"2\"><loopCondition>=true</loopCondition></standardLoopCharacteristics>";
        Case(Process("s-a a-e", Start() + End() + Script("a", "n", "loopCounter", Loop)))
            .Says(
                """
                opened B-1 dinas Asia/Jakarta warga
                data {"pemohon":{"nama":"Siti Contoh","penghasilan":80}}
                clock 08-13T09:00:00 to 08-18T16:00:00
                token 1 at a by s_a
                scope 2 Loop a of 1 total 2
                scope 3 Instance a in 2 {"loopCounter":1} round 1
                data {"n":1}
                scope closed 3 completed
                scope 4 Instance a in 2 {"loopCounter":2} round 2
                data {"n":2}
                scope closed 4 completed
                scope closed 2
                taken 1
                closed completed
                """
            );
    }

    [Fact]
    public void A_called_process_has_its_inputs_for_its_own_and_gives_its_outputs()
    {
        const string Called = """
            <process id="hitung"><dataObject id="d" name="sementara"/><startEvent id="c1"/><sequenceFlow id="c2" sourceRef="c1" targetRef="isi"/>
            <scriptTask id="isi"><extensionElements><zeebe:script expression="=gaji * 2" resultVariable="sementara"/></extensionElements></scriptTask></process>
            """;
        const string Call = """
            <callActivity id="c"><extensionElements><zeebe:calledElement processId="hitung"/>
            <zeebe:ioMapping><zeebe:input source="=pemohon.penghasilan" target="gaji"/><zeebe:output source="=sementara" target="hasil"/></zeebe:ioMapping></extensionElements></callActivity>
            """;
        Case(Process("s-c c-e", Start() + End() + Call, Called))
            .Says(
                """
                opened B-1 dinas Asia/Jakarta warga
                data {"pemohon":{"nama":"Siti Contoh","penghasilan":80}}
                clock 08-13T09:00:00 to 08-18T16:00:00
                scope 1 Instance c
                locals in 1 {"gaji":80}
                token 2 at c by s_c in 1
                scope 3 Body c in 1 of 2 {"sementara":null}
                locals in 3 {"sementara":160}
                data {"hasil":160}
                scope closed 3
                taken 2
                scope closed 1
                closed completed
                """
            );
    }

    [Fact]
    public void An_error_ends_its_level_and_tells_its_code_where_it_is_caught()
    {
        var running = Case(
            Process(
                "s-sub sub-e b-x x-e",
                Start()
                    + End()
                    + Mark("x")
                    + Boundary("b", "sub", Event("error", "rusak"))
                    + Sub(
                        "sub",
                        "s1-a s1-g g-e1",
                        Start("s1") + Task("a") + Mark("g") + End("e1", Event("error", "rusak"))
                    ),
                Codes
            )
        );
        running.Says(
            """
            opened B-1 dinas Asia/Jakarta warga
            data {"pemohon":{"nama":"Siti Contoh","penghasilan":80}}
            clock 08-13T09:00:00 to 08-18T16:00:00
            token 1 at sub by s_sub
            scope 2 Body sub of 1
            token 3 at a by s1_a in 2
            task a.1 of 3 for kepala
            data {"jejak":["g"]}
            thrown error R at e1
            cancelled a.1
            taken 3
            scope closed 2
            taken 1
            data {"b":{"code":"R"}}
            data {"jejak":["g","x"]}
            closed completed
            """
        );
    }

    [Fact]
    public void An_escalation_is_heard_by_the_handler_of_its_level_and_the_thrower_goes_on()
    {
        var running = Case(
            Process(
                "s-t t-a",
                Start()
                    + Task("a")
                    + ThrowEvent("t", Event("escalation", "n"))
                    + Sub(
                        "h",
                        "hs-b",
                        $"<startEvent id=\"hs\" isInterrupting=\"false\">{Event("escalation", null)}</startEvent>"
                            + Task("b"),
                        "triggeredByEvent=\"true\""
                    ),
                Codes
            )
        );
        running.Says(
            """
            opened B-1 dinas Asia/Jakarta warga
            data {"pemohon":{"nama":"Siti Contoh","penghasilan":80}}
            clock 08-13T09:00:00 to 08-18T16:00:00
            thrown escalation NAIK at t
            scope 1 Body h
            data {"hs":{"code":"NAIK"}}
            token 2 at a by t_a
            task a.1 of 2 for kepala
            token 3 at b by hs_b in 1
            task b.1 of 3 for kepala
            """
        );
    }

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
        running.Says(
            """
            opened B-1 dinas Asia/Jakarta warga
            data {"pemohon":{"nama":"Siti Contoh","penghasilan":80}}
            clock 08-13T09:00:00 to 08-18T16:00:00
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

    [Fact]
    public void A_step_that_begins_with_two_tokens_gathers_them()
    {
        var running = Case(
            Process(
                "s-g g-a g-b a-c b-c",
                Start()
                    + "<parallelGateway id=\"g\"/>"
                    + Task("a")
                    + Task("b")
                    + "<userTask id=\"c\" startQuantity=\"2\"><extensionElements><zeebe:assignmentDefinition candidateGroups=\"kepala\"/></extensionElements></userTask>"
            )
        );
        running.Do("b");
        running.Says(
            """
            done b.1 approve by kadis
            data {"b":{"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 2
            token 3 at c by b_c gathers
            """
        );
        running.Do("a");
        running.Says(
            """
            done a.1 approve by kadis
            data {"a":{"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 1
            token 4 at c by a_c gathers
            taken 3
            taken 4
            token 5 at c by a_c
            task c.1 of 5 for kepala
            """
        );
    }

    [Fact]
    public void An_inclusive_join_lets_one_token_on()
    {
        var running = Case(
            Process(
                "s-g g-a g-b a-j b-j j-c",
                Start() + "<parallelGateway id=\"g\"/><inclusiveGateway id=\"j\"/>" + Task("a") + Task("b") + Task("c")
            )
        );
        running.Do("a");
        running.Says(
            """
            done a.1 approve by kadis
            data {"a":{"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 1
            token 3 at j by a_j
            """
        );
        running.Do("b");
        running.Says(
            """
            done b.1 approve by kadis
            data {"b":{"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 2
            token 4 at j by b_j
            taken 3
            taken 4
            token 5 at c by j_c
            task c.1 of 5 for kepala
            """
        );
    }

    private static string Over(bool sequential) =>
        $"""
            <multiInstanceLoopCharacteristics isSequential="{(sequential ? "true" : "false")}"><extensionElements>
            <zeebe:loopCharacteristics inputCollection="=[&quot;x&quot;, &quot;y&quot;]" inputElement="butir" outputCollection="semua" outputElement="=a.n"/>
            </extensionElements></multiInstanceLoopCharacteristics>
            """;
}
