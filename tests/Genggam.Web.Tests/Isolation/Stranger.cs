using System.Net;
using System.Net.Http.Headers;
using Genggam.Office.People;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Isolation;

/// <summary>Somebody who tries doors without a browser: with cookies, forms and tokens, but following nothing by itself.</summary>
/// <param name="Name">Who it is, for the report.</param>
internal sealed class Stranger(string name, Uri address) : IDisposable
{
    private readonly HttpClient http = new(
        new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() }
    )
    {
        BaseAddress = address,
    };

    public string Name => name;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<Stranger> Citizen(Uri address, string nik)
    {
        var who = new Stranger($"warga {nik}", address);
        await who.Enter("/masuk", ("nik", nik), ("password", DemoPeople.Password));
        return who;
    }

    public static async Task<Stranger> Officer(Uri address, string userName)
    {
        var who = new Stranger(userName, address);
        await who.Enter("/petugas/masuk", ("user", userName), ("password", DemoPeople.Password));
        await who.Enter("/petugas/kode", ("code", Totp.At(DemoPeople.Secret, DateTimeOffset.UtcNow)));
        return who;
    }

    public static async Task<Stranger> Program(Uri address, string agency)
    {
        var who = new Stranger($"program {agency}", address);
        var asked = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = DemoClients.Of(agency),
            ["client_secret"] = DemoClients.Secret,
        };
        using var form = new FormUrlEncodedContent(asked);
        using var answer = await who.http.PostAsync("/connect/token", form, Cancel);
        var token = System.Text.Json.Nodes.JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancel))!;
        who.http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            (string)token["access_token"]!
        );
        return who;
    }

    public async Task<Heard> Get(string path)
    {
        using var answer = await http.GetAsync(path, Cancel);
        return await Heard.From(answer, Cancel);
    }

    public async Task<Heard> Send(HttpMethod method, string path, HttpContent content)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString());
        using var answer = await http.SendAsync(request, Cancel);
        return await Heard.From(answer, Cancel);
    }

    /// <summary>Sends somebody else's form with a token of one's own.</summary>
    public async Task<Heard> Send(SeenForm form, string token)
    {
        var fields = form.Fields.Select(f =>
            f.Key == SeenForm.Token ? KeyValuePair.Create(f.Key, token) : KeyValuePair.Create(f.Key, f.Value)
        );
        return await Send(HttpMethod.Post, form.Path, Content(form, fields));
    }

    /// <summary>A token that this browser may send forms with.</summary>
    public async Task<string> Token()
    {
        var tried = "";
        foreach (var path in new[] { "/keluar", "/masuk", "/daftar" })
        {
            var page = await Get(path);
            var fields = page.Forms(path).SelectMany(f => f.Fields);
            if (fields.FirstOrDefault(f => f.Key == SeenForm.Token).Value is { } token)
                return token;
            tried += $"{path} {page.Status} ";
        }
        throw new InvalidOperationException($"{name} finds no form at all: {tried}");
    }

    public void Dispose() => http.Dispose();

    private async Task Enter(string path, params (string Name, string Value)[] typed)
    {
        var page = await Get(path);
        var form = page.Forms(path).First(f => f.IsPost && f.Fields.Any(x => x.Key == typed[0].Name));
        var fields = form.Fields.ToDictionary(f => f.Key, f => f.Value);
        foreach (var (field, value) in typed)
            fields[field] = value;
        var answer = await Send(HttpMethod.Post, path, new FormUrlEncodedContent(fields));
        Assert.True(answer.Status is 302 or 303, $"{name} does not come in at {path}: {answer.Status}");
    }

    private static HttpContent Content(SeenForm form, IEnumerable<KeyValuePair<string, string>> fields)
    {
        if (!form.IsMultipart)
            return new FormUrlEncodedContent(fields);
        var parts = new MultipartFormDataContent();
        foreach (var (field, value) in fields)
            parts.Add(new StringContent(value), field);
        return parts;
    }
}
