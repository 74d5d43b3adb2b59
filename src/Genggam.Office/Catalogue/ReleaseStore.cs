using System.Collections.Immutable;
using System.IO.Compression;
using Genggam.Engine;
using Genggam.Standards;

namespace Genggam.Office.Catalogue;

/// <summary>Keeps the files of every release ever published, by hash, so that an old case is shown with its own forms and texts.</summary>
public sealed class ReleaseStore(string folder)
{
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public void Keep(Release release)
    {
        var path = PathOf(release.Hash);
        if (File.Exists(path))
            return;
        Directory.CreateDirectory(folder);
        var draft = $"{path}.{Guid.NewGuid():N}";
        using (var zip = ZipFile.Open(draft, ZipArchiveMode.Create))
            foreach (var (name, bytes) in release.Parts)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = Epoch;
                using var content = entry.Open();
                content.Write(bytes.AsSpan());
            }
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Whether a kept release passed its check by this same checker.</summary>
    public bool HasPassed(string hash, string checker) =>
        File.Exists(PathOf(hash)) && File.Exists(NoteOf(hash)) && File.ReadAllText(NoteOf(hash)) == checker;

    public void Passed(string hash, string checker) => File.WriteAllText(NoteOf(hash), checker);

    /// <exception cref="InvalidDataException">The stored files do not give the hash they are stored under.</exception>
    public Release Load(string hash)
    {
        var parts = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<byte>>(StringComparer.Ordinal);
        using (var zip = ZipFile.OpenRead(PathOf(hash)))
            foreach (var entry in zip.Entries)
            {
                using var content = entry.Open();
                using var bytes = new MemoryStream();
                content.CopyTo(bytes);
                parts[entry.FullName] = [.. bytes.ToArray()];
            }
        var release = ServiceFolder.FromParts(parts.ToImmutable(), new List<Problem>());
        return release.Hash == hash
            ? release
            : throw new InvalidDataException($"The release {hash} was changed after it was published.");
    }

    private string NoteOf(string hash) => Path.ChangeExtension(PathOf(hash), ".passed");

    private string PathOf(string hash) =>
        hash.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(folder, $"{hash}.zip")
            : throw new ArgumentException("A release hash is lower-case hexadecimal.", nameof(hash));
}
