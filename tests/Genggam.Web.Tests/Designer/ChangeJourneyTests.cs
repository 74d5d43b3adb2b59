using System.Text.RegularExpressions;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Designer;

/// <summary>What a service owner does on single pages of a change. The whole way is walked in <see cref="WholeChangeTests"/>.</summary>
public sealed partial class ChangeJourneyTests(Host host, Workshop workshop) : IClassFixture<Workshop>
{
    [Fact]
    public async Task On_a_telephone_every_page_of_a_change_can_be_read_and_written()
    {
        await using var owner = await workshop.Owner("Made Contoh", Screen.Phone);
        await owner.Open("/rancang");
        var change = await workshop.Begin(owner, "Biaya keterlambatan");
        foreach (
            var page in new[]
            {
                "aturan",
                "janji",
                "teks?kelompok=states",
                "teks?cari=60",
                "berkas",
                "periksa",
                "beda",
                "terbit",
            }
        )
            await owner.Open($"{change}/{page}");
        await owner.Open($"{change}/janji");
        await owner.Page.GetByLabel("Jangka waktu", new() { Exact = true }).FillAsync("dua belas");
        await owner.Press("Simpan janji");
        await owner.Open(change);
        Assert.Contains("kesalahan", await owner.Heard(), StringComparison.Ordinal);
        await owner.Open($"{change}/periksa");
        Assert.Contains(
            "Ada nilai yang kurang atau jenisnya lain. (YAML-002)",
            await owner.Heard(),
            StringComparison.Ordinal
        );
        Assert.Contains("Tulis yang diminta pesan di bawah ini.", await owner.Heard(), StringComparison.Ordinal);
        await workshop.Write(change, "process.bpmn", t => Way().Replace(t, "", 1));
        await owner.Open($"{change}/periksa");
        foreach (
            var said in new[]
            {
                "Keputusan pelaporan terlambat (persetujuan)",
                "Bagian ini tidak dapat dicapai. (BPMN-107)",
                "Sambungkan, atau hapus.",
                "No token can reach this element.",
            }
        )
            Assert.Contains(said, await owner.Heard(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_stays_when_a_value_cannot_be_taken()
    {
        await using var owner = await workshop.Owner("Rina Contoh", script: false);
        var change = await workshop.Begin(owner, "Salah ketik");
        await owner.Open($"{change}/aturan");
        var section = owner.Page.Locator("section", new() { HasText = "keterlambatan.dmn" });
        var box = section.Locator("input[value='60']:not([type=hidden])").First;
        Assert.Contains(
            "Dilaporkan dalam 60 hari sejak lahir.",
            await section.Locator("option:checked").AllInnerTextsAsync()
        );
        await box.FillAsync("enam puluh");
        await owner.Turn(() => section.GetByRole(AriaRole.Button, new() { Name = "Simpan aturan" }).ClickAsync());
        Assert.Contains("CHG-105", await owner.Heard(), StringComparison.Ordinal);
        Assert.Equal(1, await owner.Page.Locator("input[value='enam puluh']").CountAsync());
    }

    [Fact]
    public async Task Two_who_write_the_same_line_see_both_texts()
    {
        await using var rina = await workshop.Owner("Rina Contoh", script: false);
        await using var made = await workshop.Owner("Made Contoh", script: false);
        var change = await workshop.Begin(rina, "Dua penulis");
        var file = $"{change}/berkas/letters/kutipan.typ";
        await rina.Open(file);
        await made.Open(file);
        foreach (var (visitor, word) in new[] { (rina, "// kata Rina"), (made, "// kata Made") })
        {
            var box = visitor.Page.GetByLabel("Isi", new() { Exact = true });
            await box.FillAsync($"{word}\n{await box.InputValueAsync()}");
            await visitor.Press("Simpan");
        }
        Assert.Contains("CHG-103", await made.Heard(), StringComparison.Ordinal);
        Assert.StartsWith("// kata Made", await made.Page.GetByLabel("Yang Anda ketik").InputValueAsync());
        Assert.StartsWith("// kata Rina", await made.Page.GetByLabel("Yang disimpan orang lain").InputValueAsync());
    }

    [Fact]
    public async Task Who_wrote_what_a_newer_release_says_otherwise_chooses_and_loses_nothing_else()
    {
        await using var owner = await workshop.Owner("Rina Contoh", Screen.Phone, script: false);
        var change = await workshop.Begin(owner, "Dua rilis");
        await workshop.Write(
            change,
            "texts/id.yaml",
            text => $"{text.Replace("summary: ", "summary: Kata kami. ", StringComparison.Ordinal)}# akhir kami\n"
        );
        await workshop.Publish("Kata rilis lain.");
        await owner.Open($"{change}/pindah");
        await owner.Press("Pindahkan");
        var both = await owner.Page.Locator(".g-three").InnerTextAsync();
        Assert.Contains("Kata kami.", both, StringComparison.Ordinal);
        Assert.Contains("Kata rilis lain.", both, StringComparison.Ordinal);
        await owner.Page.GetByLabel("Yang berlaku sekarang").CheckAsync(new() { Force = true });
        await owner.Press("Pindahkan");
        await owner.Open($"{change}/berkas/texts/id.yaml");
        var kept = await owner.Page.GetByLabel("Isi", new() { Exact = true }).InputValueAsync();
        Assert.Contains("summary: Kata rilis lain.", kept, StringComparison.Ordinal);
        Assert.Contains("# akhir kami", kept, StringComparison.Ordinal);

        await workshop.Write(change, "texts/id.yaml", text => $"{text}# terlalu banyak\n");
        await owner.Open(change);
        var again = owner.Page.GetByRole(AriaRole.Button, new() { Name = "Kembali seperti setelah langkah ini" });
        await owner.Turn(() => again.Last.ClickAsync());
        Assert.Contains("Dikembalikan seperti langkah sebelumnya", await owner.Heard(), StringComparison.Ordinal);
        await owner.Press("Hentikan perubahan ini");
        await owner.Open(change);
        await owner.Press("Lanjutkan lagi perubahan ini");
        await owner.Open($"{change}/berkas/texts/id.yaml");
        Assert.Equal(kept, await owner.Page.GetByLabel("Isi", new() { Exact = true }).InputValueAsync());

        await owner.Open($"{change}/terbit");
        await owner.Press("Minta penerbitan");
        await owner.Open(change);
        await owner.Page.GetByLabel("Mengapa ditarik (boleh dikosongkan)").FillAsync("Tarif belum pasti");
        await owner.Press("Tarik permintaan penerbitan");
        var heard = await owner.Heard();
        Assert.Contains("Permintaan ditarik", heard, StringComparison.Ordinal);
        Assert.Contains("Rina Contoh: Tarif belum pasti", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pause_is_read_by_citizens_at_once_until_the_owner_ends_it()
    {
        const string why = "Server kependudukan sedang dipelihara";
        await using var owner = await workshop.Owner("Rina Contoh", script: false);
        await owner.Open($"/rancang/layanan/{Workshop.Service}");
        await owner.Press("Buka dan jeda penerimaan");
        await owner.Page.GetByLabel("Sampai").FillAsync("besok");
        await owner.Page.GetByLabel("Yang dibaca warga (bahasa Indonesia)").First.FillAsync(why);
        await owner.Press("Jeda penerimaan");
        Assert.Contains("CHG-110", await owner.Heard(), StringComparison.Ordinal);
        Assert.Equal("besok", await owner.Page.GetByLabel("Sampai").InputValueAsync());
        await owner.Page.GetByLabel("Sampai").FillAsync("");
        await owner.Press("Jeda penerimaan");

        await using var citizen = await workshop.Citizen();
        await citizen.Open($"/layanan/{Workshop.Service}");
        Assert.Contains(why, await citizen.Heard(), StringComparison.Ordinal);
        Assert.Equal(0, await citizen.Page.GetByText("Ajukan sekarang").CountAsync());
        await owner.Press("Buka lagi");
        await citizen.Open($"/layanan/{Workshop.Service}");
        Assert.DoesNotContain(why, await citizen.Heard(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("verifikator")]
    [InlineData("supervisor")]
    public async Task An_officer_who_decides_cases_does_not_design(string role)
    {
        var office = new Desk.Office(host, "dukcapil-surabaya");
        await using var officer = await office.SignedIn(await office.Hire("Siti Contoh", role));
        var answer = await officer.Open("/rancang");
        Assert.Equal(403, answer.Status);
    }

    /// <summary>What leads to the decision over those who report late.</summary>
    [GeneratedRegex(
        "<bpmn:sequenceFlow id=\"flow_terlambat_persetujuan\".*?</bpmn:sequenceFlow>",
        RegexOptions.Singleline
    )]
    private static partial Regex Way();
}
