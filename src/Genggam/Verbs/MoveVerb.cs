using System.CommandLine;
using Genggam.Office.Safekeeping;
using Spectre.Console;

namespace Genggam.Verbs;

/// <summary>
/// <c>genggam move --to CONNECTION --data D</c>: a stopped installation from SQLite to an empty PostgreSQL database, verified
/// and compared row by row; exit code 0 only where everything is there.
/// </summary>
internal static class MoveVerb
{
    public static Command Build()
    {
        var to = new Option<string>("--to")
        {
            Description = "The connection to an empty PostgreSQL database; its password may stand in PGPASSFILE",
            Required = true,
        };
        var data = Installation.Data();
        var verb = new Command("move", "Move a stopped installation from SQLite to PostgreSQL") { to, data };
        verb.SetAction(
            (parsed, cancel) =>
                Installation.Guarded(() => Run(parsed.GetRequiredValue(to), parsed.GetValue(data), cancel))
        );
        return verb;
    }

    private static async Task<int> Run(string to, string? data, CancellationToken cancel)
    {
        var options = Installation.Options(data);
        if (options.Postgres is not null)
            return Installation.No("This installation is on PostgreSQL already.");
        await using var installation = await Installation.Open(options);
        var result = await Steps.Show(
            "Moving",
            null,
            task => installation.Get<Moving>().Run(to, VerifyVerb.Progress(task), cancel)
        );
        switch (result)
        {
            case MoveResult.Moved moved:
                VerifyVerb.Print(moved.Report);
                AnsiConsole.MarkupLine(
                    "[green]everything is in PostgreSQL: name the connection in Genggam:Postgres[/]"
                );
                AnsiConsole.MarkupLine(
                    "the keys stay in the data folder; journal.db, keys.db and accounts.db are a copy now"
                );
                return 0;
            case MoveResult.Broken broken:
                VerifyVerb.Print(broken.Report);
                return Installation.No("What was copied does not hold; nothing was changed here.");
            case MoveResult.Changed changed:
                return Installation.No(
                    $"It changed while it was copied ({string.Join(", ", changed.Tables)}): stop the program, and move into an empty database."
                );
            default:
                throw new InvalidOperationException("Moving gave neither.");
        }
    }
}
