using System.Diagnostics;
using System.Text.Json;

namespace Genggam.Benchmarks;

/// <summary>Lighthouse, mobile, median of five runs on each page.</summary>
internal static class Lighthouse
{
    private const int Times = 5;
    private const string Version = "12.2.3";
    private static readonly string[] Paths = ["/", "/layanan/akta-kelahiran", "/masuk"];
    private static readonly (string Id, int Bar)[] Categories =
    [
        ("performance", 98),
        ("accessibility", 100),
        ("best-practices", 100),
    ];

    public static async Task Run(string program, string data)
    {
        await using var server = await Server.Start(program, data);
        foreach (var path in Paths)
        {
            var runs = new List<Dictionary<string, int>>();
            for (var i = 0; i < Times; i++)
                runs.Add(await Once(new Uri(server.Address, path)));
            var medians = Categories.Select(c =>
                (c.Id, c.Bar, Median: runs.Select(r => r[c.Id]).Order().ElementAt(Times / 2))
            );
            Report.Line(
                $"{path}, median of {Times}",
                $"{string.Join(", ", medians.Select(m => $"{m.Id} {m.Median} (bar {m.Bar})"))}"
            );
        }
    }

    private static async Task<Dictionary<string, int>> Once(Uri page)
    {
        var result = Path.GetTempFileName();
        var start = new ProcessStartInfo("npx") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (
            var argument in (string[])
                [
                    "--yes",
                    $"lighthouse@{Version}",
                    page.ToString(),
                    "--quiet",
                    "--output=json",
                    $"--output-path={result}",
                    $"--only-categories={string.Join(',', Categories.Select(c => c.Id))}",
                    "--chrome-flags=--headless --no-sandbox --disable-gpu",
                ]
        )
            start.ArgumentList.Add(argument);
        start.Environment["CHROME_PATH"] =
            Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium-headless-shell";
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"lighthouse ended with {process.ExitCode}: {await errors}");
        using var json = JsonDocument.Parse(await File.ReadAllTextAsync(result));
        File.Delete(result);
        var scores = json.RootElement.GetProperty("categories");
        return Categories.ToDictionary(
            c => c.Id,
            c => (int)Math.Round(scores.GetProperty(c.Id).GetProperty("score").GetDouble() * 100)
        );
    }
}
