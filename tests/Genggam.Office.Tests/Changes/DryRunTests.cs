using Genggam.Engine;
using Genggam.Engine.Comparison;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes.DryRuns;
using Genggam.Office.Safekeeping;
using Genggam.Standards.Feel;

namespace Genggam.Office.Tests.Changes;

public sealed class DryRunTests(Town town) : IClassFixture<Town>
{
    private const string Service = "nib-mikro-risiko-rendah";
    private const string MicroLimit = "nilai: 1000000000";
    private const decimal LowerLimit = 20_000_000;

    private Release Shipped => town.Get<ServiceCatalogue>().Find(Service)!;

    private Task<Ran> Run(Release draft) => Ran.Of(town.Get<DryRuns>(), draft);

    [Fact]
    public async Task Under_their_own_rules_all_stored_cases_end_the_same()
    {
        foreach (var release in town.Get<ServiceCatalogue>().Services)
        {
            var report = await Run(release);
            Assert.Equal(report.Report.Total.Cases, report[CaseClass.Same] + report[CaseClass.NotReplayable]);
            Assert.Equal(0, report[CaseClass.LetIn]);
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

        var other = report.Affected.Where(d => d.Class == CaseClass.Other).ToList();
        Assert.Equal(above.Order(), other.Select(d => d.Number).Order());
        Assert.All(
            other,
            d =>
            {
                Assert.Equal(("refused", "modal_melebihi_mikro"), (d.WouldBe!.Outcome, d.WouldBe.Reason));
                Assert.Equal((CauseKind.Guard, "kelayakan"), (d.Cause!.Kind, d.Cause.Where));
                Assert.NotEmpty(d.Cause.WouldBe);
            }
        );
    }

    [Fact]
    public async Task Whatever_differs_is_counted_and_listed_once()
    {
        // What is refused already is refused for another reason under this rule.
        var rich = new FeelNumber(2_000_000_000m);
        Assert.IsType<SubmitResult.Refused>(
            await town.Submit(Service, "terlalu besar", data => data.WithAt("usaha.modal", rich))
        );
        var draft = Draft("modal_melebihi_mikro", "modal_terlalu_besar");
        var report = await Run(draft);

        Assert.Contains(report.Affected, d => d.Class == CaseClass.RefusedOtherwise);
        Assert.Equal(
            report.Affected.Count,
            report.Report.Total.All - report[CaseClass.Same] - report[CaseClass.StillRefused]
        );
        Assert.Equal(Enumerable.Range(1, report.Affected.Count), report.Affected.Select(a => (int)a.Ordinal));
    }

    [Fact]
    public async Task The_same_cases_and_draft_give_the_same_hash()
    {
        var first = await Run(Draft());
        Assert.Equal(first.Report.Hash, (await Run(Draft())).Report.Hash);
        Assert.NotEqual(first.Report.Hash, (await Run(Shipped)).Report.Hash);
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
        var gone = report.Affected.Single(d => d.Case == victim.Id.Value);
        Assert.Equal((CaseClass.NotReplayable, "erased"), (gone.Class, gone.Why));

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
