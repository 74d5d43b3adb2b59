using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Standards.Feel;
using Genggam.Web.Tests.Desk;
using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;

namespace Genggam.Web.Tests.Portal;

public sealed class CorrectionTests(Host host)
{
    private readonly Desk.Office office = new(host, "dukcapil-sleman");

    [Fact]
    public async Task A_refused_file_is_told_apart_and_a_good_one_outlives_a_fault_elsewhere()
    {
        var (mother, id) = await Returned();
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await mother.SignIn(visitor);
        await visitor.Open($"/berkas/{id.Value:N}/perbaiki");
        await Name(visitor).FillAsync("Bima Ariya");
        await File(visitor).SetInputFilesAsync(Sheets.Program);
        await visitor.Press("Kirim perbaikan");
        Assert.Contains("GG-601", await visitor.Heard(), StringComparison.Ordinal);
        Assert.Equal("Bima Ariya", await Name(visitor).InputValueAsync());

        await File(visitor).SetInputFilesAsync(Sheets.Pdf("besar.pdf", new byte[6_000_000]));
        await visitor.Press("Kirim perbaikan");
        Assert.Contains("GG-602", await visitor.Heard(), StringComparison.Ordinal);
        await File(visitor).SetInputFilesAsync(Sheets.Pdf("kosong.pdf", []));
        await visitor.Press("Kirim perbaikan");
        Assert.Contains("GG-603", await visitor.Heard(), StringComparison.Ordinal);

        await Name(visitor).FillAsync("B");
        await File(visitor).SetInputFilesAsync(Sheets.Pdf("surat-baru.pdf"));
        await visitor.Press("Kirim perbaikan");
        var heard = await visitor.Heard();
        Assert.Contains("FORM-10", heard, StringComparison.Ordinal);
        Assert.Contains("surat-baru.pdf", heard, StringComparison.Ordinal);
        await Name(visitor).FillAsync("Bima Ariya");
        await visitor.Press("Kirim perbaikan");
        Assert.EndsWith($"/berkas/{id.Value:N}", visitor.Page.Url, StringComparison.Ordinal);

        var data = (await office.Case(id)).Data;
        Assert.Equal(new FeelString("Bima Ariya"), data.At("anak.nama"));
        var file = Assert.IsType<FeelContext>(Assert.IsType<FeelList>(data.At("dokumen.surat_lahir")).Items.Single());
        Assert.Equal(new FeelString("surat-baru.pdf"), file["nama"]);
        Assert.IsType<BlobContent.Found>(await office.Journal.Blobs.Read(Attachments.In(file).Single()));
    }

    [Fact]
    public async Task A_correction_from_a_page_that_is_old_is_told_so_and_what_was_typed_is_shown()
    {
        var (mother, id) = await Returned();
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await mother.SignIn(visitor);
        await visitor.Open($"/berkas/{id.Value:N}/perbaiki");
        await Name(visitor).FillAsync("Bima Ariya Prasetya");
        var task = (await office.Case(id)).WithApplicant!;
        await office.Do(
            id,
            new Command.Complete(task.Id, "submit", Personal.Nothing, Personal.Nothing, []),
            Actor.Citizen((await office.Case(id)).Applicant!)
        );

        await visitor.Press("Kirim perbaikan");
        var heard = await visitor.Heard();
        Assert.Contains("GG-201", heard, StringComparison.Ordinal);
        Assert.Contains("Bima Ariya Prasetya", heard, StringComparison.Ordinal);
        await visitor.Open($"/berkas/{id.Value:N}/perbaiki?lang=en");
        Assert.Contains("There is nothing to send now", await visitor.Heard(), StringComparison.Ordinal);
        await visitor.Press("Follow the case");
        Assert.EndsWith($"/berkas/{id.Value:N}", visitor.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_cases_of_one_parent_that_came_back_are_both_corrected()
    {
        var (mother, first) = await Returned();
        var (_, second) = await Returned(mother);
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await mother.SignIn(visitor);
        foreach (var (id, name) in new[] { (first, "Bima Ariya"), (second, "Dewa Ariya") })
        {
            await visitor.Open($"/berkas/{id.Value:N}/perbaiki");
            await Name(visitor).FillAsync(name);
            await visitor.Press("Kirim perbaikan");
            Assert.EndsWith($"/berkas/{id.Value:N}", visitor.Page.Url, StringComparison.Ordinal);
            Assert.Equal(new FeelString(name), (await office.Case(id)).Data.At("anak.nama"));
        }
    }

    /// <summary>A birth that came back for the name of the child and the letter of the hospital.</summary>
    private async Task<(Citizen Mother, CaseId Case)> Returned(Citizen? parent = null)
    {
        var mother = parent ?? await People.Citizen(host);
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var id = await office.Apply(nik: mother.Nik);
        await office.Claim(id, vera);
        var task = (await office.Case(id)).Tasks.Values.Single().Id;
        Defect[] defects = [new("anak.nama", "Ejaan berbeda."), new("dokumen.surat_lahir", "Foto buram.")];
        await office.Do(
            id,
            new Command.Complete(task, "return", Personal.Nothing, Personal.Nothing, [.. defects]),
            vera
        );
        return (mother, id);
    }

    private static ILocator Name(Visitor visitor) => visitor.Page.Locator("[name='anak.nama']");

    private static ILocator File(Visitor visitor) => visitor.Page.Locator("input[type=file]");
}
