using System.Net;
using System.Text.RegularExpressions;

namespace Genggam.Benchmarks;

/// <summary>Signs the demo citizen in, as a browser does.</summary>
internal static partial class SignedIn
{
    private const string Nik = "3578014101900001";
    private const string Password = "contoh-genggam";

    public static async Task<string> Cookies(Uri address)
    {
        var jar = new CookieContainer();
        using var client = new HttpClient(new HttpClientHandler { CookieContainer = jar, AllowAutoRedirect = false })
        {
            BaseAddress = address,
        };
        var page = await client.GetStringAsync("/masuk");
        var fields = Hidden().Matches(page).ToDictionary(m => m.Groups["name"].Value, m => m.Groups["value"].Value);
        var names = Typed().Matches(page).Select(m => m.Groups["name"].Value).ToList();
        fields[names[0]] = Nik;
        fields[names[1]] = Password;
        using var answer = await client.PostAsync("/masuk", new FormUrlEncodedContent(fields));
        if (answer.StatusCode is not (HttpStatusCode.Found or HttpStatusCode.SeeOther))
            throw new InvalidOperationException($"The demo citizen was not let in: {answer.StatusCode}.");
        return jar.GetCookieHeader(address);
    }

    [GeneratedRegex(
        """<input type="hidden" name="(?<name>[^"]+)" value="(?<value>[^"]*)"|<input name="(?<name>[^"]+)" type="hidden" value="(?<value>[^"]*)" """
    )]
    private static partial Regex Hidden();

    [GeneratedRegex("""<input class="govuk-input[^>]*? name="(?<name>[^"]+)" """)]
    private static partial Regex Typed();
}
