using System.Collections.Immutable;
using System.Text;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;
using Genggam.Office.Changes.DryRuns;
using Genggam.Office.PastCases;

namespace Genggam.Office.Tests.Changes;

public sealed class OwnReplayTests(Town town) : IClassFixture<Town>
{
    private const string Asked = "if saksi1 = null or saksi2 = null then false else saksi1.nik = saksi2.nik";

    private Task<OwnReport> Run(string service, EngineLevel? level = null) =>
        town.Get<OwnReplay>().Run(service, level, null, TestContext.Current.CancellationToken);

    [Fact]
    public async Task Every_story_of_the_shipped_services_is_decided_the_same_under_its_own_release()
    {
        foreach (var service in town.Get<ServiceCatalogue>().Services)
        {
            var report = await Run(service.Id);
            Assert.True(report.Holds, string.Join('\n', report.Differences));
            Assert.True(report.Same > 0 && report.Entries > report.Same);
        }
    }

    [Fact]
    public async Task A_correction_of_the_engine_names_the_cases_that_it_would_have_decided_otherwise()
    {
        const string Birth = "akta-kelahiran";
        Assert.True((await Run(Birth, EngineLevel.Two)).Holds);
        // A rule that asks for a witness whom nobody named: the third level says so in the case, the second did not.
        var live = town.Get<ServiceCatalogue>().Find(Birth)!;
        var rules = Encoding.UTF8.GetString(live.Parts["bukti.dmn"].AsSpan());
        Assert.Contains(Asked, rules, StringComparison.Ordinal);
        byte[] careless = Encoding.UTF8.GetBytes(
            rules.Replace(Asked, "saksi1.nik = saksi2.nik", StringComparison.Ordinal)
        );
        var problems = new List<Standards.Problem>();
        var release = ServiceFolder.FromParts(live.Parts.SetItem("bukti.dmn", [.. careless]), problems);
        await town.Get<Publisher>().Publish(release, null, "uji", null, null);
        var order = new PastCasesOrder(Birth, 10, Seed: 8, Days: 30, []);
        await town.Get<StoryBook>()
            .Load(order, (agency, _, name) => $"{name}.{agency}", null, TestContext.Current.CancellationToken);

        Assert.True((await Run(Birth)).Holds);
        var before = await Run(Birth, EngineLevel.Two);
        Assert.True(before.Different > 0);
        Assert.All(before.Differences, d => Assert.Equal(("events", "Warned"), (d.What.Part, d.What.Recorded)));
    }

    [Fact]
    public async Task A_case_whose_subject_is_erased_counts_as_erased_and_the_rest_holds()
    {
        const string Service = "laik-higiene-sanitasi";
        var before = await Run(Service);
        var victim = (await town.CasesOf(Service)).First(c => c.Erased.IsEmpty && c.Case.Outcome is not null);
        await town.Get<JournalStore>()
            .Subjects.Erase(new SubjectId(victim.Case.Subjects[EntryCodec.Applicant]), "permintaan pemohon");

        var after = await Run(Service);
        Assert.True(after.Holds);
        Assert.True(after.Erased > before.Erased);
        Assert.Equal(before.Same + before.Erased, after.Same + after.Erased);
    }

    [Fact]
    public async Task A_changed_event_a_missing_effect_and_another_refusal_are_found_in_their_entry()
    {
        var granted = (await town.CasesOf("nib-mikro-risiko-rendah")).First(c => c.Case.Outcome == "granted");
        Assert.IsType<AgainResult.Same>(Again(granted.Entries));

        var decided = granted
            .Entries.Select((e, i) => (e, i))
            .First(p => p.e.Events.OfType<CaseEvent.Determined>().Any());
        var turned = decided.e with
        {
            Events = decided.e.Events.Replace(
                decided.e.Events.OfType<CaseEvent.Determined>().First(),
                decided.e.Events.OfType<CaseEvent.Determined>().First() with
                {
                    Reason = "lain",
                }
            ),
        };
        Assert.Equal(
            new AgainResult.Different(decided.i + 1, "events", "Determined", "Determined"),
            Again(granted.Entries.SetItem(decided.i, turned))
        );

        var acting = granted.Entries.Select((e, i) => (e, i)).First(p => p.e.Effects.Length > 0);
        Assert.Equal(
            new AgainResult.Different(acting.i + 1, "effects", null, acting.e.Effects[0].GetType().Name),
            Again(granted.Entries.SetItem(acting.i, acting.e with { Effects = [] }))
        );

        var refused = new CaseEntry(
            new Command.Withdraw(Personal.Nothing),
            [],
            [],
            new Refusal(Refusals.NotYourRole),
            granted.Entries[^1].Stamp
        );
        Assert.Equal(
            new AgainResult.Different(granted.Entries.Length + 1, "refusal", "GG-202", "GG-301"),
            Again(granted.Entries.Add(refused))
        );
        Assert.IsType<AgainResult.Same>(
            Again(granted.Entries.Add(refused with { Refused = new Refusal(Refusals.CaseClosed) }))
        );
    }

    [Fact]
    public async Task An_entry_whose_calendar_is_not_kept_is_no_proof_and_one_of_an_earlier_calendar_is_decided_under_it()
    {
        var releases = town.Get<ReleaseStore>();
        var now = town.Get<ServiceCatalogue>().Calendar;
        var birth = (await town.CasesOf("akta-kelahiran")).First(c => c.Case.Outcome == "granted").Entries[0];
        Assert.Equal(
            "world",
            Assert
                .IsType<AgainResult.Different>(Again([birth with { Stamp = birth.Stamp with { Calendar = "2019-0" } }]))
                .Part
        );

        var earlier = new CalendarVersion(
            $"1999-{SharedYaml.Content([new DateOnly(1999, 1, 1)], now.Hours)}",
            [new DateOnly(1999, 1, 1)],
            now.Hours
        );
        releases.Keep(earlier);
        var kept = releases.LoadCalendar(earlier.Id);
        Assert.Equal((earlier.Id, 1, now.Hours.Count), (kept.Id, kept.Closed.Count, kept.Hours.Count));
        var stamp = birth.Stamp with { Calendar = earlier.Id };
        Assert.Equal(earlier.Id, town.Get<ServiceCatalogue>().World(stamp).Calendar.Id);
        // Its days of 24 hours do not depend on the calendar.
        Assert.IsType<AgainResult.Same>(Again([birth with { Stamp = stamp }]));
    }

    private AgainResult Again(ImmutableArray<CaseEntry> entries) =>
        Replay.Again(
            stamp =>
            {
                try
                {
                    return town.Get<ServiceCatalogue>().World(stamp);
                }
                catch (InvalidDataException)
                {
                    return null;
                }
            },
            entries,
            []
        );
}
