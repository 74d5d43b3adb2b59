using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests;

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
    public void A_document_is_not_revoked_without_a_reason()
    {
        running.Granted();

        var revoke = new Command.RevokeDocument("KODE", Personal.Nothing, "uu");

        Assert.Equal(Refusals.RejectionNeedsReasons, running.Do(revoke, RunningCase.Head)!.Number);
        Assert.False(Assert.Single(running.State.Documents).Revoked);
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
}
