using System.Collections.Immutable;

namespace Genggam.Journal;

/// <summary>Effects of one kind that are to be done now, or were tried and will be again.</summary>
/// <param name="Due">Could be taken now; effects that a runner holds are not among them.</param>
/// <param name="Failing">Were tried without success and will be tried again.</param>
/// <param name="OldestDue">Since when the oldest that could be taken waits, tried or not; null where none could.</param>
public sealed record WaitingEffects(string Kind, long Due, long Failing, DateTimeOffset? OldestDue);

/// <summary>How the journal is, in counts and instants: nothing of any case.</summary>
/// <param name="LastEntry">When the entry at the last position was made; null where there is none.</param>
/// <param name="LastCheckpoint">When the last checkpoint was signed.</param>
/// <param name="OldestUnsigned">When the oldest entry after the last checkpoint was made; null where all is signed.</param>
/// <param name="DatabaseClock">What time the database has; null where it has no clock of its own.</param>
/// <param name="GivenUp">Effects that are not tried any more.</param>
/// <param name="Overdue">Open tasks past their limit.</param>
/// <param name="DueSoon">Open tasks with a limit from now until the end of the span that was asked for.</param>
public sealed record JournalVitals(
    DateTimeOffset? LastEntry,
    DateTimeOffset? LastCheckpoint,
    DateTimeOffset? OldestUnsigned,
    DateTimeOffset? DatabaseClock,
    ImmutableArray<WaitingEffects> Waiting,
    long GivenUp,
    long Overdue,
    long DueSoon
);
