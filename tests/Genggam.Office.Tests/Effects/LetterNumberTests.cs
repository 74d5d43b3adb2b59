using Genggam.Engine;
using Genggam.Journal;
using Genggam.Journal.Tests;
using Genggam.Office.Applications;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.Documents;
using Genggam.Office.Effects;
using Genggam.Office.Safekeeping;
using Genggam.Office.Tests.People;
using Genggam.Standards.Feel;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Tests.Effects;

/// <summary>Numbers of letters have no gaps, whatever fails on the way.</summary>
public sealed class LetterNumberTests(PostgresCluster cluster) : IClassFixture<PostgresCluster>, IDisposable
{
    private const string Service = "nib-mikro-risiko-rendah";
    private readonly string folder = Directory.CreateTempSubdirectory("genggam-numbers").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_letter_whose_worker_failed_for_good_keeps_its_number_into_the_next_year(bool sqlite)
    {
        var options = Options(sqlite);
        CaseId id;
        await using (var broken = await Open(options, Path.Combine(folder, "no worker here")))
        {
            id = await Apply(broken);
            await Run(broken);
            var waiting = Assert.Single((await broken.GetRequiredService<Inspection>().Run(null, Cancel)).Unused);
            Assert.Equal((1, "incident"), (waiting.Value, waiting.State));
            Assert.Equal((await Case(broken, id)).Number, waiting.Case);

            // Tried again while it still fails, it takes no second number.
            await Retry(broken, id);
            await Run(broken);
            Assert.Equal(Incidents.Outside, Assert.Single((await Case(broken, id)).Incidents.Values).Number);
            Assert.Single(await broken.GetRequiredService<JournalStore>().Counters.Unused(10));
        }

        await using var mended = await Open(options, null);
        ((TestClock)mended.GetRequiredService<TimeProvider>()).Now = Town.Present.AddDays(60);
        await Retry(mended, id);
        var other = await Apply(mended);
        await Run(mended);

        Assert.Equal("2026110000001", Assert.Single((await Case(mended, id)).Documents).Number);
        Assert.Equal("2027010000001", Assert.Single((await Case(mended, other)).Documents).Number);
        Assert.Empty((await mended.GetRequiredService<Inspection>().Run(null, Cancel)).Unused);
    }

    private static async Task Retry(ServiceProvider town, CaseId id)
    {
        var retry = new Command.Retry((await Case(town, id)).Incidents.Keys.Single());
        var runner = town.GetRequiredService<CaseRunner>();
        Assert.IsType<RunResult.Accepted>(await runner.Run(id, retry, Actor.System, "uji", null, Cancel));
    }

    private static async Task<Case> Case(ServiceProvider town, CaseId id) =>
        (await town.GetRequiredService<CaseReader>().Load(id, Cancel))!.Case;

    private static async Task Run(ServiceProvider town)
    {
        var clock = (TestClock)town.GetRequiredService<TimeProvider>();
        for (var end = clock.Now.AddHours(2); clock.Now < end; clock.Now += TimeSpan.FromMinutes(10))
            while (await town.GetRequiredService<EffectRunner>().RunDue(Cancel) > 0) { }
    }

    private static async Task<CaseId> Apply(ServiceProvider town)
    {
        var subject = await town.GetRequiredService<JournalStore>().Subjects.OfNik("3578014503880002");
        var handedIn = await town.GetRequiredService<Submission>()
            .Submit(
                town.GetRequiredService<ServiceCatalogue>().Find(Service)!,
                "bkpm",
                FoodStall,
                subject,
                Actor.Citizen(subject.Value.ToString("N")),
                "uji",
                Guid.NewGuid().ToString(),
                Cancel
            );
        return Assert.IsType<SubmitResult.Submitted>(handedIn).Case;
    }

    private static FeelContext FoodStall { get; } =
        (FeelContext)
            FeelJson.Parse(
                """
                {"pemohon":{"nama":"Sari Wulandari","nik":"3578014503880002","telepon":"081234567801"},
                "usaha":{"bentuk":"perorangan","nama":"Warung Bu Sari","kbli":"56102","alamat":"Jalan Contoh 12",
                "wilayah":"Kota Surabaya","lokasi_khusus":"tidak","modal":15000000,"tenaga_kerja":2},
                "pernyataan":{"benar":true,"k3l":true,"standar":true}}
                """
            );

    /// <param name="worker">Where the letter worker is looked for; null for the real one.</param>
    private static Task<ServiceProvider> Open(OfficeOptions options, string? worker) =>
        Town.Open(
            options,
            services =>
            {
                if (worker is not null)
                    services.AddKeyedSingleton(OfficeSetup.Signing, (_, _) => new LetterWorker(folder: worker));
            }
        );

    private OfficeOptions Options(bool sqlite)
    {
        var options = Town.OptionsIn(folder);
        return sqlite ? options : options with { Postgres = cluster.NewDatabase($"numbers_{Guid.NewGuid():N}") };
    }
}
