using Npgsql;

namespace Genggam.Journal;

/// <summary>A database beside another on the same server, empty at first and dropped at the end.</summary>
public sealed class ScratchDatabase : IAsyncDisposable
{
    private readonly string server;
    private readonly string name;

    private ScratchDatabase(string server, string name) => (this.server, this.name) = (server, name);

    public string Connection => new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();

    /// <exception cref="JournalRejected">The user of this connection may not make databases.</exception>
    public static async Task<ScratchDatabase> Make(string connection)
    {
        var scratch = new ScratchDatabase(connection, $"genggam_drill_{Guid.NewGuid():N}");
        try
        {
            // As a copy of nothing, with the ways of sorting that the database beside it has.
            await Run(connection, $"CREATE DATABASE {scratch.name}");
            return scratch;
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            throw new JournalRejected("the user of this installation may not make a database to rehearse in");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await using (var pool = new NpgsqlConnection(Connection))
            NpgsqlConnection.ClearPool(pool);
        await Run(server, $"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
    }

    private static async Task Run(string connection, string sql)
    {
        await using var open = new NpgsqlConnection(connection);
        await open.OpenAsync();
#pragma warning disable CA2100 // a name that was made here
        await using var command = new NpgsqlCommand(sql, open);
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
