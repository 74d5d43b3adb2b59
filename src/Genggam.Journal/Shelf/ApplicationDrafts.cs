using System.Collections.Immutable;
using System.Data.Common;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>An unfinished application as its owner left it. <see cref="Content"/> is sealed under the owner's key.</summary>
public sealed record ApplicationDraft(
    DraftId Id,
    SubjectId Owner,
    string Service,
    string ReleaseHash,
    long Version,
    DateTimeOffset ChangedAt,
    ReadOnlyMemory<byte> Content
);

/// <summary>What became of saving a draft. A closed set.</summary>
public abstract record SaveDraftResult
{
    private SaveDraftResult() { }

    public sealed record Saved(long Version) : SaveDraftResult;

    /// <summary>It was saved elsewhere meanwhile; 0 when it was deleted.</summary>
    public sealed record Stale(long ActualVersion) : SaveDraftResult;

    /// <summary>The owner was erased.</summary>
    public sealed record OwnerErased : SaveDraftResult;
}

/// <summary>Drafts of applications. They are not entries: they can be changed and deleted.</summary>
public sealed class ApplicationDrafts
{
    private const string Columns = "draft_id, owner, service, release_hash, version, changed_at, sealed";
    private readonly Database database;
    private readonly Subjects subjects;
    private readonly TimeProvider clock;

    internal ApplicationDrafts(Database database, Subjects subjects, TimeProvider clock) =>
        (this.database, this.subjects, this.clock) = (database, subjects, clock);

    /// <summary>Saves over the version that was loaded; a version of 0 makes a new draft.</summary>
    public async Task<SaveDraftResult> Save(ApplicationDraft draft)
    {
        var box = await subjects.Seal(draft.Owner, draft.Content, Context(draft.Id));
        if (box is null)
            return new SaveDraftResult.OwnerErased();
        (string, object?)[] values =
        [
            ("id", draft.Id.Bytes()),
            ("owner", draft.Owner.Bytes()),
            ("service", draft.Service),
            ("release", draft.ReleaseHash),
            ("version", draft.Version + 1),
            ("at", clock.GetUtcNow().Micros()),
            ("sealed", box),
            ("expected", draft.Version),
        ];
        return await database.Write(async session =>
        {
            var changed = await session.Execute(draft.Version == 0 ? InsertSql : UpdateSql, values);
            if (changed == 1)
                return (SaveDraftResult)new SaveDraftResult.Saved(draft.Version + 1);
            var actual = await session.Scalar(
                "SELECT version FROM application_draft WHERE draft_id = @id",
                ("id", draft.Id.Bytes())
            );
            return new SaveDraftResult.Stale(actual as long? ?? 0);
        });
    }

    /// <summary>The draft, or null where this owner has none with this id.</summary>
    public async Task<ApplicationDraft?> Load(SubjectId owner, DraftId id)
    {
        var row = await database.Read(s =>
            Session.One(
                s.Command(
                    $"SELECT {Columns} FROM application_draft WHERE draft_id = @id AND owner = @owner",
                    ("id", id.Bytes()),
                    ("owner", owner.Bytes())
                ),
                Read
            )
        );
        return row is null ? null : await Open(row);
    }

    /// <summary>All drafts of an owner, the last changed first.</summary>
    public async Task<ImmutableArray<ApplicationDraft>> List(SubjectId owner)
    {
        var rows = await database.Read(s =>
            Session.All(
                s.Command(
                    $"SELECT {Columns} FROM application_draft WHERE owner = @owner ORDER BY changed_at DESC",
                    ("owner", owner.Bytes())
                ),
                Read
            )
        );
        var drafts = ImmutableArray.CreateBuilder<ApplicationDraft>();
        foreach (var row in rows)
        {
            if (await Open(row) is { } draft)
                drafts.Add(draft);
        }
        return drafts.ToImmutable();
    }

    public Task<bool> Delete(SubjectId owner, DraftId id) =>
        database.Write(async s =>
            await s.Execute(
                "DELETE FROM application_draft WHERE draft_id = @id AND owner = @owner",
                ("id", id.Bytes()),
                ("owner", owner.Bytes())
            ) == 1
        );

    private const string InsertSql = $"""
        INSERT INTO application_draft ({Columns})
        SELECT @id, @owner, @service, @release, @version, @at, @sealed WHERE @expected = 0 ON CONFLICT DO NOTHING
        """;

    private const string UpdateSql = """
        UPDATE application_draft SET service = @service, release_hash = @release, version = @version,
            changed_at = @at, sealed = @sealed
        WHERE draft_id = @id AND owner = @owner AND version = @expected
        """;

    private async Task<ApplicationDraft?> Open(ApplicationDraft row) =>
        await subjects.Open(row.Owner, row.Content, Context(row.Id)) is { } plain ? row with { Content = plain } : null;

    private static string Context(DraftId id) => $"draft/{id}";

    private static ApplicationDraft Read(DbDataReader row) =>
        new(
            new DraftId(row.Guid(0)),
            new SubjectId(row.Guid(1)),
            row.GetString(2),
            row.GetString(3),
            row.GetInt64(4),
            row.Instant(5),
            row.Blob(6)
        );
}
