using System.CommandLine;
using Genggam.Office.People;
using Genggam.Office.Safekeeping;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Genggam.Verbs;

/// <summary><c>genggam restore FILE [--keys FILE] --data D</c>: into an empty place, verified; exit code 0 only where all holds.</summary>
internal static class RestoreVerb
{
    public static Command Build() =>
        BackupFiles.Verb(
            "restore",
            "Restore an installation into an empty place",
            "What backup wrote",
            (files, _, cancel) => Run(files, cancel)
        );

    private static async Task<int> Run(BackupFiles files, CancellationToken cancel)
    {
        var options = Installation.Options(files.Data);
        var report = await Steps.Show(
            "Restoring",
            null,
            task =>
                Archive.Restore(
                    options,
                    () => new AccountsDb(PeopleSetup.Accounts(new(options.Data, options.Postgres))),
                    files.File,
                    files.Keys,
                    VerifyVerb.Progress(task),
                    cancel
                )
        );
        VerifyVerb.Print(report);
        AnsiConsole.MarkupLine(report.Holds ? "[green]restored[/]" : "[red]restored, but something does not hold[/]");
        return report.Holds ? 0 : 1;
    }
}
