using System.Net;
using System.Text.RegularExpressions;

namespace Genggam.Web.Tests.Security;

/// <summary>What a browser sends and keeps, without one: forms with their hidden fields, and cookies by name.</summary>
internal sealed partial class PlainBrowser(Uri address, string host) : IDisposable
{
    private readonly HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false });

    public Dictionary<string, string> Cookies { get; } = new(StringComparer.Ordinal);

    public string Agent { get; init; } =
        "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36";

    public Task<HttpResponseMessage> Get(string path) => Send(HttpMethod.Get, path, null);

    /// <summary>The first form of the page whose hidden fields name <paramref name="handler"/>, filled in and sent.</summary>
    public async Task<HttpResponseMessage> Fill(string path, string handler, params (string Name, string Value)[] typed)
    {
        using var page = await Get(path);
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var form = Form()
            .Matches(html)
            .Select(m => m.Value)
            .First(f => f.Contains($"value=\"{handler}\"", StringComparison.Ordinal));
        var fields = Hidden()
            .Matches(form)
            .Select(m => KeyValuePair.Create(m.Groups[1].Value, WebUtility.HtmlDecode(m.Groups[2].Value)));
        using var body = new FormUrlEncodedContent([
            .. fields,
            .. typed.Select(t => KeyValuePair.Create(t.Name, t.Value)),
        ]);
        return await Send(HttpMethod.Post, path, body);
    }

    public async Task<HttpResponseMessage> Send(
        HttpMethod method,
        string path,
        HttpContent? body,
        string scheme = "https"
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(address, path)) { Content = body };
        request.Headers.Host = host;
        request.Headers.Add("X-Forwarded-Proto", scheme);
        request.Headers.UserAgent.ParseAdd(Agent);
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(c => $"{c.Key}={c.Value}")));
        var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        foreach (var cookie in answer.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
        {
            var (name, value) = (cookie.Split('=')[0], cookie.Split(';')[0][(cookie.IndexOf('=') + 1)..]);
            if (value.Length == 0)
                Cookies.Remove(name);
            else
                Cookies[name] = value;
        }
        return answer;
    }

    public void Dispose() => http.Dispose();

    [GeneratedRegex("<form.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)" ?/?>""")]
    private static partial Regex Hidden();
}
