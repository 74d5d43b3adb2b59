using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.Effects;
using Genggam.Office.Notices;
using Genggam.Office.PastCases;
using Genggam.Office.Tests.Publishing;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Tests.PastCases;

public sealed class PastCasesTests(Town town) : IClassFixture<Town>
{
    private static readonly string[] Services = ["akta-kelahiran", "laik-higiene-sanitasi", "nib-mikro-risiko-rendah"];

    [Fact]
    public async Task Every_service_has_past_cases_and_some_are_granted_with_a_letter()
    {
        Assert.Equal((Town.Cases, 0), (town.Told.Cases, town.Told.Left));
        foreach (var service in Services)
        {
            var cases = await town.CasesOf(service);
            var granted = cases.Where(c => c.Case.Outcome == "granted").ToList();
            Assert.NotEmpty(granted);
            Assert.All(granted, c => Assert.NotEmpty(c.Case.Documents));
        }
    }

    [Fact]
    public async Task No_story_comes_from_the_future_and_time_never_runs_backwards()
    {
        foreach (var service in Services)
        foreach (var loaded in await town.CasesOf(service))
        {
            var times = loaded.Entries.Select(e => e.Stamp.At).ToList();
            Assert.Equal(times.Order(), times);
            Assert.All(times, at => Assert.True(at <= Town.Present));
        }
    }

    [Fact]
    public async Task Officers_decide_in_office_hours()
    {
        var calendar = town.Get<Catalogue.ServiceCatalogue>().Calendar;
        foreach (var loaded in await town.CasesOf("akta-kelahiran"))
        foreach (var entry in loaded.Entries.Where(e => e.Stamp.Actor.Kind == ActorKind.Officer))
        {
            var local = ZoneVersion.Indonesia.Local(entry.Stamp.At, loaded.Case.Zone);
            Assert.True(calendar.IsWorkingDay(DateOnly.FromDateTime(local.DateTime)), $"{local}");
        }
    }

    [Fact]
    public async Task Nobody_is_sent_a_notice_of_a_story()
    {
        var letters = town.Get<EffectRunner>();
        while (await letters.RunDue(TestContext.Current.CancellationToken) > 0) { }
        Assert.Empty(town.Get<SimulatorOutbox>().Messages);
    }

    [Fact]
    public async Task Papers_of_a_story_are_files_an_officer_can_open()
    {
        var birth = (await town.CasesOf("akta-kelahiran")).First(c => c.Case.Status != CaseStatus.New);
        var papers = Attachments.In(birth.Case.Data).ToList();
        Assert.NotEmpty(papers);
        var paper = Assert.IsType<BlobContent.Found>(await town.Get<JournalStore>().Blobs.Read(papers[0]));
        Assert.True(paper.Bytes.Span.StartsWith("%PDF-"u8));
    }

    [Fact]
    public async Task A_service_that_is_just_being_written_keeps_no_story_from_being_told()
    {
        using var shipped = new ServicesCopy();
        shipped.Change("agencies.yaml", "[nib-mikro-risiko-rendah]", "[]");
        shipped.Change("agencies.yaml", "id: dukcapil-surabaya", "id: dukcapil-lain");
        await using var services = await Town.Open(
            Town.OptionsIn(town.Folder("written")) with
            {
                Services = shipped.Folder,
            }
        );

        await services
            .GetRequiredService<StoryBook>()
            .Load(
                new PastCasesOrder(null, 6, Seed: 7, Days: 120, [new StoryPerson("3578014503880002", "Sari", "0812")]),
                (agency, _, name) => $"{name}.{agency}",
                null,
                TestContext.Current.CancellationToken
            );

        var cases = services.GetRequiredService<JournalStore>().Cases;
        foreach (var service in Services)
            Assert.Equal(
                service == "nib-mikro-risiko-rendah",
                (await cases.List(new CaseFilter(Service: service), 1)).Rows.IsEmpty
            );
    }
}
