using Genggam.Web.Tests.Harness;
using Microsoft.Playwright;

namespace Genggam.Web.Tests.Journeys;

public sealed class HygieneCertificateTests(Host host)
{
    private const Screen Phone = Screen.Phone;

    [Fact]
    public async Task A_kitchen_fails_a_sample_mends_it_is_sampled_again_and_certified_all_on_phones_without_script()
    {
        var owner = await People.Citizen(host, "Sari Wulandari");
        await using var cook = await host.Visitor(Phone, script: false);
        await owner.SignIn(cook);
        var journey = new Journey(host, cook, Kitchen.Service);
        await journey.Apply(Kitchen.Answers, "Kota Surabaya");
        await journey.Hands.Press("Kirim permohonan");
        await journey.Hands.Press("Ikuti berkas");
        var id = Cases.At(cook.Page.Url);

        await Once("verifikator", "verifikasi_berkas", "approve", Kitchen.Verified);
        await cook.Open($"/berkas/{id.Value:N}");
        Assert.Contains("Tanggal inspeksi", await cook.Heard(), StringComparison.Ordinal);
        var inspector = await Desk.Open(host, "inspektor", Kitchen.Agency, Phone, script: false);
        await using var field = inspector.Visitor;
        var laboratory = await Desk.Open(host, "laboratorium", Kitchen.Agency, Phone, script: false);
        await using var bench = laboratory.Visitor;
        await Work(inspector, "inspeksi", Kitchen.Inspected);
        Assert.Contains("Foto lapangan", await Pictures(inspector), StringComparison.Ordinal);
        await Work(inspector, "pengambilan_sampel", Kitchen.Sampled("S-0118/2026"));
        await Work(laboratory, "uji_laboratorium", Kitchen.Tested("LHU-0771/2026", coli: "12"));
        await Reads(inspector, "S-0118/2026", "12", "Ada kuman E. coli pada makanan", "Nilai dijumlahkan: 89");
        await Work(inspector, "pembinaan", Kitchen.Advised);

        await cook.Open($"/berkas/{id.Value:N}");
        Assert.Contains("Menunggu Anda", await cook.Heard(), StringComparison.Ordinal);
        Assert.Contains(Kitchen.Advised["saran"], await cook.Heard(), StringComparison.Ordinal);
        await journey.Hands.Press("Kabarkan perbaikan Anda");
        await journey.Do("lapor_perbaikan", "submit", Kitchen.Mended);

        await Work(inspector, "pengambilan_sampel", Kitchen.Sampled("S-0131/2026"));
        await Work(laboratory, "uji_laboratorium", Kitchen.Tested("LHU-0802/2026", coli: "0"));
        var approver = await Desk.Open(host, "penyetuju", Kitchen.Agency, Phone, script: false);
        await using (approver.Visitor)
        {
            await Reads(approver, "LHU-0771/2026", "LHU-0802/2026", "S-0118/2026", "S-0131/2026");
            await Reads(approver, Kitchen.Advised["saran"], Kitchen.Mended["perbaikan.keterangan"], "talenan.png");
            await Reads(approver, "Bahan dan makanan jadi (0 sampai 20)", "Semua hasil laboratorium memenuhi syarat");
            await Work(approver, "persetujuan", new Dictionary<string, string> { ["hasil_dibaca"] = "ya" }, "approve");
            Assert.Contains("Setujui sertifikat: Setuju", await approver.Visitor.Heard(), StringComparison.Ordinal);
        }
        var signer = await Desk.Open(host, "penandatangan", Kitchen.Agency, Phone, script: false);
        await using (signer.Visitor)
        {
            await signer.Take(id);
            var draft = signer.Visitor.Page.GetByRole(AriaRole.Link, new() { NameRegex = new("^Baca konsep") });
            await signer.Visitor.Open((await draft.GetAttributeAsync("href"))!);
            var letter = await signer.Visitor.Heard();
            Assert.Contains("Konsep, belum berlaku", letter, StringComparison.Ordinal);
            Assert.Contains("LHU-0802/2026", letter, StringComparison.Ordinal);
            Assert.Empty((await Cases.Now(host, id)).Documents);
            await signer.Visitor.Open($"/meja/berkas/{id.Value:N}");
            var signed = new Dictionary<string, string> { ["sertifikat_dibaca"] = "ya" };
            await new Journey(host, signer.Visitor, Kitchen.Service).Do("tandatangan", "approve", signed);
        }

        await Cases.WithLetter(host, id);
        await cook.Open($"/berkas/{id.Value:N}");
        await Assertions
            .Expect(cook.Page.GetByRole(AriaRole.Main))
            .ToMatchAriaSnapshotAsync(Cases.Granted("laik higiene"));
        await cook.Open($"/berkas/{id.Value:N}/surat");
        Assert.Contains("Warung Bu Sari", await cook.Heard(), StringComparison.Ordinal);

        async Task Work(Desk desk, string task, IReadOnlyDictionary<string, string> answers, string outcome = "done")
        {
            await desk.Take(id);
            await new Journey(host, desk.Visitor, Kitchen.Service).Do(task, outcome, answers);
            Assert.Contains("Tersimpan", await desk.Visitor.Heard(), StringComparison.Ordinal);
        }

        // All that earlier tasks recorded, also what stands folded away.
        async Task Reads(Desk desk, params string[] words)
        {
            await desk.Visitor.Open($"/meja/berkas/{id.Value:N}");
            var recorded = await desk.Visitor.Page.Locator(".g-history").TextContentAsync();
            Assert.All(words, word => Assert.Contains(word, recorded, StringComparison.Ordinal));
        }

        // What the inspector took a picture of stays with the case.
        async Task<string> Pictures(Desk desk)
        {
            await desk.Visitor.Open($"/meja/berkas/{id.Value:N}");
            var frame = desk.Visitor.Page.FrameLocator("iframe[name=lampiran]");
            await desk.Visitor.Page.GetByRole(AriaRole.Link, new() { Name = "Foto lapangan" }).First.ClickAsync();
            var picture = frame.GetByRole(AriaRole.Img, new() { Name = "dapur.png" });
            await Assertions.Expect(picture).ToBeVisibleAsync();
            return await desk.Visitor.Heard();
        }

        async Task Once(string role, string task, string outcome, IReadOnlyDictionary<string, string> answers)
        {
            var desk = await Desk.Open(host, role, Kitchen.Agency, Phone, script: false);
            await using var visitor = desk.Visitor;
            await Work(desk, task, answers, outcome);
        }
    }
}
