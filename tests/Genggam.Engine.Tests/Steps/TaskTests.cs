using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests.Steps;

public sealed class TaskTests
{
    private readonly RunningCase running = new(SampleService.World());

    [Fact]
    public void Nobody_acts_on_a_case_that_was_never_submitted() =>
        Assert.Equal(Refusals.NoSuchCase, running.Do(new Command.Claim("verifikasi.1"), RunningCase.Verifier)!.Number);

    [Fact]
    public void An_officer_of_the_agency_comments_even_when_the_case_is_closed()
    {
        running.Granted();
        var remark = new Command.Comment(Personal.Text("Berkas asli dikembalikan."));

        Assert.Null(running.Do(remark, RunningCase.Verifier));
        var said = Assert.IsType<CaseEvent.Commented>(Assert.Single(running.Entries[^1].Events));
        Assert.Equal((RunningCase.Verifier.Id, remark.Text), (said.By, said.Text));
    }

    [Fact]
    public void Neither_the_applicant_nor_another_agency_comments()
    {
        running.Submit();
        var remark = new Command.Comment(Personal.Text("Mohon dipercepat."));

        Assert.Equal(Refusals.NotYourRole, running.Do(remark, RunningCase.Citizen)!.Number);
        var stranger = Actor.Officer("vera", "dinas-lain", "verifikator");
        Assert.Equal(Refusals.NotYourRole, running.Do(remark, stranger)!.Number);
    }

    [Fact]
    public void A_task_that_is_over_is_neither_given_away_nor_let_go()
    {
        running.Submit();
        var task = running.Task("verifikasi");
        running.Claim("verifikasi", RunningCase.Verifier);
        running.Finish("verifikasi", "approve", RunningCase.Verifier);

        var give = new Command.Reassign(task, "lain", ["verifikator"], []);
        Assert.Equal(Refusals.TaskNotOpen, running.Do(give, RunningCase.Verifier)!.Number);
        Assert.Equal(Refusals.TaskNotOpen, running.Do(new Command.Unclaim(task), RunningCase.Verifier)!.Number);
    }

    [Theory]
    [InlineData("verifikasi", "maybe")]
    [InlineData("tandatangan", "reject")]
    public void A_task_ends_only_as_it_may_end(string element, string outcome)
    {
        running.Submit();
        running.Claim("verifikasi", RunningCase.Verifier);
        if (element == "tandatangan")
        {
            running.Finish("verifikasi", "approve", RunningCase.Verifier);
            running.Claim("tandatangan", RunningCase.Head);
        }

        var by = element == "verifikasi" ? RunningCase.Verifier : RunningCase.Head;
        Assert.Equal(Refusals.UnknownOutcome, running.Finish(element, outcome, by, "Tidak jelas.")!.Number);
    }

    [Fact]
    public void An_officer_who_leaves_a_required_answer_out_is_told_the_field_and_the_task_stays()
    {
        running.Submit();
        running.Claim("verifikasi", RunningCase.Verifier);

        var blank = new Command.Complete(running.Task("verifikasi"), "approve", Personal.Nothing, Personal.Nothing, []);
        var refused = running.Do(blank, RunningCase.Verifier)!;

        Assert.Equal((Refusals.FieldsAtFault, "sesuai"), (refused.Number, Assert.Single(refused.Fields).Key));
        Assert.Equal(RunningCase.Verifier.Id, Assert.Single(running.State.Tasks.Values).Assignee);
    }

    [Fact]
    public void Who_holds_a_task_takes_it_again_without_a_trace()
    {
        running.Submit();
        Assert.Equal(Refusals.TaskNotOpen, running.Do(new Command.Claim("lain.1"), RunningCase.Verifier)!.Number);
        Assert.Null(running.Claim("verifikasi", RunningCase.Verifier));
        Assert.Null(running.Claim("verifikasi", RunningCase.Verifier));

        Assert.Empty(running.Entries[^1].Events);
        Assert.Equal("vera", Assert.Single(running.State.Tasks.Values).Assignee);
    }

    [Fact]
    public void A_task_is_let_go_by_its_holder_or_a_supervisor()
    {
        var other = Actor.Officer("lain", "dinas", "verifikator");
        running.Submit();
        running.Claim("verifikasi", RunningCase.Verifier);
        var letGo = new Command.Unclaim(running.Task("verifikasi"));

        Assert.Equal(Refusals.HeldByAnother, running.Do(letGo, other)!.Number);
        Assert.Null(running.Do(letGo, RunningCase.Supervisor));
        Assert.Null(Assert.Single(running.State.Tasks.Values).Assignee);
        Assert.Null(running.Claim("verifikasi", other));
        Assert.Null(running.Do(letGo, other));
        Assert.Null(Assert.Single(running.State.Tasks.Values).Assignee);
    }

    [Fact]
    public void A_task_that_nobody_took_is_not_finished()
    {
        running.Submit();
        Assert.Equal(Refusals.ClaimFirst, running.Finish("verifikasi", "approve", RunningCase.Verifier)!.Number);
        Assert.Equal(Refusals.NotYourRole, running.Finish("verifikasi", "approve", RunningCase.Citizen)!.Number);
    }

