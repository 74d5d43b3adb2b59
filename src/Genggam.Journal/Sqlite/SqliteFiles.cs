using Microsoft.Data.Sqlite;

namespace Genggam.Journal;

/// <summary>SQLite files as files, while nothing else has them open.</summary>
public static class SqliteFiles
{
    private const int Busy = 5;

    /// <summary>Brings everything that was written into the one file, so that a copy of it is whole.</summary>
    /// <returns>False where another program has it open.</returns>
    public static async Task<bool> Settle(string path)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=false;Default Timeout=1");
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        // Leaving WAL needs the file for oneself; whoever opens it next goes back to it.
        command.CommandText = "PRAGMA journal_mode = DELETE";
        try
        {
            return await command.ExecuteScalarAsync() is "delete";
        }
        catch (SqliteException held) when (held.SqliteErrorCode == Busy)
        {
            return false;
        }
    }
}
