using Genggam.Engine;
using Genggam.Standards.Feel;
using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;
using Microsoft.Playwright;

namespace Genggam.Web.Tests.Portal;

public sealed class RowsTests(Host host)
{
    private const string Group = "Penjamah yang bersertifikat";

    /// <summary>Without a script, on a phone, with nothing but keys: from the first row to the correction of one answer in it.</summary>
    [Fact]
    public async Task Food_handlers_are_added_removed_read_back_returned_and_corrected_row_by_row()
    {
        var owner = await People.Citizen(host, "Sari Wulandari");
        await using var cook = await host.Visitor(Screen.Phone, script: false);
        await owner.Enter(cook);
        var journey = new Journey(host, cook, Kitchen.Service);
        var keys = new Hands(cook, Hand.Keyboard);
        await journey.Begin("Kota Surabaya");
        while (!cook.Page.Url.EndsWith("/page_penjamah", StringComparison.Ordinal))
        {
            await journey.FillInPage(Kitchen.Answers);
            await cook.Press("Simpan dan lanjutkan");
        }
        await journey.FillInPage(Kitchen.Answers);
        await cook.Press("Simpan dan lanjutkan");
        await journey.FillInPage(Kitchen.Answers);

        await Fill(1, "Sari Wulandari", "HSM/2024/0113", "2", "5", "2024");
        await keys.Press("Tambah penjamah");
        Assert.Equal("Penjamah 2", await cook.Page.Locator(":focus").InnerTextAsync());
        await keys.Press("Tambah penjamah");
        await Fill(3, "Joko Susilo", "HSM/2025/0207", "31", "2", "2025");
        await keys.Press("Hapus Penjamah 2");
        Assert.Equal("HSM/2024/0113", await Box(1, "Nomor sertifikat").InputValueAsync());
        Assert.Equal("Joko Susilo", await Box(2, "Nama di sertifikat").InputValueAsync());
        Assert.Equal("31", await Box(2, "Tanggal").InputValueAsync());

        // Enter in a box goes on with the page, which names the row that is at fault.
        await Box(2, "Nama di sertifikat").PressAsync("Enter");
        await Assertions
            .Expect(cook.Page.GetByRole(AriaRole.Alert))
            .ToContainTextAsync("Penjamah 2: Tanggal sertifikat: tanggal ini tidak ada di kalender");
        await keys.Type(Box(2, "Bulan"), "3");
        await keys.Press("Tambah penjamah");
        await keys.Press("Simpan dan lanjutkan");

        await journey.FillIn(Kitchen.Answers);
        await cook.Open(cook.Page.Url.Replace("/kirim", "/page_pernyataan", StringComparison.Ordinal));
        var declared = await cook.Heard();
        Assert.Contains("Dari 3 penjamah di dapur Anda, 2 ditulis", declared, StringComparison.Ordinal);
        Assert.Contains("table \"Penjamah bersertifikat\"", declared, StringComparison.Ordinal);
        Assert.Contains("31 Maret 2025", declared, StringComparison.Ordinal);
        await cook.Press("Simpan dan lanjutkan");
        Assert.Contains("Penjamah 2: Tanggal sertifikat", await cook.Heard(), StringComparison.Ordinal);
        Assert.Contains("31 Maret 2025", await cook.Heard(), StringComparison.Ordinal);
        Assert.Matches(
            "belum ditulis\\s+definition: \"1\"",
            (await cook.Heard()).Replace("- ", "", StringComparison.Ordinal)
        );
        await cook.Press("Kirim permohonan");
        await cook.Press("Ikuti berkas");
        var id = Cases.At(cook.Page.Url);
        Assert.Equal("1", $"{(await Cases.Now(host, id)).Data.At("penjamah.tanpa_sertifikat")}");

        var desk = await Journeys.Desk.Open(host, "verifikator", Kitchen.Agency, Screen.Phone, script: false);
        await using (desk.Visitor)
        {
            await desk.Take(id);
            await new Hands(desk.Visitor, Hand.Pointer).Unfold("Kekurangan untuk dikembalikan, isian demi isian");
            await desk
                .Visitor.Page.GetByLabel("Penjamah 2: Nomor sertifikat", new() { Exact = true })
                .FillAsync("Nomor ini milik orang lain.");
            await new Journey(host, desk.Visitor, Kitchen.Service).Do(
                "verifikasi_berkas",
                "return",
                new Dictionary<string, string>()
            );
        }

        await cook.Open($"/berkas/{id.Value:N}/perbaiki");
        await keys.Type("Penjamah 2: Nomor sertifikat", "HSM/2025/0270");
        await keys.Press("Kirim perbaikan");
        var rows = Assert.IsType<FeelList>((await Cases.Now(host, id)).Data.At("penjamah.bersertifikat")).Items;
        Assert.Equal(["HSM/2024/0113", "HSM/2025/0270"], rows.Cast<FeelContext>().Select(row => $"{row["nomor"]}"));
        Assert.Equal(FeelDate.Of(2025, 3, 31), ((FeelContext)rows[1])["tanggal"]);

        ILocator Box(int row, string label) =>
            cook
                .Page.GetByRole(AriaRole.Group, new() { Name = $"Penjamah {row}", Exact = true })
                .GetByLabel(label, new() { Exact = true });

        async Task Fill(int row, string name, string number, string day, string month, string year)
        {
            await keys.Type(Box(row, "Nama di sertifikat"), name);
            await keys.Type(Box(row, "Nomor sertifikat"), number);
            await keys.Type(Box(row, "Tanggal"), day);
            await keys.Type(Box(row, "Bulan"), month);
            await keys.Type(Box(row, "Tahun"), year);
        }
    }
}
