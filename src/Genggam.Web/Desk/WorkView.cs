using System.Collections.Immutable;
using System.Globalization;
using Genggam.Journal;
using Microsoft.AspNetCore.WebUtilities;

namespace Genggam.Web.Desk;

/// <summary>What of the worklist is shown, as its address says it.</summary>
/// <param name="Show">One of <see cref="Views"/>.</param>
/// <param name="Task">A service, or a service and a step of it: <c>akta-kelahiran/verifikasi</c>.</param>
internal sealed record WorkView(string Show, string? Task)
{
    public const string All = "semua";
    public const string Mine = "saya";
    public const string Free = "bebas";
    public const string Late = "lewat";
    public const string Soon = "segera";

    /// <summary>More than this many are not counted.</summary>
    public const int CountedUpTo = 999;

    public static readonly ImmutableArray<string> Views = [All, Mine, Free, Late, Soon];

    private static readonly TimeSpan SoonIs = TimeSpan.FromDays(2);

    public static WorkView Of(string? show, string? task) =>
        new(show is not null && Views.Contains(show) ? show : All, string.IsNullOrEmpty(task) ? null : task);

    public TaskFilter Filter(Engine.Actor me, ImmutableArray<string> roles, DateTimeOffset now)
    {
        var parts = Task?.Split('/') ?? [];
        var filter = new TaskFilter(
            me.Agency!,
            roles,
            Service: parts.ElementAtOrDefault(0),
            Element: parts.ElementAtOrDefault(1)
        );
        return Show switch
        {
            Mine => filter with { Assignee = me.Id },
            Free => filter with { Unassigned = true },
            Late => filter with { DueBefore = now },
            Soon => filter with { DueFrom = now, DueBefore = now + SoonIs },
            _ => filter,
        };
    }

    public string Href(TaskCursor? after = null)
    {
        var query = new Dictionary<string, string?>();
        if (Show != All)
            query["tampil"] = Show;
        if (Task is not null)
            query["tugas"] = Task;
        if (after is not null)
            query["sesudah"] = Write(after);
        return QueryHelpers.AddQueryString("/meja", query);
    }

    /// <summary>Where a page ended, to the microsecond: rounded, a row would come twice or never.</summary>
    public static string Write(TaskCursor cursor) =>
        string.Create(CultureInfo.InvariantCulture, $"{cursor.DueAt?.UtcTicks}~{cursor.TaskId}");

    /// <summary>Null where the text is no place in a list: the list then begins at its beginning.</summary>
    public static TaskCursor? Read(string? text)
    {
        if (text?.Split('~', 2) is not [var due, var task])
            return null;
        if (due.Length == 0)
            return new TaskCursor(null, task);
        return
            long.TryParse(due, NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            && ticks <= DateTimeOffset.MaxValue.UtcTicks
            ? new TaskCursor(new DateTimeOffset(ticks, TimeSpan.Zero), task)
            : null;
    }
}
