using System.IO.Compression;
using System.Text;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>
/// Data and keys, in two files that are to be kept apart: whoever has only one of them reads no personal data.
/// </summary>
internal static class JournalBackup
{
    private const string MasterKeyName = "master.key";
    private const string CheckpointKeyName = "checkpoint.key";
    private const string DestroyedName = "destroyed.list";
    private const string LatestName = "checkpoint.latest";

    // The last checkpoint before data, which hold all that it covers; keys after data: every key they need exists by then.
    public static async Task Write(JournalStore journal, JournalOptions options, BackupTarget data, BackupTarget keys)
    {
        await journal.Checkpoints.Write();
        var latest = await File.ReadAllBytesAsync(options.LatestCheckpointPath);
        await Pack(data, archive => BackupFile.Write(journal.Database, BackupFile.JournalTables, archive));
        await Pack(
            keys,
            async archive =>
            {
                await BackupFile.Write(journal.KeyDatabase, BackupFile.KeyTables, archive);
                BackupFile.AddBytes(archive, LatestName, latest);
                foreach (var (name, path) in Files(options).Where(f => f.Name != LatestName && File.Exists(f.Path)))
                    BackupFile.AddBytes(archive, name, await File.ReadAllBytesAsync(path));
            }
        );
    }

    public static async Task Restore(JournalOptions options, string dataFile, string keysFile)
    {
        if (File.Exists(options.MasterKeyPath))
            throw new JournalBackupWrong($"{options.MasterKeyPath} exists: restore into an empty place");
        try
        {
            using var keys = ZipFile.OpenRead(keysFile);
            using var data = ZipFile.OpenRead(dataFile);
            Durable.MakeFolder(options.Folder);
            RestoreFiles(options, keys);
            await using (var stores = await Stores.Open(options))
            {
                await BackupFile.Read(stores.Journal, BackupFile.JournalTables, data);
                await BackupFile.Read(stores.Keys, BackupFile.KeyTables, keys);
            }
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException)
        {
            throw new JournalBackupWrong("a backup file is damaged", damaged);
        }
    }

    // The list of destroyed keys that lies in the folder may be newer than the backup: both count.
    private static void RestoreFiles(JournalOptions options, ZipArchive keys)
    {
        foreach (var (name, path) in Files(options))
        {
            if (keys.GetEntry(name) is null)
                continue;
            var content = BackupFile.ReadBytes(keys, name);
            if (name == DestroyedName && File.Exists(path))
                content = [.. content, .. File.ReadAllBytes(path)];
            PrivateFile.Write(path, content);
        }
    }

    private static (string Name, string Path)[] Files(JournalOptions options) =>
        [
            (MasterKeyName, options.MasterKeyPath),
            (CheckpointKeyName, options.CheckpointKeyPath),
            (DestroyedName, options.DestroyedPath),
            (LatestName, options.LatestCheckpointPath),
        ];

    /// <summary>Beside the file first: one that fails leaves the backup of before.</summary>
    private static async Task Pack(BackupTarget target, Func<ZipArchive, Task> fill)
    {
        var next = target.File + ".unfinished";
        PrivateFile.Write(next, []);
        try
        {
            await using (var stream = new FileStream(next, FileMode.Open, FileAccess.ReadWrite))
            {
                await using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, true, Encoding.UTF8))
                {
                    await fill(archive);
                    if (target.More is { } more)
                        await more(archive);
                }
                stream.Flush(flushToDisk: true);
            }
            Durable.Move(next, target.File, overwrite: true);
        }
        finally
        {
            File.Delete(next);
        }
    }
}
