using System.Globalization;
using System.IO.Compression;
using Genggam.Journal;
using Genggam.Office.Safekeeping;
using Microsoft.Data.Sqlite;

namespace Genggam.Office.Tests.Safekeeping;

/// <summary>
/// Whoever has the database in his hands changes a byte, takes a row away, or cuts the end: it is found, every time. The
/// seed is printed; GENGGAM_SEED repeats it.
/// </summary>
public sealed class TamperTests(Town town) : IClassFixture<Town>
{
    private const int Changes = 72;
    private static readonly string[] whole = ["entry", "access", "checkpoint", "blob", "blob_chunk", "issued_document"];

    /// <summary>Taken away without anybody seeing it at once: a later checkpoint covers what an earlier one did.</summary>
    private static readonly string[] rows = ["entry", "access", "blob_chunk", "issued_document"];

    private static readonly string[] ofCase =
    [
        "entry",
        "access",
        "case_summary",
        "task",
        "outbox",
        "case_term",
        "issued_document",
        "blob",
    ];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_changed_byte_of_whatever_is_kept_is_found()
    {
        var random = await Begin();
        await using var database = await Database();
        for (var i = 0; i < Changes; i++)
        {
            var table = whole[i % whole.Length];
            var row = await Pick(database, table, random);
            var (column, was) = await Cell(database, table, row, random);
            var next = Changed(was, random);
            if (!await Put(database, table, row, column, next))
                continue;
            Assert.False(await Holds(), $"{table}.{column} of row {row}: {Shown(was)} became {Shown(next)}");
            // A position is the row's own name.
            Assert.True(await Put(database, table, column == "position" ? (long)next : row, column, was));
        }
        Assert.True(await Holds());
    }

    [Fact]
    public async Task A_changed_byte_in_a_file_of_a_release_is_found()
    {
        var random = await Begin();
        await using var database = await Database();
        for (var i = 0; i < Changes / 10; i++)
        {
            var row = await Pick(database, "release", random);
            await using var command = Command(database, $"SELECT content FROM release WHERE rowid = {row}");
            var was = (byte[])(await command.ExecuteScalarAsync(Stop))!;
            var (name, next) = Repacked(was, random);
            await Put(database, "release", row, "content", next);
            Assert.False(await Holds(), name);
            await Put(database, "release", row, "content", was);
        }
    }

    [Fact]
    public async Task A_row_that_was_taken_away_is_found()
    {
        var random = await Begin();
        await using var database = await Database();
        for (var i = 0; i < Changes / 4; i++)
        {
            var table = rows[i % rows.Length];
            var row = await Pick(database, table, random);
            Assert.False(
                await Without(database, [table], $"DELETE FROM {table} WHERE rowid = {row}"),
                $"row {row} of {table}"
            );
        }
    }

    [Fact]
    public async Task A_tail_that_was_cut_and_a_case_that_was_removed_whole_are_found()
    {
        var random = await Begin();
        await using var database = await Database();
        var entries = await Number(database, "SELECT COUNT(*) FROM entry");
        for (var i = 0; i < Changes / 10; i++)
        {
            var left = random.NextInt64(1, entries);
            Assert.False(
                await Without(
                    database,
                    ["entry", "journal_head", "checkpoint"],
                    $"""
                    DELETE FROM entry WHERE position > {left};
                    UPDATE journal_head SET position = {left} WHERE name = 'entry';
                    DELETE FROM checkpoint WHERE size > {left};
                    """
                ),
                $"cut after {left}"
            );
            var gone =
                $"CREATE TABLE kept.gone AS SELECT case_id FROM entry WHERE position = {random.NextInt64(1, entries + 1)};";
            Assert.False(
                await Without(
                    database,
                    ofCase,
                    $"{gone}{string.Concat(ofCase.Select(t => $"DELETE FROM {t} WHERE case_id = (SELECT case_id FROM kept.gone);"))}DROP TABLE kept.gone;"
                ),
                gone
            );
        }
    }

    private async Task<Random> Begin()
    {
        await town.Get<JournalStore>()
            .Access.Record(
                (await town.CasesOf("nib-mikro-risiko-rendah"))[0].Id,
                "siti",
                "verifikator",
                "3404",
                "verifikasi",
                Town.Present
            );
        await town.Get<JournalStore>().Checkpoints.Write();
        Assert.True(await Holds());
        var seed = int.TryParse(
            Environment.GetEnvironmentVariable("GENGGAM_SEED"),
            CultureInfo.InvariantCulture,
            out var given
        )
            ? given
            : Random.Shared.Next();
        Console.WriteLine($"seed {seed} (GENGGAM_SEED)");
        return new Random(seed);
    }

