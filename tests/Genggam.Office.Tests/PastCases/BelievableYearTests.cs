using Genggam.Engine;
using Genggam.Engine.Comparison;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes.DryRuns;
using Genggam.Office.PastCases.Telling;
using Genggam.Office.Safekeeping;
using Genggam.Office.Tests.Changes;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Tests.PastCases;

public sealed class BelievableYearTests(Province province) : IClassFixture<Province>
{
    private const int Limit = 60;
    private static readonly DateOnly Lebaran = new(2026, 3, 20);

    [Fact]
    public void Mondays_are_fullest_Sundays_quiet_and_hardly_anybody_comes_around_Lebaran()
    {
        var byDay = province.Births.CountBy(b => HandedInOn(b).DayOfWeek).ToDictionary();
        Assert.Equal(DayOfWeek.Monday, byDay.MaxBy(d => d.Value).Key);
        Assert.True(byDay[DayOfWeek.Monday] > 5 * byDay[DayOfWeek.Sunday], $"{byDay[DayOfWeek.Sunday]} on Sundays");

        var week = Around(Lebaran);
        Assert.True(3 * week < Around(Lebaran.AddDays(-28)), $"{week} around Lebaran");

        int Around(DateOnly day) => province.Births.Count(b => Math.Abs(HandedInOn(b).DayNumber - day.DayNumber) <= 3);
    }

    [Fact]
    public void Before_school_begins_more_apply_and_more_of_them_for_children_of_school_age()
    {
        var before = province.Births.Where(b => HandedInOn(b).Month is 6 or 7).ToList();
        var later = province.Births.Where(b => HandedInOn(b).Month is 9 or 10).ToList();
        Assert.True(before.Count > 1.3 * later.Count, $"{before.Count} against {later.Count}");
        Assert.True(before.Count(OfSchoolAge) > 2 * later.Count(OfSchoolAge));

        static bool OfSchoolAge(LoadedCase birth) => AgeInDays(birth) is > 1640 and < 2920;
    }

    [Fact]
    public void Many_births_are_near_the_limit_on_both_sides_so_that_another_limit_would_touch_some()
    {
        for (var days = Limit - 8; days <= Limit + 8; days++)
            Assert.Contains(province.Births, b => AgeInDays(b) == days);
        var (before, after) = (Count(Limit - 1, Limit), Count(Limit + 1, Limit + 2));
        Assert.True(before > 20 && after > 20, $"{before} before and {after} after");

        int Count(int from, int to) => province.Births.Count(b => AgeInDays(b) >= from && AgeInDays(b) <= to);
    }

    [Fact]
    public void Every_way_a_case_can_go_is_gone_by_some()
    {
        Assert.Equal(
            ["granted", "rejected", "withdrawn"],
            province.Births.Select(b => b.Case.Outcome).OfType<string>().Distinct().Order()
        );
        Assert.Contains(province.Births, b => b.Case.WithApplicant is not null);
        Assert.Contains(province.Births, b => b.Entries[0].Refused is { Number: Refusals.NotEligible });
        Assert.Contains(province.Births, b => b.Case.Returns == 2);
        Assert.Contains(province.Births, b => b.Case.TimesOpened.ContainsKey("persetujuan"));
        Assert.Contains(province.Births, b => b.Entries.Any(e => e.Command is Command.TimerDue));
        // Two witnesses who are one: the rules send it back before any officer sees it.
        Assert.Contains(
            province.Births,
            b => b.Case.Returns == 0 && b.Case.TimesOpened.ContainsKey("perbaikan") && b.Case.Outcome == "granted"
        );
        foreach (var path in (string[])["dokumen.bukti_lahir", "perkawinan.bukti"])
            Assert.InRange(
                province.Births.Count(b => Town.HandedIn(b).At(path) is FeelString { Value: "sptjm" }),
                50,
                400
            );
    }

    [Fact]
    public void People_are_of_both_sexes_and_all_ages_and_their_NIK_is_of_the_region_of_the_office()
    {
        var applicants = province
            .Births.Select(b => Nik.Parse(Town.HandedIn(b).At("pemohon.nik").ToString()!))
            .ToList();
        var people = applicants.Cast<NikResult.Plausible>().ToList();
        Assert.InRange(people.Count(p => p.Female), people.Count / 3, people.Count * 2 / 3);
        Assert.True(people.Select(p => p.YearOfCentury).Distinct().Count() > 30);
        foreach (var birth in province.Births.Where(b => b.Case.Agency == "dukcapil-ambon"))
            Assert.StartsWith("8171", Town.HandedIn(birth).At("pemohon.nik").ToString(), StringComparison.Ordinal);
        Assert.All(
            province.Births,
            b => Assert.EndsWith(" Contoh", Town.HandedIn(b).At("pemohon.nama").ToString(), StringComparison.Ordinal)
        );
    }

