using System.Net;

namespace Genggam.Web.Tests.Security;

public sealed class HttpsTests(HttpsInstallation installation) : IClassFixture<HttpsInstallation>
{
    [Fact]
    public async Task A_browser_keeps_to_https_for_a_year_and_cookies_to_this_host()
    {
        using var browser = installation.Browser();
        using var page = await browser.Get("/masuk?lang=en");
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.Equal(
            "max-age=31536000; includeSubDomains",
            Assert.Single(page.Headers.GetValues("Strict-Transport-Security"))
        );
        var cookies = page.Headers.GetValues("Set-Cookie").ToList();
        Assert.Equal(
            ["__Host-genggam.form", "__Host-lang"],
            cookies.Select(c => c.Split('=')[0]).Order(StringComparer.Ordinal)
        );
        Assert.All(
            cookies,
            cookie =>
            {
                Assert.Contains("; path=/", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("; secure", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.Contains("; samesite=", cookie, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
            }
        );
    }

    [Fact]
    public async Task Over_plain_http_a_browser_is_led_to_https_and_a_program_is_refused()
    {
        using var browser = installation.Browser();
        using var page = await browser.Send(HttpMethod.Get, "/layanan?cari=akta", null, "http");
        Assert.Equal(HttpStatusCode.PermanentRedirect, page.StatusCode);
        Assert.Equal($"https://{HttpsInstallation.Name}/layanan?cari=akta", page.Headers.Location!.ToString());
        foreach (var path in new[] { "/api/v1/services", "/connect/token", "/masuk" })
        {
            using var body = path.StartsWith("/api", StringComparison.Ordinal)
                ? null
                : new FormUrlEncodedContent([new("a", "b")]);
            using var refused = await browser.Send(body is null ? HttpMethod.Get : HttpMethod.Post, path, body, "http");
            Assert.Equal((path, HttpStatusCode.Forbidden), (path, refused.StatusCode));
        }
        using var health = await browser.Send(HttpMethod.Get, "/healthz", null, "http");
        Assert.Equal(HttpStatusCode.OK, health.StatusCode);
    }
}
