using System.Collections.Immutable;

namespace Genggam.Journal;

public enum FindingKind
{
    /// <summary>An entry's content does not give its hash, or does not follow the entry before it.</summary>
    BrokenChain,

    /// <summary>A position or a sequence is not there.</summary>
    MissingEntry,

    /// <summary>A case is known by its summary, but has no entry.</summary>
    MissingCase,

    /// <summary>The last checkpoint covers more than is there.</summary>
    CutTail,

    /// <summary>A checkpoint's note or signature is wrong.</summary>
    BadSignature,

    /// <summary>The entries a checkpoint covers are not those it was signed over.</summary>
    TreeMismatch,
}

/// <summary>One thing that does not hold.</summary>
public sealed record Finding(FindingKind Kind, string Detail, long? Position = null, CaseId? Case = null);

/// <summary>How far a verification has come.</summary>
public sealed record VerifyProgress(long Done, long Total);

/// <summary>What a verification saw. All is well when there is no finding.</summary>
public sealed record VerifyReport(
    long Entries,
    long Cases,
    long Accesses,
    int Checkpoints,
    Checkpoint? Last,
    ImmutableArray<Finding> Findings
)
{
    public bool Holds => Findings.IsEmpty;
}
