using System.CommandLine;
using Genggam.Engine;
using Genggam.Office.Agencies;
using Genggam.Office.Catalogue;
using Genggam.Office.Catalogue.Checks;
using Genggam.Office.Catalogue.Overlays;
using Genggam.Office.Documents;
using Genggam.Standards;
using Spectre.Console;
using Command = System.CommandLine.Command;

namespace Genggam.Verbs;

/// <summary>
/// <c>genggam check DIR|FILE...</c>: every problem of every service folder at once, and of a model or form by itself; exit
/// code 0 only where all pass.
/// </summary>
internal static class CheckVerb
{
    public static Command Build()
    {
        var folders = new Argument<string[]>("DIR")
        {
            Description = "Service folders, or single .dmn, .bpmn and .form files",
            Arity = ArgumentArity.OneOrMore,
        };
        var verb = new Command(
            "check",
            "Check service folders (standards, texts, forms, examples, letters), or a file alone"
        )
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
        foreach (var file in paths.Where(SingleFile.IsOne))
            failed += Alone(file) ? 0 : 1;
        var folders = paths.Where(p => !IsShared(p) && !SingleFile.IsOne(p)).ToList();
        foreach (var path in folders)
            if (WhyNone(path) is { } why)
            {
                AnsiConsole.MarkupLineInterpolated($"[red]{why}[/]");
                failed++;
            }
            else
                services.Add(new DirectoryInfo(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))));
        if (services.Count == 0 && failed == 0 && !paths.Any(SingleFile.IsOne))
            return Installation.No($"SVC-001 {string.Join(", ", paths)}: none of these is a service folder.");
        var faults = new List<Problem>();
        var calendars = services
            .Select(s => s.Parent!.FullName)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(f => f, f => ServiceCatalogue.ReadCalendar(f, faults), StringComparer.Ordinal);
        foreach (var fault in faults)
            AnsiConsole.MarkupLineInterpolated($"[red]calendars/{fault}[/]");
        failed += faults.Count;
        var agencies = calendars.Keys.ToDictionary(f => f, ReadAgencies, StringComparer.Ordinal);
        failed += agencies.Values.Count(read => read is { Usable: false });
        await using var worker = new LetterWorker();
        foreach (var folder in services)
        {
            var report = ServiceCheck.Run(folder.FullName, calendars[folder.Parent!.FullName]);
            if (report.Release is { } release && agencies[folder.Parent!.FullName]?.Value is { } known)
                report = report with { Problems = [.. report.Problems, .. AgencyCheck.Problems(known, release)] };
            if (report.Passed)
                report = report with
                {
                    Problems = [.. report.Problems, .. await LetterCheck.LayOut(report, worker, cancel)],
                };
            Print(folder.Name, report);
            if (!report.Passed)
                failed++;
            failed += Overlays(
                folder,
                report,
                calendars[folder.Parent!.FullName],
                agencies[folder.Parent!.FullName]?.Value
            );
        }
        return failed == 0 ? 0 : 1;
    }

    /// <summary>What regions vary in a service; the number of those that fail.</summary>
    private static int Overlays(DirectoryInfo folder, CheckReport service, CalendarVersion calendar, Agencies? agencies)
    {
        if (service.Release is not { } core)
            return 0;
        var failed = 0;
        foreach (var found in OverlayCheck.In(folder.FullName, core, calendar))
        {
            var report = found;
            if (agencies is not null && report.Release is { } overlay)
                report = report with
                {
                    Problems = [.. report.Problems, .. OverlayCheck.Problems(agencies, overlay, $"{report.Folder}/")],
                };
            Print(folder.Name, report, $"{folder.Name}/{report.Folder}");
            if (!report.Passed)
                failed++;
        }
        return failed;
    }

    /// <summary>Of the file beside services, told by its own path and once; null where there is none.</summary>
    private static Reading<Agencies>? ReadAgencies(string services)
    {
        var file = Path.Combine(services, "agencies.yaml");
        if (!File.Exists(file))
            return null;
        var reading = AgencyFile.Read(File.ReadAllText(file), file, Regions.Load(Regions.ShippedFolder));
        foreach (var problem in reading.Problems)
            Print(problem.ToString(), problem.Severity);
        return reading;
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
            return $"{full}: SVC-005 Only a {string.Join(", ", SingleFile.Kinds[..^1])} or {SingleFile.Kinds[^1]} is checked by itself. {Instead(Path.GetDirectoryName(full)!)}";
        if (!Directory.Exists(full))
            return $"{full}: SVC-004 There is no such file or folder.";
        return File.Exists(Path.Combine(full, "service.yaml"))
            ? null
            : $"{full}: SVC-001 There is no service.yaml in the folder.";
    }

    private static string Instead(string folder) =>
        File.Exists(Path.Combine(folder, "service.yaml"))
            ? $"Of this one name the folder: genggam check {folder}"
            : "Name one of these, or the folder of a service.";

    /// <summary>Names that other files give, and words, are left to the check of the folder.</summary>
    private static bool Alone(string file)
    {
        var problems = SingleFile.Problems(file);
        foreach (var problem in problems)
            Print(problem.ToString(), problem.Severity);
        var passes = problems.All(p => p.Severity != Severity.Error);
        AnsiConsole.MarkupLine(
            $"{Markup.Escape(file)} {(passes ? "[green]passes[/]" : "[red]fails[/]")}: checked by itself, without its service"
        );
        return passes;
    }

    private static void Print(string problem, Severity severity) =>
        AnsiConsole.MarkupLine(
            severity == Severity.Error
                ? $"[red]{Markup.Escape(problem)}[/]"
                : $"[yellow]{Markup.Escape(problem)} (warning)[/]"
        );

    private static void Print(string name, CheckReport report, string? named = null)
    {
        foreach (var problem in report.Problems)
            Print($"{name}/{problem}", problem.Severity);
        foreach (var example in report.Examples.Where(e => e.Faults.Length > 0))
        foreach (var fault in example.Faults)
            AnsiConsole.MarkupLineInterpolated($"[red]{name}/{example.File}: {fault}[/]");
        var verdict = report.Passed ? "[green]passes[/]" : "[red]fails[/]";
        var held = report.Examples.Count(e => e.Faults.Length == 0);
        var examples =
            report.Examples.Count > 0 ? $"{held} of {report.Examples.Count} examples hold"
            : report.Passed ? "there are no examples"
            : "the examples run once this is corrected";
        AnsiConsole.MarkupLine($"{Markup.Escape(named ?? name)} {verdict}: {examples}");
    }
}
