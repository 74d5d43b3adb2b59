using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests;

public sealed class CaseTests
{
    private readonly RunningCase running = new(SampleService.World());

    [Fact]
    public void A_case_that_meets_the_rules_is_granted_and_its_letter_issued()
    {
        running.Granted();

        Assert.Equal(CaseStatus.Closed, running.State.Status);
        Assert.Equal("granted", running.State.Outcome);
        Assert.Equal("memenuhi_syarat", running.State.Determination!.Reason);
        Assert.Equal("izin", Assert.Single(running.State.Documents).Letter);
        Assert.Empty(running.State.Tokens);
        Assert.Empty(running.State.Timers);
    }

    [Fact]
    public void An_applicant_the_rules_exclude_is_refused_with_the_rule_and_its_reason()
    {
        var refusal = running.Submit(income: 101);

        Assert.Equal(Refusals.NotEligible, refusal!.Number);
        Assert.Equal("penghasilan_terlalu_tinggi", refusal.Reason);
        Assert.Equal(["kelayakan/terlalu_tinggi"], refusal.Rules);
        Assert.Equal(CaseStatus.New, running.State.Status);
    }

    [Fact]
    public void A_form_with_faults_is_refused_with_every_fault()
    {
        var refusal = running.Submit(income: -1, name: "");

        Assert.Equal(Refusals.FieldsAtFault, refusal!.Number);
        Assert.Equal(["pemohon.nama", "pemohon.penghasilan"], refusal.Fields.Select(f => f.Key));
    }

    [Fact]
    public void A_returned_application_keeps_what_was_typed()
    {
        running.Submit();
        running.Claim("verifikasi", RunningCase.Verifier);
        running.Finish(
            "verifikasi",
            "return",
            RunningCase.Verifier,
            null,
            new Defect("pemohon.nama", "Tulis nama lengkap.")
        );

        Assert.Equal("pemohon.nama", Assert.Single(running.State.Defects).Field);
        Assert.Equal("Siti Contoh", running.State.Data.At("pemohon.nama").ToString());
        Assert.NotNull(running.State.WithApplicant);

        Assert.Null(running.Correct("perbaikan", "pemohon.nama", "Siti Contoh binti Fulan"));
        Assert.Equal("Siti Contoh binti Fulan", running.State.Data.At("pemohon.nama").ToString());
        Assert.Equal("80", running.State.Data.At("pemohon.penghasilan").ToString());
        Assert.Equal("verifikasi.2", running.Task("verifikasi"));
        Assert.Empty(running.State.Defects);
    }

    [Fact]
    public void The_office_has_no_deadline_while_the_applicant_has_the_case()
    {
        running.Submit();
        var first = running.State.Deadline;
        running.Claim("verifikasi", RunningCase.Verifier);
        running.Finish(
            "verifikasi",
            "return",
            RunningCase.Verifier,
            null,
            new Defect("pemohon.nama", "Tulis nama lengkap.")
        );
        Assert.Null(running.State.Deadline);

        running.Now = running.Now.AddDays(7);
        running.Correct("perbaikan", "pemohon.nama", "Siti");
        Assert.True(running.State.Deadline > first);
    }

    [Fact]
    public void A_second_return_needs_a_supervisor()
    {
        running.Submit();
        running.Claim("verifikasi", RunningCase.Verifier);
        var defect = new Defect("pemohon.nama", "Kurang jelas.");
        running.Finish("verifikasi", "return", RunningCase.Verifier, null, defect);
        running.Correct("perbaikan", "pemohon.nama", "Siti");
        running.Claim("verifikasi", RunningCase.Verifier);

        Assert.Equal(
            Refusals.ReturnNeedsSupervisor,
            running.Finish("verifikasi", "return", RunningCase.Verifier, null, defect)!.Number
        );
        running.Do(new Command.Unclaim(running.Task("verifikasi")), RunningCase.Verifier);
        running.Claim("verifikasi", RunningCase.Supervisor);
        Assert.Equal(1, running.State.Returns);
        Assert.Null(running.Finish("verifikasi", "return", RunningCase.Supervisor, null, defect));
        Assert.Equal(2, running.State.Returns);
    }

    [Fact]
    public void A_holder_gives_the_task_to_a_colleague_who_may_take_it()
    {
        running.Submit();
        running.Claim("verifikasi", RunningCase.Verifier);
        var task = running.Task("verifikasi");

        Assert.Equal(
            Refusals.RecipientMayNot,
            running.Do(new Command.Reassign(task, "kadis", ["kepala"], []), RunningCase.Verifier)!.Number
        );
        Assert.Null(running.Do(new Command.Reassign(task, "lain", ["verifikator"], []), RunningCase.Verifier));
        Assert.Equal("lain", running.State.Tasks[task].Assignee);
    }

