using System.Collections.Immutable;
using System.Data.Common;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>One step of a change of a service. Steps are added and never changed.</summary>
/// <param name="Number">Counts the steps of a change from 1.</param>
/// <param name="Body">What happened, as the office writes it.</param>
public sealed record ChangeStepRow(ChangeId Change, long Number, DateTimeOffset At, string Actor, byte[] Body);

/// <summary>A file that a step wrote; null content where it took the file away.</summary>
public sealed record ChangeFileRow(long Number, string Path, byte[]? Content);

/// <summary>A change as it stands in a list.</summary>
public sealed record ChangeSummary(
    ChangeId Id,
    string Service,
    string Title,
    string State,
    string Actor,
    long Steps,
    DateTimeOffset ChangedAt
);

/// <summary>Where the next page of a list of changes begins.</summary>
public sealed record ChangeCursor(DateTimeOffset ChangedAt, ChangeId Id);

/// <summary>Changes of services: their steps and files.</summary>
public sealed class ServiceChanges
{
    internal const string ListSql = """
        SELECT change_id, service, title, state, actor, steps, changed_at FROM service_change
        WHERE service = @service AND (changed_at, change_id) < (@at, @id)
        ORDER BY changed_at DESC, change_id DESC LIMIT @limit
        """;

    private static readonly byte[] Last = [.. Enumerable.Repeat((byte)0xFF, 16)];

    private readonly Database database;

    internal ServiceChanges(Database database) => this.database = database;

    /// <summary>Adds a step with the files it writes, and what the list then says.</summary>
    /// <returns>False where another step has its number already: nothing was written.</returns>
    public Task<bool> Add(ChangeStepRow step, ChangeSummary then, IEnumerable<ChangeFileRow> files) =>
        database.Write(async s =>
        {
            var added = await s.Execute(
                """
                INSERT INTO change_step (change_id, number, at, actor, body)
                SELECT @change, @number, @at, @actor, @body
                WHERE (SELECT COUNT(*) FROM change_step WHERE change_id = @change) = @number - 1
                ON CONFLICT DO NOTHING
                """,
                ("change", step.Change.Bytes()),
                ("number", step.Number),
                ("at", step.At.Micros()),
                ("actor", step.Actor),
                ("body", step.Body)
            );
            if (added == 0)
                return false;
            foreach (var file in files)
                await s.Execute(
                    "INSERT INTO change_file (change_id, number, path, content) VALUES (@change, @number, @path, @content)",
                    ("change", step.Change.Bytes()),
                    ("number", step.Number),
                    ("path", file.Path),
                    ("content", file.Content)
                );
            await Upsert(s, then);
            return true;
        });

    /// <summary>All steps of a change in order; none where there is no such change.</summary>
    public async Task<ImmutableArray<ChangeStepRow>> Steps(ChangeId change) =>
        [
            .. await database.Read(s =>
                Session.All(
                    s.Command(
                        "SELECT number, at, actor, body FROM change_step WHERE change_id = @change ORDER BY number",
                        ("change", change.Bytes())
                    ),
                    row => new ChangeStepRow(change, row.GetInt64(0), row.Instant(1), row.GetString(2), row.Blob(3))
                )
            ),
        ];

    /// <summary>All files that the steps up to and with <paramref name="upTo"/> wrote, in order.</summary>
    public async Task<ImmutableArray<ChangeFileRow>> Files(ChangeId change, long upTo = long.MaxValue) =>
        [
            .. await database.Read(s =>
                Session.All(
                    s.Command(
                        """
                        SELECT number, path, content FROM change_file WHERE change_id = @change AND number <= @upto
                        ORDER BY number, path
                        """,
                        ("change", change.Bytes()),
                        ("upto", upTo)
                    ),
                    row => new ChangeFileRow(row.GetInt64(0), row.GetString(1), row.BlobOrNull(2))
                )
            ),
        ];

    /// <summary>Changes of a service, the one that was worked on last first.</summary>
    public async Task<ImmutableArray<ChangeSummary>> List(string service, int limit, ChangeCursor? after = null) =>
        [
            .. await database.Read(s =>
                Session.All(
                    s.Command(
                        ListSql,
                        ("service", service),
                        ("at", after?.ChangedAt.Micros() ?? long.MaxValue),
                        ("id", after?.Id.Bytes() ?? Last),
                        ("limit", (long)limit)
                    ),
                    Read
                )
            ),
        ];

    private static Task Upsert(Session session, ChangeSummary change) =>
        session.Execute(
            """
            INSERT INTO service_change (change_id, service, title, state, actor, steps, changed_at)
            VALUES (@change, @service, @title, @state, @actor, @steps, @at)
            ON CONFLICT (change_id) DO UPDATE SET title = excluded.title, state = excluded.state,
                steps = excluded.steps, changed_at = excluded.changed_at
            """,
            ("change", change.Id.Bytes()),
            ("service", change.Service),
            ("title", change.Title),
            ("state", change.State),
            ("actor", change.Actor),
            ("steps", change.Steps),
            ("at", change.ChangedAt.Micros())
        );

    private static ChangeSummary Read(DbDataReader row) =>
        new(
            new ChangeId(row.Guid(0)),
            row.GetString(1),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.GetInt64(5),
            row.Instant(6)
        );
}
