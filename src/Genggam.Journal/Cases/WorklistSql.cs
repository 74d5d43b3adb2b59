using System.Data.Common;
using System.Globalization;
using System.Text;
using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>
/// The worklist's query: its shape depends on which filters are set, its values are parameters. <c>bytewise</c> is the
/// database's collation under which a prefix is a range.
/// </summary>
internal static class WorklistSql
{
    public const string Columns =
        "task_id, case_id, agency, role, service, element, case_number, opened_at, due_at, assignee";

    public static (string Sql, (string, object?)[] Parameters) Page(
        TaskFilter filter,
        int limit,
        TaskCursor? after,
        string bytewise
    )
    {
        var query = new Query($"SELECT {Columns} FROM task WHERE ", bytewise);
        query.Where(filter);
        if (after is not null)
        {
            query.Add(" AND (due_at, task_id) > (@due", "due", after.DueAt?.Micros() ?? TaskRows.NoDeadline);
            query.Add(", @task)", "task", after.TaskId);
        }
        query.Add(" ORDER BY due_at, task_id LIMIT @limit", "limit", (long)limit);
        return query.Written;
    }

    public static (string Sql, (string, object?)[] Parameters) Count(TaskFilter filter, int upTo, string bytewise)
    {
        var query = new Query("SELECT COUNT(*) FROM (SELECT 1 FROM task WHERE ", bytewise);
        query.Where(filter);
        query.Add(" LIMIT @limit) AS found", "limit", (long)upTo);
        return query.Written;
    }

    public static TaskRow Read(DbDataReader row) =>
        new(
            row.GetString(0),
            new CaseId(row.Guid(1)),
            row.GetString(2),
            row.GetString(3),
            row.GetString(4),
            row.GetString(5),
            row.GetString(6),
            row.Instant(7),
            row.GetInt64(8) == TaskRows.NoDeadline ? null : row.Instant(8),
            row.TextOrNull(9)
        );

    private sealed class Query(string begin, string bytewise)
    {
        private readonly StringBuilder sql = new(begin);
        private readonly List<(string, object?)> parameters = [];

        public (string Sql, (string, object?)[] Parameters) Written => (sql.ToString(), [.. parameters]);

        public void Where(TaskFilter filter)
        {
            Add("agency = @agency", "agency", filter.Agency);
            if (filter.Assignee is { } assignee)
                Add(" AND assignee = @assignee", "assignee", assignee);
            else if (filter.Unassigned)
                sql.Append(" AND assignee IS NULL");
            if (filter.Service is { } service)
                Add(" AND service = @service", "service", service);
            if (filter.Element is { } element)
                Add(" AND element = @element", "element", element);
            if (!filter.Roles.IsDefaultOrEmpty)
                AddRoles(filter);
            if (filter.Text is { Length: > 0 } text)
            {
                Add($" AND case_number COLLATE {bytewise} >= @from", "from", text);
                Add($" AND case_number COLLATE {bytewise} < @to", "to", text + '\uffff');
            }
            if (filter.DueFrom is { } from)
                Add(" AND due_at >= @due_from", "due_from", from.Micros());
            if (filter.DueBefore is { } before)
                Add(" AND due_at < @due_before", "due_before", before.Micros());
        }

        public void Add(string clause, string name, object value)
        {
            sql.Append(clause);
            parameters.Add((name, value));
        }

        private void AddRoles(TaskFilter filter)
        {
            sql.Append(" AND role IN (");
            for (var i = 0; i < filter.Roles.Length; i++)
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"role{i}");
                Add(i == 0 ? $"@{name}" : $", @{name}", name, filter.Roles[i]);
            }
            sql.Append(')');
        }
    }
}
