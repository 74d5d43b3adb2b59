using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes.Journaled;

/// <summary>Journals of before are read as they were decided: what the second level did, beside what is done now.</summary>
public sealed class EarlierTests
{
    private const string Pays = "<message id=\"m\" name=\"bayar\"/>";

    private const string Keyless =
        "<message id=\"m\" name=\"bayar\"><extensionElements><zeebe:subscription correlationKey=\"=pemohon.nik\"/></extensionElements></message>";

    [Fact]
    public void A_step_whose_conditions_all_failed_ended_unseen()
    {
        const string Way =
            "<sequenceFlow id=\"n_e\" sourceRef=\"n\" targetRef=\"e\"><conditionExpression>=false</conditionExpression></sequenceFlow>";
        var process = Process("s-n", Start() + End() + "<manualTask id=\"n\"/>" + Way);
        Before(process)
            .Begins(
                """
                closed completed
                """
            );
        Case(process)
            .Begins(
                """
                token 1 at n Done
                incident GG-901 at n of 1: n
                """
            );
    }

    [Fact]
    public void Of_early_messages_a_boundary_took_one()
    {
        var process = Process(
            "s-a a-b t-x",
            Start() + Task("a") + Task("b") + Mark("x") + Boundary("t", "b", Event("message", "m"), interrupts: false),
            Pays
        );
        var before = Before(process);
        Assert.Null(before.Tell("bayar"));
        Assert.Null(before.Tell("bayar"));
        before.Do("a");
        before.Says(
            """
            done a.1 approve by kadis
            data {"a":{"outcome":"approve","reasons":null,"on":"2026-08-13"}}
            taken 1
            token 2 at b by a_b
            task b.1 of 2 for kepala
            waits t@2 for message bayar of 2
            message taken m2
            data {"jejak":["x"]}
            """
        );
    }

    [Fact]
    public void A_key_without_a_value_was_none()
    {
        var process = Process("s-c c-e", Start() + End() + Catch("c", Event("message", "m")), Keyless);
        Before(process)
            .Begins(
                """
                token 1 at c by s_c
                waits c@1 for message bayar of 1
                """
            );
        Case(process)
            .Begins(
                """
                token 1 at c by s_c
                warned 1
                incident GG-902 at c of 1: correlationKey missed 1#0
                """
            );
    }

    [Fact]
    public void A_key_was_the_text_of_its_value() =>
        Before(
                Process(
                    "s-c c-e",
                    Start() + End() + Catch("c", Event("message", "m")),
                    Keyless.Replace("pemohon.nik", "12.5", StringComparison.Ordinal)
                )
            )
            .Begins(
                """
                token 1 at c by s_c
                waits c@1 for message bayar key 12.5 of 1
                """
            );

    [Fact]
    public void A_cycle_without_end_was_let_go_on_on_a_tokens_way()
    {
        var process = Process(
            "s-c c-x",
            Start() + Catch("c", Every("=if berkas.nomor = \"B-1\" then \"R/PT1H\" else null")) + Mark("x")
        );
        var before = Before(process);
        before.Begins(
            """
            token 1 at c by s_c
            timer c@1 of 1 at 08-13T10:00:00 left 0
            asks 1.0 timer c@1 at 08-13T10:00:00
            """
        );
        before.Pass(TimeSpan.FromHours(1));
        before.Says(
            """
            timer cleared c@1
            timer c@1~2 of 1 at 08-13T11:00:00 left 0
            data {"jejak":["x"]}
            asks 2.0 timer c@1~2 at 08-13T11:00:00
            """
        );
        Case(process)
            .Begins(
                """
                token 1 at c by s_c
                incident GG-902 at c of 1: timer missed 1#0
                """
            );
    }

    [Fact]
    public void Months_of_a_cycle_were_counted_from_one_time_to_the_next()
    {
        var process = Process(
            "s-a b-x",
            Start() + Task("a") + Mark("x") + Boundary("b", "a", Every("R3/P1M"), interrupts: false)
        );
        var before = Before(process);
        before.Begins(
            """
            token 1 at a by s_a
            task a.1 of 1 for kepala
            timer b@1 of 1 at 09-13T09:00:00 left 3
            asks 1.0 timer b@1 at 09-13T09:00:00
            """
        );
        before.Pass(TimeSpan.FromDays(31));
        before.Says(
            """
            timer cleared b@1
            timer b@1~2 of 1 at 10-13T09:00:00 left 2
            data {"jejak":["x"]}
            asks 2.0 timer b@1~2 at 10-13T09:00:00
            """
        );
    }

