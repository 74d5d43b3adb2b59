using System.CommandLine;
using Genggam.Office.People;
using Genggam.Office.Safekeeping;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Genggam.Verbs;

/// <summary><c>genggam restore FILE [--keys FILE] --data D</c>: into an empty place, verified; exit code 0 only where all holds.</summary>
internal static class RestoreVerb
{
    public static Command Build()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "What backup wrote" };
        var keys = BackupVerb.KeysOption();
        var data = Installation.Data();
        var verb = new Command("restore", "Restore an installation into an empty place") { file, keys, data };
        verb.SetAction(
            (parsed, cancel) =>
                Installation.Guarded(() =>
                    Run(
                        parsed.GetRequiredValue(file).FullName,
                        parsed.GetValue(keys)?.FullName,
                        parsed.GetValue(data),
                        cancel
                    )
                )
        );
        return verb;
    }

    private static async Task<int> Run(string file, string? keys, string? data, CancellationToken cancel)
    {
        var options = Installation.Options(data);
        var report = await Steps.Show(
            "Restoring",
            null,
            task =>
                Archive.Restore(
                    options,
                    () => new AccountsDb(PeopleSetup.Accounts(new(options.Data, options.Postgres))),
                    file,
                    keys ?? $"{file}.keys",
                    VerifyVerb.Progress(task),
                    cancel
                )
        );
        VerifyVerb.Print(report);
        AnsiConsole.MarkupLine(report.Holds ? "[green]restored[/]" : "[red]restored, but something does not hold[/]");
        return report.Holds ? 0 : 1;
    }
}
