using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;

namespace Genggam.Office.Changes;

/// <summary>One past case under the draft.</summary>
public sealed record DryRunCase(CaseId Case, string Number, DateTimeOffset OpenedAt, ReplayResult Result);

/// <summary>
/// What a draft would have meant for past cases. People who never applied are not in it, and durations are none of its
/// business.
/// </summary>
/// <param name="Refused">Past applications that were refused, counted apart from <paramref name="Cases"/>.</param>
/// <param name="LetIn">Those among the refused that the draft would accept.</param>
/// <param name="RefusedOtherwise">Those among the refused that the draft would refuse too, but for another reason or after other questions.</param>
/// <param name="Differences">Every case, and every refused application, that is not the same.</param>
/// <param name="Hash">SHA-256 over all results in order: the same cases and draft give the same hash.</param>
public sealed record DryRunReport(
    string Service,
    string Draft,
    int Cases,
    int Same,
    int Other,
    int NeedsJudgement,
    int NeedsAnswer,
    int NotReplayable,
    int Refused,
    int LetIn,
    int RefusedOtherwise,
    ImmutableArray<DryRunCase> Differences,
    string Hash
);
