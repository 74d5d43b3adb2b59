using System.Collections.Immutable;

namespace Genggam.Office.Changes.DryRuns;

public enum DryRunState
{
    Running,

    /// <summary>It was running, and nobody works on it: the program ended. It can be resumed.</summary>
    Interrupted,
    Done,
    Cancelled,
    Failed,
}

/// <summary>What was asked of a dry run. Never changed.</summary>
/// <param name="Draft">The hash of the draft.</param>
/// <param name="Base">The hash of the release that was in force.</param>
/// <param name="UpTo">The position of the last entry of the journal that counts.</param>
/// <param name="Total">Cases between the days that were asked for.</param>
public sealed record DryRunAsked(
    string Draft,
    string? Base,
    DryRunSelection Selection,
    string Actor,
    string? Agency,
    long UpTo,
    long Total,
    int SmallestGroup,
    ImmutableArray<int> AgeBands
);

/// <param name="Done">Cases that were looked at.</param>
/// <param name="Affected">Cases found that are not the same.</param>
/// <param name="Remaining">How long it will still take, as fast as it went so far; null where that is not known.</param>
public sealed record DryRunStatus(
    Guid Id,
    DryRunAsked Asked,
    DryRunState State,
    DateTimeOffset StartedAt,
    DateTimeOffset? EndedAt,
    long Done,
    long Affected,
    TimeSpan Worked,
    TimeSpan? Remaining,
    string? Error
);
