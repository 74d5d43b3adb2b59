using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;

namespace Genggam.Office.Changes;

/// <summary>What a migration would mean for the running cases, counted.</summary>
/// <param name="Stays">By reason, such as <c>awaits-answer</c>.</param>
/// <param name="Elements">How many cases need a place for each element.</param>
public sealed record MigrationPreview(
    long Cases,
    long Moves,
    long NeedMapping,
    ImmutableSortedDictionary<string, long> Stays,
    ImmutableSortedDictionary<string, long> Elements
);

/// <summary>One running case and what a migration would mean for it.</summary>
public sealed record JudgedCase(CaseId Case, string Number, string Agency, string? Step, MigrationVerdict Verdict);

/// <param name="Next">Null on the last page.</param>
public sealed record JudgedPage(ImmutableArray<JudgedCase> Cases, CaseCursor? Next);

/// <summary>What became of starting a migration. A closed set.</summary>
public abstract record StartMigration
{
    private StartMigration() { }

    public sealed record Started(MigrationId Id) : StartMigration;

    /// <summary>No release of that hash was ever published here.</summary>
    public sealed record UnknownRelease(string Hash) : StartMigration;

    /// <summary>The two releases are one, or of different services.</summary>
    public sealed record NotTwoOfOneService : StartMigration;
}

/// <summary>Where a migration is.</summary>
public static class MigrationStates
{
    public const string Running = "running",
        Done = "done",
        Cancelled = "cancelled",
        Undoing = "undoing",
        Undone = "undone";
}

/// <summary>What became of one case.</summary>
public static class MigratedCase
{
    /// <summary>Its turn has begun; what came of it is not known yet.</summary>
    public const string Begun = "begun";

    public const string Moved = "moved",
        Stays = "stays",
        NeedsMapping = "needs-mapping";

    /// <summary>The migration was stopped before its turn.</summary>
    public const string Left = "left";

    /// <summary>Something is broken in it; the log says what.</summary>
    public const string Failed = "failed";

    /// <summary>It is back under the release it left.</summary>
    public const string Undone = "undone";

    /// <summary>It did not go back, since something was done in it since.</summary>
    public const string Kept = "kept";
}

/// <summary>How far a migration came.</summary>
/// <param name="Cases">Running cases when it began.</param>
/// <param name="Results">How many came to each result.</param>
/// <param name="Said">The same by why: the reason of a stay, the elements without a place.</param>
public sealed record MigrationStatus(
    MigrationId Id,
    string Service,
    MigrationPlan Plan,
    MigrationFilter Filter,
    string By,
    string State,
    long Cases,
    DateTimeOffset StartedAt,
    DateTimeOffset ChangedAt,
    ImmutableSortedDictionary<string, long> Results,
    ImmutableArray<(string Result, string Said, long Cases)> Said
)
{
    /// <summary>How many of the cases had their turn.</summary>
    public long Done => Results.Where(r => r.Key is not (MigratedCase.Begun or MigratedCase.Left)).Sum(r => r.Value);
}
