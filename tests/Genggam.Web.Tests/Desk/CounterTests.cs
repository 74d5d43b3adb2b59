using System.Text.RegularExpressions;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Desk;

/// <summary>A citizen without telephone and e-mail comes to the counter.</summary>
public sealed class CounterTests(Host host)
{
    private const string Nik = "7371025003910004";
    private readonly Office office = new(host, "dukcapil-makassar");

    [Fact]
    public async Task A_citizen_without_telephone_leaves_the_counter_with_a_password_that_opens_the_account()
    {
        await using var counter = await office.SignedIn(await office.Hire("Loket Contoh", "loket"), script: false);
        await counter.Open("/meja/loket");
        await counter.Page.GetByLabel("NIK", new() { Exact = true }).FillAsync(Nik);
        await counter.Press("Buat akun");
        Assert.Contains("Tulis nama lengkap warga", await counter.Heard(), StringComparison.Ordinal);
        await counter.Page.GetByLabel("Nama lengkap").FillAsync("Daeng Contoh");
        await counter.Press("Buat akun");
        Assert.Contains("PEOPLE-306", await counter.Heard(), StringComparison.Ordinal);
        Assert.Equal(Nik, await counter.Page.GetByLabel("NIK", new() { Exact = true }).InputValueAsync());
        await counter.Page.GetByLabel("Saya sudah melihat").CheckAsync(new() { Force = true });
        await counter.Press("Buat akun");
        var password = await counter.Page.Locator(".g-secret").InnerTextAsync();

        await using var citizen = await host.Visitor(Screen.Phone);
        await citizen.Page.GotoAsync("/masuk");
        await citizen.Page.GetByLabel("NIK", new() { Exact = true }).FillAsync(Nik);
        await citizen.Page.GetByLabel("Kata sandi", new() { Exact = true }).FillAsync(password);
        await citizen.Page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = "Masuk" }).ClickAsync();
        await Assertions.Expect(citizen.Page).ToHaveURLAsync(new Regex("/kata-sandi/pertama"));
        Assert.Contains("/masuk", (await citizen.Open("/berkas")).Url, StringComparison.Ordinal);
        await citizen.Open("/kata-sandi/pertama");
        await citizen.Page.GetByLabel("Kata sandi baru").FillAsync(password);
        await citizen.Press("Simpan dan lanjut");
        Assert.Contains("PEOPLE-108", await citizen.Heard(), StringComparison.Ordinal);
        await citizen.Page.GetByLabel("Kata sandi baru").FillAsync("empat kata milik Daeng");
        await citizen.Press("Simpan dan lanjut");
        await citizen.Press("Berkas saya");
        Assert.EndsWith("/berkas", citizen.Page.Url, StringComparison.Ordinal);

        await citizen.Press("Keluar");
        await citizen.Open("/berkas");
        Assert.Contains("/masuk", citizen.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_officer_without_the_role_of_the_counter_opens_no_accounts()
    {
        await using var desk = await office.SignedIn(await office.Hire("Vera Contoh", "verifikator"));
        Assert.Equal(403, (await desk.Open("/meja/loket")).Status);
    }
}
