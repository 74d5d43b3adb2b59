using Genggam.Journal;
using Genggam.Standards.Feel;

namespace Genggam.Office.Applications;

/// <summary>What became of an upload. A closed set.</summary>
public abstract record AttachResult
{
    private AttachResult() { }

    /// <param name="File">One entry of the field's answer: id, nama, jenis, ukuran, sha256.</param>
    public sealed record Attached(FeelContext File) : AttachResult;

    /// <summary>GG-601: only PDF, JPEG and PNG, whatever the file is called.</summary>
    public sealed record NotAccepted : AttachResult;

    /// <summary>GG-602: larger than <see cref="Attachments.MaxBytes"/>.</summary>
    public sealed record TooLarge : AttachResult;

    /// <summary>GG-603: there is nothing in it.</summary>
    public sealed record Empty : AttachResult;
}

/// <summary>Files that belong to applications, sealed under the owner's key; what they are is told by their content.</summary>
public sealed class Attachments(JournalStore journal)
{
    public const int MaxBytes = 5 * 1024 * 1024;
    private const int MaxName = 120;

    public async Task<AttachResult> Add(SubjectId owner, string name, Stream content, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81_920];
        for (int read; (read = await content.ReadAsync(buffer, cancel)) > 0; )
        {
            bytes.Write(buffer, 0, read);
            if (bytes.Length > MaxBytes)
                return new AttachResult.TooLarge();
        }
        if (bytes.Length == 0)
            return new AttachResult.Empty();
        var whole = bytes.ToArray();
        if (FileKind.Of(whole) is not { } media)
            return new AttachResult.NotAccepted();
        var id = new BlobId(Guid.CreateVersion7());
        var shown = Shown(name, media);
        await journal.Blobs.Save(id, owner, null, shown, media, whole);
        return new AttachResult.Attached(Answer(id, shown, media, whole.Length, Digest.Of(whole)));
    }

    /// <summary>A file that this owner stored before, as it stands in the answers; null where there is none.</summary>
    public async Task<FeelContext?> Find(SubjectId owner, BlobId id) =>
        await journal.Blobs.Find(id) is { } file && file.Subject == owner ? Answer(file) : null;

    /// <summary>A stored file as it stands in the answers.</summary>
    private static FeelContext Answer(BlobInfo file) =>
        Answer(file.Id, file.Name ?? "", file.MediaType, file.Size, file.ContentHash);

    internal static FeelContext Answer(BlobId id, string name, string media, long size, Digest content) =>
        FeelContext.Of(
            ("id", id.Value.ToString("N")),
            ("nama", name),
            ("jenis", media),
            ("ukuran", size),
            ("sha256", content.ToString())
        );

    /// <summary>The files of one answer, with the names they came under.</summary>
    public static IEnumerable<(BlobId Id, string Name)> Files(FeelValue answer) =>
        from file in (answer as FeelList)?.Items.OfType<FeelContext>() ?? []
        where Guid.TryParse(file["id"].ToString(), out _)
        select (new BlobId(Guid.Parse(file["id"].ToString()!)), file["nama"].ToString() ?? "");

    /// <summary>The ids of all files that stand in the answers.</summary>
    public static IEnumerable<BlobId> In(FeelValue value) =>
        value switch
        {
            FeelList list => list.Items.SelectMany(In),
            FeelContext file when file["sha256"] is FeelString && Guid.TryParse(file["id"].ToString(), out var id) =>
            [
                new(id),
            ],
            FeelContext context => context.Names.SelectMany(n => In(context[n])),
            _ => [],
        };

    /// <summary>A file's own name without folders or control characters, and with the ending of what it really is.</summary>
    private static string Shown(string name, string media)
    {
        var last = name.Split('/', '\\')[^1];
        var clean = string.Concat(last.Where(c => !char.IsControl(c)));
        var endings = FileKind.EndingsOf(media);
        var said = endings.FirstOrDefault(e => clean.EndsWith(e, StringComparison.OrdinalIgnoreCase));
        var ending = said is null ? endings[0] : clean[^said.Length..];
        var stem = said is null ? clean : clean[..^said.Length];
        return (stem.Length == 0 ? "berkas" : stem[..Math.Min(stem.Length, MaxName - ending.Length)]) + ending;
    }
}
