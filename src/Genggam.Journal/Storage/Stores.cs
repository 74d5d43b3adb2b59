using Genggam.Journal.Postgres;
using Genggam.Journal.Sqlite;

namespace Genggam.Journal.Storage;

/// <summary>The two databases of a journal and the writer of its appends, opened and migrated.</summary>
internal sealed record Stores(Database Journal, Database Keys, GroupWriter Appends) : IAsyncDisposable
{
    public static async Task<Stores> Open(JournalOptions options)
    {
        var stores = options.Postgres is null ? OnSqlite(options) : OnPostgres(options);
        try
        {
            await Migrate(stores.Journal, "journal");
            await Migrate(stores.Keys, "keys");
            return stores;
        }
        catch
        {
            await stores.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Appends.DisposeAsync();
        await Journal.DisposeAsync();
        await Keys.DisposeAsync();
    }

    private static Stores OnSqlite(JournalOptions options)
    {
        var journal = new SqliteDatabase(Path.Combine(options.Folder, "journal.db"), options);
        return new(journal, new SqliteDatabase(Path.Combine(options.Folder, "keys.db"), options), journal.Writer);
    }

    private static Stores OnPostgres(JournalOptions options)
    {
        var journal = new PostgresDatabase(options, options.Schema);
        return new(
            journal,
            new PostgresDatabase(options, options.Schema + "_keys"),
            PostgresAppends.Writer(journal, options)
        );
    }

    private static async Task Migrate(Database database, string set)
    {
        try
        {
            await database.Create();
            await using var session = await database.Connect();
            await Migrations.Apply(session, set);
        }
        catch (Exception error) when (error is not JournalException)
        {
            var known = database.Translate(error);
            if (known is JournalException)
                throw known;
            throw;
        }
    }
}
