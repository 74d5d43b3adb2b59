using System.Collections.Immutable;

namespace Genggam.Engine;

/// <summary>What a case came to, as far as two releases can be compared.</summary>
/// <param name="Outcome">granted, rejected, withdrawn, refused at submission, or open.</param>
/// <param name="Reason">The key of the reason, of the determination or of the refusal.</param>
/// <param name="Deadline">The first legal deadline; null where the application was refused.</param>
/// <param name="Waits">How often somebody had to act: user tasks that opened.</param>
/// <param name="AskedItems">Fields the applicant was asked for in the application.</param>
public sealed record CaseOutcome(
    string Outcome,
    string? Reason,
    decimal Fee,
    DateTimeOffset? Deadline,
    int Waits,
    int AskedItems,
    ImmutableArray<string> Letters
)
{
    public const string Open = "open";
    public const string Refused = "refused";

    public bool Equals(CaseOutcome? other) =>
        other is not null
        && Outcome == other.Outcome
        && Reason == other.Reason
        && Fee == other.Fee
        && Deadline == other.Deadline
        && Waits == other.Waits
        && AskedItems == other.AskedItems
        && Letters.SequenceEqual(other.Letters, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Outcome, Reason, Fee, Deadline, Waits, AskedItems);
}

/// <summary>How one past case compares under a draft. A closed set.</summary>
public abstract record ReplayResult
{
    private ReplayResult() { }

    public sealed record Same(CaseOutcome Outcome) : ReplayResult;

    public sealed record Other(CaseOutcome Was, CaseOutcome WouldBe) : ReplayResult;

    /// <summary>Somebody would have been shown something else at <paramref name="Element"/>: a person must judge anew.</summary>
    public sealed record NeedsJudgement(CaseOutcome Was, string Element) : ReplayResult;

    /// <summary>Something outside would have been asked that was not asked then.</summary>
    public sealed record NeedsAnswer(CaseOutcome Was, string Element) : ReplayResult;

    /// <summary>The facts are gone: the keys of <paramref name="Subjects"/> are destroyed.</summary>
    public sealed record NotReplayable(ImmutableArray<string> Subjects) : ReplayResult;
}
