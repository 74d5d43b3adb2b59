using Genggam.Engine;
using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;

namespace Genggam.Web.Tests.Desk;

/// <summary>What was decided, as a page.</summary>
public sealed class LetterTests(Host host)
{
    private readonly Office office = new(host, "dukcapil-ambon");

    [Fact]
    public async Task An_applicant_reads_what_was_decided_why_and_under_which_law()
    {
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var id = await office.Apply();
        await office.Claim(id, vera);
        var task = (await office.Case(id)).Tasks.Values.Single().Id;
        var reasons = Personal.Text("Surat lahir bukan milik anak ini.");
        var answers = Standards.Feel.FeelContext.Of(("alasan", "data_tidak_benar"));
        await office.Do(id, new Command.Complete(task, "reject", new Personal(answers), reasons, []), vera);

        await using var parent = await host.Visitor(Screen.Phone, script: false);
        await SignIns.Citizen(parent);
        await parent.Open($"/berkas/{id.Value:N}/surat");
        var heard = await parent.Heard();
        Assert.Contains("Ditolak", heard, StringComparison.Ordinal);
        Assert.Contains("Surat lahir bukan milik anak ini.", heard, StringComparison.Ordinal);
        Assert.Contains("Dasar hukum", heard, StringComparison.Ordinal);
        Assert.Contains("keberatan", heard, StringComparison.Ordinal);
        Assert.Contains("CONTOH", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("penolakan/", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_granted_application_has_its_letter_as_a_page_with_number_signer_and_code()
    {
        var (id, signer) = await Granted("Putri Ambon");
        await using var desk = await office.SignedIn(signer);
        await desk.Open($"/berkas/{id.Value:N}/surat");
        var signed = desk.Page.GetByRole(AriaRole.Link, new() { Name = "Unduh surat bertanda tangan (PDF)" });
        await Assertions.Expect(signed).ToBeVisibleAsync();
        var heard = await desk.Heard();
        var issued = Assert.Single((await office.Case(id)).Documents);
        Assert.Contains(issued.Number, heard, StringComparison.Ordinal);
        Assert.Contains(issued.Code, heard, StringComparison.Ordinal);
        Assert.Contains("Putri Ambon", heard, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_its_signer_revokes_no_longer_counts_for_whoever_checks_it()
    {
        var (id, signer) = await Granted("Putra Ambon");
        var issued = Assert.Single((await office.Case(id)).Documents);
        await using var desk = await office.SignedIn(signer, Screen.Phone, script: false);
        await desk.Open($"/meja/berkas/{id.Value:N}");
        await desk.Page.GetByText($"Cabut dokumen {issued.Number}", new() { Exact = true }).ClickAsync();
        await desk.Press("Cabut dokumen");
        var missing = await desk.Heard();
        Assert.Contains("Tulis mengapa dokumen ini dicabut", missing, StringComparison.Ordinal);
        Assert.DoesNotContain("Penolakan", missing, StringComparison.Ordinal);
        await desk.Page.GetByLabel("Mengapa dicabut").FillAsync("Terbit atas nama yang keliru.");
        await desk.Press("Cabut dokumen");
        Assert.Contains("Isi dasar hukum pencabutan", await desk.Heard(), StringComparison.Ordinal);
        Assert.Equal("Terbit atas nama yang keliru.", await desk.Page.GetByLabel("Mengapa dicabut").InputValueAsync());

        await desk.Page.GetByLabel("Dasar hukum pencabutan").FillAsync("UU 30/2014 Pasal 64");
        await desk.Press("Cabut dokumen");
        Assert.Contains("Tandai bahwa Anda yakin", await desk.Heard(), StringComparison.Ordinal);
        Assert.False(Assert.Single((await office.Case(id)).Documents).Revoked);
        await desk.Page.GetByLabel("Saya yakin").CheckAsync(new() { Force = true });
        await desk.Press("Cabut dokumen");
        Assert.Contains($"Dokumen {issued.Number} dicabut.", await desk.Heard(), StringComparison.Ordinal);
        Assert.True(Assert.Single((await office.Case(id)).Documents).Revoked);

        await using var parent = await host.Visitor(Screen.Phone, script: false);
        await SignIns.Citizen(parent);
        await parent.Open($"/berkas/{id.Value:N}");
        var told = await parent.Page.GetByRole(AriaRole.Main).InnerTextAsync();
        Assert.Contains("Terbit atas nama yang keliru.", told, StringComparison.Ordinal);
        Assert.Contains("UU 30/2014 Pasal 64", told, StringComparison.Ordinal);
        Assert.DoesNotContain($"{issued.Code}Dicabut", told, StringComparison.Ordinal);

        await using var anyone = await host.Visitor(Screen.Phone, script: false);
        var heard = "";
        for (
            var end = DateTime.UtcNow.AddMinutes(1);
            !heard.Contains("UU 30/2014 Pasal 64", StringComparison.Ordinal);

        )
        {
            Assert.True(DateTime.UtcNow < end, $"The revocation does not reach the register: {heard}");
            await anyone.Page.GotoAsync($"/periksa?kode={issued.Code}");
            heard = await anyone.Heard();
        }
        Assert.Contains("dicabut", heard, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_draft_is_for_whoever_signs_and_is_on_record()
    {
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var signer = await office.Hire("Tanda Contoh", "penandatangan");
        var id = await office.Apply("Putri Konsep");
        await office.Verify(id, vera);
        await using var desk = await office.SignedIn(signer, script: false);
        Assert.Equal(404, (await desk.Open($"/meja/berkas/{id.Value:N}/konsep/kutipan")).Status);
        await office.Claim(id, signer);
        await desk.Open($"/meja/berkas/{id.Value:N}/konsep/kutipan");
        var heard = await desk.Heard();
        Assert.Contains("Konsep, belum berlaku", heard, StringComparison.Ordinal);
        Assert.Contains("Putri Konsep", heard, StringComparison.Ordinal);
        Assert.Empty((await office.Case(id)).Documents);
        Assert.Contains(await office.Journal.Access.Read(id), look => look.Purpose == "draft");
    }

    private async Task<(Journal.CaseId Id, Actor Signer)> Granted(string child)
    {
        var (vera, signer) = (
            await office.Hire("Vera Contoh", "verifikator"),
            await office.Hire("Tanda Contoh", "penandatangan")
        );
        var id = await office.Apply(child);
        await office.Verify(id, vera);
        await office.Claim(id, signer);
        var task = (await office.Case(id)).Tasks.Values.Single().Id;
        var read = new Personal(Standards.Feel.FeelContext.Of(("data_dibaca", true)));
        await office.Do(id, new Command.Complete(task, "approve", read, Personal.Nothing, []), signer);
        await Cases.WithLetter(host, id);
        return (id, signer);
    }

    [Fact]
    public async Task A_letter_is_nobodys_outside_the_deciding_agency()
    {
        var id = await office.Apply();
        var elsewhere = new Office(host, "dukcapil-sleman");
        await using var stranger = await elsewhere.SignedIn(await elsewhere.Hire("Orang Lain", "verifikator"));
        Assert.Equal(404, (await stranger.Open($"/berkas/{id.Value:N}/surat")).Status);
    }
}
