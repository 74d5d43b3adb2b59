using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;

namespace Genggam.Web.Tests.Portal;

/// <summary>What a form page of an application says to answers that cannot be, and what it keeps.</summary>
public sealed class WrongAnswersTests(Host host)
{
    private const string ImpossibleNik = "3578013213450001";

    [Theory]
    [InlineData("id", "Simpan dan lanjutkan")]
    [InlineData("en", "Save and continue")]
    public async Task A_NIK_and_a_date_that_cannot_be_are_told_with_their_number_and_stay_as_typed(
        string language,
        string save
    )
    {
        var mother = await People.Citizen(host);
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await mother.Enter(visitor);
        var journey = await Birth.ToThePageOfTheFamily(host, visitor, Birth.Answers(mother));
        var draft = visitor.Page.Url[..visitor.Page.Url.LastIndexOf('/')];

        await visitor.Open($"{draft}/page_pelapor?lang={language}");
        await Box(visitor, "pemohon.nik").FillAsync(ImpossibleNik);
        await visitor.Press(save);
        Assert.Contains("FORM-110", await visitor.Heard(), StringComparison.Ordinal);
        Assert.Equal(ImpossibleNik, await Box(visitor, "pemohon.nik").InputValueAsync());
        Assert.Equal(mother.Name, await Box(visitor, "pemohon.nama").InputValueAsync());

        await visitor.Open($"{draft}/page_anak");
        await Box(visitor, "anak.nama").FillAsync("Bima Arya");
        await Box(visitor, "anak.tanggal_lahir.day").FillAsync("31");
        await Box(visitor, "anak.tanggal_lahir.month").FillAsync("2");
        await Box(visitor, "anak.tanggal_lahir.year").FillAsync("2026");
        await visitor.Press(save);
        Assert.Contains("FORM-115", await visitor.Heard(), StringComparison.Ordinal);
        // Kept on the page and with the application: also after a lost line.
        await visitor.Open($"{draft}/page_anak");
        Assert.Equal("31", await Box(visitor, "anak.tanggal_lahir.day").InputValueAsync());
        Assert.Equal("2", await Box(visitor, "anak.tanggal_lahir.month").InputValueAsync());
        Assert.Equal("Bima Arya", await Box(visitor, "anak.nama").InputValueAsync());
    }

    [Fact]
    public async Task The_NIK_of_somebody_else_is_refused_where_the_form_asks_for_ones_own()
    {
        var mother = await People.Citizen(host);
        var neighbour = await People.Citizen(host);
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await mother.Enter(visitor);
        await Birth.ToThePageOfTheFamily(host, visitor, Birth.Answers(mother));
        var draft = visitor.Page.Url[..visitor.Page.Url.LastIndexOf('/')];

        await visitor.Open($"{draft}/page_pelapor");
        await Box(visitor, "pemohon.nik").FillAsync(neighbour.Nik);
        await visitor.Press("Simpan dan lanjutkan");
        Assert.Contains("FORM-118", await visitor.Heard(), StringComparison.Ordinal);
        Assert.Equal(neighbour.Nik, await Box(visitor, "pemohon.nik").InputValueAsync());
        await Box(visitor, "pemohon.nik").FillAsync(mother.Nik);
        await visitor.Press("Simpan dan lanjutkan");
        Assert.DoesNotContain("/page_pelapor", visitor.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_brings_up_further_questions_says_so()
    {
        var mother = await People.Citizen(host);
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await mother.Enter(visitor);
        await Birth.ToThePageOfTheFamily(host, visitor, Birth.Answers(mother));
        var draft = visitor.Page.Url[..visitor.Page.Url.LastIndexOf('/')];
        await visitor.Open($"{draft}/page_perkawinan");
        await visitor.Page.Locator("[name='perkawinan.bukti'][value='buku_nikah']").CheckAsync(new() { Force = true });
        await visitor.Press("Simpan dan lanjutkan");
        Assert.Contains("memunculkan pertanyaan lanjutan", await visitor.Heard(), StringComparison.Ordinal);
        await visitor.Press("Simpan dan lanjutkan");
        Assert.DoesNotContain("memunculkan pertanyaan lanjutan", await visitor.Heard(), StringComparison.Ordinal);
        Assert.Contains("FORM-101", await visitor.Heard(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Far_too_much_text_is_refused_and_everything_else_need_not_be_typed_again()
    {
        var mother = await People.Citizen(host);
        await using var visitor = await host.Visitor(script: false);
        await mother.Enter(visitor);
        await Birth.ToThePageOfTheFamily(host, visitor, Birth.Answers(mother));
        await Box(visitor, "keluarga.nomor_kk").FillAsync("3578010101150001");
        await Box(visitor, "keluarga.alamat").FillAsync($"Jalan Mawar {new string('a', 200_000)}");
        await visitor.Press("Simpan dan lanjutkan");
        var heard = await visitor.Heard();
        Assert.Contains("WEB-413", heard, StringComparison.Ordinal);
        Assert.InRange(heard.Length, 1, 5_000);

        await visitor.Page.GetByText("Persingkat jawaban yang berawal").ClickAsync();
        var answer = visitor.Page.GetByLabel("Jawaban yang terlalu panjang");
        Assert.StartsWith("Jalan Mawar", await answer.InputValueAsync(), StringComparison.Ordinal);
        await answer.FillAsync("Jalan Mawar Contoh 7");
        await visitor.Press("Kirim lagi");
        Assert.EndsWith("/page_keluarga", visitor.Page.Url, StringComparison.Ordinal);
        Assert.Equal("Jalan Mawar Contoh 7", await Box(visitor, "keluarga.alamat").InputValueAsync());
        Assert.Equal("3578010101150001", await Box(visitor, "keluarga.nomor_kk").InputValueAsync());
    }

    [Fact]
    public async Task A_program_that_is_called_pdf_is_refused_and_the_other_answers_stay()
    {
        var mother = await People.Citizen(host);
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await mother.Enter(visitor);
        var answers = Birth.Answers(mother);
        var journey = await Birth.ToThePageOfTheFamily(host, visitor, answers);
        await journey.FillInPage(answers);
        await Box(visitor, "dokumen.kk").SetInputFilesAsync(Sheets.Program);
        await visitor.Press("Simpan dan lanjutkan");
        Assert.Contains("kk.pdf: hanya PDF, JPEG, atau PNG", await visitor.Heard(), StringComparison.Ordinal);
        Assert.Contains("GG-601", await visitor.Heard(), StringComparison.Ordinal);
        Assert.Equal(answers["keluarga.alamat"], await Box(visitor, "keluarga.alamat").InputValueAsync());

        await journey.FillInPage(answers);
        await visitor.Press("Simpan dan lanjutkan");
        Assert.EndsWith("/page_anak", visitor.Page.Url, StringComparison.Ordinal);
    }

    private static ILocator Box(Visitor visitor, string name) => visitor.Page.Locator($"[name='{name}']");
}
