using System.CommandLine;

namespace Genggam.Verbs;

/// <summary>What backup writes and restore and drill read: a file, its keys apart, and the installation's data folder.</summary>
internal sealed record BackupFiles(string File, string Keys, string? Data)
{
    public static Command Verb(
        string name,
        string description,
        string what,
        Func<BackupFiles, ParseResult, CancellationToken, Task<int>> run,
        params ReadOnlySpan<Option> further
    )
    {
        var file = new Argument<FileInfo>("FILE") { Description = what };
        var keys = new Option<FileInfo?>("--keys")
        {
            Description = "The file of the keys, to be kept apart; FILE.keys where it is not named",
        };
        var data = Installation.Data();
        var verb = new Command(name, description) { file, keys, data };
        foreach (var option in further)
            verb.Options.Add(option);
        verb.SetAction(
            (parsed, cancel) =>
            {
                var path = parsed.GetRequiredValue(file).FullName;
                var files = new BackupFiles(
                    path,
                    parsed.GetValue(keys)?.FullName ?? $"{path}.keys",
                    parsed.GetValue(data)
                );
                return Installation.Guarded(() => run(files, parsed, cancel));
            }
        );
        return verb;
    }
}
