using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;
using Genggam.Web.Tests.Api;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Designer;

/// <summary>Releases come into force and running cases move while people read, ask and hand in.</summary>
public sealed class PublishWhileServingTests(Host host) : IAsyncLifetime
{
    private const int Releases = 5;
    private const int Readers = 3;
    private const int Writers = 2;
    private const int Running = 12;
    private readonly Workshop workshop = new(host);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => workshop.InitializeAsync();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task No_request_fails_while_releases_come_into_force_and_running_cases_move()
    {
        var old = workshop.Get<ServiceCatalogue>().Find(Workshop.Service)!;
        using var machine = await Machine.Of(workshop.Program, "dukcapil-surabaya");
        var paper = (await machine.Attach(Forms.Mother, "kk.png", Forms.Picture)).Ok(201);
        var before = new List<Answer>();
        for (var i = 0; i < Running; i++)
            before.Add(await machine.Apply(Forms.Birth, Forms.BirthOf("Anak Lama", paper)));

        using var client = new HttpClient { BaseAddress = workshop.Program.ClientOptions.BaseAddress };
        using var over = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var readers = Enumerable.Range(0, Readers).Select(i => Read(client, i, over.Token)).ToList();
        var writers = Enumerable.Range(0, Writers).Select(_ => HandIn(machine, paper, over.Token)).ToList();
        for (var release = 1; release <= Releases; release++)
        {
            await workshop.Publish($"Rilis nomor {release}");
            var page = await client.GetStringAsync($"/layanan/{Workshop.Service}", over.Token);
            Assert.Contains($"Rilis nomor {release}", page, StringComparison.Ordinal);
        }
        var last = workshop.Get<ServiceCatalogue>().Find(Workshop.Service)!;
        var plan = new MigrationPlan("", old.Hash, last.Hash);
        var started = await workshop.Get<Migrations>().Start(plan, MigrationFilter.All, Actor.System);
        var id = Assert.IsType<StartMigration.Started>(started).Id;
        await workshop.Get<MigrationRun>().Run(id, Cancel);
        await over.CancelAsync();

        var answered = await Task.WhenAll(readers);
        Assert.All(answered, Assert.NotEmpty);
        Assert.All(answered.SelectMany(a => a), status => Assert.Equal(200, status));
        var written = await Task.WhenAll(writers);
        Assert.All(written, Assert.NotEmpty);
        Assert.All(written.SelectMany(w => w), receipt => receipt.Ok(201));

        var receipts = before.Concat(written.SelectMany(w => w)).Select(r => r["number"]!).ToList();
        Assert.Equal(receipts.Count, receipts.Distinct().Count());
        foreach (var number in receipts)
            await Entries(number);
        Assert.Equal(MigrationStates.Done, (await workshop.Get<Migrations>().Status(id))!.State);
        foreach (var receipt in before)
            Assert.Single(await Entries(receipt["number"]!), e => e.Command is Command.Migrate);
        Assert.Equal(0, await workshop.Get<Migrations>().Running(Workshop.Service, old.Hash));
    }

    private async Task<IEnumerable<CaseEntry>> Entries(string number)
    {
        var row = (await workshop.Get<JournalStore>().Cases.FindByNumber(number))!;
        return (await workshop.Get<CaseReader>().Load(row.Case, Cancel))!.Entries;
    }

    private static async Task<List<int>> Read(HttpClient client, int reader, CancellationToken over)
    {
        string[] pages = [$"/layanan/{Workshop.Service}", $"/layanan/{Workshop.Service}/cek", "/layanan", "/"];
        var answered = new List<int>();
        for (var i = reader; !over.IsCancellationRequested; i++)
        {
            using var answer = await client.GetAsync(pages[i % pages.Length], CancellationToken.None);
            answered.Add((int)answer.StatusCode);
        }
        return answered;
    }

    private static async Task<List<Answer>> HandIn(
        Machine machine,
        System.Text.Json.Nodes.JsonNode paper,
        CancellationToken over
    )
    {
        var receipts = new List<Answer>();
        while (!over.IsCancellationRequested)
            receipts.Add(await machine.Apply(Forms.Birth, Forms.BirthOf("Anak Baru", paper)));
        return receipts;
    }
}
