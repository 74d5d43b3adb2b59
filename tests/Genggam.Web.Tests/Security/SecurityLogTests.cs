using System.Net;
using Genggam.Office.People;

namespace Genggam.Web.Tests.Security;

public sealed class SecurityLogTests(HttpsInstallation installation) : IClassFixture<HttpsInstallation>
{
    private static readonly Profile Citizen = DemoPeople.Citizens[1];

    [Fact]
    public async Task What_happens_at_the_doors_is_logged_and_nothing_of_a_person_with_it()
    {
        const string typed = "bukan kata sandinya";
        using var browser = installation.Browser();
        (await browser.Fill("/masuk", "masuk", ("nik", Citizen.Nik), ("password", typed))).Dispose();
        (await browser.Fill("/masuk", "masuk", ("nik", "3404011505850099"), ("password", typed))).Dispose();
        (await browser.Fill("/petugas/masuk", "petugas", ("user", "siapa"), ("password", typed))).Dispose();
        (await browser.Fill("/masuk", "masuk", ("nik", Citizen.Nik), ("password", DemoPeople.Password))).Dispose();
        using (var desk = await browser.Get("/meja"))
            Assert.Equal(HttpStatusCode.Forbidden, desk.StatusCode);
        using (var body = new FormUrlEncodedContent([new("_handler", "cek")]))
            (await browser.Send(HttpMethod.Post, "/layanan/akta-kelahiran/cek", body)).Dispose();
        (await browser.Fill("/keluar", "keluar")).Dispose();

        foreach (
            var begins in new[]
            {
                "Sign-in refused: account (null), no such account",
                "Signed in: account ",
                "Access refused: ",
                "Form refused: no token of this site at /layanan/{Id}/cek",
                "Sessions ended: account ",
            }
        )
            Assert.True(
                installation.Log.Any(line => line.StartsWith(begins, StringComparison.Ordinal)),
                $"{begins} is not in\n{string.Join('\n', installation.Log)}"
            );
        Assert.Contains(installation.Log, line => line.EndsWith(", wrong password", StringComparison.Ordinal));
        foreach (var secret in new[] { Citizen.Nik, Citizen.Name, Citizen.Email!, typed, DemoPeople.Password, "siapa" })
            Assert.DoesNotContain(installation.Log, line => line.Contains(secret, StringComparison.OrdinalIgnoreCase));
    }
}
