using Genggam.Engine;
using Genggam.Journal;
using Genggam.Standards.Feel;
using Genggam.Web.Tests.Harness;
using Microsoft.Playwright;

namespace Genggam.Web.Tests.Desk;

/// <summary>One case on the desk: read beside its attachments, decided, handed over.</summary>
public sealed class CaseTests(Host host)
{
    private readonly Office office = new(host, "dukcapil-sleman");

    [Theory]
    [InlineData(Screen.Wide, true)]
    [InlineData(Screen.Phone, false)]
    public async Task A_case_is_read_beside_its_attachments_and_decided(Screen screen, bool script)
    {
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var id = await office.Apply();
        await using var desk = await office.SignedIn(vera, screen, script);
        await Open(desk, id);

        var frame = desk.Page.FrameLocator("iframe");
        await Assertions.Expect(frame.GetByRole(AriaRole.Img, new() { Name = "Lampiran kk.png" })).ToBeVisibleAsync();
        await desk.Page.GetByRole(AriaRole.Link, new() { Name = "ktp-ibu.png" }).ClickAsync();
        await Assertions
            .Expect(frame.GetByRole(AriaRole.Img, new() { Name = "Lampiran ktp-ibu.png" }))
            .ToBeVisibleAsync();

        await desk.Press("Ambil tugas");
        Assert.DoesNotContain("harus dikerjakan orang lain", await desk.Heard(), StringComparison.Ordinal);
        await desk.Page.GetByLabel(office.Label("verifikasi", "dokumen_cocok")).CheckAsync(new() { Force = true });
        await desk.Page.GetByLabel(office.Label("verifikasi", "siak_dicek")).CheckAsync(new() { Force = true });
        await desk.Press(office.Outcome("verifikasi", "approve"));

        Assert.Contains("Tersimpan. Verifikasi berkas: ", await desk.Heard(), StringComparison.Ordinal);
        Assert.Equal(vera.Id, (await office.Case(id)).DoneBy["verifikasi"]);
    }

