using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>What is known of a stored file. <see cref="Name"/> is null when its subject was erased.</summary>
/// <param name="Case">The case a document was issued in; null for an attachment, which the answers of its case name.</param>
public sealed record BlobInfo(
    BlobId Id,
    SubjectId Subject,
    CaseId? Case,
    string? Name,
    string MediaType,
    long Size,
    Digest ContentHash,
    DateTimeOffset At
);

/// <summary>What came of reading a file. A closed set.</summary>
public abstract record BlobContent
{
    private BlobContent() { }

    public sealed record Found(BlobInfo Info, ReadOnlyMemory<byte> Bytes) : BlobContent;

    public sealed record Erased(BlobInfo Info) : BlobContent;

    public sealed record NotFound : BlobContent;
}

/// <summary>Attachments and issued files of up to 20 MB, sealed in chunks under a subject's key.</summary>
public sealed class Blobs
{
    public const int MaxBytes = 20 * 1024 * 1024;
    internal const int ChunkBytes = 256 * 1024;
    private const string Columns =
        "blob_id, subject_id, case_id, name_sealed, media_type, size, content_hash, at, chunks";

    private readonly Database database;
    private readonly Subjects subjects;
    private readonly TimeProvider clock;

    internal Blobs(Database database, Subjects subjects, TimeProvider clock) =>
        (this.database, this.subjects, this.clock) = (database, subjects, clock);

    /// <summary>
    /// Stores a file; it is there as a whole or not at all. Storing the same id again changes nothing. False when the
    /// subject was erased.
    /// </summary>
    /// <exception cref="JournalRejected">More than <see cref="MaxBytes"/>.</exception>
    public async Task<bool> Save(
        BlobId id,
        SubjectId subject,
        CaseId? @case,
        string name,
        string mediaType,
        ReadOnlyMemory<byte> content
    )
    {
        if (content.Length > MaxBytes)
            throw new JournalRejected($"a file of {content.Length} bytes is larger than {MaxBytes}");
        var chunks = (content.Length + ChunkBytes - 1) / ChunkBytes;
        var info = new BlobInfo(
            id,
            subject,
            @case,
            name,
            mediaType,
            content.Length,
            Digest.Of(content.Span),
            Storage.Columns.Instant(clock.GetUtcNow().Micros())
        );
        var sealedName = await subjects.Seal(subject, Encoding.UTF8.GetBytes(name), NameContext(info, chunks));
        if (sealedName is null)
            return false;
        for (var i = 0; i < chunks; i++)
        {
            var part = content[(i * ChunkBytes)..Math.Min(content.Length, (i + 1) * ChunkBytes)];
            if (await subjects.Seal(subject, part, ChunkContext(id, i, chunks)) is not { } box)
                return false;
            await WriteChunk(id, i, box);
        }
        await database.Write(s =>
            s.Execute(
                $"""
                INSERT INTO blob ({Columns})
                VALUES (@id, @subject, @case, @name, @media, @size, @hash, @at, @chunks) ON CONFLICT DO NOTHING
                """,
                ("id", id.Bytes()),
                ("subject", subject.Bytes()),
                ("case", @case?.Bytes()),
                ("name", sealedName),
                ("media", mediaType),
                ("size", (long)content.Length),
                ("hash", info.ContentHash.ToArray()),
                ("at", info.At.Micros()),
                ("chunks", (long)chunks)
            )
        );
        return true;
    }

    /// <summary>Up to <paramref name="limit"/> ids of files, after one; empty at the end.</summary>
    public async Task<ImmutableArray<BlobId>> Ids(BlobId after, int limit) =>
        [
            .. await database.Read(s =>
                Session.All(
                    s.Command(
                        $"SELECT blob_id FROM blob WHERE blob_id > @after ORDER BY blob_id LIMIT {limit}",
                        ("after", after.Bytes())
                    ),
                    row => new BlobId(row.Guid(0))
                )
            ),
        ];

    /// <summary>The whole file. Who may see it is the caller's to check.</summary>
    /// <exception cref="CryptographicException">It was changed, or a part of it is missing.</exception>
    public async Task<BlobContent> Read(BlobId id)
    {
        if (await Stored(id) is not { } row)
            return new BlobContent.NotFound();
        var info = await Describe(row);
        if (info.Name is null)
            return new BlobContent.Erased(info);
        var boxes = await database.Read(s =>
            Session.All(
                s.Command(
                    "SELECT ordinal, sealed FROM blob_chunk WHERE blob_id = @id ORDER BY ordinal",
                    ("id", id.Bytes())
                ),
                chunk => (Ordinal: chunk.GetInt64(0), Sealed: chunk.Blob(1))
            )
        );
        var content = new MemoryStream();
        for (var i = 0; i < row.Chunks; i++)
        {
            if (i == boxes.Count || boxes[i].Ordinal != i)
                throw new CryptographicException($"Part {i} of the file {id} is missing.");
            if (
                await subjects.Open(row.Info.Subject, boxes[i].Sealed, ChunkContext(id, i, row.Chunks)) is not { } plain
            )
                return new BlobContent.Erased(info);
            content.Write(plain);
        }
        return new BlobContent.Found(info, content.ToArray());
    }

    /// <summary>What is known of a file, without its content; null where there is none.</summary>
    public async Task<BlobInfo?> Find(BlobId id) => await Stored(id) is { } row ? await Describe(row) : null;

    private Task WriteChunk(BlobId id, long ordinal, byte[] box) =>
        database.Write(s =>
            s.Execute(
                """
                INSERT INTO blob_chunk (blob_id, ordinal, sealed) VALUES (@id, @ordinal, @sealed)
                ON CONFLICT (blob_id, ordinal) DO UPDATE SET sealed = excluded.sealed
                WHERE NOT EXISTS (SELECT 1 FROM blob WHERE blob_id = @id)
                """,
                ("id", id.Bytes()),
                ("ordinal", ordinal),
                ("sealed", box)
            )
        );

    private Task<Row?> Stored(BlobId id) =>
        database.Read(s =>
            Session.One(s.Command($"SELECT {Columns} FROM blob WHERE blob_id = @id", ("id", id.Bytes())), ReadRow)
        );

    private async Task<BlobInfo> Describe(Row row)
    {
        var whole = NameContext(row.Info, row.Chunks);
        var name = await subjects.Open(row.Info.Subject, row.Name, whole, $"blob/{row.Info.Id}/name");
        return row.Info with { Name = name is null ? null : Encoding.UTF8.GetString(name) };
    }

    /// <summary>Everything that is known of a file: a row that was changed does not open.</summary>
    private static string NameContext(BlobInfo info, long chunks) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"blob/{info.Id}/name/{info.Case}/{info.MediaType}/{info.Size}/{info.ContentHash}/{info.At.Micros()}/{chunks}"
        );

    private static string ChunkContext(BlobId id, int ordinal, long chunks) =>
        string.Create(CultureInfo.InvariantCulture, $"blob/{id}/{ordinal}/{chunks}");

    private static Row ReadRow(DbDataReader row) =>
        new(
            new BlobInfo(
                new BlobId(row.Guid(0)),
                new SubjectId(row.Guid(1)),
                row.IsDBNull(2) ? null : new CaseId(row.Guid(2)),
                null,
                row.GetString(4),
                row.GetInt64(5),
                row.Digest(6),
                row.Instant(7)
            ),
            row.Blob(3),
            row.GetInt64(8)
        );

    private sealed record Row(BlobInfo Info, byte[] Name, long Chunks);
}
