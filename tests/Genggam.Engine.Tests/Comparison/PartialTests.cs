using Genggam.Engine.Comparison;
using Genggam.Standards.Feel;

namespace Genggam.Engine.Tests.Comparison;

public sealed class PartialTests
{
    private static readonly DateTimeOffset Due = new(2026, 8, 18, 16, 0, 0, TimeSpan.FromHours(7));
    private static readonly CaseOutcome Granted = new("granted", "layak", 100, Due, 2, 10, ["izin"]);
    private static readonly CaseOutcome Refused = new("refused", "tidak", 0, null, 0, 10, []);
    private static readonly CaseFacts Facts = new("35.78", "web", "female", "26-35", "2026-08", "tema");

    private static readonly ReplayResult[] Results =
    [
        new ReplayResult.Same(Granted),
        new ReplayResult.Same(Refused),
        new ReplayResult.Other(Granted, Refused) { Cause = new Cause(CauseKind.Guard, "k", [], ["r"]) },
        new ReplayResult.Other(Refused, Granted with { Outcome = "open" }),
        new ReplayResult.Other(Refused, Refused with { Reason = "lain" }),
        new ReplayResult.Other(
            Granted,
            Granted with
            {
                Fee = 70,
                Deadline = Due.AddDays(2),
                Waits = 3,
                AskedItems = 8,
            }
        ),
        new ReplayResult.NeedsJudgement(Granted, "verifikasi"),
        new ReplayResult.NeedsAnswer(Granted, "mengabulkan"),
        new ReplayResult.NotReplayable(["s"]),
    ];

    [Fact]
    public void Each_result_is_in_one_count_and_every_sum_is_as_computed_by_hand()
    {
        var counts = Counted(Results);
        var total = counts.Total;
        Assert.Equal([1, 2, 1, 1, 1, 1, 1, 1], total.Classes);
        Assert.Equal((9, 6, 3), (total.All, total.Cases, total.Refused));
        // Same 100, newly refused 100, let in 0, cheaper 100; then 100, 0, 100, 70.
        Assert.Equal((300, 270), (total.FeeWas, total.FeeWouldBe));
        Assert.Equal((1, 2), (total.FeeHigher, total.FeeLower));
        Assert.Equal((0, 1, 1), (total.DeadlineEarlier, total.DeadlineLater, total.DeadlineSame));
        Assert.Equal((1, 0, 1), (total.WaitsMore, total.WaitsFewer, total.WaitsDifference));
        Assert.Equal((0, 1, -2), (total.AskedMore, total.AskedFewer, total.AskedDifference));
        Assert.Equal(1, counts.DeadlineDays[2]);
        Assert.Equal(1, counts.Lost["erased"]);
        Assert.Equal(8, counts.Moves.Values.Sum(m => m.Count));
        Assert.Equal(1, counts.Moves[new Move("refused", "tidak", "open", "layak").Key].Count);
        Assert.Equal("k", Assert.Single(counts.Causes).Value.Cause.Where);
    }

    [Fact]
    public void Parts_that_were_counted_apart_give_the_same_report_in_any_order_and_after_being_read_again()
    {
        var chance = new Random(7);
        CaseFacts[] places = [Facts, Facts with { Region = "34.04" }, Facts with { Sex = "male", Month = "2026-09" }];
        (CaseFacts, ReplayResult)[] cases =
        [
            .. Enumerable.Range(0, 500).Select(_ => (places[chance.Next(3)], Results[chance.Next(Results.Length)])),
        ];
        var whole = new Partial();
        foreach (var (facts, result) in cases)
            whole.Add(facts, result);

        var merged = new Partial();
        foreach (var part in cases.Chunk(37).Reverse())
        {
            var one = new Partial();
            foreach (var (facts, result) in part)
                one.Add(facts, result);
            merged.Add(Partial.Read(one.Bytes()));
        }

        Assert.Equal(whole.Bytes(), merged.Bytes());
        Assert.Equal(whole.Hash("draft", [1]), merged.Hash("draft", [1]));
        Assert.NotEqual(whole.Hash("draft", [1]), whole.Hash("draft", [2]));
        Assert.NotEqual(whole.Hash("draft", [1]), whole.Hash("lain", [1]));
    }

    [Fact]
    public void A_report_names_the_most_frequent_first_and_hides_a_small_region()
    {
        var counts = new Partial();
        for (var i = 0; i < 40; i++)
            counts.Add(Facts, Results[0]);
        for (var i = 0; i < 20; i++)
            counts.Add(Facts with { Region = "34.04" }, Results[6]);
        counts.Add(Facts with { Region = "81.71" }, Results[0]);

        var report = ComparisonReport.Of("s", "d", counts, 5, []);

        Assert.Equal([41, 20], report.Moves.Select(m => m.Count));
        var regions = report.Breakdowns.Single(b => b.Dimension == "region");
        Assert.Equal(2, regions.Hidden);
        Assert.Equal("35.78", Assert.Single(regions.Rows).Group);
        Assert.Equal(61, Assert.Single(report.Breakdowns.Single(b => b.Dimension == "channel").Rows).All);
    }

    [Theory]
    [InlineData("3578014503880002", "female", "36-45")]
    [InlineData("3578010503090002", "male", "17-25")]
    [InlineData("3578010103100002", "male", "0-16")]
    [InlineData("3578013112400002", "male", "66+")]
    [InlineData("3578019913880002", "unknown", "unknown")]
    public void Sex_and_age_on_the_day_of_the_application_follow_from_a_plausible_NIK(
        string nik,
        string sex,
        string age
    )
    {
        var world = SampleService.World();
        var service = world.Core.Service;
        world = world with
        {
            Core = world.Core with
            {
                Service = service with { Subjects = service.Subjects.SetItem("pemohon", new Subject("pemohon.nik")) },
            },
        };
        var running = new RunningCase(world);
        running.Submit();
        var submit = (Command.Submit)running.Entries[0].Command;
        var entry = running.Entries[0] with
        {
            Command = submit with { Data = new Personal(submit.Data.Values.WithAt("pemohon.nik", nik)) },
        };

        var facts = CaseFacts.Of(null, world, entry, [17, 26, 36, 46, 56, 66]);

        Assert.Equal((sex, age), (facts.Sex, facts.Age));
        Assert.Equal(("central", "uji", "2026-08", "unknown"), (facts.Region, facts.Channel, facts.Month, facts.Theme));
    }

    private static Partial Counted(IEnumerable<ReplayResult> results)
    {
        var counts = new Partial();
        foreach (var result in results)
            counts.Add(Facts, result);
        return counts;
    }
}