    private async Task<bool> Holds() => (await town.Get<Inspection>().Run(null, Stop)).Holds;

    /// <summary>Whether all holds after a change to these tables, which is taken back.</summary>
    private async Task<bool> Without(SqliteConnection database, string[] tables, string change)
    {
        foreach (var table in tables)
            await Run(database, $"CREATE TABLE kept.{table} AS SELECT * FROM main.{table}");
        await Run(database, change);
        try
        {
            return await Holds();
        }
        finally
        {
            foreach (var table in tables)
                await Run(
                    database,
                    $"DELETE FROM main.{table}; INSERT INTO main.{table} SELECT * FROM kept.{table}; DROP TABLE kept.{table}"
                );
        }
    }

    private async Task<SqliteConnection> Database()
    {
        var database = new SqliteConnection(
            $"Data Source={Path.Combine(town.Options.Data, "journal.db")};Pooling=false"
        );
        await database.OpenAsync(Stop);
        await Run(database, "ATTACH ':memory:' AS kept");
        return database;
    }

    private static async Task<long> Pick(SqliteConnection database, string table, Random random)
    {
        var count = await Number(database, $"SELECT COUNT(*) FROM {table}");
        return await Number(database, $"SELECT rowid FROM {table} LIMIT 1 OFFSET {random.NextInt64(count)}");
    }

    /// <summary>A column of a row that has a value.</summary>
    private static async Task<(string Column, object Value)> Cell(
        SqliteConnection database,
        string table,
        long row,
        Random random
    )
    {
        await using var command = Command(database, $"SELECT * FROM {table} WHERE rowid = {row}");
        await using var cells = await command.ExecuteReaderAsync(Stop);
        await cells.ReadAsync(Stop);
        int[] full = [.. Enumerable.Range(0, cells.FieldCount).Where(i => !cells.IsDBNull(i))];
        var column = full[random.Next(full.Length)];
        return (cells.GetName(column), cells.GetValue(column));
    }

    /// <summary>One bit of a number, one character of a text, one bit of some byte.</summary>
    private static object Changed(object was, Random random)
    {
        switch (was)
        {
            case long number:
                return number ^ (1L << random.Next(40));
            case string text:
                var place = random.Next(text.Length);
                var letter = text[place] == 'x' ? 'y' : 'x';
                return $"{text[..place]}{letter}{text[(place + 1)..]}";
            case byte[] { Length: 0 }:
                return new byte[] { 1 };
            default:
                var bytes = (byte[])((byte[])was).Clone();
                bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
                return bytes;
        }
    }

    /// <summary>With one bit of one of its files changed.</summary>
    private static (string Name, byte[] Content) Repacked(byte[] was, Random random)
    {
        var content = new MemoryStream();
        content.Write(was);
        using var zip = new ZipArchive(content, ZipArchiveMode.Update, leaveOpen: true);
        var part = zip.Entries[random.Next(zip.Entries.Count)];
        var name = part.FullName;
        using (var file = part.Open())
        {
            file.Position = random.NextInt64(file.Length);
            var old = file.ReadByte();
            file.Position--;
            file.WriteByte((byte)(old ^ (1 << random.Next(8))));
        }
        zip.Dispose();
        return (name, content.ToArray());
    }

    /// <returns>False where the table itself refuses it.</returns>
    private static async Task<bool> Put(SqliteConnection database, string table, long row, string column, object value)
    {
        await using var command = Command(database, $"UPDATE {table} SET {column} = $value WHERE rowid = {row}");
        command.Parameters.AddWithValue("$value", value);
        try
        {
            return await command.ExecuteNonQueryAsync(Stop) == 1;
        }
        catch (SqliteException refused) when (refused.SqliteErrorCode == 19)
        {
            return false;
        }
    }

    private static async Task<long> Number(SqliteConnection database, string sql)
    {
        await using var command = Command(database, sql);
        return (long)(await command.ExecuteScalarAsync(Stop))!;
    }

    private static async Task Run(SqliteConnection database, string sql)
    {
        await using var command = Command(database, sql);
        await command.ExecuteNonQueryAsync(Stop);
    }

    private static SqliteCommand Command(SqliteConnection database, string sql)
    {
        var command = database.CreateCommand();
#pragma warning disable CA2100 // tables, rows and columns of the schema
        command.CommandText = sql;
#pragma warning restore CA2100
        return command;
    }

    private static string Shown(object value) =>
        value is byte[] bytes ? Convert.ToHexString(bytes.AsSpan(0, Math.Min(40, bytes.Length))) : $"{value}";
}
