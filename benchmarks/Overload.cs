using System.Diagnostics;
using System.Net;

namespace Genggam.Benchmarks;

/// <summary>
/// Ten times the rate the server sustains, of reads and of submissions: how much is shed, that what was accepted is finished,
/// and how long after the burst the server answers as before.
/// </summary>
internal static class Overload
{
    /// <param name="Status">Null for a broken connection.</param>
    /// <param name="Location">Where what was made is read.</param>
    private sealed record Answer(HttpStatusCode? Status, Uri? Location);

    private const int Waiting = 32;
    private const int Times = 10;
    private const string Page = "/layanan/akta-kelahiran";
    private static readonly TimeSpan Warm = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Measured = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Burst = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Bar = TimeSpan.FromSeconds(10);

    public static async Task Run(string program, string data)
    {
        await using var server = await Server.Start(
            program,
            data,
            ("Genggam__RunEffects", "false"),
            ("RateLimits__api", "100000000")
        );
        using var reader = new HttpClient { BaseAddress = server.Address };
        await Lane("reads", reader, _ => new HttpRequestMessage(HttpMethod.Get, Page), HttpStatusCode.OK);
        using var machine = await Machine.SignedIn(server.Address);
        await Lane("submissions", machine, Machine.Application, HttpStatusCode.Created);
    }

    private static async Task Lane(
        string name,
        HttpClient client,
        Func<int, HttpRequestMessage> request,
        HttpStatusCode done
    )
    {
        await Load.Closed(client, request, Waiting, Warm);
        var sustained = await Load.Closed(client, request, Waiting, Measured);
        if (sustained.Failed > 0)
            throw new InvalidOperationException($"{name}: {sustained.Failed} requests failed before the burst.");
        // What the slowest of hundred took while all was well is what the server must come back to.
        var usual = sustained.P99 * 2;
        var (answers, drained) = await Flood(client, request, sustained.Rate * Times);
        var recovered = drained + await Recovery(client, request, done, usual);

        var accepted = answers.Count(a => a.Status == done);
        var shed = answers.Count(a => a.Status == HttpStatusCode.ServiceUnavailable);
        var other = answers.Length - accepted - shed;
        Report.Line($"{name}: sustained", $"{sustained.Rate:N0}/s, p99 {sustained.P99.TotalMilliseconds:N0} ms");
        Report.Line(
            $"{name}: {Times} times that for {Burst.TotalSeconds:N0} s",
            $"{answers.Length:N0} sent ({answers.Length / Burst.TotalSeconds / sustained.Rate:N1} times), {accepted:N0} served, {shed:N0} shed ({(double)shed / answers.Length:P1})"
        );
        Report.Line($"{name}: neither served nor shed", $"{other:N0} (bar 0: {(other == 0 ? "met" : "missed")})");
        if (answers.Any(a => a.Location is not null))
            Report.Line(
                $"{name}: accepted and not there",
                $"{await Missing(client, answers):N0} of {accepted:N0} (bar 0)"
            );
        Report.Line(
            $"{name}: as before after",
            $"{recovered.TotalSeconds:N1} s (bar {Bar.TotalSeconds:N0} s: {(recovered <= Bar ? "met" : "missed")})"
        );
    }

    /// <summary>
    /// As many as the rate asks for, as far as this machine can send them: no more wait for an answer than a server would see
    /// from as many people at once. Ends when every request has its answer, and says how long after the
    /// last was sent that was.
    /// </summary>
    private static async Task<(Answer[] Answers, TimeSpan Drained)> Flood(
        HttpClient client,
        Func<int, HttpRequestMessage> request,
        double rate
    )
    {
        const int AtOnce = 2000;
        using var open = new SemaphoreSlim(AtOnce);
        var count = (int)(rate * Burst.TotalSeconds);
        var sent = new List<Task<Answer>>(count);
        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < Burst && sent.Count < count)
        {
            var due = (int)Math.Min(count, watch.Elapsed.TotalSeconds * rate);
            while (sent.Count < due && watch.Elapsed < Burst)
            {
                await open.WaitAsync();
                sent.Add(One(request(sent.Count + 1_000_000), open));
            }
            await Task.Delay(1);
        }
        var last = watch.Elapsed;
        return (await Task.WhenAll(sent), watch.Elapsed - last);

        async Task<Answer> One(HttpRequestMessage one, SemaphoreSlim place)
        {
            try
            {
                return await Send(client, one);
            }
            finally
            {
                place.Release();
            }
        }
    }

    /// <summary>What was acknowledged must be there.</summary>
    private static async Task<int> Missing(HttpClient client, Answer[] answers)
    {
        var missing = 0;
        foreach (var some in answers.Select(a => a.Location).OfType<Uri>().Chunk(Waiting))
        {
            var found = await Task.WhenAll(
                some.Select(where => Send(client, new HttpRequestMessage(HttpMethod.Get, where)))
            );
            missing += found.Count(f => f.Status != HttpStatusCode.OK);
        }
        return missing;
    }

    /// <summary>From the last answer of the burst to the first of twenty answers in a row that are as they were before.</summary>
    private static async Task<TimeSpan> Recovery(
        HttpClient client,
        Func<int, HttpRequestMessage> request,
        HttpStatusCode done,
        TimeSpan usual
    )
    {
        const int InARow = 20;
        var watch = Stopwatch.StartNew();
        var (since, good) = (TimeSpan.Zero, 0);
        for (var i = 0; good < InARow && watch.Elapsed < 6 * Bar; i++)
        {
            var began = watch.Elapsed;
            var served = (await Send(client, request(i + 5_000_000))).Status == done && watch.Elapsed - began <= usual;
            if (!served)
                (since, good) = (watch.Elapsed, 0);
            else
                good++;
        }
        return good < InARow ? watch.Elapsed : since;
    }

    private static async Task<Answer> Send(HttpClient client, HttpRequestMessage request)
    {
        using (request)
        {
            try
            {
                using var response = await client.SendAsync(request);
                await response.Content.CopyToAsync(Stream.Null);
                return new(response.StatusCode, response.Headers.Location);
            }
            catch (HttpRequestException)
            {
                return new(null, null);
            }
        }
    }
}
