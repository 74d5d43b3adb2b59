using Genggam.Journal.Storage;

namespace Genggam.Journal;

/// <summary>The rows of <c>task</c>: open tasks only, a closed one is in the journal.</summary>
internal static class TaskRows
{
    /// <summary>Stands for "no deadline" so that such tasks come last and the order has no nulls.</summary>
    public const long NoDeadline = long.MaxValue;

    public static Task Apply(Session session, CaseId @case, WorklistChange change) =>
        change switch
        {
            WorklistChange.OpenTask open => Open(session, @case, open),
            WorklistChange.AssignTask assign => session.Execute(
                "UPDATE task SET assignee = @assignee WHERE task_id = @task",
                ("assignee", assign.Assignee),
                ("task", assign.TaskId)
            ),
            WorklistChange.CloseTask close => session.Execute(
                "DELETE FROM task WHERE task_id = @task",
                ("task", close.TaskId)
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static Task Open(Session session, CaseId @case, WorklistChange.OpenTask open) =>
        session.Execute(
            """
            INSERT INTO task (task_id, case_id, agency, role, service, element, case_number, opened_at, due_at, assignee)
            VALUES (@task, @case, @agency, @role, @service, @element, @number, @opened, @due, @assignee)
            """,
            ("task", open.TaskId),
            ("case", @case.Bytes()),
            ("agency", open.Agency),
            ("role", open.Role),
            ("service", open.Service),
            ("element", open.Element),
            ("number", open.CaseNumber),
            ("opened", open.OpenedAt.Micros()),
            ("due", open.DueAt?.Micros() ?? NoDeadline),
            ("assignee", open.Assignee)
        );
}
