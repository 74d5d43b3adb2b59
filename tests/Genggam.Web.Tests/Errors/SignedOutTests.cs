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
        await owner.SignIn(visitor);
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
        await mother.SignIn(visitor);
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
