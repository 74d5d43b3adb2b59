using Genggam.Engine;
using Genggam.Engine.Comparison;
using Genggam.Office.Changes.DryRuns;

namespace Genggam.Office.Tests.Changes;

/// <summary>A dry run from its beginning to its end, with all it found.</summary>
internal sealed record Ran(Guid Id, ComparisonReport Report, IReadOnlyList<AffectedCase> Affected)
{
    public long this[CaseClass kind] => Report.Total[kind];

    public static async Task<Ran> Of(DryRuns runs, Release draft, DryRunSelection? selection = null)
    {
        var cancel = TestContext.Current.CancellationToken;
        var id = await runs.Start(draft, selection ?? new DryRunSelection(draft.Id), Actor.System);
        await runs.Wait(id, cancel);
        var status = (await runs.Status(id))!;
        Assert.True(status.State == DryRunState.Done, status.Error);
        var affected = new List<AffectedCase>();
        await foreach (var one in new DryRunExport(runs).All(id, named: true, cancel))
            affected.Add(one);
        return new Ran(id, (await runs.Report(id))!, affected);
    }
}
