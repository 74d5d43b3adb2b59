using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests.Replaying;

/// <summary>In what a draft can differ for a past case.</summary>
public sealed class DifferenceTests
{
    private static readonly DateTimeOffset Due = new(2026, 8, 18, 16, 0, 0, TimeSpan.FromHours(7));
    private static readonly CaseOutcome One = new("granted", "layak", 10, Due, 2, 3, ["izin"]);
    private readonly World recorded = SampleService.World();

    public static TheoryData<CaseOutcome> Others =>
        [
            One with
            {
                Outcome = "rejected",
            },
            One with
            {
                Reason = null,
            },
            One with
            {
                Fee = 11,
            },
            One with
            {
                Deadline = Due.AddSeconds(1),
            },
            One with
            {
                Waits = 3,
            },
            One with
            {
                AskedItems = 4,
            },
            One with
            {
                Letters = ["izin", "izin"],
            },
        ];

    [Theory]
    [MemberData(nameof(Others))]
    public void Outcomes_are_the_same_only_in_all_that_can_be_compared(CaseOutcome other)
    {
        Assert.NotEqual(One, other);
        Assert.NotEqual(other, One);
    }

    [Fact]
    public void An_outcome_is_the_same_as_one_that_says_the_same_and_none_is_not()
    {
        var same = One with { Letters = ["izin"] };
        Assert.Equal(One, same);
        Assert.Equal(One.GetHashCode(), same.GetHashCode());
        Assert.False(One.Equals((CaseOutcome?)null));
    }

    [Fact]
    public void A_granted_case_comes_to_all_that_it_came_to()
    {
        var same = Assert.IsType<ReplayResult.Same>(
            Replay.Run(recorded, recorded, new RunningCase(recorded).Granted().Entries, [])
        );
        Assert.Equal(new CaseOutcome("granted", "memenuhi_syarat", 0, Due, 2, 2, ["izin"]), same.Outcome);
    }

    [Fact]
    public void A_refused_application_comes_to_its_reason_without_a_deadline()
    {
        var running = new RunningCase(recorded);
        running.Submit(income: 101);

        var same = Assert.IsType<ReplayResult.Same>(Replay.Run(recorded, recorded, running.Entries, []));
        Assert.Equal(new CaseOutcome("refused", "penghasilan_terlalu_tinggi", 0, null, 0, 2, []), same.Outcome);
    }

    [Fact]
    public void A_withdrawn_case_is_withdrawn_under_the_draft_too()
    {
        var running = new RunningCase(recorded);
        running.Submit();
        running.Do(new Command.Withdraw(Personal.Nothing), RunningCase.Citizen);

        var same = Assert.IsType<ReplayResult.Same>(Replay.Run(recorded, recorded, running.Entries, []));
        Assert.Equal(("withdrawn", null, 1), (same.Outcome.Outcome, same.Outcome.Reason, same.Outcome.Waits));
    }

    [Fact]
    public void Another_fee_another_promise_of_time_and_another_letter_show()
    {
        var service = recorded.Core.Service;
        var wouldBe = Other(
            recorded with
            {
                Core = recorded.Core with
                {
                    Service = service with
                    {
                        Fee = service.Fee with { Amount = 5_000 },
                        TimeLimit = service.TimeLimit with { Amount = 3 },
                    },
                },
            }
        );

        Assert.Equal((5_000, Due.AddDays(1)), (wouldBe.Fee, wouldBe.Deadline));
        Assert.Equal(["surat"], Other(Changed("\"letter\" value=\"izin\"", "\"letter\" value=\"surat\"")).Letters);
    }

    [Fact]
    public void Another_reason_shows()
    {
        var wouldBe = Other(Changed("\"=kelayakan.alasan\"", "\"lain\""));
        Assert.Equal(("granted", "lain"), (wouldBe.Outcome, wouldBe.Reason));
    }

    [Fact]
    public void An_answer_more_that_is_asked_for_shows_and_one_that_is_computed_does_not()
    {
        const string Form = """
            {"id":"permohonan","components":[{"type":"group","id":"page_pemohon","components":[
              {"type":"textfield","key":"pemohon.nama","validate":{"required":true,"maxLength":50}},
              {"type":"textfield","key":"pemohon.telepon"},
              {"type":"expression","key":"pemohon.tahun","expression":"=null"},
              {"type":"number","key":"pemohon.penghasilan","validate":{"required":true,"min":0}}]}]}
            """;
        var running = new RunningCase(recorded);
        running.Submit();

        var other = Assert.IsType<ReplayResult.Other>(
            Replay.Run(recorded, SampleService.World(applicationForm: Form), running.Entries, [])
        );
        Assert.Equal((2, 3), (other.Was.AskedItems, other.WouldBe.AskedItems));
    }

    [Fact]
    public void A_letter_that_a_replay_asks_for_counts_as_issued_that_day_without_a_number()
    {
        var lane = new Lane();
        foreach (var entry in new RunningCase(recorded).Granted().Entries[..^1])
            lane.Take(recorded.Core, entry);
        var evening = new DateTimeOffset(2026, 8, 13, 18, 0, 0, TimeSpan.Zero);
        var stamp = Stamp.Of(recorded, new Moment(evening), Actor.System, "uji");

        lane.AnswerDocuments(recorded, stamp, 0);
        Assert.Empty(lane.State.Documents);
        lane.AnswerDocuments(recorded, stamp, 1);

        Assert.Equal(
            new IssuedDocument("izin", "-", "-", "-", new DateOnly(2026, 8, 14), null, false),
            Assert.Single(lane.State.Documents)
        );
        Assert.Equal(CaseStatus.Closed, lane.State.Status);
    }

    [Fact]
    public void A_refused_application_owes_no_fee()
    {
        var dear = Dear(recorded, 5_000);
        var running = new RunningCase(dear);
        running.Submit(income: 101);

        var same = Assert.IsType<ReplayResult.Same>(Replay.Run(dear, Dear(recorded, 9_000), running.Entries, []));
        Assert.Equal(0, same.Outcome.Fee);
    }

    private static World Dear(World world, decimal fee) =>
        world with
        {
            Core = world.Core with
            {
                Service = world.Core.Service with { Fee = world.Core.Service.Fee with { Amount = fee } },
            },
        };

    private World Changed(string from, string to)
    {
        Assert.Contains(from, SampleService.Process, StringComparison.Ordinal);
        return SampleService.World(process: SampleService.Process.Replace(from, to, StringComparison.Ordinal));
    }

    private CaseOutcome Other(World draft) =>
        Assert
            .IsType<ReplayResult.Other>(Replay.Run(recorded, draft, new RunningCase(recorded).Granted().Entries, []))
            .WouldBe;
}
