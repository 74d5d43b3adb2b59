using System.IO.Compression;
using System.Text;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>One archive of a database: a manifest and a row file for each table, all of one snapshot.</summary>
internal static class BackupFile
{
    public const string Format = "genggam-backup 1";

    public static readonly string[] JournalTables =
    [
        "journal_head",
        "entry",
        "answered",
        "outbox",
        "case_summary",
        "task",
        "case_term",
        "access",
        "checkpoint",
        "application_draft",
        "blob",
        "blob_chunk",
        "issued_document",
        "counter",
        "counter_number",
        "erasure",
        "saved_remark",
        "key_store_of",
        "release",
        "publication",
        "service_change",
        "change_step",
        "change_file",
        "law_note",
        "draft_walk",
        "calendar",
        "dry_run",
        "dry_run_case",
        "migration",
        "migration_case",
        "drill",
    ];

    public static readonly string[] KeyTables = ["subject_key", "subject_nik", "destroyed", "key_store"];

    /// <summary>What a backup of an earlier schema does not have.</summary>
    private static readonly string[] Later =
    [
        "saved_remark",
        "key_store_of",
        "release",
        "key_store",
        "publication",
        "service_change",
        "change_step",
        "change_file",
        "law_note",
        "draft_walk",
        "calendar",
        "dry_run",
        "dry_run_case",
        "migration",
        "migration_case",
        "drill",
    ];

    public static Task Write(Database database, string[] tables, ZipArchive archive) =>
        database.Read(
            async session =>
            {
                await session.Execute(database.BeginSnapshot);
                AddText(archive, "manifest", $"{Format}\nschema {await Migrations.Version(session)}\n");
                foreach (var table in tables)
                {
                    await using var file = archive.CreateEntry($"{table}.rows", CompressionLevel.Fastest).Open();
                    await RowFile.Write(session, table, file);
                }
                await session.Execute("COMMIT");
                return true;
            },
            mayRepeat: false
        );

    public static async Task Read(Database database, string[] tables, ZipArchive archive)
    {
        if (!ReadText(archive, "manifest").StartsWith(Format + "\n", StringComparison.Ordinal))
            throw new JournalBackupWrong("the file is no backup of a journal, or of a newer program");
        await database.Write(async session =>
        {
            foreach (var table in tables)
            {
                if (table != "journal_head" && await session.Scalar($"SELECT 1 FROM {table} LIMIT 1") is not null)
                    throw new JournalBackupWrong("the place to restore into is not empty");
            }
            foreach (var table in tables)
            {
                if (Later.Contains(table) && archive.GetEntry($"{table}.rows") is null)
                    continue;
                await session.Execute($"DELETE FROM {table}");
                await using var file = Part(archive, $"{table}.rows").Open();
                await RowFile.Read(session, table, file);
            }
        });
    }

    public static void AddText(ZipArchive archive, string name, string text) =>
        AddBytes(archive, name, Encoding.UTF8.GetBytes(text));

    public static void AddBytes(ZipArchive archive, string name, byte[] content)
    {
        using var file = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        file.Write(content);
    }

    public static byte[] ReadBytes(ZipArchive archive, string name)
    {
        using var file = Part(archive, name).Open();
        var content = new MemoryStream();
        file.CopyTo(content);
        return content.ToArray();
    }

    public static string ReadText(ZipArchive archive, string name) => Encoding.UTF8.GetString(ReadBytes(archive, name));

    private static ZipArchiveEntry Part(ZipArchive archive, string name) =>
        archive.GetEntry(name) ?? throw new JournalBackupWrong($"the backup has no part '{name}'");
}
