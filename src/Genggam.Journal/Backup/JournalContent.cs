using System.Collections.Immutable;
using System.Numerics;
using System.Security.Cryptography;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>Whether two journals hold the same rows, on whichever kind of database each is.</summary>
public static class JournalContent
{
    /// <summary>The tables in which they differ. Reads everything in both.</summary>
    public static async Task<ImmutableArray<string>> Differences(JournalOptions one, JournalOptions other)
    {
        await using var ones = await Stores.Open(one);
        await using var others = await Stores.Open(other);
        return
        [
            .. await Differing(ones.Journal, others.Journal, BackupFile.JournalTables),
            .. await Differing(ones.Keys, others.Keys, BackupFile.KeyTables),
        ];
    }

    private static async Task<IEnumerable<string>> Differing(Database one, Database other, string[] tables)
    {
        var differing = new List<string>();
        foreach (var table in tables)
            if (await TallyOf(one, table) != await TallyOf(other, table))
                differing.Add(table);
        return differing;
    }

    /// <summary>How many rows, and the sum of their hashes: databases give rows in an order of their own.</summary>
    private static Task<(long Rows, BigInteger Sum)> TallyOf(Database database, string table) =>
        database.Read(async session =>
        {
            await using var row = await session.Command($"SELECT * FROM {table}").ExecuteReaderAsync();
            var (rows, sum) = (0L, BigInteger.Zero);
            using var bytes = new MemoryStream();
            await using var writer = new BinaryWriter(bytes);
            for (; await row.ReadAsync(); rows++)
            {
                bytes.SetLength(0);
                RowFile.WriteRow(writer, row);
                writer.Flush();
                sum += new BigInteger(
                    SHA256.HashData(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)),
                    isUnsigned: true
                );
            }
            return (rows, sum);
        });
}
