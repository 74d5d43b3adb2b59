using System.Collections.Immutable;
using System.Globalization;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes.DryRuns;
using Genggam.Office.Tests.People;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Tests.Changes.Known;

/// <summary>
/// An installation whose past cases the test made up, from a seed: handed in and decided through the runner, engine and
/// journal of a live case. Letters count as signed without being drawn.
/// </summary>
public sealed class KnownTown : IAsyncLifetime
{
    public const int Seed = 20_261_130;
    public const int Businesses = 220;
    public const int Births = 100;

    private static readonly (string Agency, string Region)[] Offices =
    [
        ("dukcapil-surabaya", "35.78"),
        ("dukcapil-sleman", "34.04"),
        ("dukcapil-makassar", "73.71"),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("genggam-known").FullName;
    private ServiceProvider services = null!;

    internal List<KnownCase> Cases { get; } = [];

    private TestClock Clock => (TestClock)services.GetRequiredService<TimeProvider>();

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    internal IEnumerable<KnownCase> Of(string service) => Cases.Where(c => c.Service == service);

    public async ValueTask InitializeAsync()
    {
        services = await Town.Open(
            Town.OptionsIn(Path.Combine(folder, "data")) with
            {
                DryRun = new DryRunOptions { SmallestGroup = 1 },
            }
        );
        var chance = new Random(Seed);
        for (var i = 0; i < Businesses + Births; i++)
            Cases.Add(Made(i, chance));
        foreach (var one in Cases)
            await Happened(one);
        Clock.Now = Town.Present;
    }

    /// <summary>The folder of a service as it is shipped, for a test to change.</summary>
    internal ServicesFolder Copy() => new(Path.Combine(folder, $"draft-{Guid.NewGuid():N}"));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    private static KnownCase Made(int index, Random chance)
    {
        var business = index < Businesses;
        var (agency, region) = business ? ("bkpm", "central") : Offices[chance.Next(Offices.Length)];
        var day = Town.Present.Date.AddDays(-chance.Next(5, 120));
        return new KnownCase(
            business ? KnownCase.Business : KnownCase.Birth,
            string.Create(CultureInfo.InvariantCulture, $"K-{index:0000}"),
            Guid.CreateVersion7(new DateTimeOffset(day, TimeSpan.Zero)),
            agency,
            region,
            chance.Next(3) switch
            {
                0 => "counter",
                1 => "api",
                _ => "web",
            },
            // Between ten and eleven in the west, so that it is the same day everywhere.
            new DateTimeOffset(day, TimeSpan.Zero)
                .AddHours(3)
                .AddMinutes(chance.Next(60)),
            new DateOnly(chance.Next(1950, 2006), chance.Next(1, 13), chance.Next(1, 28)),
            !business || chance.Next(2) == 0,
            chance.Next(10) > 0,
            // The limit itself and its neighbours are among them.
            business ? 5_000_000m * chance.Next(1, 241) + (chance.Next(4) == 0 ? chance.Next(-1, 2) : 0) : 0,
            business
                ? new[]
                {
                    KnownCase.LowRisk,
                    KnownCase.LowRisk,
                    KnownCase.LowerMiddle,
                    KnownCase.UpperMiddle,
                    KnownCase.HighRisk,
                }[chance.Next(5)]
                : "",
            chance.Next(20, 101),
            business || chance.Next(4) > 0
        );
    }

    private async Task Happened(KnownCase one)
    {
        var release = Get<ServiceCatalogue>().Find(one.Service)!;
        var late = one.DaysOld > KnownCase.ShippedDays;
        var example = ServiceFolder
            .Examples(release, [])
            .First(e =>
                one.Service == KnownCase.Business
                    ? e.Then.Reason == "boleh_nib" && e.Steps.Length == 1
                    : e.Then.Reason == "anak_pasangan"
                        && e.Steps.OfType<ExampleStep.Complete>().Any(s => s.Task == "persetujuan") == late
                        && e.Steps.Length == (late ? 4 : 3)
            );
        var owner = await Get<JournalStore>().Subjects.OfNik(one.Nik);
        var by = Actor.Citizen(owner.Value.ToString("N"));
        Clock.Now = one.At;
        var data = Data(one, release, example.Steps.OfType<ExampleStep.Submit>().First().Data);
        var opened = await Get<CaseRunner>()
            .Open(
                new CaseId(one.Id),
                release,
                new Command.Submit(
                    one.Number,
                    one.Agency,
                    Get<Office.Agencies.Agencies>().Find(one.Agency)!.Zone,
                    Subjects(release, data, owner),
                    new Personal(data)
                ),
                by,
                one.Channel,
                one.Number,
                new Follow(Digest.Of(System.Text.Encoding.UTF8.GetBytes(one.Number))),
                TestContext.Current.CancellationToken
            );
        if (one.Refused is { } reason)
            Assert.Equal(reason, Assert.IsType<RunResult.Refused>(opened).Refusal.Reason);
        else
            Assert.True(
                opened is RunResult.Accepted,
                $"{one.Number}: {string.Join(' ', (opened as RunResult.Refused)?.Refusal.Fields.AsEnumerable() ?? [])}"
            );
        if (opened is RunResult.Accepted && one.Finished)
            foreach (var step in example.Steps.OfType<ExampleStep.Complete>())
                await Done(one, step);
        if (opened is RunResult.Accepted && one.Finished)
            await Signed(one);
    }

    private static FeelContext Data(KnownCase one, Release release, FeelContext example)
    {
        var data = example.WithAt("pemohon.nik", one.Nik);
        foreach (var field in release.Form("permohonan")!.Fields.Where(f => f.Kind == FieldKind.File))
            if (data.At(field.Key) is FeelList names)
                data = data.WithAt(
                    field.Key,
                    new FeelList([.. names.Items.Select(n => FeelContext.Of(("id", n), ("nama", n)))])
                );
        return one.Service == KnownCase.Business
            ? data.WithAt("usaha.bentuk", one.Person ? "perorangan" : "badan")
                .WithAt("usaha.modal", one.Capital)
                .WithAt("usaha.kbli", one.Class)
            : data.WithAt("ibu.nik", one.Nik)
                .WithAt(
                    "anak.tanggal_lahir",
                    FeelDate.Of(DateOnly.FromDateTime(one.At.UtcDateTime).AddDays(-one.DaysOld))
                );
    }

    private static ImmutableSortedDictionary<string, Guid> Subjects(
        Release release,
        FeelContext data,
        SubjectId owner
    ) =>
        release
            .Service.Subjects.Keys.Where(k => !data[k].IsNull)
            .ToImmutableSortedDictionary(
                k => k,
                k => k == EntryCodec.Applicant ? owner.Value : Guid.CreateVersion7(),
                StringComparer.Ordinal
            );

    private async Task Done(KnownCase one, ExampleStep.Complete step)
    {
        Clock.Now = Clock.Now.AddMinutes(30);
        var by = Actor.Officer($"{step.By}.{one.Agency}", one.Agency, step.Roles);
        var id = new CaseId(one.Id);
        var now = (await Get<CaseReader>().Load(id, TestContext.Current.CancellationToken))!.Case;
        var task = now.Tasks.Values.Single(t => t.Element == step.Task).Id;
        await Accepted(id, new Command.Claim(task), by);
        await Accepted(
            id,
            new Command.Complete(
                task,
                step.Outcome,
                new Personal(step.Data),
                Personal.Text(step.Reasons),
                step.Defects
            ),
            by
        );
    }

    private async Task Signed(KnownCase one)
    {
        var id = new CaseId(one.Id);
        var now = await Now();
        for (; now.Awaited.Values.FirstOrDefault() is { } awaited; now = await Now())
            await Accepted(
                id,
                new Command.DocumentReady(awaited.Effect, "1", one.Number, "-", new DateOnly(2026, 11, 1), null),
                Actor.System
            );
        Assert.Equal((CaseStatus.Closed, one.Was.Outcome), (now.Status, now.Outcome));
        Assert.Equal(one.Was.Reason, now.Determination!.Reason);

        async Task<Case> Now() => (await Get<CaseReader>().Load(id, TestContext.Current.CancellationToken))!.Case;
    }

    private async Task Accepted(CaseId id, Command command, Actor by)
    {
        var result = await Get<CaseRunner>().Run(id, command, by, "desk", null, TestContext.Current.CancellationToken);
        Assert.True(result is RunResult.Accepted, $"{command}: {result}");
    }
}
