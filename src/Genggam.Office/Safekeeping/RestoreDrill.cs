using System.Diagnostics;
using Genggam.Journal;
using Genggam.Office.Catalogue;
using Genggam.Office.Documents.Signing;
using Genggam.Office.People;

namespace Genggam.Office.Safekeeping;

/// <param name="Report">Null where nothing could be restored.</param>
public sealed record DrillResult(DrillRow Row, InspectionReport? Report);

/// <summary>
/// Rehearses a restore in a place of its own while the installation works on: with the newest list of destroyed keys,
/// verified, and held against the installation's own checkpoints. What came of it is noted there.
/// </summary>
public sealed class RestoreDrill(JournalStore journal, OfficeOptions options, TimeProvider clock)
{
    /// <param name="place">An empty folder, and an empty database where the installation is on PostgreSQL.</param>
    public async Task<DrillResult> Run(
        OfficeOptions place,
        string dataFile,
        string keysFile,
        IProgress<VerifyProgress>? progress,
        CancellationToken cancel
    )
    {
        var began = (At: clock.GetUtcNow(), Watch: Stopwatch.StartNew());
        InspectionReport? report = null;
        DateTimeOffset? until = null;
        string? problem;
        try
        {
            TakeDestroyed(place);
            var chains = await Archive.Restore(
                place,
                () => new AccountsDb(PeopleSetup.Accounts(new PeopleOptions(place.Data, place.Postgres))),
                dataFile,
                keysFile,
                progress,
                cancel
            );
            await using var restored = await JournalStore.Open(
                new JournalOptions
                {
                    Folder = place.Data,
                    Postgres = place.Postgres,
                    CheckpointEvery = null,
                }
            );
            var certificates = DemoCertificates.Open(Path.Combine(place.Data, "keys", "certificates"), began.At);
            var releases = new ReleaseStore(restored.Releases, Path.Combine(place.Data, "releases"));
            report = await new Inspection(restored, certificates, releases).Kept(chains, cancel);
            until = (await restored.ReadFrom(await restored.Head() - 1, 1)).FirstOrDefault()?.At;
            problem = await Problem(report);
        }
        catch (Exception fault) when (fault is JournalException or InvalidDataException or IOException)
        {
            problem = fault.Message;
        }
        var row = new DrillRow(
            began.At,
            Path.GetFileName(dataFile),
            (long)Math.Ceiling(began.Watch.Elapsed.TotalSeconds),
            report?.Journal.Entries ?? 0,
            report?.Journal.Cases ?? 0,
            report?.Documents ?? 0,
            until,
            problem
        );
        await journal.Drills.Add(row);
        return new DrillResult(row, report);
    }

    /// <summary>Who was erased since the backup stays erased.</summary>
    private void TakeDestroyed(OfficeOptions place)
    {
        var destroyed = Path.Combine("keys", "destroyed.list");
        var newest = Path.Combine(options.Data, destroyed);
        if (File.Exists(newest))
            PrivateFile.Write(Path.Combine(place.Data, destroyed), File.ReadAllBytes(newest));
    }

    private async Task<string?> Problem(InspectionReport report)
    {
        if (report.Journal.Findings.FirstOrDefault() is { } broken)
            return $"{broken.Kind}: {broken.Detail}";
        if (report.Findings.FirstOrDefault() is { } finding)
            return $"{finding.What}: {finding.Problem}";
        return report.Journal.Last is { } last && await journal.Checkpoints.Has(last)
            ? null
            : "this is a backup of another journal: its last checkpoint was never written here";
    }
}
