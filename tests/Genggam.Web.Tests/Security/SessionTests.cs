using System.Net;
using Genggam.Office.People;

namespace Genggam.Web.Tests.Security;

public sealed class SessionTests(HttpsInstallation installation) : IClassFixture<HttpsInstallation>
{
    private const string Cookie = "__Host-genggam.session";
    private static readonly Profile Citizen = DemoPeople.Citizens[0];

    [Fact]
    public async Task A_copy_of_the_cookie_opens_nothing_after_signing_out_and_the_browser_clears_what_it_kept()
    {
        using var browser = await SignedIn();
        using (var page = await browser.Get("/berkas"))
        {
            Assert.Equal(HttpStatusCode.OK, page.StatusCode);
            Assert.Contains(
                "no-store",
                Assert.Single(page.Headers.GetValues("Cache-Control")),
                StringComparison.Ordinal
            );
        }
        var copy = browser.Cookies[Cookie];
        using var left = await browser.Fill("/keluar", "keluar");
        Assert.Contains(
            "\"cache\"",
            Assert.Single(left.Headers.GetValues("Clear-Site-Data")),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(Cookie, browser.Cookies.Keys);
        browser.Cookies[Cookie] = copy;
        Assert.False(await IsIn(browser));
    }

    [Fact]
    public async Task Signing_in_again_ends_the_session_there_was()
    {
        using var browser = await SignedIn();
        using var copy = installation.Browser();
        copy.Cookies[Cookie] = browser.Cookies[Cookie];
        Assert.True(await IsIn(copy));
        await SignIn(browser);
        Assert.True(await IsIn(browser));
        Assert.False(await IsIn(copy));
    }

    [Fact]
    public async Task A_session_ends_after_an_hour_without_a_request_and_after_twelve_however_much_is_done()
    {
        using var idle = await SignedIn();
        using var busy = await SignedIn();
        for (var minutes = 0; minutes < 11 * 60 + 40; minutes += 50)
        {
            Assert.True(await IsIn(busy), $"after {minutes} minutes");
            installation.Later(TimeSpan.FromMinutes(50));
            if (minutes == 50)
                Assert.False(await IsIn(idle));
        }
        installation.Later(TimeSpan.FromMinutes(25));
        Assert.False(await IsIn(busy));
    }

    [Fact]
    public async Task Somebody_sees_where_they_are_signed_in_and_ends_another_session_with_the_password()
    {
        using var mine = await SignedIn();
        using var other = await SignedIn(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:128.0) Gecko/20100101 Firefox/128.0"
        );
        using var page = await mine.Get("/akun/perangkat");
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("Chrome, Android, perangkat ini.", html, StringComparison.Ordinal);
        var session = html.Split("value=\"").Select(part => part.Split('"')[0]).First(v => v.Length == 32);
        Assert.Contains("Firefox, Windows", html, StringComparison.Ordinal);

        using var wrong = await mine.Fill(
            "/akun/perangkat",
            "perangkat",
            ("akhiri", session),
            ("password", "bukan itu")
        );
        Assert.Contains(
            "PEOPLE-204",
            await wrong.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
        Assert.True(await IsIn(other));
        using var ended = await mine.Fill(
            "/akun/perangkat",
            "perangkat",
            ("akhiri", session),
            ("password", DemoPeople.Password)
        );
        Assert.Equal(HttpStatusCode.Redirect, ended.StatusCode);
        Assert.False(await IsIn(other));
        Assert.True(await IsIn(mine));
        using var nobodyElse = await mine.Fill("/keluar", "keluar");
    }

    private async Task<PlainBrowser> SignedIn(string? agent = null)
    {
        var browser = agent is null
            ? installation.Browser()
            : new PlainBrowser(installation.Address, HttpsInstallation.Name) { Agent = agent };
        await SignIn(browser);
        return browser;
    }

    private static async Task SignIn(PlainBrowser browser)
    {
        using var entered = await browser.Fill(
            "/masuk",
            "masuk",
            ("nik", Citizen.Nik),
            ("password", DemoPeople.Password)
        );
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        Assert.Contains(Cookie, browser.Cookies.Keys);
    }

    private static async Task<bool> IsIn(PlainBrowser browser)
    {
        using var answer = await browser.Get("/akun");
        return answer.StatusCode == HttpStatusCode.OK;
    }
}
