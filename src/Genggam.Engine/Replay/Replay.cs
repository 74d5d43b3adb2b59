using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>
/// Feeds the inputs of a past case to a draft. A recorded human answer is used again only where the element and everything
/// that was shown to that person are the same.
/// </summary>
public static class Replay
{
    private const int MaxAnswers = 100;

    private static readonly EqualityComparer<FeelContext> Alike = EqualityComparer<FeelContext>.Create(
        (a, b) => FeelEquality.Same(a!, b!)
    );

    /// <param name="erased">Subjects of the case whose values can no longer be read.</param>
    public static ReplayResult Run(
        World recorded,
        World draft,
        IReadOnlyList<CaseEntry> entries,
        ImmutableArray<string> erased
    )
    {
        if (!erased.IsEmpty)
            return new ReplayResult.NotReplayable(erased);

        var was = new Lane(recorded);
        var would = new Lane(draft);
        foreach (var entry in entries)
        {
            var before = was.State;
            was.Take(entry);
            if (would.State.Status == CaseStatus.Closed || would.Refused is not null || Stale(entry))
                continue;
            if (entry.Command is Command.Complete done && before.Tasks.TryGetValue(done.Task, out var task))
            {
                if (!ShownTheSame(was.World, before, draft, would.State, task))
                    return new ReplayResult.NeedsJudgement(Outcome(entries, recorded), task.Element);
            }
            if (Translate(entry.Command, before, would.State) is { } command)
                would.Decide(command, entry.Stamp);
            would.AnswerDocuments(entry.Stamp, MaxAnswers);
        }

        var outcome = was.Outcome();
        if (was.State.Status == CaseStatus.Closed && would.State.Status == CaseStatus.Open)
        {
            if (would.State.Tasks.Values.FirstOrDefault() is { } open)
                return new ReplayResult.NeedsJudgement(outcome, open.Element);
            if (would.State.Incidents.Values.FirstOrDefault() is { } incident)
                return new ReplayResult.NeedsAnswer(outcome, incident.Element);
        }
        var result = would.Outcome();
        return result.Equals(outcome) ? new ReplayResult.Same(outcome) : new ReplayResult.Other(outcome, result);
    }

    private static CaseOutcome Outcome(IReadOnlyList<CaseEntry> entries, World recorded)
    {
        var lane = new Lane(recorded);
        foreach (var entry in entries)
            lane.Take(entry);
        return lane.Outcome();
    }

    /// <summary>A later attempt that the case itself refused changes nothing; the refused submission is the case.</summary>
    private static bool Stale(CaseEntry entry) => entry.Refused is not null && entry.Command is not Command.Submit;

    private static bool ShownTheSame(World recorded, Case then, World draft, Case now, OpenTask task)
    {
        var open = Same(task, then, now);
        return open is not null
            && open.Form == task.Form
            && SamePart(recorded.Core, draft.Core, task.Form)
            && FeelEquality.Same(then.Data, now.Data)
            && Around(then, task).SequenceEqual(Around(now, open), Alike);
    }

    private static bool SamePart(Release a, Release b, string? form) =>
        form is null
        || (
            a.Parts.TryGetValue($"{form}.form", out var left)
            && b.Parts.TryGetValue($"{form}.form", out var right)
            && left.AsSpan().SequenceEqual(right.AsSpan())
        );

    /// <summary>The command with the ids of the replayed case; null where the replayed case asked for no such thing.</summary>
    private static Command? Translate(Command command, Case then, Case now)
    {
        return command switch
        {
            Command.Claim c => Task(c.Task) is { } id ? c with { Task = id } : null,
            Command.Unclaim c => Task(c.Task) is { } id ? c with { Task = id } : null,
            Command.Reassign c => Task(c.Task) is { } id ? c with { Task = id } : null,
            Command.Complete c => Task(c.Task) is { } id ? c with { Task = id } : null,
            Command.TimerDue c => Timer(c.Timer) is { } id ? c with { Timer = id } : null,
            // A letter counts as issued as soon as the draft asks for it.
            Command.DocumentReady or Command.EffectFailed or Command.Retry => null,
            _ => command,
        };

        string? Task(string id) => then.Tasks.TryGetValue(id, out var task) ? Same(task, then, now)?.Id : null;

        string? Timer(string id) =>
            then.Timers.TryGetValue(id, out var timer)
                ? Nth(now.Timers.Values, then.Timers.Values, timer, t => t.Element, t => t.Token)?.Id
                : null;
    }

    private static OpenTask? Same(OpenTask task, Case then, Case now) =>
        Nth(now.Tasks.Values, then.Tasks.Values, task, t => t.Element, t => t.Token);

    /// <summary>Of several at one element, the one that came as early as <paramref name="one"/> did.</summary>
    private static T? Nth<T>(
        IEnumerable<T> now,
        IEnumerable<T> then,
        T one,
        Func<T, string> element,
        Func<T, int> token
    )
        where T : class
    {
        var before = then.Count(t => element(t) == element(one) && token(t) < token(one));
        return now.Where(t => element(t) == element(one)).OrderBy(token).ElementAtOrDefault(before);
    }

    /// <summary>The variables of the levels around a task, the inner ones first.</summary>
    private static IEnumerable<FeelContext> Around(Case state, OpenTask task)
    {
        var scope = state.Tokens.GetValueOrDefault(task.Token)?.Scope;
        while (scope is { } id && state.Scopes.TryGetValue(id, out var found))
        {
            yield return found.Locals;
            scope = found.Parent;
        }
    }
}
