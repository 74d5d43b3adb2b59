using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests;

public sealed class IncidentTests
{
    private const string Wait =
        "<timerEventDefinition><timeDuration>=duration(isi.lama)</timeDuration></timerEventDefinition>";

    private const string Caught = $"""
        <intermediateCatchEvent id="tunggu">{Wait}</intermediateCatchEvent>
        <sequenceFlow id="f4" sourceRef="tunggu" targetRef="akhir"/>
        """;

    private const string OnATask = $"""
        <userTask id="tunggu"><extensionElements><zeebe:assignmentDefinition candidateGroups="kepala"/></extensionElements></userTask>
        <sequenceFlow id="f4" sourceRef="tunggu" targetRef="akhir"/>
        <boundaryEvent id="batas" attachedToRef="tunggu">{Wait}</boundaryEvent>
        <sequenceFlow id="f6" sourceRef="batas" targetRef="akhir"/>
        """;

    [Theory]
    [InlineData(Caught, "tunggu")]
    [InlineData(OnATask, "batas")]
    public void A_timer_that_had_no_time_is_tried_again_and_the_case_closes(string waiting, string element)
    {
        var running = Stopped(waiting);
        Assert.Equal(Incidents.NoValue, Assert.Single(running.State.Incidents.Values).Number);
        Assert.Equal(2, running.State.Tokens.Count);

        FillIn(running);
        Assert.Null(running.Do(new Command.Retry(element), RunningCase.Supervisor));
        Assert.Empty(running.State.Incidents);
        var timer = Assert.Single(running.State.Timers.Values);
        running.Now = timer.Due;
        Assert.Null(running.Do(new Command.TimerDue(timer.Id), Actor.System));

        Assert.Equal(CaseStatus.Closed, running.State.Status);
        Assert.Empty(running.State.Tokens);
    }

    [Fact]
    public void An_incident_of_a_timer_ends_with_the_task_it_stands_on()
    {
        var running = Stopped(OnATask);
        FillIn(running);
        running.Claim("tunggu", RunningCase.Head);
        Assert.Null(running.Finish("tunggu", "approve", RunningCase.Head));

        Assert.Empty(running.State.Incidents);
        Assert.Equal(CaseStatus.Closed, running.State.Status);
    }

    [Theory]
    [InlineData(Caught, "tunggu")]
    [InlineData(OnATask, "batas")]
    public void A_case_that_an_early_program_gave_a_second_token_goes_on_once_and_closes(string waiting, string element)
    {
        var running = Stopped(waiting);
        var second = running.State.LastToken + 1;
        running.Had(
            new CaseEvent.TokenPlaced(second, element, null),
            new CaseEvent.IncidentRaised(element, second, Incidents.NoValue, "timer")
        );
        FillIn(running);
        Assert.Null(running.Do(new Command.Retry(element), RunningCase.Supervisor));

        var timer = Assert.Single(running.State.Timers.Values);
        running.Now = timer.Due;
        Assert.Null(running.Do(new Command.TimerDue(timer.Id), Actor.System));
        Assert.Equal(CaseStatus.Closed, running.State.Status);
    }

    [Fact]
    public void Two_branches_that_stopped_at_one_step_both_go_on_when_it_is_tried_again()
    {
        var running = Stopped(
            """
            <parallelGateway id="tunggu"/>
            <sequenceFlow id="g1" sourceRef="tunggu" targetRef="pilih"/>
            <sequenceFlow id="g2" sourceRef="tunggu" targetRef="pilih"/>
            <exclusiveGateway id="pilih"/>
            <sequenceFlow id="g3" sourceRef="pilih" targetRef="akhir"><conditionExpression>=isi.lama = "P1D"</conditionExpression></sequenceFlow>
            """
        );
        Assert.Equal("pilih", Assert.Single(running.State.Incidents.Keys));
        Assert.Equal(2, running.State.Tokens.Values.Count(t => t.Element == "pilih"));

        FillIn(running);
        Assert.Null(running.Do(new Command.Retry("pilih"), RunningCase.Supervisor));
        Assert.Equal(CaseStatus.Closed, running.State.Status);
    }

    [Theory]
    [InlineData("=duration(\"P1M\")", "2026-04-01T02:00:00+07:00")]
    [InlineData("=date(\"2026-03-05\")", "2026-03-05T00:00:00+07:00")]
    public void A_timer_counts_months_and_days_on_the_wall_clock_of_the_office(string time, string due)
    {
        var running = new RunningCase(
            SampleService.World(process: SampleService.Process.Replace("P1D", time, StringComparison.Ordinal))
        )
        {
            Now = new(2026, 2, 28, 19, 0, 0, TimeSpan.Zero),
        };
        Assert.Null(running.Submit());
        Assert.Equal(DateTimeOffset.Parse(due, null), Assert.Single(running.State.Timers.Values).Due);
    }

