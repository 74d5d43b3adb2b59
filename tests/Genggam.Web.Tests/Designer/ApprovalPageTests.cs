using Genggam.Engine;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Designer;

/// <summary>Who publishes sees on one page what was changed, what it does, who was heard and what becomes of running cases.</summary>
public sealed class ApprovalPageTests(Host host) : IAsyncLifetime
{
    private readonly Workshop workshop = new(host, cases: 30);

    public ValueTask InitializeAsync() => workshop.InitializeAsync();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task A_promise_is_asked_for_with_its_minutes_and_its_running_cases_move_with_the_approval()
    {
        await using var owner = await workshop.Owner("Rina Contoh", script: false);
        var change = await workshop.Begin(owner, "Dasar prosedur");
        await workshop.Write(change, "service.yaml", t => t.Replace("permendagri-108-2019", "permendagri-109-2019"));
        await owner.Open($"{change}/terbit");
        Assert.Contains("1 janji diubah", await owner.Heard(), StringComparison.Ordinal);
        await owner.Page.GetByLabel("Penjelasan untuk penerbit").FillAsync("Sesuai peraturan baru");
        await owner.Page.GetByLabel("Pindah ke rilis baru").CheckAsync();
        await owner.Press("Minta penerbitan");
        Assert.Contains("CHG-120", await owner.Heard(), StringComparison.Ordinal);
        Assert.Equal(
            "Sesuai peraturan baru",
            await owner.Page.GetByLabel("Penjelasan untuk penerbit").InputValueAsync()
        );
        await owner.Page.GetByLabel("Berita acara Forum Konsultasi Publik").FillAsync("BA 7/2026");
        await owner.Page.GetByLabel("Tanggal konsultasi publik").FillAsync("2-11-2026");
        await owner.Page.GetByLabel("Alamat berita acara").FillAsync("https://dukcapil.example/ba-7-2026.pdf");
        await owner.Press("Minta penerbitan");
        Assert.Contains("Menunggu penerbitan", await owner.Heard(), StringComparison.Ordinal);

        await workshop.Publish(
            "Dijadwalkan lebih dahulu",
            new PublicationStart.LocalMidnight(new DateOnly(2199, 1, 2))
        );
        await using var publisher = await workshop.Publisher("Tigor Contoh", Screen.Phone, script: false);
        await publisher.Open($"{change}/terbit");
        var page = await publisher.Heard();
        foreach (
            var told in (string[])
                [
                    "BA 7/2026",
                    "2 November 2026",
                    "ba-7-2026.pdf",
                    "belum diperiksa",
                    "Pindah ke rilis baru",
                    "dapat dipindah ke rilis ini",
                    "1 janji diubah",
                    "Belum ada uji ulang",
                    "contoh berjalan",
                    "2 Januari 2199",
                ]
        )
            Assert.Contains(told, page, StringComparison.Ordinal);
        await publisher.Press("Setujui dan terbitkan");
        await publisher.Open($"/rancang/layanan/{Workshop.Service}/berkas");
        Assert.Equal(1, await publisher.Page.Locator(".govuk-task-list__item").CountAsync());
    }
}
