using System.Text.RegularExpressions;
using Genggam.Web.Tests.Harness;
using Microsoft.Playwright;

namespace Genggam.Web.Tests.Journeys;

public sealed class BirthCertificateTests(Host host)
{
    private const string Service = "akta-kelahiran";

    private static Dictionary<string, string> Birth() =>
        new()
        {
            ["anak.asal"] = "keluarga",
            ["anak.lahir_hidup"] = "ya",
            ["anak.tempat_lahir_negara"] = "indonesia",
            ["anak.sudah_tercatat"] = "tidak",
            ["pemohon.hubungan"] = "ibu",
            ["keluarga.nomor_kk"] = "3578010101150001",
            ["keluarga.alamat"] = "Jalan Mawar Contoh 7, Surabaya",
            ["dokumen.kk"] = "kk.png",
            ["anak.nama"] = "Bima Ariya Prasetyo",
            ["anak.jenis_kelamin"] = "L",
            ["anak.tanggal_lahir"] = DateTime.Today.AddDays(-20).ToString("yyyy-MM-dd"),
            ["anak.tempat_lahir"] = "Kota Surabaya",
            ["anak.tempat_dilahirkan"] = "rumah_sakit",
            ["anak.penolong"] = "dokter",
            ["ibu.nik"] = "3578014101900001",
            ["ibu.nama"] = "Siti Contoh",
            ["dokumen.ktp_ibu"] = "ktp-ibu.png",
            ["perkawinan.bukti"] = "buku_nikah",
            ["perkawinan.nomor"] = "0123/045/VI/2015",
            ["dokumen.buku_nikah"] = "buku-nikah.png",
            ["ayah.nik"] = "3578011505880004",
            ["ayah.nama"] = "Agus Prasetyo",
            ["dokumen.ktp_ayah"] = "ktp-ayah.png",
            ["dokumen.bukti_lahir"] = "surat",
            ["dokumen.surat_lahir"] = "surat-lahir.png",
            ["pernyataan.benar"] = "ya",
        };

    [Theory]
    [InlineData(Screen.Wide, true, Hand.Pointer)]
    public async Task A_birth_is_returned_corrected_verified_signed_and_certified(Screen screen, bool script, Hand hand)
    {
        await using var parent = await host.Visitor(screen, script);
        await SignIns.Citizen(parent);
        var journey = new Journey(host, parent, Service, hand);
        await parent.Open($"/layanan/{Service}/ajukan");
        await parent.Page.GetByLabel(new Regex("Kota Surabaya")).CheckAsync(new() { Force = true });
        await journey.Press("Mulai");
        await parent.Press("Lanjutkan");
        await journey.FillIn(Birth());
        await journey.Press("Kirim permohonan");
        await parent.Press("Ikuti berkas");
        var id = new Uri(parent.Page.Url).Segments[^1];

        await Work(
            "verifikator.dukcapil-surabaya",
            id,
            async desk =>
            {
                await desk.Page.GetByText("Kekurangan untuk dikembalikan").ClickAsync();
                await desk
                    .Page.GetByRole(AriaRole.Textbox, new() { Name = journey.Label(Permohonan, "anak.nama") })
                    .FillAsync("Ejaan berbeda dengan surat lahir.");
                await desk.Press(Outcome("verifikasi", "return"));
            }
        );

        await parent.Open($"/berkas/{id}");
        Assert.Contains("Ejaan berbeda", await parent.Heard(), StringComparison.Ordinal);
        await parent.Press("Perbaiki permohonan");
        await journey.Answer(
            Permohonan,
            [Permohonan.Field("anak.nama")!],
            new Dictionary<string, string> { ["anak.nama"] = "Bima Arya Prasetyo" }
        );
        await journey.Press("Kirim perbaikan");

        await Work("verifikator.dukcapil-surabaya", id, desk => Approve(desk, "verifikasi", "approve"));
        await Work("penandatangan.dukcapil-surabaya", id, desk => Approve(desk, "tandatangan", "approve"));

        var document = parent.Page.GetByRole(AriaRole.Link, new() { NameRegex = new Regex("PDF") });
        for (var tries = 0; tries < 60 && await document.CountAsync() == 0; tries++)
            await parent.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.NetworkIdle });
        await parent.Open($"/berkas/{id}");
        var heard = await parent.Heard();
        Assert.Contains("Dikabulkan", heard, StringComparison.Ordinal);
        Assert.Contains("memeriksa permohonan", heard, StringComparison.Ordinal);
        Assert.Equal(1, await document.CountAsync());
    }

    private Standards.Forms.FormModel Permohonan => Release.Form("permohonan")!;

    private Engine.Release Release =>
        ((Office.Catalogue.ServiceCatalogue)host.Services.GetService(typeof(Office.Catalogue.ServiceCatalogue))!).Find(
            Service
        )!;

    private string Outcome(string task, string outcome) => Release.TextsIn("id")[$"tasks.{task}.outcomes.{outcome}"];

    private async Task Approve(Visitor desk, string task, string outcome)
    {
        var node = (Standards.Bpmn.UserTask)Release.Process.Elements[task];
        var form = Release.Form(node.FormId);
        var journey = new Journey(host, desk, Service);
        if (form is not null)
            await journey.Answer(
                form,
                form.Fields,
                form.Fields.ToDictionary(f => f.Key, f => f.Options is [var first, ..] ? first.Value : "ya")
            );
        await desk.Press(Outcome(task, outcome));
    }

    private async Task Work(string officer, string id, Func<Visitor, Task> work)
    {
        await using var desk = await host.Visitor();
        await SignIns.Officer(desk, officer);
        await desk.Open("/meja");
        await desk.Open($"/meja/berkas/{id}");
        await desk.Press("Ambil tugas");
        await work(desk);
    }
}
