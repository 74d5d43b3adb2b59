using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Standards.Feel;
using Genggam.Web.Tests.Desk;
using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Tests.Portal;

public sealed class CorrectionTests(Host host)
{
    private readonly Desk.Office office = new(host, "dukcapil-sleman");

    [Fact]
    public async Task A_refused_file_is_told_apart_and_a_good_one_outlives_a_fault_elsewhere()
    {
        var (mother, id) = await Returned();
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await mother.Enter(visitor);
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
        await mother.Enter(visitor);
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
    public async Task A_correction_that_calls_up_further_questions_asks_them()
    {
        var (mother, id) = await Returned(null, new Defect("perkawinan.bukti", "Buku nikah tidak sah."));
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await mother.Enter(visitor);
        await visitor.Open($"/berkas/{id.Value:N}/perbaiki");
        var journey = new Journey(host, visitor, Birth.Service);
        await journey.Answer(new Dictionary<string, string> { ["perkawinan.bukti"] = "sptjm" });
        await visitor.Press("Kirim perbaikan");
        var heard = await visitor.Heard();
        Assert.Contains("pertanyaan lanjutan", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("FORM-", heard, StringComparison.Ordinal);

        var further = new Dictionary<string, string>
        {
            ["dokumen.sptjm_f204"] = "sptjm.png",
            ["saksi1.nama"] = "Rudi Contoh",
            ["saksi1.nik"] = "3578011505880004",
            ["saksi2.nama"] = "Tini Contoh",
        };
        await journey.Answer(further);
        await visitor.Press("Kirim perbaikan");
        Assert.Contains("NIK saksi kedua", await visitor.Heard(), StringComparison.Ordinal);
        Assert.Contains("FORM-101", await visitor.Heard(), StringComparison.Ordinal);
        await journey.Answer(new Dictionary<string, string> { ["saksi2.nik"] = "3578014101900001" });
        await visitor.Press("Kirim perbaikan");
        Assert.EndsWith($"/berkas/{id.Value:N}", visitor.Page.Url, StringComparison.Ordinal);
        var data = (await office.Case(id)).Data;
        Assert.Equal(new FeelString("sptjm"), data.At("perkawinan.bukti"));
        Assert.Equal(new FeelString("Rudi Contoh"), data.At("saksi1.nama"));
        Assert.Single(Attachments.In(data.At("dokumen.sptjm_f204")));
    }

    [Fact]
    public async Task A_case_that_the_rules_gave_back_says_why_on_which_law_and_what_to_correct()
    {
        var mother = await People.Citizen(host);
        var known = (await office.Case(await office.Apply(nik: mother.Nik))).Data;
        var sworn = known
            .WithAt("dokumen.bukti_lahir", new FeelString("sptjm"))
            .WithAt("dokumen.sptjm_f203", known.At("dokumen.kk"));
        foreach (var witness in new[] { "saksi1", "saksi2" })
            sworn = sworn
                .WithAt($"{witness}.nama", new FeelString("Rudi Contoh"))
                .WithAt($"{witness}.nik", new FeelString("3404011505850002"));
        var subject = await office.Journal.Subjects.OfNik(mother.Nik);
        var handedIn = await host
            .Services.GetRequiredService<Submission>()
            .Submit(
                office.Release,
                office.Agency,
                sworn,
                subject,
                Actor.Citizen(subject.Value.ToString("N")),
                "web",
                Guid.NewGuid().ToString(),
                TestContext.Current.CancellationToken
            );
        var id = Assert.IsType<SubmitResult.Submitted>(handedIn).Case;
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await mother.Enter(visitor);
        foreach (var path in new[] { "", "/perbaiki" })
        {
            await visitor.Open($"/berkas/{id.Value:N}{path}");
            Assert.Contains("Dua saksi harus orang yang berbeda", await visitor.Heard(), StringComparison.Ordinal);
            Assert.Contains("Nomor 109 Tahun 2019", await visitor.Heard(), StringComparison.Ordinal);
        }
        // The rule names the answers that it asks for; nothing else is opened.
        var asked = await visitor.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Textbox).AllAsync();
        Assert.Equal(
            ["saksi1.nama", "saksi1.nik", "saksi2.nama", "saksi2.nik"],
            await Task.WhenAll(asked.Select(box => box.GetAttributeAsync("name")))
        );
    }

    [Fact]
    public async Task Two_cases_of_one_parent_that_came_back_are_both_corrected()
    {
        var (mother, first) = await Returned();
        var (_, second) = await Returned(mother);
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await mother.Enter(visitor);
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
    private async Task<(Citizen Mother, CaseId Case)> Returned(Citizen? parent = null, params Defect[] defects)
    {
        var mother = parent ?? await People.Citizen(host);
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var id = await office.Apply(nik: mother.Nik);
        await office.Claim(id, vera);
        var task = (await office.Case(id)).Tasks.Values.Single().Id;
        if (defects.Length == 0)
            defects = [new("anak.nama", "Ejaan berbeda."), new("dokumen.surat_lahir", "Foto buram.")];
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
