namespace Genggam.Benchmarks;

/// <summary>From the start of the published program to its first answered page on existing data, and its memory with the letter worker.</summary>
internal static class Starts
{
    private const int Times = 5;

    public static async Task Run(string program, string data)
    {
        var starts = new List<TimeSpan>();
        for (var i = 0; i < Times; i++)
        {
            await using var server = await Server.Start(program, data);
            starts.Add(server.FirstAnswer);
        }
        var median = starts.Order().ElementAt(Times / 2).TotalSeconds;
        Report.Line($"start to first answered page, median of {Times}", $"{median:N2} s (bar 2 s: {(median <= 2 ? "met" : "missed")})");
        await using var working = await Server.Start(program, data);
        using var client = new HttpClient { BaseAddress = working.Address };
        // What one officer's morning touches: pages, sign-in, and a letter, which starts the worker.
        var cookies = await SignedIn.Cookies(working.Address);
        await Load.Closed(client, _ => new HttpRequestMessage(HttpMethod.Get, "/layanan"), 8, TimeSpan.FromSeconds(5));
        await Letter(client, cookies);
        var resident = working.Resident();
        Report.Line("resident with the letter worker", $"{resident:N0} MB (bar 350 MB: {(resident <= 350 ? "met" : "missed")})");
    }

    /// <summary>The demo citizen's first granted case has a letter; its case asked the worker when it was told.</summary>
    private static async Task Letter(HttpClient client, string cookies)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/berkas");
        request.Headers.Add("Cookie", cookies);
        using var answer = await client.SendAsync(request);
        answer.EnsureSuccessStatusCode();
    }
}
