namespace Genggam.Benchmarks;

/// <summary>From the start of the published program to its first answered page on existing data, and its memory with the letter worker.</summary>
internal static class Starts
{
    private const int Times = 5;
    private const int Applications = 10;

    public static async Task Run(string program, string data)
    {
        var starts = new List<TimeSpan>();
        for (var i = 0; i < Times; i++)
        {
            await using var server = await Server.Start(program, data);
            starts.Add(server.FirstAnswer);
        }
        var median = starts.Order().ElementAt(Times / 2).TotalSeconds;
        Report.Line(
            $"start to first answered page, median of {Times}",
            $"{median:N2} s (bar 2 s: {(median <= 2 ? "met" : "missed")})"
        );
        await using var working = await Server.Start(program, data);
        using var client = new HttpClient { BaseAddress = working.Address };
        await Load.Closed(client, _ => new(HttpMethod.Get, "/layanan"), 8, TimeSpan.FromSeconds(5));
        await Letters(working.Address);
        var resident = working.Resident();
        Report.Line(
            "resident with the letter worker",
            $"{resident:N0} MB (bar 350 MB: {(resident <= 350 ? "met" : "missed")})"
        );
    }

    /// <summary>Applications that are granted at once, and then their letters, which the worker lays out.</summary>
    private static async Task Letters(Uri address)
    {
        using var machine = await Machine.SignedIn(address);
        for (var i = 0; i < Applications; i++)
        {
            using var answer = await machine.SendAsync(Machine.Application(i));
            answer.EnsureSuccessStatusCode();
            while (
                !(await machine.GetStringAsync(answer.Headers.Location)).Contains("\"code\"", StringComparison.Ordinal)
            )
                await Task.Delay(20);
        }
    }
}
