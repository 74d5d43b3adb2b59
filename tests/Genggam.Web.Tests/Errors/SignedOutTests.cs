using Genggam.Office.People;
using Genggam.Web.Tests.Harness;
using Genggam.Web.Tests.Journeys;

namespace Genggam.Web.Tests.Errors;

/// <summary>Who typed for so long that the session ended.</summary>
public sealed class SignedOutTests(Host host)
{
    private const string Session = "genggam.session";

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_typed_after_the_session_ended_comes_back_after_signing_in_again(bool script)
    {
        var owner = await People.Citizen(host);
        await using var visitor = await host.Visitor(Screen.Phone, script);
        await owner.Enter(visitor);
        var journey = new Journey(host, visitor, Stall.Service);
        await journey.Begin();
        while (!visitor.Page.Url.EndsWith("/page_usaha", StringComparison.Ordinal))
        {
            await journey.FillInPage(Stall.Answers);
            await journey.Hands.Press("Simpan dan lanjutkan");
        }
        var page = new Uri(visitor.Page.Url).AbsolutePath;
        await journey.FillInPage(Stall.Answers);
        await visitor.Page.Context.ClearCookiesAsync(new() { Name = Session });
        await visitor.Press("Simpan dan lanjutkan");
        Assert.Contains("WEB-401", await visitor.Heard(), StringComparison.Ordinal);

        await SignIn(visitor, owner, "salah sama sekali");
        Assert.Contains("PEOPLE-201", await visitor.Heard(), StringComparison.Ordinal);
        await SignIn(visitor, owner, DemoPeople.Password);
        Assert.Contains("Anda sudah masuk lagi", await visitor.Heard(), StringComparison.Ordinal);
        await visitor.Press("Kirim lagi");
        Assert.EndsWith("/page_tempat", visitor.Page.Url, StringComparison.Ordinal);
        await visitor.Open(page);
        Assert.Equal("Warung Bu Siti", await visitor.Page.Locator("[name='usaha.nama']").InputValueAsync());
    }

    [Fact]
    public async Task Files_are_named_to_be_chosen_again_and_somebody_else_who_signs_in_changes_nothing()
    {
        var mother = await People.Citizen(host);
        await using var visitor = await host.Visitor(Screen.Phone, script: false);
        await mother.Enter(visitor);
        var journey = await Birth.ToThePageOfTheFamily(host, visitor, Birth.Answers(mother));
        await journey.FillInPage(Birth.Answers(mother));
        await visitor.Page.Context.ClearCookiesAsync(new() { Name = Session });
        await visitor.Press("Simpan dan lanjutkan");
        Assert.Contains("kk.png", await visitor.Heard(), StringComparison.Ordinal);
        await SignIn(visitor, await People.Citizen(host), DemoPeople.Password);
        Assert.Contains("kk.png", await visitor.Heard(), StringComparison.Ordinal);
        await visitor.Press("Kirim lagi");
        Assert.Contains("WEB-400", await visitor.Heard(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_officer_typed_comes_back_after_both_steps_of_signing_in_again()
    {
        var office = new Desk.Office(host, "dukcapil-sleman");
        var vera = await office.Hire("Vera Contoh", "verifikator");
        var id = await office.Apply();
        await using var desk = await office.SignedIn(vera, Screen.Wide, script: false);
        await desk.Open($"/meja/berkas/{id.Value:N}");
        await desk.Page.GetByLabel("Tulis catatan").FillAsync("Surat lahir diperiksa ke rumah sakit.");
        await desk.Page.Context.ClearCookiesAsync(new() { Name = Session });
        await desk.Press("Simpan catatan");
        Assert.Contains("WEB-401", await desk.Heard(), StringComparison.Ordinal);

        await SignIn(desk, office.UserName(vera), "000000");
        Assert.Contains("PEOPLE-203", await desk.Heard(), StringComparison.Ordinal);
        // The code of the last half minute is used up by the first sign-in; the next one is taken before its time.
        await SignIn(desk, office.UserName(vera), Totp.At(DemoPeople.Secret, DateTimeOffset.UtcNow.AddSeconds(30)));
        await desk.Press("Kirim lagi");
        Assert.Contains("Surat lahir diperiksa ke rumah sakit.", await desk.Heard(), StringComparison.Ordinal);
        Assert.EndsWith($"/meja/berkas/{id.Value:N}", new Uri(desk.Page.Url).AbsolutePath, StringComparison.Ordinal);
    }

    private static async Task SignIn(Visitor desk, string user, string code)
    {
        await desk.Page.GetByLabel("Nama pengguna", new() { Exact = true }).FillAsync(user);
        await desk.Page.GetByLabel("Kata sandi", new() { Exact = true }).FillAsync(DemoPeople.Password);
        await desk.Page.GetByLabel("Kode enam angka", new() { Exact = true }).FillAsync(code);
        await desk.Press("Masuk dan ambil yang saya ketik");
    }

    [Fact]
    public async Task Another_site_is_not_answered_with_what_it_made_the_browser_send()
    {
        using var client = host.Client();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/layanan/akta-kelahiran/ajukan")
        {
            Content = new FormUrlEncodedContent([new("rahasia", "dikirim-dari-luar")]),
        };
        request.Headers.Add("Sec-Fetch-Site", "cross-site");
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var page = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("WEB-401", page, StringComparison.Ordinal);
        Assert.DoesNotContain("dikirim-dari-luar", page, StringComparison.Ordinal);
    }

    private static async Task SignIn(Visitor visitor, Citizen citizen, string password)
    {
        await visitor.Page.GetByLabel("NIK", new() { Exact = true }).FillAsync(citizen.Nik);
        await visitor.Page.GetByLabel("Kata sandi", new() { Exact = true }).FillAsync(password);
        await visitor.Press("Masuk dan ambil yang saya ketik");
    }
}