    [Fact]
    public void A_strict_officer_returns_more_and_a_quick_one_does_more()
    {
        var officers = province
            .Desks.SelectMany(d =>
                d.Office.Officers("verifikator").Select(o => (Id: $"{o.Name}.{d.Office.Agency.Id}", o))
            )
            .ToDictionary(o => o.Id, o => o.o);
        var done = province
            .Births.SelectMany(b => b.Entries)
            .Where(e => e.Command is Command.Complete && officers.ContainsKey(e.Stamp.Actor.Id))
            .Select(e => (Officer: officers[e.Stamp.Actor.Id], ((Command.Complete)e.Command).Outcome))
            .ToList();
        var middle = officers.Values.Select(o => o.Strictness).Order().ElementAt(officers.Count / 2);
        var (strict, mild) = (Returned(o => o >= middle), Returned(o => o < middle));
        Assert.True(strict > 1.15 * mild, $"{strict:P1} against {mild:P1}");

        var quickest = officers.Values.MinBy(o => o.Slowness)!;
        var slowest = officers.Values.MaxBy(o => o.Slowness)!;
        Assert.NotEqual(quickest, slowest);

        double Returned(Func<double, bool> which) =>
            done.Where(d => which(d.Officer.Strictness)).Average(d => d.Outcome == "return" ? 1.0 : 0.0);
    }

    [Fact]
    public async Task The_engine_decides_every_case_again_as_it_was_decided()
    {
        var release = province.Services.GetRequiredService<ServiceCatalogue>().Find(Province.Service)!;
        var ran = await Ran.Of(province.Services.GetRequiredService<DryRuns>(), release);
        Assert.Equal(Province.Cases, ran.Report.Total.Cases + ran.Report.Total.Refused);
        Assert.Equal(ran.Report.Total.Cases, ran[CaseClass.Same]);
        Assert.Empty(ran.Affected);
    }

    [Fact]
    public async Task Verify_holds_and_knows_the_letters_that_no_file_was_made_of()
    {
        var report = await province
            .Services.GetRequiredService<Inspection>()
            .Run(null, TestContext.Current.CancellationToken);
        Assert.True(report.Holds, string.Join('\n', report.Findings));
        Assert.Equal(province.Births.Sum(b => b.Case.Documents.Length), report.Documents);
    }

    [Fact]
    public async Task The_journal_stands_in_the_order_of_time_and_so_do_the_numbers_of_letters()
    {
        var journal = province.Services.GetRequiredService<JournalStore>();
        var times = (await journal.ReadFrom(0, 100_000)).Select(e => e.At).ToList();
        Assert.Equal(times.Order(), times);

        var letters = (await journal.Documents.Page("", 100_000))
            .Where(d => d.Number.StartsWith("DUKSUR-LU-2026", StringComparison.Ordinal))
            .OrderBy(d => d.IssuedAt)
            .Select(d => d.Number)
            .ToList();
        Assert.Equal(letters.Order(StringComparer.Ordinal), letters);
        Assert.EndsWith("-000001", letters[0], StringComparison.Ordinal);
        Assert.EndsWith($"-{letters.Count:000000}", letters[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_without_a_file_is_in_the_register_and_says_so()
    {
        var journal = province.Services.GetRequiredService<JournalStore>();
        var code = province.Births.First(b => b.Case.Outcome == "granted").Case.Documents[0].Code;
        var document = await journal.Documents.FindByCode(code);
        Assert.Equal(LetterBook.NoFile(code), document!.ContentHash);
    }

    private static DateOnly HandedInOn(LoadedCase birth) =>
        ZoneVersion.Indonesia.Day(birth.Entries[0].Stamp.At, birth.Case.Zone);

    private static int AgeInDays(LoadedCase birth) =>
        HandedInOn(birth).DayNumber
        - ((FeelDate)Town.HandedIn(birth).At("anak.tanggal_lahir")).ToDateOnly()!.Value.DayNumber;
}
