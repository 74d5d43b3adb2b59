using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Portal;

public sealed class FrontDoorTests(Host host)
{
    [Theory]
    [InlineData("/")]
    [InlineData("/layanan")]
    [InlineData("/layanan?cari=akta")]
    [InlineData("/layanan?cari=xyz")]
    [InlineData("/layanan?peristiwa=kelahiran-anak")]
    [InlineData("/layanan?instansi=dukcapil-surabaya")]
    [InlineData("/layanan?wilayah=35.78&peristiwa=memulai-usaha")]
    [InlineData("/layanan/akta-kelahiran?wilayah=34.04")]
    [InlineData("/layanan/akta-kelahiran")]
    [InlineData("/layanan/akta-kelahiran/cek")]
    [InlineData("/bantuan")]
    [InlineData("/privasi")]
    [InlineData("/aksesibilitas")]
    [InlineData("/galat/GG-102")]
    [InlineData("/galat/GG-701")]
    public async Task A_page_reads_well_on_every_screen_and_in_both_languages_without_script(string path)
    {
        foreach (var (screen, language) in new[] { (Screen.Phone, "id"), (Screen.Wide, "en") })
        {
            await using var visitor = await host.Visitor(screen, script: false);
            var response = await visitor.Open($"{path}{(path.Contains('?') ? '&' : '?')}lang={language}");
            Assert.Equal(200, response.Status);
            Assert.Equal(language, await visitor.Page.Locator("html").GetAttributeAsync("lang"));
            Assert.Equal(1, await visitor.Page.Locator("h1").CountAsync());
        }
    }

    [Fact]
    public async Task A_citizen_finds_a_service_and_learns_whether_it_is_for_them()
    {
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await visitor.Open("/");
        await visitor.Page.GetByLabel("Apa yang ingin Anda urus?").FillAsync("akta kelahiran");
        await visitor.Press("Cari");
        await visitor.Press("Akta kelahiran");
        await visitor.Press("Apakah saya bisa?");
        await visitor.Page.GetByLabel("Anak saya atau anak dalam keluarga").CheckAsync();
        await visitor.Page.GetByRole(AriaRole.Group, new() { Name = "hidup" }).GetByLabel("Ya").CheckAsync();
        await visitor.Page.GetByLabel("Di Indonesia").CheckAsync();
        await visitor.Press("Lihat jawaban");
        Assert.Contains("Pilih jawaban: Apakah anak sudah punya akta kelahiran? (FORM-101)", await visitor.Heard());
        Assert.True(await visitor.Page.GetByLabel("Di Indonesia").IsCheckedAsync());

        await visitor.Page.GetByRole(AriaRole.Group, new() { Name = "sudah punya" }).GetByLabel("Tidak").CheckAsync();
        await visitor.Press("Lihat jawaban");
        Assert.Contains("Kelahiran ini dapat dicatatkan di sini.", await visitor.Heard());
    }

    [Fact]
    public async Task The_language_link_keeps_the_page_and_is_remembered()
    {
        await using var visitor = await host.Visitor();
        await visitor.Open("/layanan?cari=akta");
        await visitor.Press("English");
        Assert.Contains("cari=akta", visitor.Page.Url);
        await visitor.Open("/layanan");
        Assert.Contains("Services", await visitor.Heard());
    }

    [Fact]
    public async Task A_page_that_does_not_exist_says_so_with_a_number_and_a_way_on()
    {
        await using var visitor = await host.Visitor(Screen.Phone);
        var response = await visitor.Open("/tidak-ada");
        Assert.Equal(404, response.Status);
        Assert.Contains("WEB-404", await visitor.Heard());
        await visitor.Open("/layanan/tidak-ada");
        Assert.Contains("WEB-404", await visitor.Heard());
    }
}
