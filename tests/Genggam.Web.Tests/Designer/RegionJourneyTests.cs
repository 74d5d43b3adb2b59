using Genggam.Office.Changes;
using Genggam.Web.Tests.Harness;
using Microsoft.Playwright;

namespace Genggam.Web.Tests.Designer;

/// <summary>A region varies a national service; the nation changes it too, and the region settles what meets.</summary>
public sealed class RegionJourneyTests(Host host) : IAsyncLifetime
{
    private const string Key = $"{Workshop.Service}@34.04";
    private readonly Workshop workshop = new(host);
    private Desk.Office sleman = null!;

    public async ValueTask InitializeAsync()
    {
        await workshop.InitializeAsync();
        sleman = new Desk.Office(host, "dukcapil-sleman", workshop.Program);
    }

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    private async Task<Visitor> SignedIn(string name, string role, Screen screen = Screen.Wide) =>
        await sleman.SignedIn(await sleman.Hire(name, role), screen, script: false);

    [Fact]
    public async Task A_region_promises_more_citizens_see_it_and_a_change_of_the_core_is_settled()
    {
        await using var owner = await SignedIn("Sri Contoh", Ownership.Owner, Screen.Phone);
        await using var publisher = await SignedIn("Joko Contoh", Ownership.Publisher);
        await using var citizen = await workshop.Citizen();
        await owner.Open("/rancang");
        Assert.Contains("Layanan nasional yang Anda putuskan", await owner.Heard(), StringComparison.Ordinal);

        await Vary(owner, "Salah tulis", "12 jam");
        Assert.Contains("sebagai bilangan bulat saja", await owner.Heard(), StringComparison.Ordinal);
        await Vary(owner, "Enam jam", "25");
        Assert.Contains("OVL-106", await owner.Heard(), StringComparison.Ordinal);
        var change = await Vary(owner, "Enam jam saja", "6");
        Assert.Contains("lulus", await owner.Heard(), StringComparison.OrdinalIgnoreCase);
        await Publish(owner, publisher, change);

        await citizen.Open($"/layanan/{Workshop.Service}?instansi=dukcapil-sleman");
        var promise = await citizen.Heard();
        Assert.Contains("6 jam", promise, StringComparison.Ordinal);
        Assert.Contains("Mobil keliling tiap Sabtu", promise, StringComparison.Ordinal);
        await citizen.Open($"/layanan/{Workshop.Service}?instansi=dukcapil-surabaya");
        Assert.DoesNotContain("6 jam", await citizen.Heard(), StringComparison.Ordinal);

        await workshop.Promise("amount: 24, unit: hours", "amount: 4, unit: hours");
        await citizen.Open($"/layanan/{Workshop.Service}?wilayah=34.04");
        promise = await citizen.Heard();
        Assert.Contains("4 jam", promise, StringComparison.Ordinal);
        Assert.Contains("Mobil keliling tiap Sabtu", promise, StringComparison.Ordinal);

        await owner.Open($"/rancang/layanan/{Key}");
        var conflict = await owner.Heard();
        Assert.Contains("Yang perlu diselesaikan", conflict, StringComparison.Ordinal);
        Assert.Contains("Mengikuti perubahan nasional", conflict, StringComparison.Ordinal);
        change = await Vary(owner, "Tiga jam", "3");
        await Publish(owner, publisher, change);
        await owner.Open($"/rancang/layanan/{Key}");
        Assert.DoesNotContain("Yang perlu diselesaikan", await owner.Heard(), StringComparison.Ordinal);
        await citizen.Open($"/layanan/{Workshop.Service}?instansi=dukcapil-sleman");
        Assert.Contains("3 jam", await citizen.Heard(), StringComparison.Ordinal);
    }

    /// <summary>Begins a change and writes the page of the variation; the check is then shown.</summary>
    private static async Task<string> Vary(Visitor owner, string title, string hours)
    {
        await owner.Open($"/rancang/layanan/{Key}");
        await owner.Page.GetByLabel("Apa yang akan berubah").FillAsync(title);
        await owner.Press("Mulai");
        var change = new Uri(owner.Page.Url).AbsolutePath;
        await owner.Open($"{change}/wilayah");
        await owner.Page.GetByLabel("Jangka waktu (jam)").FillAsync(hours);
        await owner.Page.GetByLabel("Kunci peraturan").FillAsync("perbup-sleman-contoh");
        await owner
            .Page.GetByLabel("Judul peraturan daerah (Bahasa Indonesia)")
            .FillAsync("Peraturan Bupati Sleman (contoh)");
        await owner.Page.GetByLabel("Judul peraturan daerah (English)").FillAsync("Sleman regulation (example)");
        await owner.Page.GetByLabel("Tandai sebagai belum diperiksa").CheckAsync();
        foreach (
            var (language, time, place) in new[]
            {
                ("id", $"{hours} jam.", "Mobil keliling tiap Sabtu."),
                ("en", $"{hours} hours.", "A van on Saturdays."),
            }
        )
        {
            await owner.Page.Locator($"[id='kata:{language}:standard.time']").FillAsync(time);
            await owner.Page.Locator($"[id='kata:{language}:place']").FillAsync(place);
        }
        await owner.Press("Simpan variasi");
        return change;
    }

    private static async Task Publish(Visitor owner, Visitor publisher, string change)
    {
        await owner.Open($"{change}/terbit");
        await owner.Page.GetByLabel("Penjelasan untuk penerbit").FillAsync("Sesuai peraturan bupati");
        await owner.Press("Minta penerbitan");
        await publisher.Open($"{change}/wilayah");
        Assert.Equal(0, await publisher.Page.GetByText("Simpan variasi").CountAsync());
        await publisher.Open($"{change}/terbit");
        await publisher.Press("Setujui dan terbitkan");
    }
}
