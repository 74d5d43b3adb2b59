using Genggam.Journal;
using Genggam.Office.People;
using Microsoft.EntityFrameworkCore;

namespace Genggam.Office.Safekeeping;

/// <summary>
/// Copies of a whole installation: journal (releases in it) and accounts in one file, every key in another that is to be kept
/// apart. Whoever has only one of them reads no personal data and signs nothing.
/// </summary>
public static class Archive
{
    private const string Keys = "keys";

    /// <summary>Works beside a running program.</summary>
    public static Task Backup(
        JournalStore journal,
        IDbContextFactory<AccountsDb> accounts,
        OfficeOptions options,
        string dataFile,
        string keysFile,
        CancellationToken cancel
    ) =>
        journal.Backup(
            new BackupTarget(
                dataFile,
                async parts =>
                {
                    await using var db = await accounts.CreateDbContextAsync(cancel);
                    await AccountsArchive.Write(db, parts, cancel);
                }
            ),
            new BackupTarget(keysFile, parts => Add(parts, options.Data, Keys, cancel))
        );

    /// <summary>Into an empty place, on either kind of database; what comes out is verified.</summary>
    /// <exception cref="JournalBackupWrong">A file is not as it was written, or the place is not empty.</exception>
    public static async Task<VerifyReport> Restore(
        OfficeOptions options,
        Func<AccountsDb> accounts,
        string dataFile,
        string keysFile,
        IProgress<VerifyProgress>? progress,
        CancellationToken cancel
    )
    {
        var report = await JournalStore.Restore(
            new JournalOptions { Folder = options.Data, Postgres = options.Postgres },
            dataFile,
            keysFile,
            progress,
            async (data, keys) =>
            {
                await using var db = accounts();
                await AccountsArchive.Read(db, data, cancel);
                Extract(keys, options.Data, Keys);
            }
        );
        await using var restored = accounts();
        await Forget(restored, options, cancel);
        return report;
    }

    /// <summary>A backup may be older than an erasure: the keys are destroyed again by now, and the accounts go after them.</summary>
    private static async Task Forget(AccountsDb accounts, OfficeOptions options, CancellationToken cancel)
    {
        await using var journal = await JournalStore.Open(
            new JournalOptions
            {
                Folder = options.Data,
                Postgres = options.Postgres,
                CheckpointEvery = null,
            }
        );
        await accounts.Prepare(cancel);
        await accounts.Forget(await journal.Subjects.Erased(), cancel);
    }

    private static async Task Add(BackupParts parts, string root, string folder, CancellationToken cancel)
    {
        var from = Path.Combine(root, folder);
        if (!Directory.Exists(from))
            return;
        foreach (
            var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        )
        {
            await using var content = File.OpenRead(file);
            await using var part = parts.Add(Path.GetRelativePath(root, file).Replace('\\', '/'));
            await content.CopyToAsync(part, cancel);
        }
    }

    /// <summary>What is there stays: the journal has restored its own keys, with the newest list of destroyed ones.</summary>
    private static void Extract(BackupReading backup, string root, string folder)
    {
        var inside = Path.GetFullPath(Path.Combine(root, folder)) + Path.DirectorySeparatorChar;
        foreach (var name in backup.Names.Where(n => n.StartsWith($"{folder}/", StringComparison.Ordinal)))
        {
            var file = Path.GetFullPath(Path.Combine(root, name));
            if (!file.StartsWith(inside, StringComparison.Ordinal))
                throw new InvalidDataException($"The backup names a file outside its folder: {name}");
            if (File.Exists(file))
                continue;
            PrivateFile.MakeFolder(Path.GetDirectoryName(file)!);
            PrivateFile.Write(file, backup.Bytes(name));
        }
    }
}
