using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;

namespace Genggam.Web.Tests.Portal;

public sealed class YourCasesTests(Host host)
{
    private const string Birth = "Akta kelahiran";
    private const string Nib = "NIB usaha mikro risiko rendah";

    [Fact]
    public async Task Who_signs_in_finds_what_waits_for_them_at_the_door_and_at_the_service_and_nobody_else_sees_it()
    {
        var mother = await People.Citizen(host);
        var office = new Desk.Office(host, "dukcapil-sleman");
        var verifier = await office.Hire("Rini Contoh", "verifikator");
        var returned = await office.Apply(nik: mother.Nik);
        await office.Apply(nik: mother.Nik);
        await office.Return(returned, verifier);
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await visitor.Open("/layanan/akta-kelahiran");
        Assert.DoesNotContain("Berkas Anda", await visitor.Heard(), StringComparison.Ordinal);

        await mother.Enter(visitor);
        await visitor.Open("/");
        var cards = visitor
            .Page.GetByRole(AriaRole.Region, new() { Name = "Berkas Anda" })
            .GetByRole(AriaRole.Listitem);
        var heard = await cards.AllInnerTextsAsync();
        Assert.Equal(2, heard.Count);
        Assert.Contains("Menunggu Anda", heard[0], StringComparison.Ordinal);
        Assert.Contains("Diproses", heard[1], StringComparison.Ordinal);

        await visitor.Open("/layanan/nib-mikro-risiko-rendah");
        Assert.DoesNotContain("Berkas Anda", await visitor.Heard(), StringComparison.Ordinal);
        await visitor.Press("Ajukan sekarang");
        await visitor.Press("Mulai");
        var draft = visitor.Page.Url;
        await visitor.Open("/layanan/nib-mikro-risiko-rendah");
        Assert.Contains("Belum dikirim", await visitor.Heard(), StringComparison.Ordinal);
        Assert.DoesNotContain(Birth, await visitor.Heard(), StringComparison.Ordinal);

        await visitor.Open("/");
        Assert.StartsWith(Nib, (await cards.AllInnerTextsAsync())[0], StringComparison.Ordinal);
        await visitor.Press(Nib);
        Assert.Equal(draft, visitor.Page.Url);
    }
}
