using System.CommandLine;
using Genggam.Office.Safekeeping;
using Spectre.Console;

namespace Genggam.Verbs;

/// <summary>
/// <c>genggam upgrade --data D</c>: brings the data of an earlier program up to date and proves that all of it holds; else
/// everything is put back. Exit code 0 only where it was brought up to date.
/// </summary>
internal static class UpgradeVerb
{
    public static Command Build()
    {
        var data = Installation.Data();
        var verb = new Command("upgrade", "Bring a stopped installation up to this program, or leave it as it was")
        {
            data,
        };
        verb.SetAction((parsed, cancel) => Installation.Guarded(() => Run(parsed.GetValue(data), cancel)));
        return verb;
    }

    private static async Task<int> Run(string? data, CancellationToken cancel)
    {
        var options = Installation.Options(data);
        Installation.MustBeThere(options);
        var result = await Steps.Show(
            "Upgrading",
            null,
            task =>
                Upgrade.Run(
                    options,
                    () => Installation.Compose(options),
                    DateTimeOffset.UtcNow,
                    VerifyVerb.Progress(task),
                    cancel
                )
        );
        switch (result)
        {
            case UpgradeResult.Upgraded done:
                VerifyVerb.Print(done.Report);
                AnsiConsole.MarkupLineInterpolated($"{done.Cases} cases come to what they came to");
                AnsiConsole.MarkupLine("[green]up to date[/]");
                if (done.Before is { } before)
                    AnsiConsole.MarkupLineInterpolated($"as it was before: {before}; take it away once all is well");
                return 0;
            case UpgradeResult.InUse:
                return Installation.No("Something has the data open: stop the program first.");
            case UpgradeResult.Failed { PutBack: true } failed:
                return Installation.No($"{failed.Problem}. Everything is as it was: go on with the program of before.");
            case UpgradeResult.Failed failed:
                return Installation.No(
                    $"{failed.Problem}. Restore the backup of before, and go on with the program of before."
                );
            default:
                throw new InvalidOperationException("An upgrade gave neither.");
        }
    }
}
