using System.Collections.Immutable;

namespace Genggam.Office.Changes.DryRuns;

/// <summary>How results of dry runs are counted; section <c>Genggam:DryRun</c> of the configuration.</summary>
public sealed record DryRunOptions
{
    /// <summary>Groups of fewer cases are not shown.</summary>
    public int SmallestGroup { get; init; } = 5;

    /// <summary>The first year of age of each band but the first.</summary>
    public int[] AgeBands { get; init; } = [17, 26, 36, 46, 56, 66];

    /// <summary>Cases that are replayed at once; 0 takes as many as there are cores.</summary>
    public int Cores { get; init; }

    internal ImmutableArray<int> Bands => [.. AgeBands.Order()];
}
