using System.Collections.Immutable;
using System.IO.Compression;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Catalogue.Overlays;
using Genggam.Standards;

namespace Genggam.Office.Catalogue;

/// <summary>
/// Keeps the files of every release ever published, by hash, so that an old case is shown with its own forms and texts, and
/// every calendar that was in force.
/// They stand in the journal, for every node; the folder remembers which of them passed the check of this program.
/// </summary>
public sealed class ReleaseStore(Releases releases, string folder)
{
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public void Keep(Release release)
    {
        var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in release.Parts)
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = Epoch;
                using var content = entry.Open();
                content.Write(bytes.AsSpan());
            }
        Wait(() => releases.Keep(release.Hash, packed.ToArray()));
    }

    /// <summary>Moves releases into the journal that an earlier program kept as files, and those of a backup it made.</summary>
    public void Adopt()
    {
        if (!Directory.Exists(folder))
            return;
        foreach (var file in Directory.EnumerateFiles(folder, "*.zip"))
        {
            Wait(() => releases.Keep(Path.GetFileNameWithoutExtension(file), File.ReadAllBytes(file)));
            File.Delete(file);
        }
    }

    /// <summary>Whether a release passed its check by this same checker, and is kept.</summary>
    public bool HasPassed(string hash, string checker) =>
        File.Exists(NoteOf(hash)) && File.ReadAllText(NoteOf(hash)) == checker && Wait(() => releases.Has(hash));

    public bool Has(string hash) => Wait(() => releases.Has(hash));

    public void Passed(string hash, string checker)
    {
        Directory.CreateDirectory(folder);
        File.WriteAllText(NoteOf(hash), checker);
    }

    /// <exception cref="InvalidDataException">There is none, or its files do not give the hash they are kept under.</exception>
    /// <param name="core">Gives the core of an overlay; read from here too where it is null.</param>
    public Release Load(string hash, Func<string, Release>? core = null)
    {
        var packed =
            Wait(() => releases.Find(hash)) ?? throw new InvalidDataException($"The release {hash} is not kept.");
        var parts = ImmutableSortedDictionary.CreateBuilder<string, ImmutableArray<byte>>(StringComparer.Ordinal);
        using (var zip = new ZipArchive(new MemoryStream(packed)))
            foreach (var entry in zip.Entries)
            {
                using var content = entry.Open();
                using var bytes = new MemoryStream();
                content.CopyTo(bytes);
                parts[entry.FullName] = [.. bytes.ToArray()];
            }
        var release = OverlayFolder.IsOne(parts.ToImmutable())
            ? Overlay(parts.ToImmutable(), core ?? (named => Load(named)))
            : ServiceFolder.FromParts(parts.ToImmutable(), new List<Problem>());
        return release?.Hash == hash
            ? release
            : throw new InvalidDataException($"The release {hash} was changed after it was published.");
    }

    private static Release? Overlay(
        ImmutableSortedDictionary<string, ImmutableArray<byte>> parts,
        Func<string, Release> core
    ) => OverlayFolder.FromParts(parts, core(OverlayFolder.CoreOf(parts)), []).Value;

    public void Keep(CalendarVersion calendar) =>
        Wait(() => releases.KeepCalendar(calendar.Id, CalendarContent.Write(calendar)));

    /// <exception cref="InvalidDataException">There is none, or its days do not give the id it is kept under.</exception>
    public CalendarVersion LoadCalendar(string id) =>
        CalendarContent.Read(
            id,
            Wait(() => releases.FindCalendar(id)) ?? throw new InvalidDataException($"The calendar {id} is not kept.")
        );

    // Releases are read once each and kept in memory; the catalogue gives them without waiting. On a thread of its own: a
    // page waits for the thread that it runs on.
    private static T Wait<T>(Func<Task<T>> work) => Task.Run(work).GetAwaiter().GetResult();

    private static void Wait(Func<Task> work) => Task.Run(work).GetAwaiter().GetResult();

    private string NoteOf(string hash) =>
        hash.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(folder, $"{hash}.passed")
            : throw new ArgumentException("A release hash is lower-case hexadecimal.", nameof(hash));
}
