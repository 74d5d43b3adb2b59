using Genggam.Engine;
using Genggam.Engine.Comparison;
using Genggam.Office.Changes.DryRuns;
using Genggam.Office.Tests.Changes.Known;

namespace Genggam.Office.Tests.Changes;

/// <summary>
/// Twenty drafts from a seed, each with one change, over cases whose facts the test knows: every number of the report is
/// computed from what was handed in, and must be the same.
/// </summary>
public sealed class KnownAnswerTests(KnownTown town, ITestOutputHelper output) : IClassFixture<KnownTown>
{
    private const int Drafts = 20;

    [Fact]
    public async Task The_reports_of_twenty_generated_drafts_are_the_numbers_that_follow_from_what_was_handed_in()
    {
        var seed = Environment.GetEnvironmentVariable("GENGGAM_SEED") is { } given
            ? int.Parse(given, System.Globalization.CultureInfo.InvariantCulture)
            : KnownTown.Seed;
        output.WriteLine($"GENGGAM_SEED={seed}");
        var chance = new Random(seed);
        for (var i = 0; i < Drafts; i++)
        {
            var draft = KnownDraft.Generated(i, chance);
            output.WriteLine($"{i + 1}: {draft}");
            await Holds(draft);
        }
    }

    private async Task Holds(KnownDraft draft)
    {
        var folder = town.Copy();
        folder.Change(draft.Service, draft.File, draft.From, draft.To);
        if (draft is KnownDraft.Lateness late)
            folder.Change(draft.Service, draft.File, "&gt; 60</text>", $"&gt; {late.Days}</text>");
        var release = folder.Read(draft.Service);

        var ran = await Ran.Of(town.Get<DryRuns>(), release, new DryRunSelection(draft.Service));

        var expected = town.Of(draft.Service).Select(c => (Case: c, Is: draft.Of(c))).ToList();
        Totals(expected, ran.Report, $"{draft}");
        Moves(expected, ran.Report);
        Groups(expected, ran.Report);
        foreach (
            var (known, answer) in expected.Where(e => e.Is.Class is not (CaseClass.Same or CaseClass.StillRefused))
        )
        {
            var found = Assert.Single(ran.Affected, a => a.Case == known.Id);
            Assert.Equal(
                (answer.Class, draft.Cause(known), known.Number),
                (found.Class, found.Cause!.Kind, found.Number)
            );
        }
    }

    private static void Totals(List<(KnownCase Case, Expected Is)> expected, ComparisonReport report, string draft)
    {
        var total = report.Total;
        Assert.Equal((draft, Classes(expected.Select(e => e.Is))), (draft, string.Join(' ', total.Classes)));
        Assert.Equal(expected.Sum(e => e.Is.FeeWas), total.FeeWas);
        Assert.Equal(expected.Sum(e => e.Is.FeeWouldBe), total.FeeWouldBe);
        Assert.Equal(expected.Count(e => e.Is.FeeWouldBe > e.Is.FeeWas), total.FeeHigher);
        Assert.Equal(0, total.FeeLower);
        Assert.Equal(expected.Count(e => e.Is.Later < TimeSpan.Zero), total.DeadlineEarlier);
        Assert.Equal(expected.Count(e => e.Is.Later > TimeSpan.Zero), total.DeadlineLater);
        Assert.Equal(expected.Count(e => e.Is.Later == TimeSpan.Zero), total.DeadlineSame);
        Assert.Equal(
            expected
                .Where(e => e.Is.Later is { } later && later != TimeSpan.Zero)
                .GroupBy(e => e.Is.Later!.Value.Days)
                .ToDictionary(g => g.Key, g => (long)g.Count()),
            report.DeadlineDays.ToDictionary()
        );
        Assert.Equal((0, 0, 0), (total.WaitsMore, total.WaitsFewer, total.WaitsDifference));
        var asked = expected.Where(e => e.Is.Later is not null).Sum(e => e.Is.Asked);
        Assert.Equal((asked, 0, asked), (total.AskedMore, total.AskedFewer, total.AskedDifference));
        Assert.Empty(report.Lost);
    }

    private static void Moves(List<(KnownCase Case, Expected Is)> expected, ComparisonReport report) =>
        Assert.Equal(
            expected
                .GroupBy(e => new Move(e.Case.Was.Outcome, e.Case.Was.Reason, e.Is.WouldBe, e.Is.Reason))
                .ToDictionary(g => g.Key, g => (long)g.Count()),
            report.Moves.ToDictionary(m => m.Move, m => m.Count)
        );

    private static void Groups(List<(KnownCase Case, Expected Is)> expected, ComparisonReport report)
    {
        foreach (var breakdown in report.Breakdowns)
        {
            var groups = expected
                .GroupBy(e =>
                    breakdown.Dimension switch
                    {
                        "region" => e.Case.Region,
                        "channel" => e.Case.Channel,
                        "sex" => e.Case.Female ? "female" : "male",
                        "age" => e.Case.Age,
                        "month" => e.Case.At.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture),
                        _ => e.Case.Service == KnownCase.Birth ? "digitalisasi-administrasi" : "peningkatan-investasi",
                    }
                )
                .ToDictionary(g => g.Key, g => Classes(g.Select(e => e.Is)));
            Assert.Equal(0, breakdown.Hidden);
            Assert.Equal(groups, breakdown.Rows.ToDictionary(r => r.Group, r => string.Join(' ', r.Classes)));
        }
    }

    private static string Classes(IEnumerable<Expected> answers)
    {
        var counts = answers.ToLookup(a => a.Class);
        return string.Join(' ', Enum.GetValues<CaseClass>().Select(c => counts[c].Count()));
    }
}
