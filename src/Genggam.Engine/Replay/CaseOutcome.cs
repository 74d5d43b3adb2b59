using System.Collections.Immutable;

namespace Genggam.Engine;

/// <summary>What a case came to, as far as two releases can be compared.</summary>
/// <param name="Outcome">granted, rejected, withdrawn, refused at submission, or open.</param>
/// <param name="Reason">The key of the reason, of the determination or of the refusal.</param>
/// <param name="Deadline">The first legal deadline; null where the application was refused.</param>
/// <param name="Fee">What was due; nothing where the application was refused.</param>
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
