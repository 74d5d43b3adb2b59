namespace Genggam.Journal;

/// <summary>A change of the list of open tasks, made in the append's transaction. A closed set.</summary>
public abstract record WorklistChange(string TaskId)
{
    public sealed record OpenTask(
        string TaskId,
        string Agency,
        string Role,
        string Service,
        string Element,
        string CaseNumber,
        DateTimeOffset OpenedAt,
        DateTimeOffset? DueAt,
        string? Assignee = null
    ) : WorklistChange(TaskId);

    /// <summary>Claims, or with null releases, a task.</summary>
    public sealed record AssignTask(string TaskId, string? Assignee) : WorklistChange(TaskId);

    public sealed record CloseTask(string TaskId) : WorklistChange(TaskId);
}