    [Fact]
    public void A_call_that_read_nothing_around_saw_not_even_its_inputs()
    {
        const string Called = """
            <process id="hitung"><startEvent id="c1"/><sequenceFlow id="c2" sourceRef="c1" targetRef="isi"/>
            <scriptTask id="isi"><extensionElements><zeebe:script expression="={dari: gaji}" resultVariable="hasil"/></extensionElements></scriptTask></process>
            """;
        const string Call = """
            <callActivity id="c"><extensionElements><zeebe:calledElement processId="hitung" propagateAllParentVariables="false"/>
            <zeebe:ioMapping><zeebe:input source="=pemohon.penghasilan" target="gaji"/></zeebe:ioMapping></extensionElements></callActivity>
            """;
        var process = Process("s-c c-e", Start() + End() + Call, Called);
        Before(process)
            .Begins(
                """
                scope 1 Instance c
                locals in 1 {"gaji":80}
                token 2 at c by s_c in 1
                scope 3 Body c in 1 of 2
                data {"hasil":{"dari":null}}
                scope closed 3
                taken 2
                scope closed 1
                closed completed
                """
            );
        Case(process)
            .Begins(
                """
                scope 1 Instance c
                locals in 1 {"gaji":80}
                token 2 at c by s_c in 1
                scope 3 Body c in 1 of 2
                locals in 3 {"hasil":{"dari":80}}
                data {"hasil":{"dari":80}}
                scope closed 3
                taken 2
                scope closed 1
                closed completed
                """
            );
    }

    [Fact]
    public void What_stopped_said_neither_how_far_it_was_nor_what_was_missing()
    {
        const string Act =
            "<serviceTask id=\"d\"><extensionElements><zeebe:taskDefinition type=\"determine\"/><zeebe:taskHeaders><zeebe:header key=\"outcome\" value=\"=7\"/></zeebe:taskHeaders></extensionElements></serviceTask>";
        const string Time =
            "<timerEventDefinition><timeDuration>=duration(b.lama)</timeDuration></timerEventDefinition>";
        var process = Process(
            "s-g g-d g-c g-b c-x",
            Start() + "<parallelGateway id=\"g\"/>" + Act + Catch("c", Time) + Task("b") + Mark("x")
        );
        var before = Before(process);
        before.Begins(
            """
            token 1 at d
            incident GG-902 at d of 1: outcome
            token 2 at c by g_c
            incident GG-902 at c of 2: timer
            token 3 at b by g_b
            task b.1 of 3 for kepala
            """
        );
        before.Do("b", ("lama", "PT1H"));
        Assert.Null(before.Do(new Command.Retry("c"), RunningCase.Supervisor));
        before.Says(
            """
            incident cleared c
            taken 2
            token 4 at c by g_c
            timer c@4 of 4 at 08-13T10:00:00
            asks 4.0 timer c@4 at 08-13T10:00:00
            """
        );
        Assert.Null(before.Do(new Command.Retry("d"), RunningCase.Supervisor));
        before.Says(
            """
            incident cleared d
            taken 1
            token 5 at d
            incident GG-902 at d of 5: outcome
            """
        );
        var now = Case(process);
        now.Begins(
            """
            token 1 at d Begun
            incident GG-902 at d of 1: outcome
            token 2 at c by g_c
            warned 1
            incident GG-902 at c of 2: timer missed 2#0
            token 3 at b by g_b
            task b.1 of 3 for kepala
            """
        );
        now.Do("b", ("lama", "PT1H"));
        Assert.Null(now.Do(new Command.Retry("c"), RunningCase.Supervisor));
        now.Says(
            """
            incident cleared c
            timer c@2 of 2 at 08-13T10:00:00
            asks 4.0 timer c@2 at 08-13T10:00:00
            """
        );
    }

    [Fact]
    public void An_inclusive_join_took_one_token_of_each_flow()
    {
        var process = Process(
            "s-g g-a g-b a-j b-j j-c",
            Start() + "<parallelGateway id=\"g\"/><inclusiveGateway id=\"j\"/>" + Task("a") + Task("b") + Task("c")
        );
        var before = Before(process);
        before.Do("a");
        before.Do("b");
        before.Says(
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

    [Fact]
    public void A_time_without_an_offset_was_none()
    {
        const string Date = "<timerEventDefinition><timeDate>2026-08-14T09:00:00</timeDate></timerEventDefinition>";
        var process = Process("s-c c-e", Start() + End() + Catch("c", Date));
        Before(process)
            .Begins(
                """
                token 1 at c by s_c
                incident GG-902 at c of 1: timer
                """
            );
    }

    [Fact]
    public void A_condition_that_was_no_truth_was_not_met_without_a_word()
    {
        const string Way =
            "<exclusiveGateway id=\"g\" default=\"g_e\"/><sequenceFlow id=\"g_x\" sourceRef=\"g\" targetRef=\"x\"><conditionExpression>=1 + 1</conditionExpression></sequenceFlow>";
        var process = Process("s-g g-e", Start() + End() + Mark("x") + Way);
        Before(process)
            .Begins(
                """
                closed completed
                """
            );
        Case(process)
            .Begins(
                """
                warned 1
                closed completed
                """
            );
    }

    private static RunningCase Before(string process)
    {
        var running = new RunningCase(SampleService.World(process: process) with { Level = EngineLevel.Two });
        Assert.Null(running.Submit());
        return running;
    }
}
