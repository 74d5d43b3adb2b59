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
        using var key = CheckpointKey.Load(options.CheckpointKeyPath, mayCreate: false);
        await Pack(data, key, parts => BackupFile.Write(journal.Database, BackupFile.JournalTables, parts));
        await Pack(
            keys,
            key,
            async parts =>
            {
                await BackupFile.Write(journal.KeyDatabase, BackupFile.KeyTables, parts);
                parts.Add(LatestName, latest);
                foreach (var (name, path) in Files(options).Where(f => f.Name != LatestName && File.Exists(f.Path)))
                    parts.Add(name, await File.ReadAllBytesAsync(path));
            }
        );
    }

    /// <summary>Both files, once every part of them was seen to be the one that was written.</summary>
    public static (BackupReading Data, BackupReading Keys) Open(string dataFile, string keysFile)
    {
        using var key = BackupReading.Key(keysFile, CheckpointKeyName);
        var keys = BackupReading.Open(keysFile, key);
        try
        {
            return (BackupReading.Open(dataFile, key), keys);
        }
        catch
        {
            keys.Dispose();
            throw;
        }
    }

    public static async Task Restore(JournalOptions options, BackupReading data, BackupReading keys)
    {
        if (File.Exists(options.MasterKeyPath))
            throw new JournalBackupWrong($"{options.MasterKeyPath} exists: restore into an empty place");
        try
        {
            Durable.MakeFolder(options.Folder);
            await using var stores = await Stores.Open(options);
            await BackupFile.Read(stores.Journal, BackupFile.JournalTables, data);
            await BackupFile.Read(stores.Keys, BackupFile.KeyTables, keys);
            RestoreFiles(options, keys);
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException)
        {
            throw new JournalBackupWrong("a backup file cannot be read", damaged);
        }
    }

    // The list of destroyed keys that lies in the folder may be newer than the backup: both count.
    private static void RestoreFiles(JournalOptions options, BackupReading keys)
    {
        foreach (var (name, path) in Files(options).Where(f => keys.Has(f.Name)))
        {
            var content = keys.Bytes(name);
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
    private static async Task Pack(BackupTarget target, CheckpointKey key, Func<BackupParts, Task> fill)
    {
        var next = target.File + ".unfinished";
        PrivateFile.Write(next, []);
        try
        {
            await using (var stream = new FileStream(next, FileMode.Open, FileAccess.ReadWrite))
            {
                await using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, true, Encoding.UTF8))
                {
                    using var parts = new BackupParts(archive);
                    await fill(parts);
                    if (target.More is { } more)
                        await more(parts);
                    parts.Sign(key);
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
