using System.Diagnostics;

namespace Genggam.Benchmarks;

/// <param name="Rate">Answers a second.</param>
/// <param name="P99">From the moment a request was due, not from when it could be sent.</param>
internal sealed record LoadResult(int Answered, int Failed, double Rate, TimeSpan Median, TimeSpan P99);

/// <summary>Sends requests to a server.</summary>
internal static class Load
{
    /// <summary>
    /// Open model: requests come at a fixed rate whether or not earlier ones are answered, so a stall is seen in the
    /// latency of every request that was due meanwhile.
    /// </summary>
    public static async Task<LoadResult> Open(
        HttpClient client,
        Func<int, HttpRequestMessage> request,
        double rate,
        TimeSpan duration
    )
    {
        var count = (int)(rate * duration.TotalSeconds);
        var latencies = new TimeSpan[count];
        var sent = new Task<bool>[count];
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; )
        {
            var due = (int)Math.Min(count, watch.Elapsed.TotalSeconds * rate);
            for (; i < due; i++)
                sent[i] = One(i);
            await Task.Delay(1);
        }
        var answered = (await Task.WhenAll(sent)).Count(ok => ok);
        var took = watch.Elapsed;
        Array.Sort(latencies);
        return new(answered, count - answered, answered / took.TotalSeconds, At(latencies, 0.5), At(latencies, 0.99));

        async Task<bool> One(int i)
        {
            var ok = await Send(client, request(i));
            latencies[i] = watch.Elapsed - TimeSpan.FromSeconds(i / rate);
            return ok;
        }
    }

    /// <summary>Closed model: as many as the server answers, with a fixed number waiting. Finds the highest rate.</summary>
    public static async Task<LoadResult> Closed(
        HttpClient client,
        Func<int, HttpRequestMessage> request,
        int waiting,
        TimeSpan duration
    )
    {
        var next = -1;
        var failed = 0;
        var latencies = new System.Collections.Concurrent.ConcurrentBag<TimeSpan>();
        var watch = Stopwatch.StartNew();
        await Task.WhenAll(
            Enumerable
                .Range(0, waiting)
                .Select(async _ =>
                {
                    while (watch.Elapsed < duration)
                    {
                        var started = watch.Elapsed;
                        if (!await Send(client, request(Interlocked.Increment(ref next))))
                            Interlocked.Increment(ref failed);
                        latencies.Add(watch.Elapsed - started);
                    }
                })
        );
        var took = watch.Elapsed;
        var sorted = latencies.Order().ToArray();
        return new(
            sorted.Length - failed,
            failed,
            (sorted.Length - failed) / took.TotalSeconds,
            At(sorted, 0.5),
            At(sorted, 0.99)
        );
    }

    private static async Task<bool> Send(HttpClient client, HttpRequestMessage request)
    {
        using (request)
        using (var response = await client.SendAsync(request))
        {
            await response.Content.CopyToAsync(Stream.Null);
            return response.IsSuccessStatusCode;
        }
    }

    private static TimeSpan At(TimeSpan[] sorted, double share) =>
        sorted.Length == 0 ? default : sorted[(int)Math.Min(sorted.Length - 1, sorted.Length * share)];
}
