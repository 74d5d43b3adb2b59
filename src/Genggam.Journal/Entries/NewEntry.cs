using System.Collections.Immutable;

namespace Genggam.Journal;

/// <summary>
/// One entry to append, with everything that must become true in the same transaction.
/// <see cref="Open"/> is UTF-8 JSON and holds no personal data; personal fields go to <see cref="Sealed"/>.
/// </summary>
public sealed record NewEntry
{
    public required CaseId Case { get; init; }

    /// <summary>The sequence of the case's last entry as it was loaded; 0 opens a new case.</summary>
    public required long ExpectedSequence { get; init; }

    /// <summary>The hash of the case's last entry as it was loaded; <see cref="Digest.Zero"/> for a new case.</summary>
    public Digest PreviousHash { get; init; }

    /// <summary>When it happened, kept to the microsecond in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The command's name.</summary>
    public required string Kind { get; init; }

    public required ReadOnlyMemory<byte> Open { get; init; }

    /// <summary>Plaintext; the journal encrypts each part under its subject's key before it is written.</summary>
    public ImmutableArray<SubjectPart> Sealed { get; init; } = [];

    /// <summary>Effects to run after the commit; those with a due time are deadlines and timers.</summary>
    public ImmutableArray<OutboxItem> Outbox { get; init; } = [];

    /// <summary>Effect ids that shall not run any more.</summary>
    public ImmutableArray<string> CancelOutbox { get; init; } = [];

    /// <summary>The effect whose answer this entry records; it is marked done with it.</summary>
    public string? SettledEffect { get; init; }

    public CaseSummary? Summary { get; init; }

    public ImmutableArray<WorklistChange> Worklist { get; init; } = [];

    /// <summary>Words by which an officer may find the case; only their keyed hashes are stored.</summary>
    public ImmutableArray<SearchTerm> Terms { get; init; } = [];

    public IdempotencyKey? Key { get; init; }
}

/// <summary>Bytes about one subject.</summary>
public sealed record SubjectPart(SubjectId Subject, ReadOnlyMemory<byte> Plain);

/// <summary>A word about a subject, such as a name or a NIK. It is matched whole, without case or accents.</summary>
public sealed record SearchTerm(SubjectId Subject, string Text);

/// <summary>
/// The same actor and key give the stored <see cref="Result"/> again; with another <see cref="BodyHash"/> they are
/// refused. <see cref="Result"/> is stored as it is: no personal data.
/// </summary>
public sealed record IdempotencyKey(string Actor, string Key, Digest BodyHash, ReadOnlyMemory<byte> Result);
