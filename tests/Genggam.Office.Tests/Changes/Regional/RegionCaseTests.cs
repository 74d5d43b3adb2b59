using Genggam.Engine;
using Genggam.Engine.Comparison;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.Catalogue.Overlays;
using Genggam.Office.Changes.DryRuns;
using Genggam.Standards.Feel;

namespace Genggam.Office.Tests.Changes.Regional;

/// <summary>Cases of a region with an overlay, beside those of regions without.</summary>
public sealed class RegionCaseTests(Town town) : IClassFixture<Town>
{
    private const string Service = "akta-kelahiran";
    private const string Makassar = "dukcapil-makassar";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private ServiceCatalogue Catalogue => town.Get<ServiceCatalogue>();

    [Fact]
    public async Task Past_cases_stand_under_the_overlay_of_their_office_and_are_decided_the_same_again()
    {
        var cases = await town.CasesOf(Service);
        Assert.Contains(cases, c => c.Case.Agency == Makassar);
        foreach (var told in cases.Where(c => c.Case.Agency is not null))
        {
            Assert.All(told.Entries, e => Assert.Equal(told.Case.Agency == Makassar, e.Stamp.Overlay is not null));
            Assert.Equal(told.Case.Agency == Makassar ? 12 : 24, told.Release.Service.TimeLimit.Amount);
        }
        var report = await town.Get<OwnReplay>().Run(Service, null, null, Stop);
        Assert.True(report.Holds, string.Join('\n', report.Differences));
    }

    [Fact]
    public async Task Whatever_release_a_door_names_the_office_decides_by_its_regions_overlay()
    {
        var told = (await town.CasesOf(Service)).First(c => c.Case.Status != CaseStatus.New);
        var applicant = new SubjectId(told.Case.Subjects[EntryCodec.Applicant]);
        var result = await town.Get<Submission>()
            .Submit(
                Catalogue.Find(Service)!,
                Makassar,
                Town.HandedIn(told).WithAt("keluarga.alamat", FeelValue.Null),
                applicant,
                Actor.Citizen(applicant.Value.ToString("N")),
                "web",
                Guid.NewGuid().ToString(),
                Stop
            );
        var id = Assert.IsType<SubmitResult.Submitted>(result).Case;
        var loaded = (await town.Get<CaseReader>().Load(id, Stop))!;
        Assert.Equal(loaded.Entries[0].Stamp.At.AddHours(12), loaded.Case.Deadline!.Value, TimeSpan.FromSeconds(1));
        Assert.NotNull(loaded.Release.Over);
        var row = (await town.Get<JournalStore>().Cases.Find(id))!;
        Assert.Equal(loaded.Release.Core.Hash, row.Summary.ReleaseHash);
    }

    [Fact]
    public async Task A_draft_of_the_core_meets_a_regions_cases_under_what_carries_over()
    {
        var core = Catalogue.Find(Service)!;
        var draft = ServiceFolder.FromParts(
            core.Parts.SetItem("examples/99-lain.yaml", core.Parts["examples/20-ditarik.yaml"]),
            []
        );
        var report = await Report(draft, new DryRunSelection(Service));
        Assert.Equal(report.Total.All, report.Total[CaseClass.Same] + report.Total[CaseClass.StillRefused]);
        Assert.True(report.Total.All > 0);
    }

    [Fact]
    public async Task A_dry_run_of_an_overlay_tells_the_regions_cases_their_new_deadline()
    {
        var core = Catalogue.Find(Service)!;
        var shipped = Catalogue.At(core, town.Get<Office.Agencies.Agencies>().Find(Makassar)).Variation!;
        var draft = OverlayWriting.Release(core, shipped with { TimeLimit = shipped.TimeLimit! with { Amount = 6 } });
        var report = await Report(draft, new DryRunSelection(Service, Region: shipped.Region));
        Assert.True(report.Total.DeadlineEarlier > 0);
        Assert.Equal((0, 0), (report.Total.DeadlineLater, report.Total.DeadlineSame));
    }

    private async Task<ComparisonReport> Report(Release draft, DryRunSelection selection)
    {
        var runs = town.Get<DryRuns>();
        var id = await runs.Start(draft, selection, Actor.Officer("sri", Makassar, "pemilik"));
        await runs.Wait(id, Stop);
        return (await runs.Report(id))!;
    }
}
