using System.CommandLine;
using System.Diagnostics;
using Genggam.Journal;
using Genggam.Office;
using Genggam.Office.People;
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
            "An empty PostgreSQL database to rehearse in, where the installation is on PostgreSQL; it is yours to drop",
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
        if (options.Postgres is null != into is null)
            return Installation.No(
                options.Postgres is null
                    ? "This installation is on SQLite: it is rehearsed in a folder, without --into."
                    : "This installation is on PostgreSQL: name an empty database to rehearse in with --into."
            );
        await using var installation = await Installation.Open(options);
        var began = (At: DateTimeOffset.UtcNow, Watch: Stopwatch.StartNew());
        var place = Place(options, scratch?.FullName) with { Postgres = into };
        InspectionReport? report = null;
        string? problem;
        try
        {
            report = await Rehearse(options, place, files, cancel);
            problem = Problem(report);
        }
        catch (Exception fault) when (fault is JournalException or InvalidDataException or IOException)
        {
            problem = fault.Message;
        }
        finally
        {
            // It holds every key.
            Directory.Delete(place.Data, recursive: true);
        }
        var row = new DrillRow(
            began.At,
            Path.GetFileName(files.File),
            (long)Math.Ceiling(began.Watch.Elapsed.TotalSeconds),
            report?.Journal.Entries ?? 0,
            report?.Journal.Cases ?? 0,
            report?.Documents ?? 0,
            problem
        );
        await installation.Get<JournalStore>().Drills.Add(row);
        if (report is not null)
            VerifyVerb.Print(report);
        AnsiConsole.MarkupLineInterpolated(
            problem is null
                ? (FormattableString)$"[green]the restore holds: {row.Seconds} seconds[/]"
                : $"[red]the restore does not hold: {problem}[/]"
        );
        return problem is null ? 0 : 1;
    }

    /// <summary>A new folder that only this user may enter.</summary>
    private static OfficeOptions Place(OfficeOptions options, string? scratch)
    {
        var data = Path.TrimEndingDirectorySeparator(Path.GetFullPath(options.Data));
        var folder = Path.Combine(scratch ?? Path.GetDirectoryName(data)!, $"drill-{Guid.NewGuid():N}");
        PrivateFile.MakeFolder(folder);
        return options with { Data = folder };
    }

    /// <summary>With the newest list of destroyed keys, as a restore needs it.</summary>
    private static async Task<InspectionReport> Rehearse(
        OfficeOptions options,
        OfficeOptions place,
        BackupFiles files,
        CancellationToken cancel
    )
    {
        var destroyed = Path.Combine("keys", "destroyed.list");
        if (File.Exists(Path.Combine(options.Data, destroyed)))
        {
            Directory.CreateDirectory(Path.Combine(place.Data, "keys"));
            File.Copy(Path.Combine(options.Data, destroyed), Path.Combine(place.Data, destroyed));
        }
        var chains = await Steps.Show(
            "Restoring",
            null,
            task =>
                Archive.Restore(
                    place,
                    () => new AccountsDb(PeopleSetup.Accounts(new(place.Data, place.Postgres))),
                    files.File,
                    files.Keys,
                    VerifyVerb.Progress(task),
                    cancel
                )
        );
        await using var restored = await Installation.Make(place);
        return await Steps.Show("Verifying", null, _ => restored.Get<Inspection>().Documents(chains, cancel));
    }

    private static string? Problem(InspectionReport report) =>
        report.Journal.Findings.FirstOrDefault() is { } broken ? $"{broken.Kind}: {broken.Detail}"
        : report.Findings.FirstOrDefault() is { } document ? $"document {document.Code}: {document.Problem}"
        : null;
}
