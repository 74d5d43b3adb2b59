using Genggam.Office.People;
using Genggam.Web.Tests.Harness;
using Microsoft.Playwright;

namespace Genggam.Web.Tests.Journeys;

/// <summary>Demo people at the doors.</summary>
internal static class SignIns
{
    public static async Task Citizen(Visitor visitor)
    {
        await visitor.Open("/masuk");
        await visitor.Page.GetByLabel("NIK", new() { Exact = true }).FillAsync(DemoPeople.Citizens[0].Nik);
        await visitor.Page.GetByLabel("Kata sandi", new() { Exact = true }).FillAsync(DemoPeople.Password);
        await Enter(visitor);
    }

    /// <param name="name">role.agency, such as verifikator.dukcapil-surabaya.</param>
    public static async Task Officer(Visitor visitor, string name)
    {
        await visitor.Open("/petugas/masuk");
        await visitor.Page.GetByLabel("Nama pengguna", new() { Exact = true }).FillAsync(name);
        await visitor.Page.GetByLabel("Kata sandi", new() { Exact = true }).FillAsync(DemoPeople.Password);
        await visitor.Press("Lanjut");
        var code = await visitor.Page.Locator("#kode-demo").InnerTextAsync();
        await visitor.Page.GetByLabel("Kode enam angka", new() { Exact = true }).FillAsync(code);
        await Enter(visitor);
    }

    /// <summary>The button of the form: the header has a link of the same name.</summary>
    private static async Task Enter(Visitor visitor)
    {
        await visitor
            .Page.GetByRole(AriaRole.Main)
            .GetByRole(AriaRole.Button, new() { Name = "Masuk", Exact = true })
            .ClickAsync();
        await visitor.Page.WaitForLoadStateAsync();
        await visitor.LookAround();
    }
}
