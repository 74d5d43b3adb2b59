using System.CommandLine;
using Genggam.Journal;
using Genggam.Office.People;
using Genggam.Office.Safekeeping;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Genggam.Verbs;

/// <summary><c>genggam backup FILE [--keys FILE] [--overwrite] --data D</c>: beside running work; the keys go to a file of their own.</summary>
internal static class BackupVerb
{
    private static readonly Option<bool> Overwrite = new("--overwrite")
    {
        Description = "Replace a backup of the same name, once the new one is whole",
    };

    public static Command Build() =>
        BackupFiles.Verb(
            "backup",
            "Copy an installation while it works",
            "Where journal, accounts and releases go",
            (files, parsed, cancel) => Run(files, parsed.GetValue(Overwrite), cancel),
            Overwrite
        );

    private static async Task<int> Run(BackupFiles files, bool overwrite, CancellationToken cancel)
    {
        var there = new[] { files.File, files.Keys }.FirstOrDefault(File.Exists);
        if (there is not null && !overwrite)
            return Installation.No($"{there} is there already: name another file, or replace it with --overwrite.");
        var options = Installation.Options(files.Data);
        await using var installation = await Installation.Open(options);
        await Steps.Show(
            "Copying",
            null,
            async _ =>
            {
                await Archive.Backup(
                    installation.Get<JournalStore>(),
                    installation.Get<IDbContextFactory<AccountsDb>>(),
                    options,
                    files.File,
                    files.Keys,
                    cancel
                );
                return true;
            }
        );
        AnsiConsole.MarkupLineInterpolated($"data {new FileInfo(files.File).Length / 1024} KB in {files.File}");
        AnsiConsole.MarkupLineInterpolated($"keys in {files.Keys}: keep them apart from the data");
        return 0;
    }
}
