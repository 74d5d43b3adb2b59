namespace Genggam.Engine.Tests.Replaying;

public sealed class ReplayTests
{
    [Fact]
    public void A_case_replays_the_same_on_its_own_release()
    {
        var running = new RunningCase(SampleService.World()).Granted();
        Assert.IsType<ReplayResult.Same>(Replay.Run(SampleService.World(), SampleService.World(), running.Entries, []));
    }

    [Fact]
    public void A_case_whose_letter_is_still_being_made_ends_the_same()
    {
        var running = new RunningCase(SampleService.World()).Granted();
        var ready = running.Entries.FindIndex(e => e.Command is Command.DocumentReady);
        Assert.True(ready > 0);
        var waiting = running.Entries.Take(ready).ToList();
        var same = Replay.Run(SampleService.World(), SampleService.World(), waiting, []);
        Assert.Equal("granted", Assert.IsType<ReplayResult.Same>(same).Outcome.Outcome);
    }

    [Theory]
    [InlineData(80, 79, "refused")]
    [InlineData(80, 80, "granted")]
    [InlineData(80, 200, "granted")]
    public void A_changed_rule_gives_the_computed_difference(int income, int newLimit, string outcome)
    {
        var running = new RunningCase(SampleService.World()).Granted(income);
        var result = Replay.Run(SampleService.World(), SampleService.World(newLimit), running.Entries, []);

        if (outcome == "granted")
            Assert.IsType<ReplayResult.Same>(result);
        else
        {
            var other = Assert.IsType<ReplayResult.Other>(result);
            Assert.Equal(("granted", "memenuhi_syarat"), (other.Was.Outcome, other.Was.Reason));
            Assert.Equal("refused", other.WouldBe.Outcome);
            Assert.Equal("penghasilan_terlalu_tinggi", other.WouldBe.Reason);
        }
    }

    [Fact]
    public void A_refused_applicant_who_would_now_be_let_in_shows()
    {
        var running = new RunningCase(SampleService.World());
        running.Submit(income: 150);

        var result = Replay.Run(SampleService.World(), SampleService.World(200), running.Entries, []);

        var other = Assert.IsType<ReplayResult.Other>(result);
        Assert.Equal("refused", other.Was.Outcome);
        Assert.Equal("open", other.WouldBe.Outcome);
    }

    [Fact]
    public void An_officer_who_would_see_another_form_must_judge_anew()
    {
        var running = new RunningCase(SampleService.World()).Granted();
        var draft = SampleService.World(
            verificationForm: SampleService.VerificationForm.Replace(
                "page_hasil",
                "page_lain",
                StringComparison.Ordinal
            )
        );

        var result = Replay.Run(SampleService.World(), draft, running.Entries, []);

        Assert.Equal("verifikasi", Assert.IsType<ReplayResult.NeedsJudgement>(result).Element);
    }

    [Fact]
    public void A_case_whose_subject_was_erased_says_that_it_cannot_be_replayed()
    {
        var running = new RunningCase(SampleService.World()).Granted();
        var result = Replay.Run(SampleService.World(), SampleService.World(1), running.Entries, ["pemohon"]);
        Assert.Equal(["pemohon"], Assert.IsType<ReplayResult.NotReplayable>(result).Subjects);
    }

    [Fact]
    public void A_draft_that_stops_where_nobody_was_asked_needs_an_answer()
    {
        var running = new RunningCase(SampleService.World()).Granted();
        var draft = SampleService.World(
            process: SampleService.Process.Replace("\"granted\"", "\"=null\"", StringComparison.Ordinal)
        );

        var result = Replay.Run(SampleService.World(), draft, running.Entries, []);

        var stopped = Assert.IsType<ReplayResult.NeedsAnswer>(result);
        Assert.Equal(("granted", "mengabulkan"), (stopped.Was.Outcome, stopped.Element));
    }

    [Fact]
    public void What_the_case_itself_refused_is_not_tried_again()
    {
        var running = new RunningCase(SampleService.World());
        running.Submit();
        var now = new Moment(running.Now);
        var withdrawal = new Command.Withdraw(Personal.Nothing);
        var refused = new CaseEntry(
            withdrawal,
            [],
            [],
            new Refusal(Refusals.NotYourRole),
            Stamp.Of(SampleService.World(), now, RunningCase.Citizen, "uji")
        );

        var result = Replay.Run(SampleService.World(), SampleService.World(), [.. running.Entries, refused], []);

        Assert.Equal(CaseOutcome.Open, Assert.IsType<ReplayResult.Same>(result).Outcome.Outcome);
    }

    [Fact]
    public void An_officer_whose_task_has_another_form_must_judge_anew()
    {
        var running = new RunningCase(SampleService.World()).Granted();
        var draft = SampleService.World(
            process: SampleService.Process.Replace(
                "formId=\"verifikasi\"",
                "formId=\"permohonan\"",
                StringComparison.Ordinal
            )
        );

        var result = Replay.Run(SampleService.World(), draft, running.Entries, []);

        Assert.Equal("verifikasi", Assert.IsType<ReplayResult.NeedsJudgement>(result).Element);
    }
}