    [Fact]
    public void A_task_held_by_another_is_moved_by_a_supervisor_only()
    {
        running.Submit();
        running.Claim("verifikasi", RunningCase.Verifier);
        var move = new Command.Reassign(running.Task("verifikasi"), "baru", ["verifikator"], []);

        var colleague = Actor.Officer("lain", "dinas", "verifikator");
        Assert.Equal(Refusals.NotYourRole, running.Do(move, colleague)!.Number);
        Assert.Null(running.Do(move, RunningCase.Supervisor));
    }

    [Fact]
    public void A_supervisor_decides_nothing_without_the_tasks_role()
    {
        running.Submit();
        Assert.Equal(Refusals.NotYourRole, running.Claim("verifikasi", RunningCase.Supervisor)!.Number);
        var task = running.Task("verifikasi");
        running.Claim("verifikasi", RunningCase.Verifier);
        var (to, roles) = (RunningCase.Supervisor.Id, RunningCase.Supervisor.Roles);
        Assert.Equal(
            Refusals.RecipientMayNot,
            running.Do(new Command.Reassign(task, to, roles, []), RunningCase.Supervisor)!.Number
        );

        Assert.Null(running.Do(new Command.Unclaim(task), RunningCase.Supervisor));
        var verifies = Actor.Officer("super", "dinas", "verifikator", "supervisor");
        Assert.Null(running.Claim("verifikasi", verifies));
        Assert.Null(running.Finish("verifikasi", "approve", verifies));
    }

    [Fact]
    public void A_supervisor_who_holds_a_task_for_its_return_may_only_return_it_or_give_it_back()
    {
        running.Submit();
        running.Claim("verifikasi", RunningCase.Verifier);
        var defect = new Defect("pemohon.nama", "Kurang jelas.");
        running.Finish("verifikasi", "return", RunningCase.Verifier, null, defect);
        running.Correct("perbaikan", "pemohon.nama", "Siti");
        Assert.Null(running.Claim("verifikasi", RunningCase.Supervisor));

        Assert.Equal(Refusals.NotYourRole, running.Finish("verifikasi", "approve", RunningCase.Supervisor)!.Number);
        Assert.Equal(
            Refusals.NotYourRole,
            running.Finish("verifikasi", "reject", RunningCase.Supervisor, "Tidak benar.")!.Number
        );
        var back = new Command.Reassign(running.Task("verifikasi"), "vera", ["verifikator"], []);
        Assert.Null(running.Do(back, RunningCase.Supervisor));
        running.Finish("verifikasi", "approve", RunningCase.Verifier);
        Assert.Equal(Refusals.NotYourRole, running.Claim("tandatangan", RunningCase.Supervisor)!.Number);
    }

    [Fact]
    public void A_task_is_not_given_to_who_did_a_step_that_must_be_somebody_elses()
    {
        running.Submit();
        running.Claim("verifikasi", RunningCase.Verifier);
        running.Finish("verifikasi", "approve", RunningCase.Verifier);
        running.Claim("tandatangan", RunningCase.Head);

        var back = new Command.Reassign(running.Task("tandatangan"), RunningCase.Verifier.Id, ["kepala"], []);
        Assert.Equal(Refusals.RecipientMayNot, running.Do(back, RunningCase.Head)!.Number);
    }

    [Fact]
    public void A_supervisor_finds_the_defects_that_the_officer_proposes()
    {
        running.Submit();
        running.Claim("verifikasi", RunningCase.Verifier);
        running.Finish("verifikasi", "return", RunningCase.Verifier, null, new Defect("pemohon.nama", "Kurang jelas."));
        running.Correct("perbaikan", "pemohon.nama", "Siti");
        running.Claim("verifikasi", RunningCase.Verifier);
        var task = running.Task("verifikasi");
        Defect[] proposed = [new("pemohon.nama", "Masih kurang jelas.")];
        running.Do(
            new Command.Reassign(task, RunningCase.Supervisor.Id, RunningCase.Supervisor.Roles, [.. proposed]),
            RunningCase.Verifier
        );

        Assert.Equal(proposed, running.State.Tasks[task].Proposed);
        Assert.Null(running.Finish("verifikasi", "return", RunningCase.Supervisor, null, proposed));
    }

