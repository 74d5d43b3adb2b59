using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Engine.Comparison;

namespace Genggam.Office.Changes.DryRuns;

/// <summary>A past case that a draft would change.</summary>
/// <param name="Ordinal">Its place among those of the run, from 1: the cursor of the next page.</param>
/// <param name="Pseudonym">The same for a case in every run; the case cannot be told from it.</param>
/// <param name="Case">Only for who may see whose case it is, as is the number.</param>
/// <param name="At">Where a person or an answer is missing.</param>
/// <param name="Why">Why it cannot be replayed.</param>
public sealed record AffectedCase(
    long Ordinal,
    CaseClass Class,
    string Pseudonym,
    Guid? Case,
    string? Number,
    string Region,
    string Agency,
    string Channel,
    string Month,
    CaseOutcome? Was,
    CaseOutcome? WouldBe,
    Cause? Cause,
    string? At,
    string? Why
);

/// <param name="Next">Where the next page begins; null on the last.</param>
public sealed record AffectedPage(ImmutableArray<AffectedCase> Cases, long? Next);

/// <summary>An affected case as it is kept.</summary>
internal sealed record AffectedContent(
    string Region,
    string Agency,
    string Channel,
    string Month,
    CaseOutcome? Was,
    CaseOutcome? WouldBe,
    Cause? Cause,
    string? At,
    string? Why
);
