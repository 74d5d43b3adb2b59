using System.Data.Common;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>How somebody walks through the draft of a change. It is about no real person.</summary>
/// <param name="Version">Raised at every save; 0 for a walk that is new.</param>
public sealed record DraftWalk(ChangeId Change, string Actor, long Version, DateTimeOffset ChangedAt, byte[] Content);

/// <summary>Walks through drafts, one for each change and person. They are not entries: they change, and go with the change.</summary>
public sealed class DraftWalks
{
    private readonly Database database;

    internal DraftWalks(Database database) => this.database = database;

    /// <summary>Saves over the version that was loaded; a version of 0 takes the place of whatever is there.</summary>
    /// <returns>False where it was saved from another window meanwhile: nothing was written.</returns>
    public Task<bool> Save(DraftWalk walk) =>
        database.Write(async s =>
            await s.Execute(
                walk.Version == 0 ? AnewSql : UpdateSql,
                ("change", walk.Change.Bytes()),
                ("actor", walk.Actor),
                ("expected", walk.Version),
                ("at", walk.ChangedAt.Micros()),
                ("content", walk.Content)
            ) == 1
        );

    public Task<DraftWalk?> Load(ChangeId change, string actor) =>
        database.Read(s =>
            Session.One(
                s.Command(
                    "SELECT version, changed_at, content FROM draft_walk WHERE change_id = @change AND actor = @actor",
                    ("change", change.Bytes()),
                    ("actor", actor)
                ),
                row => Read(change, actor, row)
            )
        );

    /// <summary>Everybody's walks through the draft.</summary>
    public Task Delete(ChangeId change) =>
        database.Write(s => s.Execute("DELETE FROM draft_walk WHERE change_id = @change", ("change", change.Bytes())));

    private const string AnewSql = """
        INSERT INTO draft_walk (change_id, actor, version, changed_at, content)
        VALUES (@change, @actor, 1 + @expected, @at, @content)
        ON CONFLICT (change_id, actor)
        DO UPDATE SET version = draft_walk.version + 1, changed_at = excluded.changed_at, content = excluded.content
        """;

    private const string UpdateSql = """
        UPDATE draft_walk SET version = version + 1, changed_at = @at, content = @content
        WHERE change_id = @change AND actor = @actor AND version = @expected
        """;

    private static DraftWalk Read(ChangeId change, string actor, DbDataReader row) =>
        new(change, actor, row.GetInt64(0), row.Instant(1), row.Blob(2));
}
