using System.CommandLine;
using Genggam.Office.Catalogue;
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
        var verb = new Command("check", "Check service folders: standards, texts, forms, examples") { folders };
        verb.SetAction(parsed => Run(parsed.GetRequiredValue(folders)));
        return verb;
    }

    private static int Run(string[] paths)
    {
        // A shell's services/* names shared files and folders too.
        var folders = paths.Where(p => !File.Exists(p)).Select(p => new DirectoryInfo(p)).ToList();
        var services = folders.Where(f => File.Exists(Path.Combine(f.FullName, "service.yaml"))).ToList();
        foreach (var other in folders.Except(services).Where(f => !f.Exists || !IsShared(f)))
            AnsiConsole.MarkupLineInterpolated($"[red]{other}: SVC-001 There is no service.yaml in the folder.[/]");
        var failed = folders.Count(f => !services.Contains(f) && !IsShared(f));
        var faults = new List<Problem>();
        var calendars = services
            .Select(s => s.Parent!.FullName)
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(f => f, f => ServiceCatalogue.ReadCalendar(f, faults), StringComparer.Ordinal);
        foreach (var fault in faults)
            AnsiConsole.MarkupLineInterpolated($"[red]calendars/{fault}[/]");
        failed += faults.Count;
        foreach (var folder in services)
        {
            var calendar = calendars[folder.Parent!.FullName];
            var report = ServiceCheck.Run(folder.FullName, calendar);
            Print(folder.Name, report);
            if (!report.Passed)
                failed++;
        }
        return failed == 0 ? 0 : 1;
    }

    private static bool IsShared(DirectoryInfo folder) => folder.Name is "shared" or "calendars";

    private static void Print(string name, CheckReport report)
    {
        foreach (var problem in report.Problems)
        {
            var colour = problem.Severity == Severity.Error ? "red" : "yellow";
            AnsiConsole.MarkupLine($"[{colour}]{Markup.Escape($"{name}/{problem}")}[/]");
        }
        foreach (var example in report.Examples.Where(e => e.Faults.Length > 0))
        foreach (var fault in example.Faults)
            AnsiConsole.MarkupLineInterpolated(
                $"[red]{name}/{example.File}: step {fault.Step + 1}: expected {fault.Expected}, found {fault.Found}[/]"
            );
        var held = report.Examples.Count(e => e.Faults.Length == 0);
        var verdict = report.Passed ? "[green]passes[/]" : "[red]fails[/]";
        AnsiConsole.MarkupLine($"{Markup.Escape(name)} {verdict}: {held} of {report.Examples.Count} examples hold");
    }
}
