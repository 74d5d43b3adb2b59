using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes.Journaled;

/// <summary>All that the journal keeps of sub-processes, calls, and what ends or hears them.</summary>
public sealed class LevelTests
{
    private const string Codes = "<error id=\"rusak\" errorCode=\"R\"/><escalation id=\"n\" escalationCode=\"NAIK\"/>";

    [Fact]
    public void A_sub_process_is_left_when_nothing_in_it_is_left()
    {
        var running = Case(
            Process("s-sub sub-e", Start() + End() + Sub("sub", "s1-a a-e1", Start("s1") + Task("a") + End("e1")))
        );
        running.Begins(
            """
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
            .Begins(
                """
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
        running.Begins(
            """
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
        running.Begins(
            """
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
}
