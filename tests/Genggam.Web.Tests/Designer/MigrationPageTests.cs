using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Designer;

/// <summary>A publisher moves running cases to the release in force, and takes it back.</summary>
public sealed class MigrationPageTests(Host host) : IAsyncLifetime
{
    private readonly Workshop workshop = new(host);

    public ValueTask InitializeAsync() => workshop.InitializeAsync();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task Running_cases_move_after_they_were_looked_at_and_go_back()
    {
        var old = workshop.Get<ServiceCatalogue>().Find(Workshop.Service)!;
        var office = new Desk.Office(host, "dukcapil-surabaya", workshop.Program);
        for (var i = 0; i < 3; i++)
            await office.Apply();
        await workshop.Publish("Ringkasan baru");
        await using var publisher = await workshop.Publisher("Tigor Contoh", Screen.Phone, script: false);
        await publisher.Open($"/rancang/layanan/{Workshop.Service}/berkas");
        await publisher.Press("Lihat akibatnya");
        var running = await Under(old.Hash);
        Assert.NotEmpty(running);
        var move = publisher.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { NameString = "Pindahkan" });
        await publisher.Turn(() => move.ClickAsync());
        var id = new MigrationId(Guid.Parse(new Uri(publisher.Page.Url).Segments[^1]));
        await workshop.Get<MigrationRun>().Run(id, TestContext.Current.CancellationToken);
        var moved = (await workshop.Get<Migrations>().Status(id))!.Results[MigratedCase.Moved];
        Assert.True(moved > 0);
        Assert.Equal(running.Count - moved, (await Under(old.Hash)).Count);

        await publisher.Open($"/rancang/layanan/{Workshop.Service}/berkas/{id}");
        Assert.Contains("Selesai", await publisher.Heard(), StringComparison.Ordinal);
        await publisher.Press("Kembalikan semua yang dapat kembali");
        await workshop.Get<MigrationRun>().Run(id, TestContext.Current.CancellationToken);
        Assert.Equal(running.Order(), (await Under(old.Hash)).Order());
    }

    private async Task<List<string>> Under(string release) =>
        [
            .. (await workshop.Get<JournalStore>().Cases.List(new CaseFilter(Service: Workshop.Service), 200))
                .Rows.Where(r =>
                    r.Summary.ReleaseHash == release && r.Summary.State is not (CaseStates.Closed or CaseStates.Refused)
                )
                .Select(r => r.Summary.Number),
        ];
}
