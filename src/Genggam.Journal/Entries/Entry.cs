using System.Collections.Immutable;

namespace Genggam.Journal;

/// <summary>One entry as it is read back, parts decrypted where their key still exists.</summary>
public sealed record Entry(
    long Position,
    CaseId Case,
    long Sequence,
    DateTimeOffset At,
    string Kind,
    ReadOnlyMemory<byte> Open,
    ImmutableArray<EntryPart> Sealed,
    Digest Hash
);

/// <summary>A part of an entry that belongs to a subject. A closed set.</summary>
public abstract record EntryPart(SubjectId Subject)
{
    public sealed record Readable(SubjectId Subject, ReadOnlyMemory<byte> Plain) : EntryPart(Subject);

    /// <summary>The subject's key was destroyed: the content is gone for good, the chain still verifies.</summary>
    public sealed record Erased(SubjectId Subject) : EntryPart(Subject);
}
