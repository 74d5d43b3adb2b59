using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests.Steps;

/// <summary>What comes back from outside, and what is done with a letter afterwards.</summary>
public sealed class AnswerTests
{
    private static readonly Personal Wrong = Personal.Text("Keliru.");
    private readonly RunningCase running = new(SampleService.World());

    [Fact]
    public void A_letter_that_is_ready_is_kept_as_it_was_registered_and_the_case_goes_on()
    {
        Signed();
        var awaited = Assert.Single(running.State.Awaited.Values);
        Assert.Equal("terbit", awaited.Element);
        Assert.Equal(
            new Effect.IssueDocument(awaited.Effect, "izin"),
            Assert.Single(running.Entries[^1].Effects.OfType<Effect.IssueDocument>())
        );

        var ready = new Command.DocumentReady(
            awaited.Effect,
            "0007",
            "KODE",
            "abc",
            new DateOnly(2026, 8, 13),
            new DateOnly(2029, 8, 13)
        );
        Assert.Null(running.Do(ready, Actor.System));

        Assert.Equal(
            new IssuedDocument(
                "izin",
                "0007",
                "KODE",
                "abc",
                new DateOnly(2026, 8, 13),
                new DateOnly(2029, 8, 13),
                false
            ),
            Assert.Single(running.State.Documents)
        );
        Assert.Empty(running.State.Awaited);
        Assert.Equal(CaseStatus.Closed, running.State.Status);
        Assert.Equal(Refusals.CaseClosed, running.Do(ready, Actor.System)!.Number);
    }

    [Fact]
    public void An_answer_that_nothing_waits_for_is_refused()
    {
        Signed();
        var ready = new Command.DocumentReady("9.9", "1", "1", "1", new DateOnly(2026, 8, 13), null);

        Assert.Equal(Refusals.NotAwaited, running.Do(ready, Actor.System)!.Number);
        Assert.Equal(Refusals.NotAwaited, running.Do(new Command.EffectFailed("9.9", "x"), Actor.System)!.Number);
        Assert.Equal(Refusals.NotAwaited, running.Do(new Command.TimerDue("x"), Actor.System)!.Number);
        Assert.Equal(Refusals.NotAwaited, running.Do(new Command.Retry("terbit"), Actor.System)!.Number);
        Assert.Single(running.State.Awaited);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("TIDAK_DITANGKAP")]
    public void A_letter_that_cannot_be_made_stops_the_case_and_is_asked_for_anew(string? code)
    {
        Signed();
        var awaited = Assert.Single(running.State.Awaited.Values);

        var failed = new Command.EffectFailed(awaited.Effect, "Nomor habis.") { Code = code };
        Assert.Null(running.Do(failed, Actor.System));

        var incident = Assert.Single(running.State.Incidents.Values);
        Assert.Equal(
            ("terbit", awaited.Token, Incidents.Outside, "Nomor habis.", running.Now),
            (incident.Element, incident.Token, incident.Number, incident.Problem, incident.At)
        );
        Assert.Empty(running.State.Awaited);

        Assert.Null(running.Do(new Command.Retry("terbit"), RunningCase.Supervisor));
        Assert.Empty(running.State.Incidents);
        Assert.NotEqual(awaited.Effect, Assert.Single(running.State.Awaited.Keys));
        Assert.Null(running.Issue());
        Assert.Equal(CaseStatus.Closed, running.State.Status);
    }

    [Fact]
    public void A_revoked_letter_is_revoked_once_and_made_known()
    {
        running.Granted();
        Assert.Equal(
            Refusals.NoSuchDocument,
            running.Do(new Command.RevokeDocument("LAIN", Wrong, "uu"), RunningCase.Head)!.Number
        );

        var revoke = new Command.RevokeDocument("KODE", Wrong, "uu");
        Assert.Null(running.Do(revoke, RunningCase.Head));

        Assert.Equal(new CaseEvent.DocumentRevoked("KODE", Wrong, "uu"), Assert.Single(running.Entries[^1].Events));
        Assert.Equal(
            new Effect.PublishStatus($"{running.State.Sequence}.0", "KODE"),
            Assert.Single(running.Entries[^1].Effects)
        );
        Assert.Equal(Refusals.NoSuchDocument, running.Do(revoke, RunningCase.Head)!.Number);
    }

    [Fact]
    public void Of_two_letters_only_the_one_that_is_named_is_revoked()
    {
        running.Granted();
        running.Had(new CaseEvent.DocumentIssued("izin", "0002", "LAIN", "def", new DateOnly(2026, 8, 14), null));

        Assert.Null(running.Do(new Command.RevokeDocument("LAIN", Wrong, "uu"), RunningCase.Supervisor));

        Assert.Equal([("KODE", false), ("LAIN", true)], running.State.Documents.Select(d => (d.Code, d.Revoked)));
    }

    [Fact]
    public void A_letter_is_not_revoked_without_a_reason()
    {
        running.Granted();
        var revoke = new Command.RevokeDocument("KODE", Personal.Nothing, "uu");

        Assert.Equal(Refusals.RejectionNeedsReasons, running.Do(revoke, RunningCase.Supervisor)!.Number);
        Assert.Equal(Refusals.NotYourRole, running.Do(revoke, RunningCase.Verifier)!.Number);
        Assert.False(Assert.Single(running.State.Documents).Revoked);
    }

    [Fact]
    public void A_case_that_is_determined_is_not_withdrawn_while_its_letter_is_made()
    {
        Signed();

        Assert.Equal(
            Refusals.AlreadyDetermined,
            running.Do(new Command.Withdraw(Personal.Nothing), RunningCase.Citizen)!.Number
        );
        Assert.Equal(CaseStatus.Open, running.State.Status);
    }

    [Fact]
    public void A_case_is_submitted_once()
    {
        running.Submit();
        Assert.Equal(Refusals.AlreadySubmitted, running.Submit()!.Number);
        Assert.Equal("verifikasi.1", running.Task("verifikasi"));
    }

    [Fact]
    public void What_a_case_is_opened_with_stands_in_it()
    {
        running.Submit();
        var state = running.State;

        Assert.Equal(
            ("B-1", "dinas", "Asia/Jakarta", "warga", running.Now),
            (state.Number, state.Agency, state.Zone, state.Applicant, state.OpenedAt)
        );
        Assert.Equal(["pemohon"], state.Subjects.Keys);
        Assert.Equal(new DateTimeOffset(2026, 8, 18, 16, 0, 0, TimeSpan.FromHours(7)), state.Deadline);
        Assert.Equal("80", state.Data.At("pemohon.penghasilan").ToString());
    }

    private void Signed()
    {
        Assert.Null(running.Submit());
        Assert.Null(running.Claim("verifikasi", RunningCase.Verifier));
        Assert.Null(running.Finish("verifikasi", "approve", RunningCase.Verifier));
        Assert.Null(running.Claim("tandatangan", RunningCase.Head));
        Assert.Null(running.Finish("tandatangan", "approve", RunningCase.Head));
    }
}
