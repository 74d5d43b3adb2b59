using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Engine.Comparison;

namespace Genggam.Office.Changes.DryRuns;

/// <summary>A past case that a draft would change.</summary>
/// <param name="Ordinal">Its place among those of the run, from 1: the cursor of the next page.</param>
/// <param name="Pseudonym">The same for a case in every run; the case cannot be told from it.</param>
/// <param name="Case">Only for who may see whose case it is, as is the number.</param>
/// <param name="Region">As channel and month null where so few are affected there that the counts hide it.</param>
/// <param name="Agency">Only for who may see whose case it is.</param>
/// <param name="At">Where a person or an answer is missing.</param>
/// <param name="Why">Why it cannot be replayed.</param>
public sealed record AffectedCase(
    long Ordinal,
    CaseClass Class,
    string Pseudonym,
    Guid? Case,
    string? Number,
    string? Region,
    string? Agency,
    string? Channel,
    string? Month,
    CaseOutcome? Was,
    CaseOutcome? WouldBe,
    Cause? Cause,
    string? At,
    string? Why
)
{
    /// <summary>The same for who may not see whose case it is: no more of it than the counts of the run tell.</summary>
    internal AffectedCase Veiled(ComparisonReport report) =>
        this with
        {
            Case = null,
            Number = null,
            Agency = null,
            Region = report.Tells("region", Region, Class) ? Region : null,
            Channel = report.Tells("channel", Channel, Class) ? Channel : null,
            Month = report.Tells("month", Month, Class) ? Month : null,
            Was = Coarse(Was),
            WouldBe = Coarse(WouldBe),
        };

    /// <summary>Deadlines to the day: to the second they are as good as a number.</summary>
    private static CaseOutcome? Coarse(CaseOutcome? outcome) =>
        outcome?.Deadline is { } due ? outcome with { Deadline = new DateTimeOffset(due.Date, due.Offset) } : outcome;
}

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
