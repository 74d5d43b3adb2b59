using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Genggam.Benchmarks.Nodes;

/// <param name="At">When the answer came.</param>
/// <param name="Waited">From the first sending to the answer.</param>
internal sealed record Acknowledged(string Number, TimeSpan At, TimeSpan Waited);

/// <summary>
/// Programs that hand in without pause. What gets no answer is sent again with its key until it has one, so in the end every
/// application is acknowledged and must be there once.
/// </summary>
internal sealed class Senders(HttpClient office, Births births, HttpClient granting)
{
    private const int Lines = 6;
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan BeforeAgain = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly ConcurrentDictionary<string, int> failures = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<Acknowledged> acknowledged = [];
    private readonly Stopwatch clock = Stopwatch.StartNew();

    public TimeSpan Now => clock.Elapsed;

    public IReadOnlyCollection<Acknowledged> All => acknowledged;

    /// <summary>What came instead of an answer, and how often.</summary>
    public IEnumerable<(string What, int Times)> Failures =>
        failures.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => (f.Key, f.Value));

    /// <summary>Ends once every line has the answer it waits for.</summary>
    public Task Send(CancellationToken enough, CancellationToken stop) =>
        Task.WhenAll(Enumerable.Range(0, Lines).Select(line => Line(line, enough, stop)));

    /// <summary>The longest time without an answer from a moment on, also before the first and up to now.</summary>
    public TimeSpan Gap(TimeSpan from)
    {
        var (longest, last) = (TimeSpan.Zero, from);
        foreach (var at in acknowledged.Select(a => a.At).Where(at => at > from).Append(Now).Order())
        {
            if (at - last > longest)
                longest = at - last;
            last = at;
        }
        return longest;
    }

    /// <summary>Whether anything that was sent after a moment is answered.</summary>
    public bool WritesSince(TimeSpan moment) => acknowledged.Any(a => a.At - a.Waited > moment);

    private async Task Line(int line, CancellationToken enough, CancellationToken stop)
    {
        while (!enough.IsCancellationRequested)
        {
            // One line asks for what is granted at once, with its letter; the others for what waits to be verified.
            using var first = line == 0 ? Machine.Application(acknowledged.Count) : births.Application();
            var (path, key) = (first.RequestUri!, first.Headers.GetValues("Idempotency-Key").Single());
            var body = await first.Content!.ReadAsByteArrayAsync(stop);
            var began = Now;
            string? number;
            while ((number = await Try(line == 0 ? granting : office, path, key, body, stop)) is null)
                await Task.Delay(BeforeAgain, stop);
            acknowledged.Add(new(number, Now, Now - began));
            await Task.Delay(line == 0 ? Between * 5 : Between, stop);
        }
    }

    private async Task<string?> Try(HttpClient client, Uri path, string key, byte[] body, CancellationToken stop)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.Add("Idempotency-Key", key);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(Patience);
        try
        {
            using var answer = await client.SendAsync(request, limit.Token);
            if (answer.IsSuccessStatusCode)
                return (await answer.Content.ReadFromJsonAsync<JsonElement>(limit.Token))
                    .GetProperty("number")
                    .GetString();
            var said = await answer.Content.ReadAsStringAsync(limit.Token);
            if (
                answer.StatusCode
                is HttpStatusCode.BadRequest
                    or HttpStatusCode.Forbidden
                    or HttpStatusCode.UnprocessableEntity
            )
                throw new InvalidOperationException($"It is refused for good: {said}");
            Count($"{(int)answer.StatusCode} {Code(said)}");
        }
        catch (HttpRequestException cut)
        {
            Count($"no answer: {cut.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            Count("no answer in time");
        }
        return null;
    }

    private void Count(string what) => failures.AddOrUpdate(what, 1, (_, before) => before + 1);

    private static string Code(string said)
    {
        try
        {
            return JsonDocument.Parse(said).RootElement.GetProperty("code").GetString() ?? "";
        }
        catch (JsonException)
        {
            return "of the proxy";
        }
    }
}
