using System.CommandLine;
using Genggam.Journal;
using Genggam.Office.Safekeeping;
using Spectre.Console;

namespace Genggam.Verbs;

/// <summary><c>genggam verify --data D</c>: chains, checkpoints and documents; exit code 0 only where all hold.</summary>
internal static class VerifyVerb
{
    public static Command Build()
    {
        var data = Installation.Data();
        var verb = new Command("verify", "Verify chains, checkpoints and documents") { data };
        verb.SetAction((parsed, cancel) => Installation.Guarded(() => Run(parsed.GetValue(data), cancel)));
        return verb;
    }

    private static async Task<int> Run(string? data, CancellationToken cancel)
    {
        await using var installation = await Installation.Open(Installation.Options(data));
        var report = await Steps.Show(
            "Verifying",
            null,
            task => installation.Get<Inspection>().Run(Progress(task), cancel)
        );
        Print(report);
        AnsiConsole.MarkupLine(report.Holds ? "[green]everything holds[/]" : "[red]something does not hold[/]");
        return report.Holds ? 0 : 1;
    }

    public static void Print(InspectionReport report)
    {
        Print(report.Journal);
        AnsiConsole.MarkupLineInterpolated(
            $"{report.Documents} documents, {report.Erased} of them erased, {report.Files} files"
        );
        foreach (var finding in report.Findings)
            AnsiConsole.MarkupLineInterpolated($"[red]{finding.What}: {finding.Problem}[/]");
        foreach (var number in report.Unused)
            AnsiConsole.MarkupLineInterpolated(
                $"[yellow]number {number.Value} of {number.Counter} has no letter: case {number.Case}, {number.State}[/]"
            );
    }

    public static void Print(VerifyReport report)
    {
        AnsiConsole.MarkupLineInterpolated(
            $"{report.Entries} entries of {report.Cases} cases, {report.Accesses} looks, {report.Checkpoints} checkpoints"
        );
        foreach (var finding in report.Findings)
            AnsiConsole.MarkupLineInterpolated(
                $"[red]{finding.Kind}: {finding.Detail} (position {finding.Position}, case {finding.Case?.Value})[/]"
            );
    }

    public static Reporter<VerifyProgress> Progress(ProgressTask task) =>
        new(done =>
        {
            task.IsIndeterminate = false;
            task.MaxValue = Math.Max(1, done.Total);
            task.Value = done.Done;
        });
}
