using Genggam.Engine.Comparison;
using Genggam.Office.Changes.DryRuns;
using Genggam.Web.Tests.Api;
using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;
using Microsoft.Playwright;

namespace Genggam.Web.Tests.Designer;

/// <summary>
/// Births abroad are turned away at the door. An owner changes that with keys alone, tries it and asks past cases; another
/// person publishes it on a telephone without script and takes it back.
/// </summary>
public sealed class WholeChangeTests(Host host) : IAsyncLifetime
{
    private const int TurnedAway = 3;
    private const int TakenIn = 2;
    private const string Promise = "Kini juga untuk anak yang lahir di luar negeri";
    private readonly Workshop workshop = new(host);

    public ValueTask InitializeAsync() => workshop.InitializeAsync();

    public ValueTask DisposeAsync() => workshop.DisposeAsync();

    [Fact]
    public async Task A_rule_is_changed_tried_asked_of_the_past_published_by_another_and_taken_back()
    {
        using var machine = await Machine.Of(workshop.Program, Birth.Agency);
        var paper = (await machine.Attach(Forms.Mother, "kk.png", Forms.Picture)).Ok(201);
        for (var i = 0; i < TurnedAway; i++)
            (await HandInAbroad(i)).Refused(422, "GG-103");
        for (var i = 0; i < TakenIn; i++)
            (await machine.Apply(Forms.Birth, Forms.BirthOf($"Anak Ke{i}", paper))).Ok(201);

        await using var owner = await workshop.Owner("Rina Contoh");
        var hands = new Hands(owner, Hand.Keyboard);
        await owner.Open($"/rancang/layanan/{Workshop.Service}");
        await hands.Type("Apa yang akan berubah", "Lahir di luar negeri");
        await hands.Press("Mulai");
        var change = new Uri(owner.Page.Url).AbsolutePath;
        await Edit(owner, hands, change);
        await Try(owner, hands);

        await owner.Open(change);
        await hands.Press("Perbedaan");
        Assert.Contains(Promise, await owner.Heard(), StringComparison.Ordinal);
        await owner.Open(change);
        await hands.Press("Uji ulang");
        await hands.Press("Jalankan");
        var run = Guid.Parse(new Uri(owner.Page.Url).Segments[^1]);
        await workshop.Get<DryRuns>().Wait(run, TestContext.Current.CancellationToken);
        // Which the page notices by itself.
        await owner.Page.Locator(".g-hash").First.WaitForAsync();
        var report = (await workshop.Get<DryRuns>().Report(run))!;
        Assert.Equal(
            (TurnedAway, TakenIn, TurnedAway + TakenIn),
            (report.Total[CaseClass.LetIn], report.Total[CaseClass.Same], report.Total.All)
        );
        Assert.Contains("Kini akan diterima", await owner.Heard(), StringComparison.Ordinal);

        await owner.Open($"{change}/terbit");
        await hands.Type("Penjelasan untuk penerbit", "Sesuai surat edaran");
        await hands.Type("Nomor SK standar pelayanan", "SK 12 Tahun 2027");
        await hands.Press("Minta penerbitan");
        Assert.Contains("Menunggu penerbitan", await owner.Heard(), StringComparison.Ordinal);
        Assert.Equal(0, await owner.Page.GetByText("Setujui dan terbitkan").CountAsync());
        (await HandInAbroad(TurnedAway)).Refused(422, "GG-103");

        await using var publisher = await workshop.Publisher("Tigor Contoh", Screen.Phone, script: false);
        await publisher.Open($"{change}/terbit");
        var seen = await publisher.Heard();
        foreach (var told in (string[])["SK 12 Tahun 2027", "Rina Contoh", "Kini akan diterima", report.Hash])
            Assert.Contains(told, seen, StringComparison.Ordinal);
        await publisher.Press("Setujui dan terbitkan");
        await using var citizen = await workshop.Citizen();
        await citizen.Open($"/layanan/{Workshop.Service}");
        Assert.Contains(Promise, await citizen.Heard(), StringComparison.Ordinal);
        (await HandInAbroad(TurnedAway)).Ok(201);

        await publisher.Page.GetByText("Kembalikan ke rilis sebelumnya", new() { Exact = true }).First.ClickAsync();
        await publisher.Page.GetByLabel("Mengapa").FillAsync("Salah membaca surat edaran");
        await publisher.Press("Kembalikan sekarang");
        Assert.EndsWith("/keputusan", publisher.Page.Url, StringComparison.Ordinal);
        await citizen.Open($"/layanan/{Workshop.Service}");
        Assert.DoesNotContain(Promise, await citizen.Heard(), StringComparison.Ordinal);
        (await HandInAbroad(TurnedAway)).Refused(422, "GG-103");

        Task<Answer> HandInAbroad(int child)
        {
            var body = Forms.BirthOf($"Anak Luar{child}", paper);
            body["answers"]!["anak"]!["tempat_lahir_negara"] = "luar_negeri";
            return machine.Apply(Forms.Birth, body);
        }
    }

    /// <summary>The rule, the example that told it, and the words on the page of the service.</summary>
    private static async Task Edit(Visitor owner, Hands hands, string change)
    {
        await hands.Press("Aturan");
        var rules = owner.Page.Locator("section", new() { HasText = "kelayakan.dmn" });
        await hands.Pick(rules.Locator("[name='nilai:kelayakan.dmn/kelayakan_3:5:1']"), "true");
        await hands.Type(rules.Locator("[name='nilai:kelayakan.dmn/kelayakan_3:6:1']"), "boleh");
        await hands.Press(rules.GetByRole(AriaRole.Button, new() { Name = "Simpan aturan" }));
        Assert.Contains("Tersimpan", await owner.Heard(), StringComparison.Ordinal);
        await owner.Open($"{change}/periksa");
        Assert.Contains("Lahir di luar negeri: diarahkan", await owner.Heard(), StringComparison.Ordinal);
        await owner.Open($"{change}/terbit");
        Assert.Contains("setelah pemeriksaan lulus", await owner.Heard(), StringComparison.Ordinal);
        await owner.Open($"{change}/contoh");
        await hands.Press("Lahir di luar negeri: diarahkan ke layanan lain");
        await hands.Press("Hapus contoh");
        await owner.Open($"{change}/teks?kelompok=summary");
        await hands.Type("Bahasa Indonesia", Promise);
        await hands.Press("Simpan kata-kata");
        await owner.Open(change);
    }

    /// <summary>Walks as a citizen who was born abroad and keeps the walk as an example.</summary>
    private async Task Try(Visitor owner, Hands hands)
    {
        await hands.Press("Coba rancangan");
        await hands.Pick(owner.Page.GetByLabel("Kantor yang menerima permohonan"), Birth.Agency);
        await hands.Press("Mulai mencoba");
        await hands.Press("Isi permohonan");
        var answers = Birth.Answers(new Citizen(Forms.Mother, "Dewi Lestari Contoh", "081234567802"));
        answers["anak.tempat_lahir_negara"] = "luar_negeri";
        await new Journey(host, owner, Birth.Service).FillIn(answers);
        await hands.Press("Kirim permohonan");
        Assert.Contains("Permohonan terkirim", await owner.Heard(), StringComparison.Ordinal);
        await hands.Press("Kembali ke semua langkah");
        await hands.Type("Nama contoh", "Lahir di luar negeri boleh");
        await hands.Press("Simpan contoh");
        Assert.Contains("Sesuai", await owner.Heard(), StringComparison.Ordinal);
    }
}
