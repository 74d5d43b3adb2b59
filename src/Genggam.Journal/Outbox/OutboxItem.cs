namespace Genggam.Journal;

/// <summary>
/// An effect to run once its entry is durable. The id follows from case, sequence and index, so it is unique.
/// <see cref="Open"/> holds no personal data. With <see cref="DueAt"/> it is a deadline or timer.
/// </summary>
public sealed record OutboxItem(string EffectId, string Kind, ReadOnlyMemory<byte> Open, DateTimeOffset? DueAt = null);

/// <summary>An effect lent to this node until the lease ends; <see cref="Attempt"/> counts from 1.</summary>
public sealed record LeasedEffect(
    string EffectId,
    CaseId Case,
    string Kind,
    ReadOnlyMemory<byte> Open,
    DateTimeOffset? DueAt,
    int Attempt,
    Guid Lease
);