    [Fact]
    public void A_task_that_is_given_away_without_roles_or_words_is_only_moved()
    {
        running.Submit();
        running.Claim("verifikasi", RunningCase.Verifier);
        var task = running.Task("verifikasi");

        Assert.Equal(
            Refusals.RecipientMayNot,
            running.Do(new Command.Reassign(task, "lain", default, default), RunningCase.Verifier)!.Number
        );
        Assert.Null(running.Do(new Command.Reassign(task, "lain", ["verifikator"], default), RunningCase.Verifier));
        Assert.Equal(new CaseEvent.TaskAssigned(task, "lain"), Assert.Single(running.Entries[^1].Events));
    }

    [Fact]
    public void What_is_proposed_with_a_task_says_who_proposed_it()
    {
        running.Submit();
        running.Claim("verifikasi", RunningCase.Verifier);
        var task = running.Task("verifikasi");
        var defect = new Defect("pemohon.nama", "Kurang jelas.");

        Assert.Null(running.Do(new Command.Reassign(task, "lain", ["verifikator"], [defect]), RunningCase.Verifier));

        var proposed = Assert.Single(running.Entries[^1].Events.OfType<CaseEvent.ReturnProposed>());
        Assert.Equal((task, "vera", defect), (proposed.Task, proposed.By, Assert.Single(proposed.Defects)));
    }

    [Fact]
    public void A_person_who_applies_comments_on_no_case_even_of_their_own_agency()
    {
        running.Submit();
        var inside = new Actor("warga", ActorKind.Citizen, "dinas", []);
        Assert.Equal(Refusals.NotYourRole, running.Do(new Command.Comment(Personal.Text("Halo.")), inside)!.Number);
    }

    [Fact]
    public void What_an_officer_decided_stands_under_the_task_with_its_day()
    {
        running.Submit();
        running.Now = new DateTimeOffset(2026, 8, 13, 18, 0, 0, TimeSpan.Zero);
        running.Claim("verifikasi", RunningCase.Verifier);
        running.Finish("verifikasi", "reject", RunningCase.Verifier, "Alamat tidak ada.");

        Assert.Equal(
            """{"outcome":"reject","reasons":"Alamat tidak ada.","on":"2026-08-14"}""",
            FeelJson.Plain(running.State.Data["verifikasi"])
        );
        Assert.Equal("vera", running.State.DoneBy["verifikasi"]);
        Assert.Equal(
            ("rejected", "ditolak_petugas"),
            (running.State.Determination!.Outcome, running.State.Determination.Reason)
        );
    }

    [Fact]
    public void A_correction_that_leaves_a_field_wrong_is_refused_with_the_field()
    {
        Returned();
        var refused = running.Correct("perbaikan", "pemohon.nama", "")!;

        Assert.Equal((Refusals.FieldsAtFault, "pemohon.nama"), (refused.Number, Assert.Single(refused.Fields).Key));
        Assert.Single(running.State.Defects);
        Assert.Null(running.State.Deadline);
    }

    [Fact]
    public void A_person_whose_number_is_corrected_is_written_anew_under_the_new_key()
    {
        Returned();
        var key = Guid.Parse("00000000-0000-7000-8000-000000000009");
        var correction = new Command.Complete(
            running.Task("perbaikan"),
            "approve",
            new Personal(FeelContext.Empty.WithAt("pemohon.nama", "Siti Benar")),
            Personal.Nothing,
            []
        )
        {
            Subjects = ImmutableSortedDictionary<string, Guid>.Empty.Add("pemohon", key),
        };

        Assert.Null(running.Do(correction, RunningCase.Citizen));

        Assert.Equal(key, running.State.Subjects["pemohon"]);
        var written = running.Entries[^1].Events.OfType<CaseEvent.DataWritten>().First().Values.Values;
        Assert.Equal("""{"pemohon":{"nama":"Siti Benar","penghasilan":80}}""", FeelJson.Plain(written));
    }

    [Fact]
    public void A_correction_that_names_nobody_writes_what_was_corrected()
    {
        Returned();
        Assert.Null(running.Correct("perbaikan", "pemohon.nama", "Siti Benar"));

        Assert.DoesNotContain(running.Entries[^1].Events, e => e is CaseEvent.SubjectsNamed);
        var written = running.Entries[^1].Events.OfType<CaseEvent.DataWritten>().First().Values.Values;
        Assert.Equal("""{"pemohon":{"nama":"Siti Benar"}}""", FeelJson.Plain(written));
    }

    [Fact]
    public void A_return_counts_and_keeps_its_defects_until_the_applicant_is_done()
    {
        Returned();
        Assert.Equal((1, 1), (running.State.Returns, running.State.Defects.Length));
        Assert.Equal("warga", running.State.Applicant);

        Assert.Null(running.Correct("perbaikan", "pemohon.nama", "Siti Benar"));
        Assert.Equal((1, 0), (running.State.Returns, running.State.Defects.Length));
        Assert.Equal(2, running.State.TimesOpened["verifikasi"]);
    }

    [Fact]
    public void What_an_entry_wrote_is_what_the_officer_answered()
    {
        running.Submit();
        running.Claim("verifikasi", RunningCase.Verifier);
        running.Finish("verifikasi", "approve", RunningCase.Verifier);

        var written = running.Entries[^1].Written().First();

        Assert.Equal(FeelBoolean.True, written.At("verifikasi.sesuai"));
    }

    private void Returned()
    {
        running.Submit();
        running.Claim("verifikasi", RunningCase.Verifier);
        running.Finish("verifikasi", "return", RunningCase.Verifier, null, new Defect("pemohon.nama", "Kurang."));
    }
}
