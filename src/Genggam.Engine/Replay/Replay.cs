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
        var open = now.Tasks.Values.FirstOrDefault(t => t.Element == task.Element);
        return open is not null
            && open.Form == task.Form
            && SamePart(recorded.Core, draft.Core, task.Form)
            && FeelEquality.Same(then.Data, now.Data);
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
            Command.DocumentReady c => Awaited(c.Effect) is { } id ? c with { Effect = id } : null,
            Command.EffectFailed or Command.Retry => null,
            _ => command,
        };

        string? Task(string id) =>
            then.Tasks.TryGetValue(id, out var task)
                ? now.Tasks.Values.FirstOrDefault(t => t.Element == task.Element)?.Id
                : null;

        string? Timer(string id) =>
            then.Timers.TryGetValue(id, out var timer)
                ? now.Timers.Values.FirstOrDefault(t => t.Element == timer.Element)?.Id
                : null;

        string? Awaited(string id) =>
            then.Awaited.TryGetValue(id, out var awaited)
                ? now.Awaited.Values.FirstOrDefault(a => a.Element == awaited.Element)?.Effect
                : null;
    }
}
