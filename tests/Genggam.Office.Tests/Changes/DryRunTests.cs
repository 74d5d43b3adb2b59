using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;
using Genggam.Office.Safekeeping;
using Genggam.Standards.Feel;

namespace Genggam.Office.Tests.Changes;

public sealed class DryRunTests(Town town) : IClassFixture<Town>
{
    private const string Service = "nib-mikro-risiko-rendah";
    private const string MicroLimit = "nilai: 1000000000";
    private const decimal LowerLimit = 20_000_000;

    private Release Shipped => town.Get<ServiceCatalogue>().Find(Service)!;

    private Task<DryRunReport> Run(Release draft) =>
        town.Get<DryRun>().Run(draft, null, null, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Under_their_own_rules_all_stored_cases_end_the_same()
    {
        foreach (var release in town.Get<ServiceCatalogue>().Services)
        {
            var report = await Run(release);
            Assert.Equal(report.Cases, report.Same + report.NotReplayable);
            Assert.Equal(0, report.LetIn);
        }
    }

    [Fact]
    public async Task A_lower_limit_refuses_exactly_the_stored_cases_above_it()
    {
        var above = (await town.CasesOf(Service))
            .Where(c => c.Case.Status != CaseStatus.New && c.Erased.IsEmpty)
            .Where(c => Town.HandedIn(c).At("usaha.modal") is FeelNumber capital && capital.Value > LowerLimit)
            .Select(c => c.Case.Number)
            .ToHashSet();
        Assert.NotEmpty(above);

        var report = await Run(Draft());

        var other = report.Differences.Where(d => d.Result is ReplayResult.Other { Was.Outcome: not "refused" });
        Assert.Equal(above.Order(), other.Select(d => d.Number).Order());
        Assert.All(
            other,
            d =>
            {
                var result = (ReplayResult.Other)d.Result;
                Assert.Equal("refused", result.WouldBe.Outcome);
                Assert.Equal("modal_melebihi_mikro", result.WouldBe.Reason);
            }
        );
    }

    [Fact]
    public async Task Whatever_differs_is_counted_and_listed_once()
    {
        // What is refused already is refused for another reason under this rule.
        var draft = Draft("modal_melebihi_mikro", "modal_terlalu_besar");
        var report = await Run(draft);

        Assert.Contains(report.Differences, d => d.Result is ReplayResult.Other { Was.Outcome: "refused" });
        Assert.Equal(
            report.Differences.Length,
            report.Other
                + report.NeedsJudgement
                + report.NeedsAnswer
                + report.NotReplayable
                + report.LetIn
                + report.RefusedOtherwise
        );
        Assert.True(report.RefusedOtherwise > 0);
        Assert.True(report.LetIn + report.RefusedOtherwise <= report.Refused);
    }

    [Fact]
    public async Task The_same_cases_and_draft_give_the_same_hash()
    {
        var first = await Run(Draft());
        Assert.Equal(first.Hash, (await Run(Draft())).Hash);
        Assert.NotEqual(first.Hash, (await Run(Shipped)).Hash);
    }

    [Fact]
    public async Task An_erased_applicant_leaves_a_chain_that_verifies_and_a_case_that_cannot_be_replayed()
    {
        var journal = town.Get<JournalStore>();
        var victim = (await town.CasesOf(Service)).First(c => c.Case.Outcome == "granted" && c.Erased.IsEmpty);
        var applicant = new SubjectId(victim.Case.Subjects[EntryCodec.Applicant]);
        Assert.True(await journal.Subjects.Erase(applicant, "permintaan pemohon"));

        var read = (await town.Get<CaseReader>().Load(victim.Id, TestContext.Current.CancellationToken))!;
        Assert.Contains(applicant, read.Erased);
        Assert.Equal(FeelValue.Null, read.Case.Data.At("pemohon.nik"));

        var report = await Run(Shipped);
        var gone = report.Differences.Single(d => d.Case == victim.Id);
        Assert.IsType<ReplayResult.NotReplayable>(gone.Result);

        var inspection = await town.Get<Inspection>().Run(null, TestContext.Current.CancellationToken);
        Assert.True(inspection.Holds, string.Join('\n', inspection.Findings));
        Assert.True(inspection.Erased > 0);
    }

    /// <summary>The shipped service with another limit of capital, as a service owner would change it.</summary>
    private Release Draft() => Draft(MicroLimit, $"nilai: {LowerLimit}");

    private Release Draft(string from, string to)
    {
        var folder = town.Folder($"draft-{Guid.NewGuid():N}");
        Copy(Town.ShippedServices, folder);
        var rules = Path.Combine(folder, Service, "kelayakan.dmn");
        var text = File.ReadAllText(rules);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(rules, text.Replace(from, to, StringComparison.Ordinal));
        return ServiceFolder.Read(Path.Combine(folder, Service)).Value!;
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }
}
