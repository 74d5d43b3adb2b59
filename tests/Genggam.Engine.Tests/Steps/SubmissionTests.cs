using Genggam.Standards.Dmn;

namespace Genggam.Engine.Tests.Steps;

/// <summary>How an application is let in, and what may still be done with a case that is closed.</summary>
public sealed class SubmissionTests
{
    [Theory]
    [InlineData("{boleh: true}", null, null, null)]
    [InlineData(
        "{boleh: false, alasan: \"terlalu_muda\", dasar: \"uu-1\"}",
        Refusals.NotEligible,
        "terlalu_muda",
        "uu-1"
    )]
    [InlineData("{boleh: false, alasan: 5, dasar: true}", Refusals.NotEligible, null, null)]
    [InlineData("{boleh: false}", Refusals.NotEligible, null, null)]
    [InlineData("{boleh: null, alasan: \"terlalu_muda\"}", Refusals.RulesUnclear, null, null)]
    [InlineData("{boleh: \"ya\"}", Refusals.RulesUnclear, null, null)]
    [InlineData("true", Refusals.RulesUnclear, null, null)]
    [InlineData("null", Refusals.RulesUnclear, null, null)]
    public void An_application_is_let_in_only_where_the_rules_say_so(
        string answer,
        string? number,
        string? reason,
        string? basis
    )
    {
        var running = new RunningCase(Guarded(answer));
        var refusal = running.Submit();

        Assert.Equal((number, reason, basis), (refusal?.Number, refusal?.Reason, refusal?.LegalBasis));
        Assert.Equal(number is null ? CaseStatus.Open : CaseStatus.New, running.State.Status);
        Assert.Equal(number is null, running.State.Tasks.Count > 0);
    }

    [Fact]
    public void The_rules_that_were_asked_stand_in_the_refusal()
    {
        var running = new RunningCase(SampleService.World());
        Assert.Equal(["kelayakan/terlalu_tinggi"], running.Submit(101)!.Rules);
        Assert.Empty(running.Entries[^1].Events);
        Assert.Equal(1, running.State.Sequence);
    }

    [Fact]
    public void A_guard_that_is_not_there_lets_nobody_in_and_without_one_all_may()
    {
        var world = SampleService.World();
        World With(string? guard) =>
            world with
            {
                Core = world.Core with
                {
                    Service = world.Core.Service with { Apply = new ApplicationForm("permohonan", guard) },
                },
            };
        Assert.Equal(Refusals.RulesUnclear, new RunningCase(With("lain")).Submit()!.Number);
        Assert.Null(new RunningCase(With(null)).Submit(101));
    }

    [Fact]
    public void Without_a_form_any_answers_are_taken()
    {
        var world = SampleService.World();
        var running = new RunningCase(
            world with
            {
                Core = world.Core with
                {
                    Service = world.Core.Service with { Apply = new ApplicationForm("lain", null) },
                },
            }
        );
        Assert.Null(running.Submit(-5, ""));
        Assert.Equal("-5", running.State.Data.At("pemohon.penghasilan").ToString());
    }

    public static TheoryData<Command> Others =>
        [
            new Command.Claim("verifikasi.1"),
            new Command.Unclaim("verifikasi.1"),
            new Command.Reassign("verifikasi.1", "lain", ["verifikator"], []),
            new Command.Complete("verifikasi.1", "approve", Personal.Nothing, Personal.Nothing, []),
            new Command.Withdraw(Personal.Nothing),
            new Command.TimerDue("lama@1"),
            new Command.DocumentReady("1.0", "1", "1", "1", new DateOnly(2026, 8, 13), null),
            new Command.EffectFailed("1.0", "x"),
            new Command.Retry("terbit"),
            new Command.MessageArrived("bayar", Personal.Nothing, Personal.Nothing),
            new Command.SignalArrived("kabar"),
        ];

    [Theory]
    [MemberData(nameof(Others))]
    public void Nothing_is_done_with_a_case_before_it_is_opened_and_after_it_is_closed(Command command)
    {
        Actor[] all = [RunningCase.Citizen, RunningCase.Verifier, RunningCase.Supervisor, Actor.System];
        var closed = new RunningCase(SampleService.World()).Granted();
        foreach (var by in all)
        {
            Assert.Equal(Refusals.NoSuchCase, new RunningCase(SampleService.World()).Do(command, by)!.Number);
            Assert.Equal(Refusals.CaseClosed, closed.Do(command, by)!.Number);
        }
    }

    [Fact]
    public void A_closed_case_is_commented_on_and_its_letter_revoked_and_is_not_submitted_again()
    {
        var running = new RunningCase(SampleService.World()).Granted();
        var reason = Personal.Text("Keliru.");

        Assert.Null(running.Do(new Command.Comment(reason), RunningCase.Verifier));
        Assert.Null(running.Do(new Command.RevokeDocument("KODE", reason, "uu"), RunningCase.Head));
        Assert.Equal(Refusals.AlreadySubmitted, running.Submit()!.Number);
        Assert.Equal((CaseStatus.Closed, "granted"), (running.State.Status, running.State.Outcome));

        var fresh = new RunningCase(SampleService.World());
        Assert.Equal(Refusals.NoSuchCase, fresh.Do(new Command.Comment(reason), RunningCase.Verifier)!.Number);
        Assert.Equal(
            Refusals.NoSuchCase,
            fresh.Do(new Command.RevokeDocument("KODE", reason, "uu"), RunningCase.Head)!.Number
        );
    }

    [Fact]
    public void What_is_decided_late_is_decided_at_the_time_of_the_last_entry()
    {
        var running = new RunningCase(SampleService.World());
        running.Submit();
        running.Claim("verifikasi", RunningCase.Verifier);
        running.Now = running.Now.AddDays(-2);
        running.Finish("verifikasi", "approve", RunningCase.Verifier);

        Assert.Equal("2026-08-13", running.State.Data.At("verifikasi.on").ToString());
        Assert.Equal(new DateTimeOffset(2026, 8, 13, 9, 0, 0, TimeSpan.FromHours(7)), running.State.LastAt);
    }

    private static World Guarded(string answer)
    {
        var rules = DmnReader.Read(
            $"""
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL" id="d" name="aturan" namespace="urn:contoh">
              <decision id="kelayakan" name="kelayakan"><variable name="kelayakan"/><literalExpression><text>{answer}</text></literalExpression></decision>
            </definitions>
            """,
            "aturan.dmn"
        );
        Assert.Empty(rules.Problems);
        var world = SampleService.World(
            process: Processes.Drawn.Process("s-a", Processes.Drawn.Start() + Processes.Drawn.Task("a"))
        );
        return world with
        {
            Core = world.Core with { Decisions = world.Core.Decisions.SetItem("kelayakan", rules.Value!) },
        };
    }
}
