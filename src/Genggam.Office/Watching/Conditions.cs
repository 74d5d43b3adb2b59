using System.Collections.Immutable;
using Genggam.Journal;

namespace Genggam.Office.Watching;

/// <summary>Judges what was measured. Pure: the same measures and limits give the same conditions.</summary>
public static class Conditions
{
    /// <summary>One for each topic, in their order. What could not be measured because the journal is away is left out.</summary>
    public static ImmutableArray<Condition> Of(Measured measured, WatchOptions limits)
    {
        var found = ImmutableArray.CreateBuilder<Condition>();
        found.Add(Writing(measured));
        if (measured.Journal is { } journal)
        {
            found.Add(Checkpoint(journal, measured.At, limits));
            found.Add(Effects(Topic.Effects, Others(journal), journal.GivenUp, measured.At, limits));
            found.Add(Effects(Topic.Letters, Kind(journal, EffectKinds.Letter), 0, measured.At, limits));
            found.Add(Effects(Topic.Notices, Kind(journal, EffectKinds.Notice), 0, measured.At, limits));
            found.Add(Deadlines(journal, limits));
        }
        found.Add(Pages(measured.Pages, limits));
        if (measured.Disk is { } disk)
            found.Add(Room(Topic.Disk, disk, limits.DiskFree, limits.DiskFreeAlarm));
        found.Add(Tls(measured, limits));
        if (measured.SigningUntil is { } until)
            found.Add(Certificate(Topic.Signing, until, measured.At, limits));
        if (measured.Journal is not null)
            found.Add(Drill(measured, limits));
        found.Add(Clock(measured, limits));
        found.Add(Room(Topic.Memory, measured.Memory, limits.MemoryFree, limits.MemoryFreeAlarm));
        return found.ToImmutable();
    }

    private static Condition Writing(Measured measured) =>
        measured switch
        {
            { WriteFault: { } fault } => new(Topic.Journal, ConditionState.Alarm, "fault", [fault]),
            { Journal.LastEntry: { } last } => Good(Topic.Journal, "written", Age(last, measured.At)),
            _ => Good(Topic.Journal, "empty"),
        };

    private static Condition Checkpoint(JournalVitals journal, DateTimeOffset now, WatchOptions limits)
    {
        if (journal.OldestUnsigned is not { } oldest || now - oldest < limits.CheckpointLate)
            return journal.LastCheckpoint is { } last
                ? Good(Topic.Checkpoint, "good", Age(last, now))
                : Good(Topic.Checkpoint, "none");
        return new(
            Topic.Checkpoint,
            now - oldest < limits.CheckpointAlarm ? ConditionState.Look : ConditionState.Alarm,
            "late",
            [Age(oldest, now)]
        );
    }

    private static Condition Effects(
        Topic topic,
        WaitingEffects waiting,
        long givenUp,
        DateTimeOffset now,
        WatchOptions limits
    )
    {
        var late = waiting.OldestDue is { } oldest ? now - oldest : TimeSpan.Zero;
        if (late >= limits.EffectLate)
            return new(
                topic,
                late < limits.EffectAlarm ? ConditionState.Look : ConditionState.Alarm,
                "late",
                [waiting.Due + waiting.Failing, Span(late)]
            );
        if (waiting.Failing > 0)
            return new(topic, ConditionState.Look, "failing", [waiting.Failing, waiting.Due]);
        return givenUp > 0 ? new(topic, ConditionState.Look, "given_up", [givenUp]) : Good(topic, "good", waiting.Due);
    }

    private static Condition Deadlines(JournalVitals journal, WatchOptions limits) =>
        journal.Overdue > 0
            ? new(
                Topic.Deadlines,
                ConditionState.Look,
                "overdue",
                [journal.Overdue, journal.DueSoon, limits.DueSoon.Days]
            )
            : Good(Topic.Deadlines, "good", journal.DueSoon, limits.DueSoon.Days);