    [Fact]
    public void A_return_names_its_defects_and_a_rejection_its_reasons()
    {
        running.Submit();
        running.Claim("verifikasi", RunningCase.Verifier);

        Assert.Equal(Refusals.ReturnNeedsDefects, running.Finish("verifikasi", "return", RunningCase.Verifier)!.Number);
        Assert.Equal(
            Refusals.ReturnNeedsDefects,
            running.Finish("verifikasi", "return", RunningCase.Verifier, null, new Defect("pemohon.nama", ""))!.Number
        );
        Assert.Equal(
            Refusals.RejectionNeedsReasons,
            running.Finish("verifikasi", "reject", RunningCase.Verifier)!.Number
        );
        Assert.Null(running.Finish("verifikasi", "reject", RunningCase.Verifier, "Data tidak benar."));
        Assert.Equal("rejected", running.State.Outcome);
    }

    [Fact]
    public void Nobody_signs_what_they_verified_themselves()
    {
        var both = Actor.Officer("vera", "dinas", "verifikator", "kepala");
        running.Submit();
        running.Claim("verifikasi", both);
        running.Finish("verifikasi", "approve", both);

        Assert.Equal(Refusals.SeparationOfDuties, running.Claim("tandatangan", both)!.Number);
    }

    [Fact]
    public void Of_two_officers_the_second_is_told_that_the_first_holds_the_task()
    {
        running.Submit();
        Assert.Null(running.Claim("verifikasi", RunningCase.Verifier));

        var other = Actor.Officer("lain", "dinas", "verifikator");
        Assert.Equal(Refusals.HeldByAnother, running.Claim("verifikasi", other)!.Number);
        Assert.Equal(Refusals.HeldByAnother, running.Finish("verifikasi", "approve", other)!.Number);
    }

    [Fact]
    public void A_stale_page_is_refused_because_its_task_is_over()
    {
        running.Submit();
        var task = running.Task("verifikasi");
        running.Claim("verifikasi", RunningCase.Verifier);
        running.Finish("verifikasi", "approve", RunningCase.Verifier);

        var again = new Command.Complete(task, "approve", Personal.Nothing, Personal.Nothing, []);
        Assert.Equal(Refusals.TaskNotOpen, running.Do(again, RunningCase.Verifier)!.Number);
    }

    [Fact]
    public void An_officer_of_another_agency_may_not_act()
    {
        running.Submit();
        Assert.Equal(
            Refusals.NotYourRole,
            running.Claim("verifikasi", Actor.Officer("vera", "dinas-lain", "verifikator"))!.Number
        );
    }

    [Fact]
    public void A_withdrawn_case_leaves_nothing_open()
    {
        running.Submit();
        Assert.Equal(
            Refusals.ApplicantOnly,
            running.Do(new Command.Withdraw(Personal.Nothing), RunningCase.Verifier)!.Number
        );
        Assert.Null(running.Do(new Command.Withdraw(Personal.Text("Tidak jadi.")), RunningCase.Citizen));
        Assert.Single(running.Entries[^1].Events.OfType<CaseEvent.Commented>());

        Assert.Equal("withdrawn", running.State.Outcome);
        Assert.Empty(running.State.Tasks);
        Assert.Empty(running.State.Timers);
        Assert.Equal(
            Refusals.CaseClosed,
            running.Do(new Command.Withdraw(Personal.Nothing), RunningCase.Citizen)!.Number
        );
    }

    [Fact]
    public void Who_withdraws_need_not_say_why()
    {
        running.Submit();
        Assert.Null(running.Do(new Command.Withdraw(Personal.Nothing), RunningCase.Citizen));
        Assert.DoesNotContain(running.Entries[^1].Events, e => e is CaseEvent.Commented);
    }

    [Fact]
    public void A_reminder_does_not_end_the_task_it_reminds_of()
    {
        running.Submit();
        var timer = Assert.Single(running.State.Timers.Values);
        running.Now = timer.Due;
        Assert.Null(running.Do(new Command.TimerDue(timer.Id), Actor.System));

        Assert.Contains(running.Entries[^1].Effects, e => e is Effect.SendNotice { Notice: "lama" });
        Assert.Single(running.State.Tasks);
        Assert.Equal(Refusals.NotAwaited, running.Do(new Command.TimerDue(timer.Id), Actor.System)!.Number);
    }

    [Fact]
    public void Case_time_never_runs_backwards()
    {
        running.Submit();
        var opened = running.State.LastAt;
        running.Now = opened.AddDays(-1);
        running.Claim("verifikasi", RunningCase.Verifier);
        Assert.Equal(opened, running.State.LastAt);
    }
}
