using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Genggam.Journal;

/// <summary>
/// A backup that is read only once every part was seen to be the one that was written: whoever changed, added, took away or
/// exchanged a part after the backup was made had to have the checkpoint key.
/// </summary>
public sealed class BackupReading : IDisposable
{
    private readonly ZipArchive archive;

    private BackupReading(ZipArchive archive) => this.archive = archive;

    public IEnumerable<string> Names => archive.Entries.Select(e => e.FullName);

    /// <exception cref="JournalBackupWrong">It is no backup, damaged, or not as it was written.</exception>
    internal static BackupReading Open(string file, CheckpointKey key)
    {
        var archive = Archive(file);
        try
        {
            var hashes = archive
                .Entries.Where(e => e.FullName != BackupList.Name)
                .ToDictionary(e => e.FullName, Hash, StringComparer.Ordinal);
            var said = archive.GetEntry(BackupList.Name) is { } part ? Text(part) : throw Wrong(file, "is no backup");
            return BackupList.IsSigned(said, BackupList.Write(hashes), key)
                ? new BackupReading(archive)
                : throw Wrong(file, "is not as it was written, or belongs to other keys");
        }
        catch (Exception damaged) when (damaged is InvalidDataException or EndOfStreamException or ArgumentException)
        {
            archive.Dispose();
            throw Wrong(file, "is damaged", damaged);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    /// <summary>The checkpoint key that a keys file holds.</summary>
    internal static CheckpointKey Key(string keysFile, string name)
    {
        try
        {
            using var archive = Archive(keysFile);
            return CheckpointKey.Of(Text(archive.GetEntry(name) ?? throw Wrong(keysFile, "is no backup of keys")));
        }
        catch (Exception damaged)
            when (damaged is InvalidDataException or EndOfStreamException or ArgumentException or CryptographicException
            )
        {
            throw Wrong(keysFile, "is damaged", damaged);
        }
    }

    public bool Has(string name) => archive.GetEntry(name) is not null;

    /// <exception cref="JournalBackupWrong">There is no such part.</exception>
    public Stream Open(string name) =>
        archive.GetEntry(name)?.Open() ?? throw new JournalBackupWrong($"the backup has no part '{name}'");

    public byte[] Bytes(string name)
    {
        using var part = Open(name);
        var content = new MemoryStream();
        part.CopyTo(content);
        return content.ToArray();
    }

    public void Dispose() => archive.Dispose();

    private static ZipArchive Archive(string file)
    {
        try
        {
            return ZipFile.OpenRead(file);
        }
        catch (InvalidDataException damaged)
        {
            throw Wrong(file, "is damaged", damaged);
        }
    }

    private static byte[] Hash(ZipArchiveEntry part)
    {
        using var content = part.Open();
        return SHA256.HashData(content);
    }

    private static string Text(ZipArchiveEntry part)
    {
        using var reader = new StreamReader(part.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static JournalBackupWrong Wrong(string file, string what, Exception? inner = null) =>
        new($"{Path.GetFileName(file)} {what}", inner);
}
