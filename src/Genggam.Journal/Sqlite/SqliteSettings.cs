using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Genggam.Journal.Sqlite;

/// <summary>The settings that durability rests on, and those that only make it quick.</summary>
internal static class SqliteSettings
{
    private const string FullSync = "2";

    public static async Task Apply(SqliteConnection connection, long maxPages)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA busy_timeout=10000;
            PRAGMA journal_mode=WAL;
            PRAGMA synchronous=FULL;
            PRAGMA wal_autocheckpoint=4000;
            PRAGMA cache_size=-16384;
            PRAGMA temp_store=MEMORY;
            PRAGMA secure_delete=ON;
            """;
        await command.ExecuteNonQueryAsync();
        if (maxPages > 0)
        {
            command.CommandText = string.Create(CultureInfo.InvariantCulture, $"PRAGMA max_page_count={maxPages}");
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Throws <see cref="JournalUnsafe"/> where SQLite did not take a setting.</summary>
    public static async Task ReadBack(SqliteConnection connection)
    {
        await Expect(connection, "PRAGMA journal_mode", "wal");
        await Expect(connection, "PRAGMA synchronous", FullSync);
    }

    private static async Task Expect(SqliteConnection connection, string pragma, string expected)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // two constants above
        command.CommandText = pragma;
#pragma warning restore CA2100
        var actual = Convert.ToString(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture) ?? "";
        if (actual != expected)
            throw new JournalUnsafe(pragma, expected, actual);
    }
}
