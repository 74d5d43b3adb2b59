using System.CommandLine;

namespace Genggam.Verbs;

/// <summary>What backup writes and restore reads: a file, its keys apart, and the installation's data folder.</summary>
/// <param name="Overwrite">Files of that name may be replaced.</param>
internal sealed record BackupFiles(string File, string Keys, string? Data, bool Overwrite)
{
    public static Command Verb(
        string name,
        string description,
        string what,
        Func<BackupFiles, CancellationToken, Task<int>> run,
        Option<bool>? overwrite = null
    )
    {
        var file = new Argument<FileInfo>("FILE") { Description = what };
        var keys = new Option<FileInfo?>("--keys")
        {
            Description = "The file of the keys, to be kept apart; FILE.keys where it is not named",
        };
        var data = Installation.Data();
        var verb = new Command(name, description) { file, keys, data };
        if (overwrite is not null)
            verb.Options.Add(overwrite);
        verb.SetAction(
            (parsed, cancel) =>
            {
                var path = parsed.GetRequiredValue(file).FullName;
                var files = new BackupFiles(
                    path,
                    parsed.GetValue(keys)?.FullName ?? $"{path}.keys",
                    parsed.GetValue(data),
                    overwrite is not null && parsed.GetValue(overwrite)
                );
                return Installation.Guarded(() => run(files, cancel));
            }
        );
        return verb;
    }
}
