using static Genggam.Engine.Tests.Processes.Drawn;

namespace Genggam.Engine.Tests.Processes;

public sealed class SubProcessTests
{
    [Fact]
    public void A_sub_process_ends_when_all_its_branches_have()
    {
        var running = Case(
            Process(
                "s-sub sub-akhir akhir-e",
                Start()
                    + End()
                    + Mark("akhir")
                    + Sub("sub", "s1-a s1-b a-e1 b-e1", Start("s1") + Task("a") + Task("b") + End("e1"))
            )
        );
        Assert.Equal(["a", "b"], running.Open());
        running.Do("b");
        Assert.Empty(running.Trail());
        running.Do("a");
        Assert.Equal(["akhir"], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void A_timer_on_a_sub_process_ends_all_that_runs_in_it()
    {
        var running = Case(
            Process(
                "s-sub sub-e t-lewat lewat-e",
                Start()
                    + End()
                    + Mark("lewat")
                    + Boundary("t", "sub", After("P1D"))
                    + Sub(
                        "sub",
                        "s1-a s1-dalam a-e1",
                        Start("s1")
                            + Task("a")
                            + End("e1")
                            + Sub("dalam", "s2-b b-e2", Start("s2") + Task("b") + End("e2"))
                    )
            )
        );
        Assert.Equal(["a", "b"], running.Open());
        running.Pass(TimeSpan.FromDays(2));
        Assert.Equal(["lewat"], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void Terminate_in_a_sub_process_ends_only_the_sub_process()
    {
        var running = Case(
            Process(
                "s-sub sub-akhir akhir-e",
                Start()
                    + End()
                    + Mark("akhir")
                    + Sub(
                        "sub",
                        "s1-a s1-b a-e1 b-e2",
                        Start("s1") + Task("a") + Task("b") + End("e1") + End("e2", "<terminateEventDefinition/>")
                    )
            )
        );
        running.Do("b");
        Assert.Equal(["akhir"], running.Trail());
        running.IsOver();
    }

    [Theory]
    [InlineData("rusak", "khusus")]
    [InlineData("lain", "umum")]
    public void An_error_goes_to_the_handler_that_names_it_before_the_one_that_takes_all(string thrown, string caught)
    {
        var running = Case(
            Process(
                "s-sub sub-e b1-khusus b2-umum khusus-e umum-e",
                Start()
                    + End()
                    + Mark("khusus")
                    + Mark("umum")
                    + Boundary("b2", "sub", Event("error", null))
                    + Boundary("b1", "sub", Event("error", "rusak"))
                    + Sub(
                        "sub",
                        "s1-a s1-g g-e1 a-e2",
                        Start("s1") + Task("a") + Mark("g") + End("e1", Event("error", thrown)) + End("e2")
                    ),
                "<error id=\"rusak\" errorCode=\"R\"/><error id=\"lain\" errorCode=\"L\"/>"
            )
        );
        Assert.Equal(["g", caught], running.Trail());
        running.IsOver();
    }

    [Fact]
    public void An_error_that_nothing_catches_stops_the_case_and_can_be_tried_again()
    {
        var running = Case(
            Process("s-e", Start() + End("e", Event("error", "rusak")), "<error id=\"rusak\" errorCode=\"R\"/>")
        );
        var incident = Assert.Single(running.State.Incidents.Values);
        Assert.Equal((Incidents.NotCaught, "R"), (incident.Number, incident.Problem));
        Assert.Null(running.Do(new Command.Retry("e"), RunningCase.Supervisor));
        Assert.Equal(Incidents.NotCaught, Assert.Single(running.State.Incidents.Values).Number);
    }

    [Fact]
    public void An_error_in_the_handler_of_errors_is_not_handled_by_it_again()
    {
        var running = Case(
            Process(
                "s-e",
                Start()
                    + End("e", Event("error", "rusak"))
                    + Sub(
                        "tangani",
                        "s1-x x-e1",
                        Start("s1").Replace("/>", $">{Event("error", "rusak")}</startEvent>", StringComparison.Ordinal)
                            + Mark("x")
                            + End("e1", Event("error", "rusak")),
                        "triggeredByEvent=\"true\""
                    ),
                "<error id=\"rusak\" errorCode=\"R\"/>"
            )
        );
        Assert.Equal(["x"], running.Trail());
        Assert.Equal(Incidents.NotCaught, Assert.Single(running.State.Incidents.Values).Number);
    }

    [Fact]
    public void A_failing_service_with_a_code_is_caught_at_its_boundary_and_without_one_stops()
    {
        var process = Process(
            "s-terbit terbit-e b-ulang ulang-e",
            Start()
                + End()
                + Mark("ulang")
                + Boundary("b", "terbit", Event("error", null))
                + """
                <serviceTask id="terbit"><extensionElements><zeebe:taskDefinition type="issue-document"/>
                <zeebe:taskHeaders><zeebe:header key="letter" value="izin"/></zeebe:taskHeaders></extensionElements></serviceTask>
                """
        );
        var caught = Case(process);
        var effect = caught.State.Awaited.Keys.Single();
        Assert.Null(caught.Do(new Command.EffectFailed(effect, "tidak ada") { Code = "X" }, Actor.System));
        Assert.Equal(["ulang"], caught.Trail());
        caught.IsOver();

        var stopped = Case(process);
        Assert.Null(stopped.Do(new Command.EffectFailed(effect, "rusak"), Actor.System));
        Assert.Equal(Incidents.Outside, Assert.Single(stopped.State.Incidents.Values).Number);
    }

    [Fact]
    public void An_interrupting_event_sub_process_takes_the_whole_case_over()
    {
        var running = Case(
            Process(
                "s-a a-e",
                Start()
                    + Task("a")
                    + End()
                    + Sub(
                        "tangani",
                        "s1-b b-e1",
                        $"<startEvent id=\"s1\">{After("P3D")}</startEvent>" + Task("b") + End("e1"),
                        "triggeredByEvent=\"true\""
                    )
            )
        );
        running.Pass(TimeSpan.FromDays(3));
        Assert.Equal(["b"], running.Open());
        running.Do("b");
        running.IsOver();
    }

    [Fact]
    public void A_handler_that_does_not_interrupt_runs_beside_and_is_waited_for()
    {
        var running = Case(
            Process(
                "s-a a-e",
                Start()
                    + Task("a")
                    + End()
                    + Sub(
                        "ingatkan",
                        "s1-b b-e1",
                        $"<startEvent id=\"s1\" isInterrupting=\"false\">{Every("R2/P1D")}</startEvent>"
                            + Task("b")
                            + End("e1"),
                        "triggeredByEvent=\"true\""
                    )
            )
        );
        running.Pass(TimeSpan.FromDays(5));
        Assert.Equal(["a", "b", "b"], running.Open());
        running.Do("a");
        running.Do("b");
        Assert.Equal(CaseStatus.Open, running.State.Status);
        running.Do("b");
        running.IsOver();
    }

    [Fact]
    public void A_handler_that_was_never_needed_ends_with_the_case()
    {
        var running = Case(
            Process(
                "s-a a-e",
                Start()
                    + Task("a")
                    + End()
                    + Sub(
                        "tangani",
                        "s1-e1",
                        $"<startEvent id=\"s1\">{After("P3D")}</startEvent>" + End("e1"),
                        "triggeredByEvent=\"true\""
                    )
            )
        );
        var timer = Assert.Single(running.State.Timers.Values);
        running.Do("a");
        running.IsOver();
        Assert.Contains(running.Entries[^1].Effects, e => e is Effect.ClearTimer clear && clear.Timer == timer.Id);
    }

    [Fact]
    public void A_case_that_is_withdrawn_leaves_no_level_no_timer_and_no_subscription()
    {
        var running = Case(
            Process(
                "s-sub sub-e",
                Start()
                    + End()
                    + Sub(
                        "tangani",
                        "s9-e9",
                        $"<startEvent id=\"s9\">{Event("message", "m")}</startEvent>" + End("e9"),
                        "triggeredByEvent=\"true\""
                    )
                    + Sub("sub", "s1-c c-a a-e1", Start("s1") + Catch("c", After("P1D")) + Task("a") + End("e1"), ""),
                "<message id=\"m\" name=\"m\"/>"
            )
        );
        Assert.Null(running.Do(new Command.Withdraw(Personal.Nothing), RunningCase.Citizen));
        running.IsOver();
    }

    [Fact]
    public void A_called_process_runs_in_the_case_and_writes_into_it()
    {
        const string Called = """
            <process id="bantu"><startEvent id="c1"/><sequenceFlow id="c2" sourceRef="c1" targetRef="isi"/>
            <userTask id="isi"><extensionElements><zeebe:assignmentDefinition candidateGroups="kepala"/></extensionElements></userTask></process>
            """;
        var running = Case(
            Process("s-c c-e", Start() + End() + "<callActivity id=\"c\" calledElement=\"bantu\"/>", Called)
        );
        running.Do("isi", ("nilai", 7));
        Assert.Equal("7", running.State.Data.At("isi.nilai").ToString());
        running.IsOver();
    }

    [Fact]
    public void A_called_process_may_be_kept_from_writing()
    {
        const string Called = """
            <process id="bantu"><startEvent id="c1"/><sequenceFlow id="c2" sourceRef="c1" targetRef="isi"/>
            <scriptTask id="isi"><extensionElements><zeebe:script expression="=42" resultVariable="dalam"/></extensionElements></scriptTask></process>
            """;
        const string Call = """
            <callActivity id="c"><extensionElements><zeebe:calledElement processId="bantu" propagateAllChildVariables="false"/>
            <zeebe:ioMapping><zeebe:output source="=dalam + 1" target="luar"/></zeebe:ioMapping></extensionElements></callActivity>
            """;
        var running = Case(Process("s-c c-e", Start() + End() + Call, Called));
        Assert.True(running.State.Data["dalam"].IsNull);
        Assert.Equal("43", running.State.Data["luar"].ToString());
        running.IsOver();
    }

    [Fact]
    public void A_called_process_that_is_kept_from_reading_sees_what_it_is_handed()
    {
        const string Called = """
            <process id="hitung"><startEvent id="c1"/><sequenceFlow id="c2" sourceRef="c1" targetRef="isi"/>
            <scriptTask id="isi"><extensionElements><zeebe:script expression="={dua: gaji * 2, luar: pemohon}" resultVariable="hasil"/></extensionElements></scriptTask></process>
            """;
        const string Call = """
            <callActivity id="c"><extensionElements><zeebe:calledElement processId="hitung" propagateAllParentVariables="false"/>
            <zeebe:ioMapping><zeebe:input source="=pemohon.penghasilan" target="gaji"/></zeebe:ioMapping></extensionElements></callActivity>
            """;
        var running = Case(Process("s-c c-e", Start() + End() + Call, Called));

        Assert.Equal("160", running.State.Data.At("hasil.dua").ToString());
        Assert.True(running.State.Data.At("hasil.luar").IsNull);
        running.IsOver();
    }

    [Fact]
    public void A_called_process_that_is_kept_from_reading_sees_what_it_wrote_itself_and_so_do_its_outputs()
    {
        const string Written = "resultVariable=\"antara\"/></extensionElements></scriptTask>";
        const string Called = $"""
            <process id="hitung"><startEvent id="c1"/><sequenceFlow id="c2" sourceRef="c1" targetRef="satu"/>
            <sequenceFlow id="c3" sourceRef="satu" targetRef="dua"/>
            <scriptTask id="satu"><extensionElements><zeebe:script expression="=20" {Written}
            <scriptTask id="dua"><extensionElements><zeebe:script expression="=antara * 2" {Written}</process>
            """;
        const string Call = """
            <callActivity id="c"><extensionElements><zeebe:calledElement processId="hitung" propagateAllParentVariables="false"/>
            <zeebe:ioMapping><zeebe:output source="={nilai: antara, luar: pemohon}" target="hasil"/></zeebe:ioMapping></extensionElements></callActivity>
            """;
        var running = Case(Process("s-c c-e", Start() + End() + Call, Called));

        Assert.Equal("40", running.State.Data["antara"].ToString());
        Assert.Equal("40", running.State.Data.At("hasil.nilai").ToString());
        Assert.True(running.State.Data.At("hasil.luar").IsNull);
        running.IsOver();
    }

    [Fact]
    public void Processes_that_call_each_other_in_a_circle_are_refused()
    {
        var process = Process(
            "s-c c-e",
            Start() + End() + "<callActivity id=\"c\" calledElement=\"a\"/>",
            "<process id=\"a\"><callActivity id=\"a1\" calledElement=\"b\"/></process><process id=\"b\"><callActivity id=\"b1\" calledElement=\"a\"/></process>"
        );
        var problems = Runnable.Problems(SampleService.World(process: process).Core).Select(p => p.Number);
        Assert.Equal(["RUN-003", "RUN-003"], problems);
    }
}
