using System.CommandLine;
using Genggam.Journal;
using Genggam.Office.People;
using Genggam.Office.Safekeeping;
using Microsoft.EntityFrameworkCore;
using Spectre.Console;

namespace Genggam.Verbs;

/// <summary><c>genggam backup FILE [--keys FILE] --data D</c>: beside running work; the keys go to a file of their own.</summary>
internal static class BackupVerb
{
    public static Command Build()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "Where journal, accounts and releases go" };
        var keys = KeysOption();
        var data = Installation.Data();
        var verb = new Command("backup", "Copy an installation while it works") { file, keys, data };
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

    public static Option<FileInfo?> KeysOption() =>
        new("--keys") { Description = "The file of the keys, to be kept apart; FILE.keys where it is not named" };

    private static async Task<int> Run(string file, string? keys, string? data, CancellationToken cancel)
    {
        keys ??= $"{file}.keys";
        var options = Installation.Options(data);
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
                    file,
                    keys,
                    cancel
                );
                return true;
            }
        );
        AnsiConsole.MarkupLineInterpolated($"data {new FileInfo(file).Length / 1024} KB in {file}");
        AnsiConsole.MarkupLineInterpolated($"keys in {keys}: keep them apart from the data");
        return 0;
    }
}
