using System.Data;
using System.Data.Common;

namespace Genggam.Journal.Storage;

/// <summary>One connection with its prepared commands, kept for the connection's life. Used by one caller at a time.</summary>
internal sealed class Session(DbConnection connection, Database database) : IAsyncDisposable
{
    private readonly Dictionary<string, DbCommand> prepared = new(StringComparer.Ordinal);

    public DbConnection Connection { get; } = connection;

    public Database Database { get; } = database;

    /// <summary>False where the driver noticed, while nobody asked anything, that the server is gone.</summary>
    public bool IsOpen => Connection.State == ConnectionState.Open;

    /// <summary>Set when an exception passed through: the session is not given back to the pool.</summary>
    public bool Broken { get; set; }

    /// <summary>Set when the server said that it committed on its own disk alone.</summary>
    public bool Alone { get; set; }

    /// <summary>Ends the transaction durably.</summary>
    /// <exception cref="JournalUnavailable">The server gave up waiting for the nodes that must have it too.</exception>
    public async Task Commit()
    {
        Alone = false;
        await Execute("COMMIT");
        if (Alone)
            throw new JournalUnavailable("PostgreSQL committed on one node alone");
    }

    /// <exception cref="JournalUnavailable">The connection was closed meanwhile.</exception>
    public DbCommand Command(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters)
    {
        if (!IsOpen)
            throw new JournalUnavailable("the connection was closed");
        if (!prepared.TryGetValue(sql, out var command))
        {
            command = Connection.CreateCommand();
#pragma warning disable CA2100 // every caller passes a constant; values travel as parameters
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach (var (name, _) in parameters)
            {
                var parameter = command.CreateParameter();
                parameter.ParameterName = name;
                command.Parameters.Add(parameter);
            }
            prepared.Add(sql, command);
        }
        for (var i = 0; i < parameters.Length; i++)
            command.Parameters[i].Value = parameters[i].Value ?? DBNull.Value;
        return command;
    }

    public Task<int> Execute(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Command(sql, parameters).ExecuteNonQueryAsync();

    public Task<object?> Scalar(string sql, params ReadOnlySpan<(string Name, object? Value)> parameters) =>
        Command(sql, parameters).ExecuteScalarAsync();

    public static async Task<T?> One<T>(DbCommand command, Func<DbDataReader, T> read)
        where T : class
    {
        await using var row = await command.ExecuteReaderAsync();
        return await row.ReadAsync() ? read(row) : null;
    }

    public static async Task<List<T>> All<T>(DbCommand command, Func<DbDataReader, T> read)
    {
        var found = new List<T>();
        await using var row = await command.ExecuteReaderAsync();
        while (await row.ReadAsync())
            found.Add(read(row));
        return found;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var command in prepared.Values)
            await command.DisposeAsync();
        await Connection.DisposeAsync();
    }
}
