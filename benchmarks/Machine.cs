using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace Genggam.Benchmarks;

/// <summary>The demo client of an agency: it hands in over the API.</summary>
internal static class Machine
{
    private const string Secret = "contoh-genggam-klien";
    private const string Path = "/api/v1/services/nib-mikro-risiko-rendah/applications";

    private const string Body = """
        {"agency":"bkpm","applicant":{"nik":"357801450388SERIAL","name":"Sari Wulandari","phone":"081234567801"},
        "answers":{"usaha":{"bentuk":"perorangan","nama":"Warung Bu Sari","kbli":"56102",
        "alamat":"Jalan Contoh 12, RT 3/RW 5, Kelurahan Genteng","wilayah":"Kota Surabaya","lokasi_khusus":"tidak",
        "modal":15000000,"tenaga_kerja":2},"pernyataan":{"benar":true,"k3l":true,"standar":true}}}
        """;

    public static async Task<HttpClient> SignedIn(Uri address, string agency = "bkpm")
    {
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = address };
        using var form = new FormUrlEncodedContent(
            new Dictionary<string, string>
            {
                ["grant_type"] = "client_credentials",
                ["client_id"] = $"demo-{agency}",
                ["client_secret"] = Secret,
            }
        );
        using var answer = await client.PostAsync("/connect/token", form);
        answer.EnsureSuccessStatusCode();
        var token = await answer.Content.ReadFromJsonAsync<JsonElement>();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            token.GetProperty("access_token").GetString()
        );
        return client;
    }

    /// <summary>One of a thousand applicants, so that some come back and most are known.</summary>
    public static HttpRequestMessage Application(int i)
    {
        var serial = (i % 1000 + 1).ToString("0000", CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = new StringContent(
                Body.Replace("SERIAL", serial, StringComparison.Ordinal),
                Encoding.UTF8,
                "application/json"
            ),
        };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        return request;
    }
}