    [Fact]
    public async Task Who_could_also_sign_is_told_before_verifying_that_another_must()
    {
        var all = await office.Hire("Tiga Peran Contoh", "verifikator", "penyetuju", "penandatangan");
        var id = await office.Apply();
        await office.Claim(id, all);
        await using var desk = await office.SignedIn(all, script: false);
        await Open(desk, id);
        // This birth was reported in time: the decision on a late report cannot come.
        Assert.Contains(
            "langkah yang masih akan datang harus dikerjakan orang lain: Tanda tangan akta.",
            await desk.Heard(),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(Screen.Wide)]
    [InlineData(Screen.Phone)]
    public async Task A_correction_shows_what_was_asked_and_the_answer_before_and_after(Screen screen)
    {
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var id = await office.Apply("Bima Arya Prasetyo");
        await office.Return(id, vera);
        var back = await office.Case(id);
        var corrected = new Personal(FeelContext.Empty.WithAt("anak.nama", new FeelString("Bima Aria Prasetya")));
        var send = new Command.Complete(back.WithApplicant!.Id, "submit", corrected, Personal.Nothing, []);
        await office.Do(id, send, Actor.Citizen(back.Applicant!));
        await using var desk = await office.SignedIn(vera, screen, script: false);
        await Open(desk, id);

        Assert.Contains("pemohon mengubah 1 isian", await desk.Heard(), StringComparison.Ordinal);
        var name = desk
            .Page.Locator(".g-desk__answers > dl .govuk-summary-list__row")
            .Filter(new() { HasText = "Berubah" });
        await Assertions.Expect(name).ToHaveCountAsync(1);
        var row = await name.InnerTextAsync();
        Assert.Contains("Bima Aria Prasetya", row, StringComparison.Ordinal);
        Assert.Contains("sebelumnya: Bima Arya Prasetyo", row, StringComparison.Ordinal);
        Assert.Contains("Ejaan berbeda dengan surat lahir.", row, StringComparison.Ordinal);
        var done = await desk.Page.Locator(".g-history").InnerTextAsync();
        Assert.DoesNotContain("Perbaiki permohonan Anda", done, StringComparison.Ordinal);
        // The verifier who returned it had ticked nothing, which is no answer.
        Assert.DoesNotContain(office.Label("verifikasi", "dokumen_cocok"), done, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_a_correction_replaced_can_still_be_read()
    {
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var id = await office.Apply();
        var first = await FileOf(id, "dokumen.kk");
        await office.Return(id, vera);
        var back = await office.Case(id);
        var other = FeelContext.Empty.WithAt("dokumen.kk", (await office.Case(id)).Data.At("dokumen.ktp_ibu"));
        var send = new Command.Complete(back.WithApplicant!.Id, "submit", new Personal(other), Personal.Nothing, []);
        await office.Do(id, send, Actor.Citizen(back.Applicant!));
        Assert.NotEqual(first, await FileOf(id, "dokumen.kk"));

        await using var desk = await office.SignedIn(vera, script: false);
        await Open(desk, id);
        var before = desk.Page.Locator(".g-history").GetByRole(AriaRole.Link, new() { Name = "kk.png" });
        Assert.Contains(first, await before.GetAttributeAsync("href"), StringComparison.Ordinal);
        Assert.Equal(200, (await desk.Open($"/meja/berkas/{id.Value:N}/lampiran/{first}/lihat")).Status);
    }

    private async Task<string> FileOf(CaseId id, string field) =>
        ((FeelContext)((FeelList)(await office.Case(id)).Data.At(field)).Items[0])["id"].ToString()!;

    [Fact]
    public async Task A_return_without_defects_opens_the_list_with_the_present_answers()
    {
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var id = await office.Apply("Bima Arya Prasetyo");
        await office.Claim(id, vera);
        await using var desk = await office.SignedIn(vera, script: false);
        await Open(desk, id);
        Assert.False(await Defect(desk, "anak.nama").IsVisibleAsync());
        await desk.Press(office.Outcome("verifikasi", "return"));

        Assert.Contains("GG-206", await desk.Heard(), StringComparison.Ordinal);
        Assert.True(await Defect(desk, "anak.nama").IsVisibleAsync());
        await Assertions
            .Expect(Defect(desk, "anak.nama"))
            .ToHaveAccessibleDescriptionAsync("Isian sekarang: Bima Arya Prasetyo");
    }

    [Fact]
    public async Task Reasons_are_asked_only_where_something_can_be_rejected()
    {
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var head = await office.Hire("Kepala Dinas Contoh", "penandatangan");
        var id = await office.Apply();
        await office.Verify(id, vera);
        await office.Claim(id, head);
        await using var desk = await office.SignedIn(head, script: false);
        await Open(desk, id);
        Assert.Equal(0, await desk.Page.GetByLabel("Alasan", new() { Exact = true }).CountAsync());
    }

    [Fact]
    public async Task A_refused_decision_keeps_all_that_was_typed_and_enter_decides_nothing()
    {
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var id = await office.Apply();
        await office.Claim(id, vera);
        await using var desk = await office.SignedIn(vera, script: false);
        await Open(desk, id);
        await desk.Page.GetByLabel("Tulis catatan").FillAsync("Sudah ditelepon.");
        await desk.Page.GetByText("Kekurangan untuk dikembalikan").ClickAsync();
        var name = Defect(desk, "anak.nama");
        await name.FillAsync("Ejaan berbeda.");

        await desk.Turn(() => name.PressAsync("Enter"));
        Assert.Contains("Belum ada yang diputuskan", await desk.Heard(), StringComparison.Ordinal);
        await desk.Press(office.Outcome("verifikasi", "reject"));
        Assert.Contains("GG-208", await desk.Heard(), StringComparison.Ordinal);
        Assert.Equal("Ejaan berbeda.", await Defect(desk, "anak.nama").InputValueAsync());
        Assert.Equal("Sudah ditelepon.", await desk.Page.GetByLabel("Tulis catatan").InputValueAsync());

        await desk.Press("Simpan catatan");
        Assert.Equal("Ejaan berbeda.", await Defect(desk, "anak.nama").InputValueAsync());
        await desk.Press(office.Outcome("verifikasi", "return"));
        Assert.Equal("Ejaan berbeda.", Assert.Single((await office.Case(id)).Defects).Note.AsText);
    }

    [Fact]
    public async Task An_officer_reads_what_others_changed_before_a_stale_page_decides()
    {
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var rudi = await office.Hire("Rudi Contoh", "verifikator");
        var id = await office.Apply();
        await office.Claim(id, vera);
        await using var desk = await office.SignedIn(vera);
        await Open(desk, id);
        await desk.Page.GetByLabel("Alasan", new() { Exact = true }).FillAsync("Data tidak benar.");
        await office.Do(id, new Command.Comment(Personal.Text("Tunggu dulu.")), rudi);

        await desk.Press(office.Outcome("verifikasi", "reject"));
        var heard = await desk.Heard();
        Assert.Contains("GG-211", heard, StringComparison.Ordinal);
        Assert.Contains("Rudi Contoh menulis catatan", heard, StringComparison.Ordinal);
        Assert.Contains("Tunggu dulu.", heard, StringComparison.Ordinal);
        Assert.Equal(
            "Data tidak benar.",
            await desk.Page.GetByLabel("Alasan", new() { Exact = true }).InputValueAsync()
        );

        await desk.Press(office.Outcome("verifikasi", "reject"));
        Assert.Equal("rejected", (await office.Case(id)).Determination!.Outcome);
    }

    [Fact]
    public async Task What_was_typed_is_shown_where_the_task_has_gone_to_another()
    {
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var chief = await office.Hire("Sari Contoh", "supervisor");
        var rudi = await office.Hire("Rudi Contoh", "verifikator");
        var id = await office.Apply();
        await office.Claim(id, vera);
        await using var desk = await office.SignedIn(vera);
        await Open(desk, id);
        await desk.Page.GetByLabel("Alasan", new() { Exact = true }).FillAsync("Data tidak benar.");
        var task = (await office.Case(id)).Tasks.Values.Single().Id;
        await office.Do(id, new Command.Reassign(task, rudi.Id, rudi.Roles, []), chief);

        await desk.Press(office.Outcome("verifikasi", "reject"));
        var heard = await desk.Heard();
        Assert.Contains("Sari Contoh menyerahkan tugas kepada Rudi Contoh", heard, StringComparison.Ordinal);
        Assert.Contains("Data tidak benar.", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_return_is_handed_to_the_supervisor_who_finds_the_defects_written()
    {
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var chief = await office.Hire("Kepala Seksi Contoh", "supervisor");
        var id = await office.Apply();
        await office.ReturnOnce(id, vera);
        await office.Claim(id, vera);
        await using (var desk = await office.SignedIn(vera, script: false))
        {
            await Open(desk, id);
            Assert.Contains("harus diputuskan penyelia", await desk.Heard(), StringComparison.Ordinal);
            await desk.Page.GetByText("Kekurangan untuk dikembalikan").ClickAsync();
            await Defect(desk, "ibu.nama").FillAsync("Nama ibu berbeda dengan KTP.");
            await desk
                .Page.GetByLabel("Penyelia", new() { Exact = true })
                .SelectOptionAsync(new SelectOptionValue { Value = chief.Id });
            await desk.Press("Serahkan ke penyelia");
            Assert.Contains("Tersimpan", await desk.Heard(), StringComparison.Ordinal);
        }

        await using var supervisor = await office.SignedIn(chief);
        await Open(supervisor, id);
        Assert.Equal("Nama ibu berbeda dengan KTP.", await Defect(supervisor, "ibu.nama").InputValueAsync());
        var heard = await supervisor.Heard();
        Assert.Contains("Keputusan lain tetap pada peran Verifikator", heard, StringComparison.Ordinal);
        Assert.DoesNotContain(office.Outcome("verifikasi", "approve"), heard, StringComparison.Ordinal);
        await supervisor.Press(office.Outcome("verifikasi", "return"));
        Assert.Equal(2, (await office.Case(id)).Returns);
    }

    [Fact]
    public async Task A_supervisor_gives_out_a_task_that_they_may_not_do()
    {
        var chief = await office.Hire("Kepala Seksi Contoh", "supervisor");
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var id = await office.Apply();
        await using var desk = await office.SignedIn(chief);
        await Open(desk, id);
        var heard = await desk.Heard();
        Assert.Contains("Tugas ini untuk peran Verifikator", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("Ambil tugas", heard, StringComparison.Ordinal);
        await desk.Page.GetByText("Alihkan ke petugas lain").ClickAsync();
        await desk
            .Page.GetByLabel("Petugas", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Value = vera.Id });
        await desk.Press("Alihkan");
        Assert.Equal(vera.Id, (await office.Case(id)).Tasks.Values.Single().Assignee);
    }

    [Fact]
    public async Task A_holder_gives_the_task_to_a_colleague_and_goes_on_with_the_next_case_by_keyboard()
    {
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var rudi = await office.Hire("Rudi Contoh", "verifikator");
        var (id, other) = (await office.Apply(), await office.Apply());
        await office.Claim(id, vera);
        await using var desk = await office.SignedIn(vera);
        await Open(desk, id);
        await desk.Page.GetByText("Alihkan ke petugas lain").ClickAsync();
        await desk
            .Page.GetByLabel("Petugas", new() { Exact = true })
            .SelectOptionAsync(new SelectOptionValue { Value = rudi.Id });
        await desk.Press("Alihkan");
        Assert.Equal(rudi.Id, (await office.Case(id)).Tasks.Values.Single().Assignee);

        // The browser of the tests is not given access keys; that one leads to the next case stands in the markup.
        await desk.Page.Locator("a[accesskey=b]").FocusAsync();
        await desk.Turn(() => desk.Page.Keyboard.PressAsync("Enter"));
        Assert.DoesNotContain(id.Value.ToString("N"), desk.Page.Url, StringComparison.Ordinal);
        Assert.Contains("/meja/berkas/", desk.Page.Url, StringComparison.Ordinal);
        Assert.Equal(CaseStatus.Open, (await office.Case(other)).Status);
    }

    [Fact]
    public async Task Who_verified_is_told_that_another_must_sign()
    {
        var both = await office.Hire("Dua Peran Contoh", "verifikator", "penandatangan");
        var id = await office.Apply();
        await office.Verify(id, both);
        await using var desk = await office.SignedIn(both);
        await Open(desk, id);
        Assert.Contains(
            "Anda yang mengerjakan Verifikasi berkas; Tanda tangan akta harus dikerjakan orang lain.",
            await desk.Heard(),
            StringComparison.Ordinal
        );
        Assert.Equal(0, await desk.Page.GetByRole(AriaRole.Button, new() { Name = "Ambil tugas" }).CountAsync());
    }

    [Fact]
    public async Task A_saved_phrase_is_put_into_the_reasons_without_script()
    {
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var id = await office.Apply();
        await office.Claim(id, vera);
        await using var desk = await office.SignedIn(vera, Screen.Phone, script: false);
        await desk.Open("/meja/frasa");
        await desk.Page.GetByLabel("Frasa baru").FillAsync("Foto dokumen kurang jelas.");
        await desk.Press("Tambah frasa");
        Assert.Contains("Foto dokumen kurang jelas.", await desk.Heard(), StringComparison.Ordinal);

        await Open(desk, id);
        await desk.Page.GetByLabel("Alasan", new() { Exact = true }).FillAsync("Belum lengkap.");
        await desk
            .Page.GetByLabel("Frasa tersimpan")
            .SelectOptionAsync(new SelectOptionValue { Label = "Foto dokumen kurang jelas." });
        await desk.Press("Sisipkan ke alasan");
        Assert.Equal(
            "Belum lengkap. Foto dokumen kurang jelas.",
            await desk.Page.GetByLabel("Alasan", new() { Exact = true }).InputValueAsync()
        );
        Assert.Equal(vera.Id, (await office.Case(id)).Tasks.Values.Single().Assignee);
    }

    [Fact]
    public async Task An_officer_is_on_record_with_a_role_of_their_own_for_the_page_and_each_kind_of_paper()
    {
        var chief = await office.Hire("Kepala Seksi Contoh", "supervisor");
        var id = await office.Apply();
        await using var desk = await office.SignedIn(chief);
        await Open(desk, id);
        var shown = await desk.Page.Locator("iframe").GetAttributeAsync("src");
        await desk.Page.Context.APIRequest.GetAsync(new Uri(host.Address, shown!).ToString());
        await desk.Page.GetByLabel("Tulis catatan").FillAsync("Sudah ditelepon.");
        await desk.Press("Simpan catatan");
        await Open(desk, id);

        var looks = await office.Journal.Access.Read(id);
        Assert.Equal(["attachment", "review"], looks.Select(look => look.Purpose).Order());
        Assert.All(looks, look => Assert.Equal((chief.Id, "supervisor"), (look.Actor, look.Role)));
    }

    [Fact]
    public async Task What_was_erased_reads_as_erased_and_not_as_left_out()
    {
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var id = await office.Apply(nik: "3404016708920011");
        await office.Do(id, new Command.Comment(Personal.Text("Sudah ditelepon.")), vera);
        await office.Journal.Subjects.Erase(await office.Journal.Subjects.OfNik("3404016708920011"), "diminta pemohon");

        await using var desk = await office.SignedIn(vera, script: false);
        await Open(desk, id);
        var heard = await desk.Heard();
        Assert.Contains("Terhapus bersama data pribadi", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("Sudah ditelepon.", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_supervisor_finds_a_case_that_stopped_and_has_it_tried_again()
    {
        var chief = await office.Hire("Kepala Seksi Contoh", "supervisor");
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var head = await office.Hire("Kepala Dinas Contoh", "penandatangan");
        var id = await office.Apply();
        await office.Verify(id, vera);
        await office.Claim(id, head);
        // The letter cannot be made without the child it is about.
        var before = await office.Case(id);
        await office.Journal.Subjects.Erase(new SubjectId(before.Subjects["anak"]), "diminta");
        var read = new Personal(FeelContext.Of(("data_dibaca", true)));
        var sign = new Command.Complete(before.Tasks.Keys.Single(), "approve", read, Personal.Nothing, []);
        await office.Do(id, sign, head);
        for (var end = DateTime.UtcNow.AddMinutes(2); (await office.Case(id)).Incidents.IsEmpty; )
            Assert.True(DateTime.UtcNow < end, "The letter does not fail.");

        await using var desk = await office.SignedIn(chief, script: false);
        await desk.Open("/meja");
        await desk.Page.GetByText("Berkas yang terhenti").ClickAsync();
        await desk.Press((await office.Case(id)).Number!);
        Assert.Contains("Nomor suratnya sudah diambil", await desk.Heard(), StringComparison.Ordinal);
        await desk.Press("Coba lagi");

        Assert.Contains("Tersimpan", await desk.Heard(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_a_case_is_nobodys_outside_the_deciding_agency_and_in_no_strangers_frame()
    {
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var id = await office.Apply();
        await using var desk = await office.SignedIn(vera);
        await Open(desk, id);
        var shown = await desk.Page.Locator("iframe").GetAttributeAsync("src");
        var content = shown!.Replace("/lihat", "/isi", StringComparison.Ordinal);
        var response = await desk.Page.Context.APIRequest.GetAsync(new Uri(host.Address, content).ToString());
        Assert.Equal("image/png", response.Headers["content-type"]);
        Assert.Equal("nosniff", response.Headers["x-content-type-options"]);
        Assert.Contains("frame-ancestors 'self'", response.Headers["content-security-policy"]);
        var pdf = await desk.Page.RunAndWaitForResponseAsync(
            () => desk.Page.GetByRole(AriaRole.Link, new() { Name = "surat-lahir.pdf" }).ClickAsync(),
            r => r.Url.EndsWith("/isi", StringComparison.Ordinal)
        );
        Assert.Equal("application/pdf", pdf.Headers["content-type"]);
        Assert.StartsWith("inline;", pdf.Headers["content-disposition"], StringComparison.Ordinal);

        var elsewhere = new Office(host, "dukcapil-ambon");
        await using var stranger = await elsewhere.SignedIn(await elsewhere.Hire("Orang Lain", "verifikator"));
        var refused = await stranger.Page.Context.APIRequest.GetAsync(new Uri(host.Address, content).ToString());
        Assert.Equal(404, refused.Status);
    }

    private static async Task Open(Visitor desk, CaseId id) => await desk.Open($"/meja/berkas/{id.Value:N}");

    private ILocator Defect(Visitor desk, string field) =>
        desk.Page.Locator($"[name='cacat-{field}']").And(desk.Page.GetByLabel(office.Label("permohonan", field)));
}
