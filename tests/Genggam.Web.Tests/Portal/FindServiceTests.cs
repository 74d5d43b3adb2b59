using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;

namespace Genggam.Web.Tests.Portal;

public sealed class FindServiceTests(Host host)
{
    private const string Birth = "Akta kelahiran";
    private const string Hygiene = "Sertifikat laik higiene sanitasi";
    private const string Nib = "NIB usaha mikro";

    [Fact]
    public async Task Who_says_where_they_live_sees_what_is_offered_there_and_who_takes_it_and_need_not_say_it_again()
    {
        var mother = await People.Citizen(host);
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await mother.Enter(visitor);
        await visitor.Open("/layanan");
        await visitor
            .Page.GetByLabel("Tempat tinggal Anda")
            .SelectOptionAsync(new SelectOptionValue { Label = "Kabupaten Sleman" });
        await visitor.Press("Cari");
        var heard = await visitor.Heard();
        Assert.Contains("Untuk warga Kabupaten Sleman", heard, StringComparison.Ordinal);
        Assert.Contains(
            "Permohonan diterima oleh: Dinas Kependudukan dan Pencatatan Sipil Kabupaten Sleman",
            heard,
            StringComparison.Ordinal
        );
        Assert.Contains("Permohonan diterima oleh: Kementerian Investasi", heard, StringComparison.Ordinal);
        Assert.DoesNotContain($"\"{Hygiene}\"", heard, StringComparison.Ordinal);

        await visitor.Press(Birth);
        heard = await visitor.Heard();
        Assert.Contains("Instansi yang melayani Kabupaten Sleman", heard, StringComparison.Ordinal);
        Assert.DoesNotContain("Kota Surabaya", heard, StringComparison.Ordinal);
        await visitor.Press("Ajukan sekarang");
        var chosen = visitor.Page.GetByRole(AriaRole.Radio, new() { Name = "Kabupaten Sleman" });
        Assert.True(await chosen.IsCheckedAsync());
    }

    [Theory]
    [InlineData("wilayah=35.78", new[] { Birth, Hygiene, Nib })]
    [InlineData("wilayah=35", new[] { Birth, Hygiene, Nib })]
    [InlineData("wilayah=11.01", new[] { Nib })]
    [InlineData("wilayah=34.04&peristiwa=memulai-usaha", new[] { Nib })]
    [InlineData("wilayah=35.78&cari=warung+makan&peristiwa=memulai-usaha&instansi=dinkes-surabaya", new[] { Hygiene })]
    [InlineData("wilayah=34.04&instansi=dinkes-surabaya", new string[0])]
    [InlineData("cari=&peristiwa=&wilayah=&instansi=", new[] { Birth, Hygiene, Nib })]
    public async Task Words_life_event_agency_and_region_narrow_together(string query, string[] found)
    {
        using var client = host.Client();
        var page = await client.GetStringAsync($"/layanan?{query}", TestContext.Current.CancellationToken);
        Assert.All(found, name => Assert.Contains($">{name}", page, StringComparison.Ordinal));
        Assert.All(
            new[] { Birth, Hygiene, Nib }.Except(found),
            name => Assert.DoesNotContain($">{name}", page, StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Where_nobody_offers_it_the_page_shows_the_way_to_those_who_do()
    {
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await visitor.Open("/layanan?cari=akta+kelahiran&wilayah=11.01");
        Assert.Contains("Belum ada layanan yang cocok", await visitor.Heard(), StringComparison.Ordinal);
        await visitor.Press("Lihat hasil dari seluruh Indonesia");
        await visitor.Press(Birth);
        await visitor.Open("/layanan/akta-kelahiran?wilayah=11.01");
        Assert.Contains("Belum ada instansi yang menerima permohonan", await visitor.Heard(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99.99")]
    [InlineData("35.78.01")]
    [InlineData("../x")]
    public async Task A_region_that_is_not_on_the_list_is_named_as_such_and_everything_else_still_answers(string code)
    {
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        var response = await visitor.Open($"/layanan?cari=akta&wilayah={Uri.EscapeDataString(code)}");
        Assert.Equal(200, response.Status);
        var heard = await visitor.Heard();
        Assert.Contains("GG-109", heard, StringComparison.Ordinal);
        Assert.Contains(Birth, heard, StringComparison.Ordinal);
    }
}
