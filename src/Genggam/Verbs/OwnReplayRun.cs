using System.Globalization;
using System.Text.Json;
using Genggam.Engine;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes.DryRuns;
using Spectre.Console;

namespace Genggam.Verbs;

/// <summary><c>genggam dry-run --own [--level N]</c>: exit code 0 only where same and erased make all.</summary>
internal static class OwnReplayRun
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static async Task<int> Run(
        Installation installation,
        string? service,
        EngineLevel? level,
        bool json,
        CancellationToken cancel
    )
    {
        var catalogue = installation.Get<ServiceCatalogue>();
        string[] services = service is null ? [.. catalogue.Services.Select(s => s.Id)] : [service];
        var holds = true;
        foreach (var one in services)
        {
            var replay = installation.Get<OwnReplay>();
            var report = json
                ? await replay.Run(one, level, null, cancel)
                : await Steps.Show(
                    "Deciding again",
                    null,
                    task =>
                        replay.Run(
                            one,
                            level,
                            new Reporter<long>(n =>
                                task.Description = string.Create(CultureInfo.InvariantCulture, $"Deciding again {n}")
                            ),
                            cancel
                        )
                );
            holds &= report.Holds;
            if (json)
                Console.WriteLine(JsonSerializer.Serialize(Machine(one, report), Json));
            else
                Print(one, report);
        }
        return holds ? 0 : 1;
    }

    private static void Print(string service, OwnReport report)
    {
        foreach (var (_, number, what) in report.Differences)
            AnsiConsole.MarkupLineInterpolated(
                CultureInfo.InvariantCulture,
                $"[red]{number}: entry {what.Entry} differs in its {what.Part}: recorded {what.Recorded ?? "nothing"}, now {what.Now ?? "nothing"}[/]"
            );
        AnsiConsole.MarkupLineInterpolated(
            CultureInfo.InvariantCulture,
            $"{service}: {report.Same} the same in {report.Entries} entries, {report.Erased} erased, {report.Different} different"
        );
    }

    private static object Machine(string service, OwnReport report) =>
        new
        {
            service,
            report.Same,
            report.Entries,
            report.Erased,
            report.Different,
            differences = report.Differences.Select(d => new
            {
                d.Number,
                d.What.Entry,
                d.What.Part,
                d.What.Recorded,
                d.What.Now,
            }),
        };
}
