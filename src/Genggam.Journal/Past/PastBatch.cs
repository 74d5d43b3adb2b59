namespace Genggam.Journal;

/// <summary>A subject that a past case brings with it.</summary>
/// <param name="Nik">Null for one who is known by nothing but the case.</param>
public sealed record PastSubject(SubjectId Id, string? Nik, DateTimeOffset At);

/// <summary>The number that a counter gave to an effect.</summary>
public sealed record GivenNumber(string Counter, string EffectId, long Value);

/// <summary>
/// Entries of many cases that were led elsewhere, in the order in which they happened. Each follows the one before it of its
/// case; whose hash that is the journal finds itself.
/// </summary>
public sealed record PastBatch(IReadOnlyList<NewEntry> Entries)
{
    public IReadOnlyList<PastSubject> Subjects { get; init; } = [];
    public IReadOnlyList<IssuedDocument> Documents { get; init; } = [];
    public IReadOnlyList<GivenNumber> Numbers { get; init; } = [];

    /// <summary>What counters stand at after it.</summary>
    public IReadOnlyDictionary<string, long> Counters { get; init; } = new Dictionary<string, long>();

    /// <summary>Cases that have no entry after these.</summary>
    public IReadOnlyCollection<CaseId> Ended { get; init; } = [];
}

/// <summary>A batch that is encrypted and hashed, so that the writer only writes.</summary>
public sealed record SealedBatch
{
    internal SealedBatch(PastBatch batch, SealedEntry[] entries, byte[][] holders) =>
        (Batch, Entries, Holders) = (batch, entries, holders);

    internal PastBatch Batch { get; }
    internal SealedEntry[] Entries { get; }
    internal byte[][] Holders { get; }
}
