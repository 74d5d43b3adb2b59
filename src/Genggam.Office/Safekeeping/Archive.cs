using System.IO.Compression;
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

    /// <summary>Where backups of earlier programs hold releases; the catalogue moves them into the journal.</summary>
    private const string Releases = "releases";

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
                async archive =>
                {
                    await using var db = await accounts.CreateDbContextAsync(cancel);
                    await AccountsArchive.Write(db, archive, cancel);
                }
            ),
            new BackupTarget(keysFile, archive => Add(archive, options.Data, Keys, cancel))
        );

    /// <summary>Into an empty place; what comes out is verified.</summary>
    /// <exception cref="JournalBackupWrong">A file is damaged or the place is not empty.</exception>
    /// <exception cref="InvalidDataException">The backup came from the other kind of database.</exception>
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
            progress
        );
        await using var data = await ZipFile.OpenReadAsync(dataFile, cancel);
        await using (var db = accounts())
            await AccountsArchive.Read(db, options.Data, data, cancel);
        await using (var db = accounts())
            await Forget(db, options, cancel);
        await Extract(data, options.Data, Releases, cancel);
        await using var keys = await ZipFile.OpenReadAsync(keysFile, cancel);
        await Extract(keys, options.Data, Keys, cancel);
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

    private static async Task Add(ZipArchive archive, string root, string folder, CancellationToken cancel)
    {
        var from = Path.Combine(root, folder);
        if (!Directory.Exists(from))
            return;
        foreach (
            var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        )
            await archive.CreateEntryFromFileAsync(
                file,
                Path.GetRelativePath(root, file).Replace('\\', '/'),
                CompressionLevel.Fastest,
                cancel
            );
    }

    /// <summary>What is there stays: the journal has restored its own keys, with the newest list of destroyed ones.</summary>
    private static async Task Extract(ZipArchive archive, string root, string folder, CancellationToken cancel)
    {
        var inside = Path.GetFullPath(Path.Combine(root, folder)) + Path.DirectorySeparatorChar;
        foreach (var part in archive.Entries.Where(e => e.FullName.StartsWith($"{folder}/", StringComparison.Ordinal)))
        {
            var file = Path.GetFullPath(Path.Combine(root, part.FullName));
            if (!file.StartsWith(inside, StringComparison.Ordinal))
                throw new InvalidDataException($"The backup names a file outside its folder: {part.FullName}");
            if (File.Exists(file))
                continue;
            PrivateFile.MakeFolder(Path.GetDirectoryName(file)!);
            await part.ExtractToFileAsync(file, overwrite: false, cancel);
            Durable.WrittenFile(file);
        }
    }
}
