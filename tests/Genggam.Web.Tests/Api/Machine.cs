using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Genggam.Office.People;
using Genggam.Web.Tests.Harness;

namespace Genggam.Web.Tests.Api;

/// <summary>A program with a token, as an integrator would write it: plain HTTP, nothing of the house.</summary>
internal sealed class Machine(HttpClient http) : IDisposable
{
    public HttpClient Http => http;

    /// <summary>The demo client of an agency.</summary>
    public static Task<Machine> Of(Host host, string agency, string? scope = null) =>
        Of(host, DemoClients.Of(agency), DemoClients.Secret, scope);

    public static Task<Machine> Of(Host host, string id, string secret, string? scope) =>
        Of(host.Client(), id, secret, scope);

    /// <summary>The demo client of an agency, at another program than the one that all tests share.</summary>
    public static Task<Machine> Of(Installation program, string agency) =>
        Of(
            new HttpClient { BaseAddress = program.ClientOptions.BaseAddress },
            DemoClients.Of(agency),
            DemoClients.Secret,
            null
        );

    private static async Task<Machine> Of(HttpClient http, string id, string secret, string? scope)
    {
        var machine = new Machine(http);
        var asked = new Dictionary<string, string>
        {
            ["grant_type"] = "client_credentials",
            ["client_id"] = id,
            ["client_secret"] = secret,
        };
        if (scope is not null)
            asked["scope"] = scope;
        using var form = new FormUrlEncodedContent(asked);
        using var answer = await machine.Http.PostAsync("/connect/token", form, Cancel);
        var token = await Json(answer);
        Assert.True(answer.IsSuccessStatusCode, token.ToJsonString());
        machine.Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            (string)token["access_token"]!
        );
        return machine;
    }

    /// <summary>Hands in, under a key of its own where none is given.</summary>
    public Task<Answer> Apply(string service, JsonNode body, string? key = null) =>
        Send(
            HttpMethod.Post,
            $"/api/v1/services/{service}/applications",
            body.ToJsonString(),
            key ?? $"{Guid.NewGuid()}"
        );

    public Task<Answer> Get(string path) => Send(HttpMethod.Get, path);

    public Task<Answer> Post(string path, JsonNode? body = null) => Send(HttpMethod.Post, path, body?.ToJsonString());

    public async Task<Answer> Send(HttpMethod method, string path, string? body = null, string? key = null)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (key is not null)
            request.Headers.Add("Idempotency-Key", key);
        using var response = await http.SendAsync(request, Cancel);
        return new Answer((int)response.StatusCode, response.Headers.Location, await Json(response));
    }

    /// <summary>Stores a file for the application of a person.</summary>
    public async Task<Answer> Attach(string nik, string name, byte[] content)
    {
        using var form = new MultipartFormDataContent
        {
            { new StringContent(nik), "nik" },
            { new ByteArrayContent(content), "file", name },
        };
        using var response = await http.PostAsync("/api/v1/attachments", form, Cancel);
        return new Answer((int)response.StatusCode, response.Headers.Location, await Json(response));
    }

    /// <summary>Asks until what happens outside of a case, such as a letter, has come back to it.</summary>
    public async Task<JsonNode> Until(string path, Func<JsonNode, bool> happened)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            var body = (await Get(path)).Ok();
            if (happened(body))
                return body;
            Assert.True(patience.Elapsed < TimeSpan.FromMinutes(2), body.ToJsonString());
        }
    }

    public void Dispose() => http.Dispose();

    private static async Task<JsonNode> Json(HttpResponseMessage response) =>
        await response.Content.ReadFromJsonAsync<JsonNode>(Cancel) ?? new JsonObject();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;
}

internal sealed record Answer(int Status, Uri? Location, JsonNode Body)
{
    public string? this[string name] => Body[name]?.ToString();

    /// <summary>It is a problem with this number, in both languages.</summary>
    public JsonNode Refused(int status, string number)
    {
        Assert.True(Status == status && this["code"] == number, $"{Status} {Body.ToJsonString()}");
        Assert.Equal($"/galat/{number}", this["type"]);
        foreach (var language in new[] { "id", "en" })
        foreach (var part in new[] { "title", "detail", "remedy" })
            Assert.DoesNotContain("problems.", (string)Body["texts"]![language]![part]!, StringComparison.Ordinal);
        return Body;
    }

    /// <summary>One field is at fault, and the rule is this one.</summary>
    public void At(string pointer, string rule)
    {
        var error = Assert.Single(Refused(422, "GG-102")["errors"]!.AsArray());
        Assert.Equal((pointer, rule), ((string)error!["pointer"]!, (string)error["code"]!));
    }

    public JsonNode Ok(int status = 200)
    {
        Assert.True(Status == status, $"{Status} {Body.ToJsonString()}");
        return Body;
    }
}