    [Theory]
    [InlineData("=duration(\"P99999Y\")")]
    [InlineData("=duration(\"P9999999D\")")]
    public void A_timer_beyond_all_calendars_stops_the_step_and_not_the_program(string time)
    {
        var running = new RunningCase(
            SampleService.World(process: SampleService.Process.Replace("P1D", time, StringComparison.Ordinal))
        );
        Assert.Null(running.Submit());
        Assert.Equal(Incidents.NoValue, Assert.Single(running.State.Incidents.Values).Number);
    }

    [Fact]
    public void Only_the_platform_or_a_supervisor_of_the_office_has_an_element_tried_again()
    {
        var running = Stopped(Caught);
        var retry = new Command.Retry("tunggu");
        Actor[] others =
        [
            RunningCase.Citizen,
            RunningCase.Verifier,
            Actor.Officer("lain", "dinas-lain", "verifikator", "supervisor"),
        ];
        Assert.All(others, by => Assert.Equal(Refusals.NotYourRole, running.Do(retry, by)!.Number));
        Assert.Null(running.Do(retry, Actor.System));
        Assert.Null(running.Do(retry, RunningCase.Supervisor));
    }

    [Fact]
    public void A_script_task_without_a_script_is_refused_by_name()
    {
        var process = Processes.Drawn.Process(
            "s-a a-e",
            Processes.Drawn.Start() + Processes.Drawn.End() + "<scriptTask id=\"a\"/>"
        );
        var problem = Assert.Single(Runnable.Problems(SampleService.World(process: process).Core));
        Assert.Contains("no FEEL expression", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_timer_on_work_that_is_done_at_once_is_refused_by_name()
    {
        var process = SampleService.Process.Replace(
            "attachedToRef=\"verifikasi\"",
            "attachedToRef=\"mengabulkan\"",
            StringComparison.Ordinal
        );
        var problem = Assert.Single(Runnable.Problems(SampleService.World(process: process).Core));
        Assert.Equal("RUN-001", problem.Number);
        Assert.Contains("lama", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_letter_is_revoked_by_who_signs_or_a_supervisor_only()
    {
        var running = new RunningCase(SampleService.World()).Granted();
        var revoke = new Command.RevokeDocument("KODE", Personal.Text("Keliru."), "uu");
        Assert.Equal(Refusals.NotYourRole, running.Do(revoke, RunningCase.Verifier)!.Number);
        Assert.Null(running.Do(revoke, RunningCase.Supervisor));
        Assert.True(Assert.Single(running.State.Documents).Revoked);
    }

    [Fact]
    public void A_letter_that_no_role_signs_is_revoked_by_a_supervisor_only()
    {
        var world = SampleService.World();
        var service = world.Core.Service;
        var unsigned = service.Letters.SetItem("izin", service.Letters["izin"] with { SignerRole = null });
        var running = new RunningCase(
            world with
            {
                Core = world.Core with { Service = service with { Letters = unsigned } },
            }
        ).Granted();
        var revoke = new Command.RevokeDocument("KODE", Personal.Text("Keliru."), "uu");
        Assert.Equal(Refusals.NotYourRole, running.Do(revoke, RunningCase.Head)!.Number);
        Assert.Null(running.Do(revoke, RunningCase.Supervisor));
    }

    private static RunningCase Stopped(string waiting)
    {
        var running = new RunningCase(SampleService.World(process: Process(waiting)));
        Assert.Null(running.Submit());
        return running;
    }

    private static void FillIn(RunningCase running)
    {
        running.Claim("isi", RunningCase.Verifier);
        var time = new Personal(FeelContext.Of(("lama", "P1D")));
        Assert.Null(
            running.Do(
                new Command.Complete(running.Task("isi"), "approve", time, Personal.Nothing, []),
                RunningCase.Verifier
            )
        );
    }

    private static string Process(string waiting) =>
        $"""
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" id="x" targetNamespace="urn:contoh">
              <process id="izin" isExecutable="true">
                <startEvent id="mulai"/>
                <sequenceFlow id="f1" sourceRef="mulai" targetRef="bagi"/>
                <parallelGateway id="bagi"/>
                <sequenceFlow id="f2" sourceRef="bagi" targetRef="isi"/>
                <sequenceFlow id="f3" sourceRef="bagi" targetRef="tunggu"/>
                <userTask id="isi"><extensionElements><zeebe:assignmentDefinition candidateGroups="verifikator"/></extensionElements></userTask>
                <sequenceFlow id="f5" sourceRef="isi" targetRef="akhir"/>
                {waiting}
                <endEvent id="akhir"/>
              </process>
            </definitions>
            """;
}
