using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;

namespace Genggam.Web.Tests.Designer;

/// <summary>A service owner walks through a draft: as a citizen, as officers, with a clock of their own.</summary>
public sealed class SandboxTests(Host host, Workshop workshop) : IClassFixture<Workshop>
{
    [Fact]
    public async Task On_a_telephone_without_script_a_walk_comes_to_its_end_and_becomes_an_example_that_holds()
    {
        await using var owner = await workshop.Owner("Rina Contoh", Screen.Phone, script: false);
        var change = await workshop.Begin(owner, "Jalan percobaan");
        var walk = new Journey(host, owner, Birth.Service);
        await Begin(owner, walk);

        await owner.Press("Tanya apakah boleh");
        await owner.Press("Lihat jawaban");
        Assert.Contains("FORM-", await owner.Heard(), StringComparison.Ordinal);
        await owner.Press("Kembali ke semua langkah");
        await owner.Press("Isi permohonan");
        await owner.Press("Simpan dan lanjutkan");
        Assert.Contains("FORM-", await owner.Heard(), StringComparison.Ordinal);
        await walk.FillIn(Birth.Answers(await People.Citizen(host)));
        await owner.Press("Kirim permohonan");
        var receipt = await owner.Heard();
        Assert.Contains("Permohonan terkirim", receipt, StringComparison.Ordinal);
        Assert.Contains("CONTOH-1", receipt, StringComparison.Ordinal);
        await owner.Press("Kembali ke semua langkah");
        await owner.Press("Satu jam kemudian");
        await owner.Press("Batalkan langkah terakhir");

        await Return(owner, walk);
        await Work(owner, walk, "verifikasi", Birth.Verified);
        await Work(owner, walk, "tandatangan", Birth.Signed);
        Assert.Contains("Dikabulkan", await owner.Heard(), StringComparison.Ordinal);
        await owner.Turn(() => owner.Page.Locator("a[href$='/coba/surat/1']").ClickAsync());
        Assert.Contains("Bima Ariya Prasetyo", await owner.Heard(), StringComparison.Ordinal);
        var sample = await owner.Page.Context.APIRequest.GetAsync($"{owner.Page.Url}.pdf");
        Assert.Equal("%PDF"u8.ToArray(), (await sample.BodyAsync())[..4]);
        await owner.Press("Kembali ke semua langkah");

        await owner.Page.GetByLabel("Nama contoh").FillAsync("Dikembalikan sekali");
        await owner.Press("Simpan contoh");
        Assert.EndsWith("/contoh/23-dikembalikan-sekali", owner.Page.Url, StringComparison.Ordinal);
        Assert.Contains("Sesuai", await owner.Heard(), StringComparison.Ordinal);
        await owner.Open($"{change}/periksa");
        Assert.Contains("23 dari 23 contoh", await owner.Heard(), StringComparison.Ordinal);
        Assert.Empty(await workshop.NumbersOfCases());

        await workshop.Write(change, "process.bpmn", WaitingForTheCapital);
        await owner.Open($"{change}/coba");
        await owner.Press("Batalkan langkah terakhir");
        await owner.Press("Batalkan langkah terakhir");
        var carried = owner.Page.GetByLabel("Isi jawaban");
        await carried.FillAsync("tanpa titik dua");
        await owner.Press("Sampaikan jawaban");
        Assert.Contains("WALK-107", await owner.Heard(), StringComparison.Ordinal);
        Assert.Equal("tanpa titik dua", await carried.InputValueAsync());
        await carried.FillAsync("jawaban_pusat: sudah dicatat");
        await owner.Press("Sampaikan jawaban");
        Assert.Contains("Sistem lain menjawab: jawaban-pusat", await owner.Heard(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_keys_alone_the_clock_goes_on_and_a_walk_begins_again()
    {
        await using var owner = await workshop.Owner("Made Contoh");
        var change = await workshop.Begin(owner, "Tanpa tetikus");
        var walk = new Journey(host, owner, Birth.Service, Hand.Keyboard);
        await Begin(owner, walk);
        await walk.Hands.Press("Isi permohonan");
        await walk.FillInPage(Birth.Answers(await People.Citizen(host)));
        await walk.Hands.Press("Simpan dan lanjutkan");
        await walk.Hands.Press("Kembali ke semua langkah");
        await walk.Hands.Unfold("Ke hari dan jam tertentu");
        await walk.Hands.Type("Tahun", "2031");
        await walk.Hands.Press("Pindahkan jam");
        Assert.Contains("2031", await owner.Heard(), StringComparison.Ordinal);
        await walk.Hands.Unfold("Ke hari dan jam tertentu");
        await walk.Hands.Type("Bulan", "13");
        await walk.Hands.Press("Pindahkan jam");
        Assert.Contains("WALK-103", await owner.Heard(), StringComparison.Ordinal);
        await walk.Hands.Press("Ulangi dari awal");

        await workshop.Write(change, "keterlambatan.dmn", t => t.Replace("60", "30", StringComparison.Ordinal));
        await owner.Open($"{change}/coba");
        Assert.Contains("Rancangan berubah sejak langkah terakhir", await owner.Heard(), StringComparison.Ordinal);
        await workshop.Write(
            change,
            "process.bpmn",
            t => t.Replace("verifikasi", "lain", StringComparison.Ordinal)[..^40]
        );
        await owner.Open($"{change}/coba");
        Assert.Contains("kesalahan, jadi belum dapat dijalankan", await owner.Heard(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_example_is_changed_on_its_page_and_what_cannot_be_taken_stays_typed()
    {
        await using var owner = await workshop.Owner("Rina Contoh", Screen.Phone, script: false);
        var change = await workshop.Begin(owner, "Contoh");
        await owner.Press("Contoh");
        await owner.Press("Hari ke-61 terlambat");
        await owner.Page.GetByLabel("Saat mulai").FillAsync("kemarin");
        await owner.Press("Simpan contoh");
        Assert.Contains("CHG-105", await owner.Heard(), StringComparison.Ordinal);
        Assert.Equal("kemarin", await owner.Page.GetByLabel("Saat mulai").InputValueAsync());
        await owner.Page.GetByLabel("Saat mulai").FillAsync("2026-11-15T09:00:00+07:00");
        await owner.Press("Simpan contoh");
        Assert.Contains("Lain", await owner.Heard(), StringComparison.Ordinal);
        await owner.Press("Salin");
        await owner.Press("Hapus contoh");
        await owner.Open($"{change}/contoh");
        Assert.Contains("dari 22 contoh", await owner.Heard(), StringComparison.Ordinal);
    }

    /// <summary>While it is verified, the process listens for a message.</summary>
    private static string WaitingForTheCapital(string process) =>
        process
            .Replace(
                "<bpmn:boundaryEvent id=\"pengingat_verifikasi\"",
                """
                <bpmn:boundaryEvent id="pusat_menjawab" name="Pusat menjawab" attachedToRef="verifikasi" cancelActivity="false">
                  <bpmn:outgoing>flow_pusat</bpmn:outgoing>
                  <bpmn:messageEventDefinition id="def_pusat" messageRef="pesan_pusat" />
                </bpmn:boundaryEvent>
                <bpmn:endEvent id="selesai_pusat"><bpmn:incoming>flow_pusat</bpmn:incoming></bpmn:endEvent>
                <bpmn:sequenceFlow id="flow_pusat" sourceRef="pusat_menjawab" targetRef="selesai_pusat" />
                <bpmn:boundaryEvent id="pengingat_verifikasi"
                """,
                StringComparison.Ordinal
            )
            .Replace(
                "<bpmn:process id=",
                "<bpmn:message id=\"pesan_pusat\" name=\"jawaban-pusat\" /><bpmn:process id=",
                StringComparison.Ordinal
            );

    private static async Task Begin(Visitor owner, Journey walk)
    {
        await walk.Hands.Press("Coba rancangan");
        await walk.Hands.Pick(owner.Page.GetByLabel("Kantor yang menerima permohonan"), Birth.Agency);
        await walk.Hands.Press("Mulai mencoba");
        Assert.Contains("Tidak ada yang nyata di sini", await owner.Heard(), StringComparison.Ordinal);
    }

    /// <summary>An officer finds the name misspelt, and the citizen corrects it.</summary>
    private static async Task Return(Visitor owner, Journey walk)
    {
        await Play(owner, "verifikasi");
        await owner.Press(walk.Outcome("verifikasi", "return"));
        Assert.Contains("GG-206", await owner.Heard(), StringComparison.Ordinal);
        await owner.Page.Locator("[name='cacat-anak.nama']").FillAsync("Ejaan lain di surat");
        await owner.Press(walk.Outcome("verifikasi", "return"));
        await owner.Turn(() => owner.Page.Locator("a[href$='/coba/perbaiki']").ClickAsync());
        Assert.Contains("Ejaan lain di surat", await owner.Heard(), StringComparison.Ordinal);
        await owner.Press("Kirim perbaikan");
        await owner.Press("Kembali ke semua langkah");
    }

    private static async Task Work(
        Visitor owner,
        Journey walk,
        string task,
        IReadOnlyDictionary<string, string> answers
    )
    {
        await Play(owner, task);
        await walk.Do(task, "approve", answers);
    }

    private static async Task Play(Visitor owner, string task)
    {
        await owner.Turn(() => owner.Page.Locator($"a[href$='/coba/tugas/{task}']").ClickAsync());
        await owner.Press("Kerjakan sebagai petugas ini");
    }
}
