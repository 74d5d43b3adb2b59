using System.Collections.Immutable;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>An open task. <see cref="DueAt"/> null means no deadline.</summary>
public sealed record TaskRow(
    string TaskId,
    CaseId Case,
    string Agency,
    string Role,
    string Service,
    string Element,
    string CaseNumber,
    DateTimeOffset OpenedAt,
    DateTimeOffset? DueAt,
    string? Assignee
);

/// <summary>Where a page of tasks ended.</summary>
public sealed record TaskCursor(DateTimeOffset? DueAt, string TaskId);

public sealed record TaskPage(ImmutableArray<TaskRow> Rows, TaskCursor? Next);

/// <summary>
/// Which tasks: of one agency, and of those a role in <see cref="Roles"/> (empty: any), held by
/// <see cref="Assignee"/> (null: anyone), <see cref="Unassigned"/> only, of one service and one step of it, with a case
/// number that begins with <see cref="Text"/>, due at or after <see cref="DueFrom"/> and before <see cref="DueBefore"/>.
/// </summary>
public sealed record TaskFilter(
    string Agency,
    ImmutableArray<string> Roles = default,
    string? Assignee = null,
    bool Unassigned = false,
    string? Service = null,
    string? Text = null,
    string? Element = null,
    DateTimeOffset? DueFrom = null,
    DateTimeOffset? DueBefore = null
);

/// <summary>The open tasks of an agency in the order they fall due, paged by key.</summary>
public sealed class Worklist
{
    private readonly Database database;

    internal Worklist(Database database) => this.database = database;

    public async Task<TaskPage> List(TaskFilter filter, int limit, TaskCursor? after = null)
    {
        var (sql, parameters) = WorklistSql.Page(filter, limit + 1, after, database.Bytewise);
        var rows = await database.Read(s => Session.All(s.Command(sql, parameters), WorklistSql.Read));
        if (rows.Count <= limit)
            return new([.. rows], null);
        rows.RemoveAt(limit);
        return new([.. rows], new TaskCursor(rows[^1].DueAt, rows[^1].TaskId));
    }

    /// <summary>How many there are, but never more than <paramref name="upTo"/>: nobody waits for a count of thousands.</summary>
    public async Task<int> Count(TaskFilter filter, int upTo)
    {
        var (sql, parameters) = WorklistSql.Count(filter, upTo, database.Bytewise);
        return (int)(long)(await database.Read(s => s.Scalar(sql, parameters)))!;
    }

    public Task<TaskRow?> Find(string taskId) =>
        database.Read(s =>
            Session.One(
                s.Command($"SELECT {WorklistSql.Columns} FROM task WHERE task_id = @task", ("task", taskId)),
                WorklistSql.Read
            )
        );

    public async Task<ImmutableArray<TaskRow>> OfCase(CaseId @case) =>
        [
            .. await database.Read(s =>
                Session.All(
                    s.Command(
                        $"SELECT {WorklistSql.Columns} FROM task WHERE case_id = @case ORDER BY task_id",
                        ("case", @case.Bytes())
                    ),
                    WorklistSql.Read
                )
            ),
        ];
}
