using Genggam.Journal.Storage;
using Microsoft.Data.Sqlite;

namespace Genggam.Journal.Sqlite;

/// <summary>One SQLite file in WAL mode with synchronous=FULL. All writes of the process share one writer.</summary>
internal sealed class SqliteDatabase : Database
{
    private readonly string path;
    private readonly GroupWriter writer;

    public SqliteDatabase(string path, JournalOptions options)
    {
        this.path = path;
        writer = new GroupWriter(this, options, RunGroup, () => File.Exists(path));
    }

    /// <summary>For tests of a full disk: no more than so many pages, 0 for no limit.</summary>
    internal long MaxPages { get; set; }

    public override string Begin => "BEGIN IMMEDIATE";

    public override string BeginSnapshot => "BEGIN";

    public override string ForUpdate => "";

    public override string SkipLocked => "";

    public GroupWriter Writer => writer;

    public override async Task<Session> Connect()
    {
        var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Pooling = false,
                DefaultTimeout = 30,
            }.ToString()
        );
        await connection.OpenAsync();
        try
        {
            await SqliteSettings.Apply(connection, MaxPages);
            await SqliteSettings.ReadBack(connection);
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
        return new Session(connection, this);
    }

    public override Task<T> Write<T>(Func<Session, Task<T>> work) => writer.Run(new Work<T>(work));

    public override Task<T> Write<T>(Func<Session, GroupState, Task<T>> work) => writer.Run(new Positions<T>(work));

    public override string Bytewise => "BINARY";

    public override string Dialect(string schemaSql) =>
        schemaSql
            .Replace("$int", "INTEGER", StringComparison.Ordinal)
            .Replace("$blob", "BLOB", StringComparison.Ordinal)
            .Replace("$rowless", "WITHOUT ROWID", StringComparison.Ordinal)
            .Replace("$bytewise", Bytewise, StringComparison.Ordinal);

    // https://sqlite.org/rescode.html, primary result codes.
    public override Exception Translate(Exception error) =>
        error is not SqliteException sqlite
            ? error
            : sqlite.SqliteErrorCode switch
            {
                13 => new JournalFull(error),
                5 or 6 => new JournalUnavailable("the database is held by another program", error),
                8 or 10 or 11 or 14 or 26 => new JournalUnavailable($"SQLite error {sqlite.SqliteErrorCode}", error),
                _ => error,
            };

    public override async Task Scrub()
    {
        await Read(session => session.Execute("PRAGMA wal_checkpoint(TRUNCATE)"));
    }

    public override async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await base.DisposeAsync();
    }

    private static async Task RunGroup(Session session, IReadOnlyList<WriteItem> group)
    {
        var state = new GroupState();
        foreach (var item in group)
            await item.Run(session, state);
        await state.Save(session);
    }
}
