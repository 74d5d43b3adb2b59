using System.Collections.Immutable;

namespace Genggam.Engine;

/// <summary>
/// Feeds the inputs of a past case to a draft. A recorded human answer is used again only where the element and everything
/// that was shown to that person are the same.
/// </summary>
public static partial class Replay
{
    private const int MaxAnswers = 100;

    /// <summary>A replay under one world on each side.</summary>
    public static ReplayResult Run(
        World recorded,
        World draft,
        IReadOnlyList<CaseEntry> entries,
        ImmutableArray<string> erased
    ) => Run(_ => recorded, _ => draft, entries, erased);

    /// <param name="recorded">The world of an entry, from its stamp.</param>
    /// <param name="draft">The world that the draft would have met then: its release, with all else as it was.</param>
    /// <param name="erased">Subjects of the case whose values can no longer be read.</param>
    public static ReplayResult Run(
        Func<Stamp, World> recorded,
        Func<Stamp, World> draft,
        IReadOnlyList<CaseEntry> entries,
        ImmutableArray<string> erased
    )
    {
        if (!erased.IsEmpty)
            return new ReplayResult.NotReplayable(erased);

        var (was, would) = (new Lane(), new Lane());
        (string Element, Cause Cause)? judged = null;
        foreach (var entry in entries)
        {
            var before = was.State;
            var world = recorded(entry.Stamp);
            var goesOn = judged is null && !would.IsOver && !Stale(entry);
            if (
                goesOn
                && entry.Command is Command.Complete done
                && before.Tasks.TryGetValue(done.Task, out var task)
                && Shown.Otherwise(world, was, draft(entry.Stamp), would, task) is { } shown
            )
                (judged, goesOn) = (
                    (
                        Instead(task, before, would.State),
                        Refusing(would, Parting.OfTurns(was.Turns, would.Turns)) ?? shown
                    ),
                    false
                );
            was.Take(world.Effective, entry);
            if (!goesOn)
                continue;
            var then = draft(entry.Stamp);
            if (Translate(entry.Command, before, would.State) is { } command)
                would.Decide(then, command, entry.Stamp, Shown.Answers(world, then, entry));
            would.AnswerDocuments(then, entry.Stamp, MaxAnswers);
        }

        // A letter that is still being made carries no new fact: it counts as issued on this side too.
        if (entries.Count > 0)
            was.AnswerDocuments(recorded(entries[^1].Stamp), entries[^1].Stamp, MaxAnswers);
        var outcome = was.Outcome();
        if (judged is { } judgement)
            return new ReplayResult.NeedsJudgement(outcome, judgement.Element) { Cause = judgement.Cause };
        if (was.State.Status == CaseStatus.Closed && would.State.Status == CaseStatus.Open)
        {
            var parting = Parting.OfTurns(was.Turns, would.Turns);
            if (would.State.Tasks.Values.FirstOrDefault() is { } open)
                return new ReplayResult.NeedsJudgement(outcome, open.Element) { Cause = Refusing(would, parting) };
            if (would.State.Incidents.Values.FirstOrDefault() is { } incident)
                return new ReplayResult.NeedsAnswer(outcome, incident.Element) { Cause = parting };
        }
        var result = would.Outcome();
        return result.Equals(outcome)
            ? new ReplayResult.Same(outcome)
            : new ReplayResult.Other(outcome, result)
            {
                Cause = WhyOther(was, would, recorded, draft, entries, outcome, result),
            };
    }

    /// <summary>Where somebody must judge: at the task itself, or where the draft asks instead of it.</summary>
    private static string Instead(OpenTask task, Case then, Case now) =>
        Same(task, then, now) is null
        && now.Tasks.Values.FirstOrDefault(t => then.Tasks.Values.All(o => o.Element != t.Element)) is { } other
            ? other.Element
            : task.Element;

    private static Cause? WhyOther(
        Lane was,
        Lane would,
        Func<Stamp, World> recorded,
        Func<Stamp, World> draft,
        IReadOnlyList<CaseEntry> entries,
        CaseOutcome outcome,
        CaseOutcome result
    ) =>
        (was.Refused is null) != (would.Refused is null) || was.Refused?.Reason != would.Refused?.Reason
            ? Parting.OfDoor(
                recorded(entries[0].Stamp).Effective,
                draft(entries[0].Stamp).Effective,
                was.Refused,
                would.Refused
            )
            : Refusing(would, Parting.OfTurns(was.Turns, would.Turns)) ?? Parting.OfOutcomes(outcome, result);

    /// <summary>The way parts where the draft refused a step that was taken; where it parted before, that is why.</summary>
    private static Cause? Refusing(Lane would, Cause? before) =>
        before is { Kind: not CauseKind.Element } || would.No is not { } no ? before
        : no.Why.Fields is [var field, ..] ? new Cause(CauseKind.Field, field.Key, [], [field.Rule])
        : new Cause(CauseKind.Step, no.Command.GetType().Name, [], [no.Why.Number]);

    /// <summary>A later attempt that the case itself refused changes nothing; the refused submission is the case.</summary>
    private static bool Stale(CaseEntry entry) => entry.Refused is not null && entry.Command is not Command.Submit;

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
            // Under a draft from the first day on, a case moves nowhere.
            Command.Migrate or Command.UndoMigration => null,
            _ => command,
        };

        string? Task(string id) => then.Tasks.TryGetValue(id, out var task) ? Same(task, then, now)?.Id : null;

        string? Timer(string id) =>
            then.Timers.TryGetValue(id, out var timer)
                ? Nth(now.Timers.Values, then.Timers.Values, timer, t => t.Element, t => t.Token)?.Id
                : null;
    }

    internal static OpenTask? Same(OpenTask task, Case then, Case now) =>
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
}
