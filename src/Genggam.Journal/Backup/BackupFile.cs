using System.Text;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>One archive of a database: a manifest and a row file for each table, all of one snapshot.</summary>
internal static class BackupFile
{
    private const string Manifest = "manifest";

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

    public static Task Write(Database database, string[] tables, BackupParts parts) =>
        database.Read(
            async session =>
            {
                await session.Execute(database.BeginSnapshot);
                parts.Add(Manifest, Encoding.UTF8.GetBytes($"schema {await Migrations.Version(session)}\n"));
                foreach (var table in tables)
                {
                    await using var file = parts.Add($"{table}.rows");
                    await RowFile.Write(session, table, file);
                }
                await session.Execute("COMMIT");
                return true;
            },
            mayRepeat: false
        );

    /// <summary>Of a backup of an earlier schema: what it does not have is empty.</summary>
    public static async Task Read(Database database, string[] tables, BackupReading backup) =>
        await database.Write(async session =>
        {
            foreach (var table in tables)
            {
                if (table != "journal_head" && await session.Scalar($"SELECT 1 FROM {table} LIMIT 1") is not null)
                    throw new JournalBackupWrong("the place to restore into is not empty");
            }
            foreach (var table in tables.Where(table => backup.Has($"{table}.rows")))
            {
                await session.Execute($"DELETE FROM {table}");
                await using var file = backup.Open($"{table}.rows");
                await RowFile.Read(session, table, file);
            }
        });
}
