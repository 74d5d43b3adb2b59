using System.CommandLine;
using Genggam.Office.Catalogue;
using Genggam.Office.Documents;
using Genggam.Standards;
using Spectre.Console;

namespace Genggam.Verbs;

/// <summary><c>genggam check DIR...</c>: every problem of every folder at once; exit code 0 only where all pass.</summary>
internal static class CheckVerb
{
    public static Command Build()
    {
        var folders = new Argument<string[]>("DIR")
        {
            Description = "Service folders",
            Arity = ArgumentArity.OneOrMore,
        };
        var verb = new Command("check", "Check service folders: standards, texts, forms, examples, letters")
        {
            folders,
        };
        verb.SetAction((parsed, cancel) => Installation.Guarded(() => Run(parsed.GetRequiredValue(folders), cancel)));
        return verb;
    }

    private static async Task<int> Run(string[] paths, CancellationToken cancel)
    {
        var failed = 0;
        var services = new List<DirectoryInfo>();
        foreach (var path in paths.Where(p => !IsShared(p)))
            if (WhyNone(path) is { } why)
            {
                AnsiConsole.MarkupLineInterpolated($"[red]{why}[/]");
                failed++;
            }
            else
                services.Add(new DirectoryInfo(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))));
        if (services.Count == 0 && failed == 0)
            return Installation.No($"SVC-001 {string.Join(", ", paths)}: none of these is a service folder.");
        var faults = new List<Problem>();
        var calendars = services
            .Select(s => s.Parent!.FullName)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(f => f, f => ServiceCatalogue.ReadCalendar(f, faults), StringComparer.Ordinal);
        foreach (var fault in faults)
            AnsiConsole.MarkupLineInterpolated($"[red]calendars/{fault}[/]");
        failed += faults.Count;
        await using var worker = new LetterWorker();
        foreach (var folder in services)
        {
            var report = ServiceCheck.Run(folder.FullName, calendars[folder.Parent!.FullName]);
            if (report.Release is { } release)
                report = report with
                {
                    Problems = [.. report.Problems, .. AgencyCheck.Problems(folder.FullName, release)],
                };
            if (report.Passed)
                report = report with
                {
                    Problems = [.. report.Problems, .. await LetterCheck.LayOut(report, worker, cancel)],
                };
            Print(folder.Name, report);
            if (!report.Passed)
                failed++;
        }
        return failed == 0 ? 0 : 1;
    }

    /// <summary>A shell's services/* names the shared files and folders too.</summary>
    private static bool IsShared(string path) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(path)) is "shared" or "calendars"
            ? Directory.Exists(path)
            : Path.GetFileName(path) is "agencies.yaml" or "legal.yaml" && File.Exists(path);

    private static string? WhyNone(string path)
    {
        var full = Path.GetFullPath(path);
        if (File.Exists(full))
            return $"{full}: SVC-005 This is a file. Name the folder of the service: genggam check {Path.GetDirectoryName(path)}";
        if (!Directory.Exists(full))
            return $"{full}: SVC-004 The folder does not exist.";
        return File.Exists(Path.Combine(full, "service.yaml"))
            ? null
            : $"{full}: SVC-001 There is no service.yaml in the folder.";
    }

    private static void Print(string name, CheckReport report)
    {
        foreach (var problem in report.Problems)
        {
            var colour = problem.Severity == Severity.Error ? "red" : "yellow";
            AnsiConsole.MarkupLine($"[{colour}]{Markup.Escape($"{name}/{problem}")}[/]");
        }
        foreach (var example in report.Examples.Where(e => e.Faults.Length > 0))
        foreach (var fault in example.Faults)
            AnsiConsole.MarkupLineInterpolated($"[red]{name}/{example.File}: {fault}[/]");
        var verdict = report.Passed ? "[green]passes[/]" : "[red]fails[/]";
        var held = report.Examples.Count(e => e.Faults.Length == 0);
        var examples =
            report.Examples.Count > 0 ? $"{held} of {report.Examples.Count} examples hold"
            : report.Passed ? "there are no examples"
            : "the examples run once this is corrected";
        AnsiConsole.MarkupLine($"{Markup.Escape(name)} {verdict}: {examples}");
    }
}
