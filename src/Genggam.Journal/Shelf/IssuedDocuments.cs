using System.Collections.Immutable;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

public enum DocumentStatus
{
    Valid,
    Revoked,
    Replaced,
}

/// <summary>One issued document. <see cref="HolderName"/> is sealed under the holder and null once that is erased.</summary>
public sealed record IssuedDocument
{
    /// <summary>What is typed at the public check.</summary>
    public required string Code { get; init; }

    /// <summary>The letter number.</summary>
    public required string Number { get; init; }
    public required CaseId Case { get; init; }
    public required string Letter { get; init; }

    /// <summary>SHA-256 of the file as it was handed out.</summary>
    public required Digest ContentHash { get; init; }
    public required SubjectId Holder { get; init; }
    public string? HolderName { get; init; }
    public DocumentStatus Status { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>Why it was revoked or replaced, with the legal basis.</summary>
    public string? Reason { get; init; }

    /// <summary>The code of the document that took its place.</summary>
    public string? ReplacedBy { get; init; }
    public DateTimeOffset ChangedAt { get; init; }

    /// <summary>The effect that first asked for it: issuing again for the same one changes nothing.</summary>
    public required string EffectId { get; init; }
}

/// <summary>The register of issued documents, found by code and by file hash.</summary>
public sealed class IssuedDocuments
{
    private const string Columns = """
        code, number, case_id, letter, content_hash, holder, holder_sealed, status, issued_at, valid_until, reason,
        replaced_by, changed_at, effect_id
        """;

    private readonly Database database;
    private readonly Subjects subjects;

    internal IssuedDocuments(Database database, Subjects subjects) =>
        (this.database, this.subjects) = (database, subjects);

    /// <summary>Up to <paramref name="limit"/> codes, after a code; empty at the end.</summary>
    public async Task<ImmutableArray<string>> Codes(string afterCode, int limit) =>
        [
            .. await database.Read(s =>
                Session.All(
                    s.Command(
                        $"SELECT code FROM issued_document WHERE code > @after ORDER BY code LIMIT {limit}",
                        ("after", afterCode)
                    ),
                    row => row.GetString(0)
                )
            ),
        ];

    /// <summary>Up to <paramref name="limit"/> documents by code, after a code; empty at the end.</summary>
    /// <exception cref="System.Security.Cryptography.CryptographicException">One of them was changed.</exception>
    public async Task<ImmutableArray<IssuedDocument>> Page(string afterCode, int limit) =>
        await Many("code > @value", afterCode, $"code LIMIT {limit}");

    /// <summary>Enters a document, and returns the one that the effect issued first.</summary>
    public async Task<IssuedDocument> Register(IssuedDocument document)
    {
        var name = Encoding.UTF8.GetBytes(document.HolderName ?? "");
        var box = await subjects.Seal(document.Holder, name, Context(document)) ?? [];
        await database.Write(s => Insert(s, document, box));
        return (await Many("effect_id = @value", document.EffectId)).Single();
    }

    public async Task<IssuedDocument?> FindByCode(string code) => (await Many("code = @value", code)).FirstOrDefault();

    public async Task<IssuedDocument?> FindByHash(Digest contentHash) =>
        (await Many("content_hash = @value", contentHash.ToArray())).FirstOrDefault();

    public Task<ImmutableArray<IssuedDocument>> OfCase(CaseId @case) => Many("case_id = @value", @case.Bytes());

    /// <summary>Revokes or replaces a valid document. False where there is none with this code that is still valid.</summary>
    public Task<bool> Withdraw(string code, string reason, DateTimeOffset at, string? replacedBy = null) =>
        database.Write(async s =>
            await s.Execute(
                """
                UPDATE issued_document SET status = @status, reason = @reason, replaced_by = @by, changed_at = @at
                WHERE code = @code AND status = 'Valid'
                """,
                ("status", replacedBy is null ? nameof(DocumentStatus.Revoked) : nameof(DocumentStatus.Replaced)),
                ("reason", reason),
                ("by", replacedBy),
                ("at", at.Micros()),
                ("code", code)
            ) == 1
        );

    /// <param name="holder">The holder's name, sealed.</param>
    internal static Task Insert(Session session, IssuedDocument document, byte[] holder) =>
        session.Execute(
            $"""
            INSERT INTO issued_document ({Columns})
            VALUES (@code, @number, @case, @letter, @hash, @holder, @sealed, @status, @issued, @until, NULL, NULL,
                @issued, @effect)
            ON CONFLICT (effect_id) DO NOTHING
            """,
            ("code", document.Code),
            ("number", document.Number),
            ("case", document.Case.Bytes()),
            ("letter", document.Letter),
            ("hash", document.ContentHash.ToArray()),
            ("holder", document.Holder.Bytes()),
            ("sealed", holder),
            ("status", nameof(DocumentStatus.Valid)),
            ("issued", document.IssuedAt.Micros()),
            ("until", document.ValidUntil?.Micros()),
            ("effect", document.EffectId)
        );

    private async Task<ImmutableArray<IssuedDocument>> Many(
        string where,
        object value,
        string order = "issued_at, code"
    )
    {
        var rows = await database.Read(s =>
            Session.All(
                s.Command($"SELECT {Columns} FROM issued_document WHERE {where} ORDER BY {order}", ("value", value)),
                row => (Document: Read(row), Sealed: row.Blob(6))
            )
        );
        var documents = ImmutableArray.CreateBuilder<IssuedDocument>(rows.Count);
        foreach (var (document, box) in rows)
        {
            var name =
                box.Length == 0
                    ? null
                    : await subjects.Open(document.Holder, box, Context(document), $"document/{document.Code}");
            documents.Add(document with { HolderName = name is null ? null : Encoding.UTF8.GetString(name) });
        }
        return documents.MoveToImmutable();
    }

    /// <summary>Everything that never changes of a document: a row that was changed does not open.</summary>
    internal static string Context(IssuedDocument document) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"document/{document.Code}/{document.Number}/{document.Case}/{document.Letter}/{document.ContentHash}/{document.IssuedAt.Micros()}/{document.ValidUntil?.Micros()}/{document.EffectId}"
        );

    private static IssuedDocument Read(DbDataReader row) =>
        new()
        {
            Code = row.GetString(0),
            Number = row.GetString(1),
            Case = new CaseId(row.Guid(2)),
            Letter = row.GetString(3),
            ContentHash = row.Digest(4),
            Holder = new SubjectId(row.Guid(5)),
            Status = Enum.Parse<DocumentStatus>(row.GetString(7)),
            IssuedAt = row.Instant(8),
            ValidUntil = row.InstantOrNull(9),
            Reason = row.TextOrNull(10),
            ReplacedBy = row.TextOrNull(11),
            ChangedAt = row.Instant(12),
            EffectId = row.GetString(13),
        };
}
