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
    }

    [Fact]
    public async Task A_granted_application_has_its_letter_as_a_page_with_number_signer_and_code()
    {
        var (vera, signer) = (
            await office.Hire("Vera Contoh", "verifikator"),
            await office.Hire("Tanda Contoh", "penandatangan")
        );
        var id = await office.Apply("Putri Ambon");
        await office.Verify(id, vera);
        await office.Claim(id, signer);
        var task = (await office.Case(id)).Tasks.Values.Single().Id;
        var read = new Personal(Standards.Feel.FeelContext.Of(("data_dibaca", true)));
        await office.Do(id, new Command.Complete(task, "approve", read, Personal.Nothing, []), signer);

        await Cases.WithLetter(host, id);
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
    public async Task A_letter_is_nobodys_outside_the_deciding_agency()
    {
        var id = await office.Apply();
        var elsewhere = new Office(host, "dukcapil-sleman");
        await using var stranger = await elsewhere.SignedIn(await elsewhere.Hire("Orang Lain", "verifikator"));
        Assert.Equal(404, (await stranger.Open($"/berkas/{id.Value:N}/surat")).Status);
    }
}
