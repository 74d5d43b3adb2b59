namespace Genggam.Benchmarks;

/// <summary>
/// A page with session and database against a page without, and both against the bare health endpoint, on one published
/// server in one run.
/// </summary>
internal static class Pages
{
    private const int Waiting = 32;
    private const string Health = "/healthz";
    private const string Plain = "/";
    private const string WithSession = "/berkas";

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
        var health = await Highest(server, client, Health, null);
        var plain = await Highest(server, client, Plain, null);
        var session = await Highest(server, client, WithSession, cookies);
        Report.Line("health endpoint", $"{health.Rate:N0}/s, {health.CpuMicros:N0} us of server CPU each");
        Report.Line($"page without ({Plain})", $"{plain.Rate:N0}/s, {plain.CpuMicros:N0} us");
        Report.Line(
            $"page with session and database ({WithSession})",
            $"{session.Rate:N0}/s, {session.CpuMicros:N0} us"
        );
        Report.Bar(
            "with session and database against without",
            session.Rate / plain.Rate,
            "at least 60 %",
            r => r >= 0.6
        );
        Report.Bar(
            "with session and database against health",
            session.Rate / health.Rate,
            "at least 8 %",
            r => r >= 0.08
        );
        var half = await Load.Open(client, _ => Get(WithSession, cookies), session.Rate / 2, Measured);
        Report.Line(
            $"open model at {session.Rate / 2:N0}/s",
            $"median {half.Median.TotalMilliseconds:N1} ms, p99 {half.P99.TotalMilliseconds:N1} ms (bar 100 ms), {half.Failed} failed"
        );
    }

    private static async Task<(double Rate, double CpuMicros)> Highest(
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
        return (result.Rate, (server.Cpu() - before).TotalMicroseconds / result.Answered);
    }

    private static HttpRequestMessage Get(string path, string? cookies)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (cookies is not null)
            request.Headers.Add("Cookie", cookies);
        return request;
    }
}
