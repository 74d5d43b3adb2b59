using System.Collections.Immutable;
using System.Text;
using Genggam.Journal;
using Genggam.Office.People;
using Microsoft.EntityFrameworkCore;

namespace Genggam.Office.Safekeeping;

/// <summary>What became of moving an installation. A closed set.</summary>
public abstract record MoveResult
{
    private MoveResult() { }

    /// <summary>Everything is there, and from now on only there.</summary>
    public sealed record Moved(VerifyReport Report) : MoveResult;

    /// <summary>It changed while it was copied: something was still running.</summary>
    public sealed record Changed(ImmutableArray<string> Tables) : MoveResult;

    /// <summary>Chains or checkpoints do not hold in the copy.</summary>
    public sealed record Broken(VerifyReport Report) : MoveResult;
}

/// <summary>
/// Moves an installation from SQLite to PostgreSQL: by a backup that is restored there and held against what is here, row by
/// row. The keys stay in the data folder; what was on SQLite stays too, and is refused until somebody goes back to it.
/// </summary>
public sealed class Moving(
    JournalStore journal,
    IDbContextFactory<AccountsDb> accounts,
    OfficeOptions options,
    TimeProvider clock
)
{
    /// <param name="to">The connection to an empty PostgreSQL database.</param>
    /// <exception cref="JournalBackupWrong">The database is not empty.</exception>
    public async Task<MoveResult> Run(string to, IProgress<VerifyProgress>? progress, CancellationToken cancel)
    {
        var here = new JournalOptions { Folder = options.Data };
        // It holds every key, so it is made for this user alone and goes whatever happens.
        var scratch = Path.Combine(options.Data, $"move-{Guid.NewGuid():N}");
        PrivateFile.MakeFolder(scratch);
        try
        {
            var (data, keys) = (Path.Combine(scratch, "data"), Path.Combine(scratch, "keys"));
            await Archive.Backup(journal, accounts, options, data, keys, cancel);
            var place = options with { Data = Path.Combine(scratch, "place"), Postgres = to };
            AccountsDb There() => new(PeopleSetup.Accounts(new PeopleOptions(place.Data, to)));
            var report = await Archive.Restore(place, There, data, keys, progress, cancel);
            if (!report.Holds)
                return new MoveResult.Broken(report);
            var differing = await JournalContent.Differences(
                here,
                new JournalOptions { Folder = place.Data, Postgres = to }
            );
            await using var there = There();
            await using var before = await accounts.CreateDbContextAsync(cancel);
            differing = [.. differing, .. await AccountsArchive.Differences(before, there, cancel)];
            if (!differing.IsEmpty)
                return new MoveResult.Changed(differing);
            PrivateFile.Write(
                here.MovedPath,
                Encoding.UTF8.GetBytes($"moved to PostgreSQL at {clock.GetUtcNow():u}\n")
            );
            return new MoveResult.Moved(report);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }
}
