using System.Collections.Immutable;
using System.IO.Compression;
using Genggam.Office.Catalogue;
using Genggam.Office.Catalogue.Overlays;

namespace Genggam.Office.Changes;

/// <summary>What a packed folder gave. A closed set.</summary>
public abstract record UnpackResult
{
    private UnpackResult() { }

    /// <param name="Files">By their path in the service folder, with the laws beside it.</param>
    public sealed record Unpacked(ImmutableSortedDictionary<string, byte[]> Files) : UnpackResult;

    public sealed record Refused(ChangeRefusal Refusal) : UnpackResult;
}

/// <summary>A service folder in one file. Written twice it is the same, byte by byte; read back it has the same hash.</summary>
public static class FolderZip
{
    public const int LargestZip = 10 * 1024 * 1024;
    private const int LargestFolder = 40 * 1024 * 1024;
    private const int MostEntries = 1000;
    private const string Start = "service.yaml";

    /// <summary>The first moment that the format can say.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Pack(string service, IEnumerable<KeyValuePair<string, ImmutableArray<byte>>> parts)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (part, bytes) in parts.OrderBy(p => p.Key, StringComparer.Ordinal))
            {
                var entry = zip.CreateEntry(FolderLayout.PlaceOf(service, part));
                entry.LastWriteTime = Always;
                using var file = entry.Open();
                file.Write(bytes.AsSpan());
            }
        return packed.ToArray();
    }

    /// <summary>
    /// The files of the folder that holds <c>service.yaml</c>, and the laws beside it. What else services share is no part of
    /// one of them and left out.
    /// </summary>
    /// <param name="key">Of the change: for what a region varies the folder is the one that holds <c>overlay.yaml</c>.</param>
    public static UnpackResult Unpack(Stream packed, string key = "")
    {
        var region = ServiceKey.Read(key).Region;
        var first = region is null ? Start : OverlayFolder.File;
        try
        {
            using var zip = new ZipArchive(packed, ZipArchiveMode.Read);
            if (zip.Entries.Count > MostEntries)
                return No($"{zip.Entries.Count} > {MostEntries}");
            var start = zip
                .Entries.Select(e => Place(e))
                .Where(p => p == first || p.EndsWith($"/{first}", StringComparison.Ordinal))
                .OrderByDescending(p => region is not null && p.EndsWith($"{region}/{first}", StringComparison.Ordinal))
                .ThenBy(p => p.Length)
                .FirstOrDefault();
            return start is null ? No(first) : Read(zip, start[..^first.Length]);
        }
        catch (InvalidDataException)
        {
            return No("zip");
        }
    }

    private static UnpackResult Read(ZipArchive zip, string folder)
    {
        var files = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        var left = LargestFolder;
        foreach (var entry in zip.Entries)
        {
            if (FolderLayout.PartAt(folder, Place(entry)) is not { } part || IsNoFile(part))
                continue;
            // What a header says of a size is not believed: reading stops where too much comes.
            if (Bytes(entry, Math.Min(left, ServiceFolder.MaxFile)) is not { } bytes)
                return No(part);
            left -= bytes.Length;
            if (!files.TryAdd(part, bytes))
                return No(part);
        }
        return new UnpackResult.Unpacked(files.ToImmutable());
    }

    private static byte[]? Bytes(ZipArchiveEntry entry, int most)
    {
        using var file = entry.Open();
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        for (int read; (read = file.Read(buffer)) > 0; )
        {
            if (bytes.Length + read > most)
                return null;
            bytes.Write(buffer, 0, read);
        }
        return bytes.ToArray();
    }

    private static string Place(ZipArchiveEntry entry) => entry.FullName.Replace('\\', '/');

    /// <summary>Folders, what systems leave behind in them, and what regions vary: that is a release of its own.</summary>
    private static bool IsNoFile(string part) =>
        part.EndsWith('/')
        || part.Length == 0
        || part.StartsWith("overlays/", StringComparison.Ordinal)
        || part.Split('/').Any(name => name.StartsWith('.') && name != "..");

    private static UnpackResult.Refused No(string place) => new(new ChangeRefusal(ChangeRefusal.Unfit, place));
}
