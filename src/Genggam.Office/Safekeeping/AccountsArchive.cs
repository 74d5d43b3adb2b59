using System.IO.Compression;
using Genggam.Journal;
using Genggam.Office.People;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Genggam.Office.Safekeeping;

/// <summary>The accounts in a backup: a copy of the file on SQLite, every table as PostgreSQL writes it there.</summary>
internal static class AccountsArchive
{
    private const string Copy = "accounts/accounts.db";
    private const string Tables = "accounts/tables/";

    public static async Task Write(AccountsDb accounts, ZipArchive archive, CancellationToken cancel)
    {
        if (accounts.Database.IsSqlite())
            await WriteCopy(accounts, archive, cancel);
        else
            await WriteTables(accounts, archive, cancel);
    }

    /// <summary>Into a place whose accounts are prepared and empty, on the kind of database the backup came from.</summary>
    /// <exception cref="InvalidDataException">The backup came from the other kind of database.</exception>
    public static async Task Read(AccountsDb accounts, string folder, ZipArchive archive, CancellationToken cancel)
    {
        if (accounts.Database.IsSqlite())
        {
            var copy = archive.GetEntry(Copy) ?? throw OtherKind();
            var file = Path.Combine(folder, "accounts.db");
            copy.ExtractToFile(file, overwrite: true);
            Durable.WrittenFile(file);
            return;
        }
        await accounts.Prepare(cancel);
        await accounts.Database.OpenConnectionAsync(cancel);
        var connection = (NpgsqlConnection)accounts.Database.GetDbConnection();
        foreach (var table in InOrder(accounts))
        {
            var part = archive.GetEntry(Tables + table) ?? throw OtherKind();
            await using var rows = await part.OpenAsync(cancel);
            await using var target = await connection.BeginRawBinaryCopyAsync(
                $"COPY {table} FROM STDIN (FORMAT BINARY)",
                cancel
            );
            await rows.CopyToAsync(target, cancel);
        }
    }

    private static async Task WriteCopy(AccountsDb accounts, ZipArchive archive, CancellationToken cancel)
    {
        await accounts.Database.OpenConnectionAsync(cancel);
        // Beside the accounts, where nobody else may look.
        var copy = $"{accounts.Database.GetDbConnection().DataSource}.{Guid.NewGuid():N}";
        try
        {
            await using var command = accounts.Database.GetDbConnection().CreateCommand();
            command.CommandText = "VACUUM INTO @copy";
            command.Parameters.Add(new SqliteParameter("@copy", copy));
            await command.ExecuteNonQueryAsync(cancel);
            await archive.CreateEntryFromFileAsync(copy, Copy, CompressionLevel.Fastest, cancel);
        }
        finally
        {
            File.Delete(copy);
        }
    }

    private static async Task WriteTables(AccountsDb accounts, ZipArchive archive, CancellationToken cancel)
    {
        await accounts.Database.OpenConnectionAsync(cancel);
        var connection = (NpgsqlConnection)accounts.Database.GetDbConnection();
        await using var snapshot = await connection.BeginTransactionAsync(
            System.Data.IsolationLevel.RepeatableRead,
            cancel
        );
        foreach (var table in InOrder(accounts))
        {
            await using var part = await archive
                .CreateEntry(Tables + table, CompressionLevel.Fastest)
                .OpenAsync(cancel);
            await using var rows = await connection.BeginRawBinaryCopyAsync(
                $"COPY {table} TO STDOUT (FORMAT BINARY)",
                cancel
            );
            await rows.CopyToAsync(part, cancel);
        }
    }

    /// <summary>Tables after those they refer to.</summary>
    private static List<string> InOrder(AccountsDb accounts)
    {
        var waiting = accounts.Model.GetRelationalModel().Tables.ToList();
        var ordered = new List<Microsoft.EntityFrameworkCore.Metadata.ITable>();
        while (waiting.Count > 0)
        {
            var next = waiting.First(t =>
                t.ForeignKeyConstraints.All(k => k.PrincipalTable == t || ordered.Contains(k.PrincipalTable))
            );
            waiting.Remove(next);
            ordered.Add(next);
        }
        return [.. ordered.Select(t => $"\"{t.Schema}\".\"{t.Name}\"")];
    }

    private static InvalidDataException OtherKind() =>
        new("The accounts of this backup come from the other kind of database.");
}
