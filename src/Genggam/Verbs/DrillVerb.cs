using System.CommandLine;
using Genggam.Journal;
using Genggam.Office;
using Genggam.Office.Safekeeping;
using Spectre.Console;

namespace Genggam.Verbs;

/// <summary>
/// <c>genggam drill FILE [--keys FILE] [--scratch DIR] [--into CONNECTION] --data D</c>: restores a backup into a place of its
/// own, verifies chains, checkpoints and documents, takes the place away again, and notes in the installation what came of
/// it. Exit code 0 only where all holds.
/// </summary>
internal static class DrillVerb
{
    private static readonly Option<DirectoryInfo?> Scratch = new("--scratch")
    {
        Description = "The folder to rehearse in, with room for the data; beside the data folder where it is not named",
    };

    private static readonly Option<string?> Into = new("--into")
    {
        Description =
            "The connection to an empty PostgreSQL database to rehearse in, where this user may make none; it is yours to drop",
    };

    public static Command Build() =>
        BackupFiles.Verb(
            "drill",
            "Rehearse a restore, and note what came of it",
            "What backup wrote",
            (files, parsed, cancel) => Run(files, parsed.GetValue(Scratch), parsed.GetValue(Into), cancel),
            Scratch,
            Into
        );

    private static async Task<int> Run(
        BackupFiles files,
        DirectoryInfo? scratch,
        string? into,
        CancellationToken cancel
    )
    {
        var options = Installation.Options(files.Data);
        if (options.Postgres is null && into is not null)
            return Installation.No("This installation is on SQLite: it is rehearsed in a folder, without --into.");
        await using var installation = await Installation.Open(options);
        await using var database =
            options.Postgres is { } server && into is null ? await ScratchDatabase.Make(server) : null;
        var place = Place(options, scratch?.FullName) with { Postgres = database?.Connection ?? into };
        DrillResult result;
        try
        {
            result = await Steps.Show(
                "Restoring",
                null,
                task =>
                    installation
                        .Get<RestoreDrill>()
                        .Run(place, files.File, files.Keys, VerifyVerb.Progress(task), cancel)
            );
        }
        finally
        {
            // It holds every key.
            Directory.Delete(place.Data, recursive: true);
        }
        if (result.Report is { } report)
            VerifyVerb.Print(report);
        AnsiConsole.MarkupLineInterpolated(
            result.Row.Problem is { } problem
                ? (FormattableString)$"[red]the restore does not hold: {problem}[/]"
                : $"[green]the restore holds: {result.Row.Seconds} seconds, up to {result.Row.Until:u}[/]"
        );
        return result.Row.Problem is null ? 0 : 1;
    }

    /// <summary>A new folder that only this user may enter.</summary>
    private static OfficeOptions Place(OfficeOptions options, string? scratch)
    {
        var data = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Data));
        var folder = Path.Combine(scratch ?? Path.GetDirectoryName(data)!, $"drill-{Guid.NewGuid():N}");
        PrivateFile.MakeFolder(folder);
        return options with { Data = folder };
    }
}
