using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;

namespace Genggam.Web.Desk;

/// <summary>The most urgent case that an officer may work on: their own, or one that nobody holds.</summary>
internal sealed class NextCase(JournalStore journal, CaseReader reader)
{
    /// <summary>So many are looked at; whoever may do none of them has a worklist to look at.</summary>
    private const int Most = 25;

    /// <param name="after">The case the officer comes from.</param>
    public async Task<CaseId?> For(Actor me, CaseId? after, CancellationToken cancel)
    {
        var mine = await journal.Worklist.List(new TaskFilter(me.Agency!, Assignee: me.Id), Most);
        var free = await journal.Worklist.List(new TaskFilter(me.Agency!, me.Roles, Unassigned: true), Most);
        var inOrder = mine
            .Rows.Concat(free.Rows)
            .Where(row => row.Case != after)
            .OrderBy(row => row.DueAt ?? DateTimeOffset.MaxValue)
            .ThenBy(row => row.TaskId, StringComparer.Ordinal);
        foreach (var row in inOrder)
            if (await reader.Load(row.Case, cancel) is { } loaded && May(loaded, row, me))
                return row.Case;
        return null;
    }

    private static bool May(LoadedCase loaded, Genggam.Journal.TaskRow row, Actor me) =>
        loaded.Case.Tasks.Values.FirstOrDefault(t => t.Element == row.Element) is { } task
        && Duties.WhyNot(loaded.Release, loaded.Case, task, me) is null;
}
