using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;

namespace Genggam.Journal;

/// <summary>The parts of a backup while it is written: each is hashed, and the hashes are signed at the end.</summary>
public sealed class BackupParts : IDisposable
{
    private readonly ZipArchive archive;
    private readonly SortedDictionary<string, SHA256> hashes = new(StringComparer.Ordinal);

    internal BackupParts(ZipArchive archive) => this.archive = archive;

    /// <summary>A new part, to be written and closed before the next one.</summary>
    public Stream Add(string name)
    {
        var hash = SHA256.Create();
        hashes.Add(name, hash);
        return new CryptoStream(
            archive.CreateEntry(name, CompressionLevel.Fastest).Open(),
            hash,
            CryptoStreamMode.Write
        );
    }

    public void Add(string name, ReadOnlySpan<byte> content)
    {
        using var part = Add(name);
        part.Write(content);
    }

    public void Dispose()
    {
        foreach (var hash in hashes.Values)
            hash.Dispose();
    }

    internal void Sign(CheckpointKey key)
    {
        var list = BackupList.Write(hashes.ToDictionary(h => h.Key, h => h.Value.Hash!));
        using var part = archive.CreateEntry(BackupList.Name, CompressionLevel.Fastest).Open();
        part.Write(
            Encoding.UTF8.GetBytes($"{list}\n{Convert.ToBase64String(key.Sign(Encoding.UTF8.GetBytes(list)))}\n")
        );
    }
}
