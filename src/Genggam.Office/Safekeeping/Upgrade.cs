using Genggam.Journal;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes.DryRuns;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Safekeeping;

/// <summary>What became of an upgrade. A closed set.</summary>
public abstract record UpgradeResult
{
    private UpgradeResult() { }

    /// <param name="Cases">That came to the same when they were decided again.</param>
    /// <param name="Before">Where everything is as it was before; null on PostgreSQL.</param>
    public sealed record Upgraded(InspectionReport Report, long Cases, string? Before) : UpgradeResult;

    /// <summary>Another program has the data open.</summary>
    public sealed record InUse : UpgradeResult;

    /// <param name="PutBack">Everything is as it was; false on PostgreSQL, where the backup of before is to be restored.</param>
    public sealed record Failed(string Problem, bool PutBack) : UpgradeResult;
}

/// <summary>
/// Brings the data of an earlier program up to date and proves it: chains, checkpoints and documents hold, and every case is
/// decided again under its own release and comes to what it came to. Where anything does not hold, everything is put back.
/// </summary>
public static class Upgrade
{
    /// <param name="open">Opens the installation with this program, which changes the schema.</param>
    public static async Task<UpgradeResult> Run(
        OfficeOptions options,
        Func<Task<ServiceProvider>> open,
        DateTimeOffset now,
        IProgress<VerifyProgress>? progress,
        CancellationToken cancel
    )
    {
        DataCopy? before = null;
        if (options.Postgres is null)
        {
            before = await DataCopy.Take(options.Data, FormattableString.Invariant($"before-{now:yyyyMMddHHmmss}"));
            if (before is null)
                return new UpgradeResult.InUse();
        }
        var (result, problem) = await Proved(open, before?.Folder, progress, cancel);
        if (result is not null)
            return result;
        before?.PutBack();
        return new UpgradeResult.Failed(problem, before is not null);
    }

    private static async Task<(UpgradeResult.Upgraded? Result, string Problem)> Proved(
        Func<Task<ServiceProvider>> open,
        string? before,
        IProgress<VerifyProgress>? progress,
        CancellationToken cancel
    )
    {
        try
        {
            await using var installation = await open();
            // Nothing may have the files open when they are put back.
            await using var journal = installation.GetRequiredService<JournalStore>();
            var report = await installation.GetRequiredService<Inspection>().Run(progress, cancel);
            if (report.Journal.Findings.FirstOrDefault() is { } broken)
                return (null, $"{broken.Kind}: {broken.Detail}");
            if (report.Findings.FirstOrDefault() is { } finding)
                return (null, $"{finding.What}: {finding.Problem}");
            var cases = 0L;
            foreach (var service in installation.GetRequiredService<ServiceCatalogue>().Services)
            {
                var again = await installation.GetRequiredService<OwnReplay>().Run(service.Id, null, null, cancel);
                if (again.Differences.FirstOrDefault() is { } other)
                    return (
                        null,
                        $"case {other.Number} is decided otherwise by this program, at entry {other.What.Entry}"
                    );
                cases += again.Same + again.Erased;
            }
            return (new UpgradeResult.Upgraded(report, cases, before), "");
        }
        catch (Exception fault) when (fault is JournalException or InvalidDataException or IOException)
        {
            return (null, fault.Message);
        }
    }
}
