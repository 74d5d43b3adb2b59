namespace Genggam.Benchmarks;

/// <summary>
/// A page of a signed-in citizen (session, drafts and cases from the database) against the same page of a visitor, and
/// against the bare health endpoint, on one published server in one run.
/// </summary>
internal static class Pages
{
    private const int Waiting = 32;
    private const string Health = "/healthz";

    /// <summary>Both show the citizen what they have begun; the list of cases is nothing else, and has no page without.</summary>
    private static readonly string[] Both = ["/", "/layanan/akta-kelahiran"];
    private const string Cases = "/berkas";

    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(10);

    public static async Task Run(string program, string data)
    {
        await using var server = await Server.Start(program, data);
        var cookies = await SignedIn.Cookies(server.Address);
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false })
        {
            BaseAddress = server.Address,
        };
        var health = await Highest("health endpoint", server, client, Health, null);
        foreach (var path in Both)
        {
            var plain = await Highest($"{path} without", server, client, path, null);
            var session = await Highest($"{path} with session and database", server, client, path, cookies);
            Report.Bar($"{path}: with against without", session / plain, "at least 60 %", r => r >= 0.6);
            await Against(health, path, session, client, cookies);
        }
        await Against(health, Cases, await Highest(Cases, server, client, Cases, cookies), client, cookies);
    }

    private static async Task Against(double health, string path, double rate, HttpClient client, string cookies)
    {
        Report.Bar($"{path}: with against health", rate / health, "at least 8 %", r => r >= 0.08);
        var half = await Load.Open(client, _ => Get(path, cookies), rate / 2, Measured);
        Report.Line(
            $"{path}: open model at {rate / 2:N0}/s",
            $"median {half.Median.TotalMilliseconds:N1} ms, p99 {half.P99.TotalMilliseconds:N1} ms (bar 100 ms), {half.Failed} failed"
        );
    }

    /// <returns>Answers a second.</returns>
    private static async Task<double> Highest(
        string what,
        Server server,
        HttpClient client,
        string path,
        string? cookies
    )
    {
        await Load.Closed(client, _ => Get(path, cookies), Waiting, Warm);
        var before = server.Cpu();
        var result = await Load.Closed(client, _ => Get(path, cookies), Waiting, Measured);
        if (result.Failed > 0)
            throw new InvalidOperationException($"{path}: {result.Failed} requests failed.");
        var cpu = (server.Cpu() - before).TotalMicroseconds / result.Answered;
        Report.Line(what, $"{result.Rate:N0}/s, {cpu:N0} us of server CPU each");
        return result.Rate;
    }

    private static HttpRequestMessage Get(string path, string? cookies)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookies is not null)
            request.Headers.Add("Cookie", cookies);
        return request;
    }
}
