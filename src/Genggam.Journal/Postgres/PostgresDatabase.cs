using System.Net.Sockets;
using Genggam.Journal.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Genggam.Journal.Postgres;

/// <summary>One schema of a PostgreSQL database. Writes other than appends have transactions of their own.</summary>
internal sealed class PostgresDatabase : Database
{
    // Where a wait for synchronous nodes is cancelled, the commit stands here, is told as done, and may be lost with this
    // node. Only this warning, from this place in the server, tells it (its text is in the server's language).
    private const string WaitForOthers = "SyncRepWaitForLSN";
    private readonly NpgsqlDataSource source;
    private readonly string schema;

    public PostgresDatabase(JournalOptions options, string schema)
    {
        if (!schema.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '_'))
            throw new ArgumentException(
                "A schema name has lower-case letters, digits and underscores.",
                nameof(schema)
            );
        this.schema = schema;
        source = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(options.Postgres)
            {
                SearchPath = schema,
                MaxAutoPrepare = 100,
                AutoPrepareMinUsages = 2,
                // A connection that waits for a dead server holds back every append.
                KeepAlive = 10,
                CancellationTimeout = 2000,
            }
        );
    }

    public override string Begin => "BEGIN";

    public override string BeginSnapshot => "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    public override string ForUpdate => " FOR UPDATE";

    public override string ClockSql => "SELECT (EXTRACT(EPOCH FROM clock_timestamp()) * 1000000)::bigint";

    public override string SkipLocked => " FOR UPDATE SKIP LOCKED";

    public override async Task<Session> Connect()
    {
        var connection = await source.OpenConnectionAsync();
        var session = new Session(connection, this);
        connection.Notice += (_, said) => session.Alone |= said.Notice.Routine == WaitForOthers;
        try
        {
            await PostgresSettings.ReadBack(session);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
        return session;
    }

    /// <summary>Makes the schema; two nodes that start at once do not disturb each other.</summary>
    public override async Task Create()
    {
        await using var session = await Connect();
        await session.Execute("BEGIN");
        await session.Execute("SELECT pg_advisory_xact_lock(hashtext(@schema))", ("schema", schema));
        await session.Execute($"CREATE SCHEMA IF NOT EXISTS {schema}");
        await session.Commit();
    }

    public override async Task<T> Write<T>(Func<Session, Task<T>> work)
    {
        var session = await Begun();
        try
        {
            var result = await work(session);
            await session.Commit();
            return result;
        }
        catch (Exception error)
        {
            session.Broken = true;
            throw Translate(error);
        }
        finally
        {
            await Return(session);
        }
    }

    // Nothing was asked yet when BEGIN fails, so a pooled session that was cut is replaced once.
    private async Task<Session> Begun()
    {
        for (var mayRetry = true; ; mayRetry = false)
        {
            var session = await Rent();
            try
            {
                await session.Execute("BEGIN");
                return session;
            }
            catch (Exception error)
            {
                await session.DisposeAsync();
                if (!mayRetry || Translate(error) is not JournalUnavailable)
                    throw Translate(error);
                await DropIdle();
            }
        }
    }

    public override string Bytewise => "\"C\"";

    public override string Dialect(string schemaSql) =>
        schemaSql
            .Replace("$int", "bigint", StringComparison.Ordinal)
            .Replace("$blob", "bytea", StringComparison.Ordinal)
            .Replace("$rowless", "", StringComparison.Ordinal)
            .Replace("$bytewise", Bytewise, StringComparison.Ordinal);

    // https://www.postgresql.org/docs/15/errcodes-appendix.html
    public override Exception Translate(Exception error) =>
        error switch
        {
            PostgresException { SqlState: "53100" } => new JournalFull(error),
            PostgresException
            {
                SqlState: ['0', '8', ..]
                    or ['5', '3', ..]
                    or ['5', '7', ..]
                    or ['5', '8', ..]
                    or "25P03"
                    or "25006"
                    or "55P03"
            } sql => new JournalUnavailable($"PostgreSQL says {sql.SqlState}", error),
            PostgresException => error,
            NpgsqlException or SocketException or IOException or TimeoutException => new JournalUnavailable(
                "PostgreSQL cannot be reached",
                error
            ),
            ObjectDisposedException => new JournalUnavailable("the journal was closed", error),
            _ => error,
        };

    /// <summary>As a stream: a statement a row would wait for the server each time.</summary>
    public override async Task Fill(Session session, string table, string[] columns, IEnumerable<object?[]> rows)
    {
        var connection = (NpgsqlConnection)session.Connection;
        await using var copy = await connection.BeginBinaryImportAsync(
            $"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)"
        );
        foreach (var row in rows)
        {
            await copy.StartRowAsync();
            foreach (var value in row)
                await (
                    value switch
                    {
                        long number => copy.WriteAsync(number, NpgsqlDbType.Bigint),
                        string text => copy.WriteAsync(text, NpgsqlDbType.Text),
                        byte[] bytes => copy.WriteAsync(bytes, NpgsqlDbType.Bytea),
                        _ => copy.WriteNullAsync(),
                    }
                );
        }
        await copy.CompleteAsync();
    }

    // Only a commit that writes waits for the other nodes, and with it everything before it.
    public override Task Confirm() => Write(session => session.Execute(Heads.Touch));

    public override async Task Scrub()
    {
        await Read(session => session.Execute("VACUUM subject_key"));
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await source.DisposeAsync();
    }
}
