using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Npgsql;
using NpgsqlTypes;

namespace Genggam.Benchmarks;

/// <summary>
/// What a submission could cost at least: four entries, a summary, an outbox row and a key, prepared, 256 submissions a
/// commit, durable; nothing asked, decided, encrypted or hashed.
/// </summary>
internal static class BareRows
{
    private const int Group = 256;
    private const int EntryBytes = 340;

    private const string Schema = """
        CREATE TABLE bare_entry (id BYTES PRIMARY KEY, content BYTES);
        CREATE TABLE bare_summary (id BYTES PRIMARY KEY, content BYTES);
        CREATE TABLE bare_outbox (id BYTES PRIMARY KEY, content BYTES);
        CREATE TABLE bare_key (id BYTES PRIMARY KEY, content BYTES);
        """;

    private static readonly (string Table, int Bytes)[] Rows =
    [
        ("bare_entry", EntryBytes),
        ("bare_entry", EntryBytes),
        ("bare_entry", EntryBytes),
        ("bare_entry", EntryBytes),
        ("bare_summary", 200),
        ("bare_outbox", 120),
        ("bare_key", 100),
    ];

    /// <returns>CPU of this process for one submission, in microseconds.</returns>
    public static async Task<double> OnSqlite(string folder, int submissions)
    {
        await using var connection = new SqliteConnection(
            $"Data Source={Path.Combine(folder, "bare.db")};Pooling=False"
        );
        await connection.OpenAsync();
        Execute(
            connection,
            "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA wal_autocheckpoint=4000; PRAGMA cache_size=-65536"
        );
        Execute(connection, Schema.Replace("BYTES", "BLOB", StringComparison.Ordinal));
        var commands = Rows.Select(row =>
            {
                var command = new SqliteCommand($"INSERT INTO {row.Table} VALUES (@id, @content)", connection);
                command.Parameters.Add("@id", SqliteType.Blob);
                command.Parameters.Add("@content", SqliteType.Blob);
                return (DbCommand)command;
            })
            .ToArray();
        return await Timed(
            submissions,
            async i =>
            {
                if (i % Group == 0)
                    Execute(connection, i == 0 ? "BEGIN IMMEDIATE" : "COMMIT; BEGIN IMMEDIATE");
                for (var row = 0; row < Rows.Length; row++)
                {
                    commands[row].Parameters[0].Value = Guid.CreateVersion7().ToByteArray(bigEndian: true);
                    commands[row].Parameters[1].Value = new byte[Rows[row].Bytes];
                    await commands[row].ExecuteNonQueryAsync();
                }
            },
            () => Execute(connection, "COMMIT")
        );
    }

    /// <returns>CPU of this process for one submission, in microseconds; what the database server spends is not in it.</returns>
    public static async Task<double> OnPostgres(string connectionString, int submissions)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        Execute(connection, Schema.Replace("BYTES", "bytea", StringComparison.Ordinal));
        var transaction = await connection.BeginTransactionAsync();
        var cpu = await Timed(
            submissions,
            async i =>
            {
                if (i % Group == 0 && i > 0)
                {
                    await transaction.CommitAsync();
                    transaction = await connection.BeginTransactionAsync();
                }
                await using var batch = new NpgsqlBatch(connection, transaction);
                foreach (var (table, bytes) in Rows)
                {
                    var command = new NpgsqlBatchCommand($"INSERT INTO {table} VALUES ($1, $2)");
                    command.Parameters.Add(
                        new()
                        {
                            NpgsqlDbType = NpgsqlDbType.Bytea,
                            Value = Guid.CreateVersion7().ToByteArray(bigEndian: true),
                        }
                    );
                    command.Parameters.Add(new() { NpgsqlDbType = NpgsqlDbType.Bytea, Value = new byte[bytes] });
                    batch.BatchCommands.Add(command);
                }
                await batch.PrepareAsync();
                await batch.ExecuteNonQueryAsync();
            },
            () => transaction.Commit()
        );
        Execute(connection, "DROP TABLE bare_entry, bare_summary, bare_outbox, bare_key");
        return cpu;
    }

    private static async Task<double> Timed(int submissions, Func<int, Task> submit, Action commit)
    {
        var cpu = Process.GetCurrentProcess().TotalProcessorTime;
        for (var i = 0; i < submissions; i++)
            await submit(i);
        commit();
        return (Process.GetCurrentProcess().TotalProcessorTime - cpu).TotalMicroseconds / submissions;
    }

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