    private static Condition Pages(ImmutableArray<PageTime> pages, WatchOptions limits)
    {
        var slow = pages.Where(p => p.Requests >= limits.PageRequests && p.P95 > limits.SlowPage).ToList();
        if (slow.Count == 0)
            return Good(Topic.Pages, "good", pages.Sum(p => p.Requests));
        var worst = slow.MaxBy(p => p.P95)!;
        return new(
            Topic.Pages,
            worst.P95 > limits.SlowPageAlarm ? ConditionState.Alarm : ConditionState.Look,
            "slow",
            [slow.Count, worst.Route, Seconds(worst.P95)]
        );
    }

    private static Condition Room(Topic topic, Space space, double look, double alarm) =>
        new(
            topic,
            space.FreeShare < alarm ? ConditionState.Alarm
                : space.FreeShare < look ? ConditionState.Look
                : ConditionState.Good,
            space.FreeShare < look ? "low" : "good",
            [Gigabytes(space.Free), (int)Math.Floor(space.FreeShare * 100)]
        );

    private static Condition Tls(Measured measured, WatchOptions limits) =>
        measured.Tls switch
        {
            TlsCertificate.Valid { Until: var until } => Certificate(Topic.Tls, until, measured.At, limits),
            TlsCertificate.NotNeeded => Good(Topic.Tls, "not_needed"),
            TlsCertificate.Missing => new(Topic.Tls, ConditionState.Look, "missing", []),
            _ => new(Topic.Tls, ConditionState.Look, "unreachable", []),
        };

    private static Condition Certificate(Topic topic, DateTimeOffset until, DateTimeOffset now, WatchOptions limits)
    {
        var left = until - now;
        return left <= TimeSpan.Zero ? new(topic, ConditionState.Alarm, "expired", [])
            : left < limits.CertificateAlarm ? new(topic, ConditionState.Alarm, "ends", [left.Days])
            : left < limits.CertificateEnds ? new(topic, ConditionState.Look, "ends", [left.Days])
            : Good(topic, "good", left.Days);
    }

    private static Condition Drill(Measured measured, WatchOptions limits) =>
        measured.LastDrill is not { } last ? new(Topic.Drill, ConditionState.Look, "never", [])
        : measured.At - last > limits.DrillDue
            ? new(Topic.Drill, ConditionState.Look, "due", [(measured.At - last).Days, limits.DrillDue.Days])
        : Good(Topic.Drill, "good", (measured.At - last).Days);

    private static Condition Clock(Measured measured, WatchOptions limits)
    {
        if (Newest(measured.Journal) - measured.At is { } behind && behind > limits.ClockApart)
            return new(Topic.Clock, Apart(behind, limits), "behind", [Span(behind)]);
        if ((measured.Journal?.DatabaseClock - measured.At)?.Duration() is { } apart && apart > limits.ClockApart)
            return new(Topic.Clock, Apart(apart, limits), "apart", [Span(apart)]);
        return Good(Topic.Clock, "good");
    }

    private static ConditionState Apart(TimeSpan apart, WatchOptions limits) =>
        apart < limits.ClockAlarm ? ConditionState.Look : ConditionState.Alarm;

    private static DateTimeOffset? Newest(JournalVitals? journal) =>
        new[] { journal?.LastEntry, journal?.LastCheckpoint }.Max();

    private static WaitingEffects Kind(JournalVitals journal, string kind) =>
        journal.Waiting.FirstOrDefault(w => w.Kind == kind) ?? new WaitingEffects(kind, 0, 0, null);

    private static WaitingEffects Others(JournalVitals journal)
    {
        var others = journal.Waiting.Where(w => w.Kind is not (EffectKinds.Letter or EffectKinds.Notice)).ToList();
        return new("", others.Sum(w => w.Due), others.Sum(w => w.Failing), others.Min(w => w.OldestDue));
    }

    private static Condition Good(Topic topic, string says, params object[] slots) =>
        new(topic, ConditionState.Good, says, [.. slots]);

    private static Elapsed Age(DateTimeOffset since, DateTimeOffset now) => Span(now - since);

    private static Elapsed Span(TimeSpan span) => new(span);

    private static decimal Seconds(TimeSpan span) => Math.Round((decimal)span.TotalSeconds, 1);

    private static decimal Gigabytes(long bytes) => Math.Round(bytes / 1_000_000_000m, 1);
}

/// <summary>A length of time for a sentence; whoever tells it chooses the words.</summary>
public sealed record Elapsed(TimeSpan Time);
