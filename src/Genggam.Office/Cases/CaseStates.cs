using System.Collections.Immutable;
using Genggam.Engine;

namespace Genggam.Office.Cases;

/// <summary>Where a case is, in the words of summaries and of the API.</summary>
public static class CaseStates
{
    public const string Open = "open",
        Closed = "closed",
        WithApplicant = "with-applicant",
        Incident = "incident";

    /// <summary>Not a case: what was refused at the door, kept as evidence for a dry run.</summary>
    public const string Refused = "refused";

    public static readonly ImmutableArray<string> All = [Open, Closed, WithApplicant, Incident];

    public static string Of(Case state) =>
        state.Status == CaseStatus.Closed ? Closed
        : state.WithApplicant is not null ? WithApplicant
        : state.Incidents.Count > 0 ? Incident
        : Open;
}
