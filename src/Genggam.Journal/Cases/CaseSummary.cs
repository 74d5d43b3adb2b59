namespace Genggam.Journal;

/// <summary>What lists of cases show, as of the entry that carried it. No personal data.</summary>
public sealed record CaseSummary
{
    /// <summary>The number a person reads, unique over all cases.</summary>
    public required string Number { get; init; }
    public required string Service { get; init; }
    public required string ReleaseHash { get; init; }
    public required string Agency { get; init; }
    public string? Region { get; init; }

    /// <summary>Such as <c>open</c> or <c>closed</c>.</summary>
    public required string State { get; init; }
    public string? Outcome { get; init; }

    /// <summary>How it ended, else where it is.</summary>
    public string Standing => Outcome ?? State;

    public required DateTimeOffset OpenedAt { get; init; }
    public DateTimeOffset? Deadline { get; init; }
    public required SubjectId Applicant { get; init; }

    /// <summary>Hash of the code by which a case is followed without an account; null leaves the one there is.</summary>
    public Digest? FollowCodeHash { get; init; }

    /// <summary>The step the case stands at.</summary>
    public string? Step { get; init; }
}

/// <summary>A summary with the case it belongs to and its last sequence.</summary>
public sealed record CaseRow(CaseId Case, long Sequence, DateTimeOffset ChangedAt, CaseSummary Summary);
