using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;

namespace Genggam.Office.Changes.DryRuns;

/// <summary>A case that does not come to what its journal says.</summary>
public sealed record OwnDifference(CaseId Case, string Number, AgainResult.Different What);

/// <param name="Differences">The first of them, at most <see cref="OwnReplay.MostDifferences"/>.</param>
public sealed record OwnReport(
    long Same,
    long Entries,
    long Erased,
    long Different,
    ImmutableArray<OwnDifference> Differences
)
{
    public bool Holds => Different == 0;
}

/// <summary>
/// Decides every entry of past cases again under its own release and calendar, at its own engine level, or at another: that
/// names the cases which a correction of the engine would have decided otherwise.
/// </summary>
public sealed class OwnReplay(JournalStore journal, ServiceCatalogue catalogue)
{
    public const int MostDifferences = 100;
    private const int PageSize = 32;

    /// <param name="level">Null: of each entry's stamp.</param>
    /// <param name="progress">Told how many cases are behind.</param>
    public async Task<OwnReport> Run(
        string service,
        EngineLevel? level,
        IProgress<long>? progress,
        CancellationToken cancel
    )
    {
        var upTo = await journal.Head();
        var report = new OwnReport(0, 0, 0, 0, []);
        var ahead = new Queue<Task<OwnReport>>();
        long done = 0;
        CaseCursor? last = null;
        while (
            await journal.Cases.Past(service, DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, PageSize, last)
                is { IsEmpty: false } page
        )
        {
            cancel.ThrowIfCancellationRequested();
            last = new CaseCursor(page[^1].Summary.OpenedAt, page[^1].Case);
            ahead.Enqueue(Task.Run(() => Page(page, upTo, level), cancel));
            if (ahead.Count > Environment.ProcessorCount)
                report = Together(report, await ahead.Dequeue());
            progress?.Report(done += page.Length);
        }
        while (ahead.TryDequeue(out var page))
            report = Together(report, await page);
        return report;
    }

    private async Task<OwnReport> Page(ImmutableArray<CaseRow> page, long upTo, EngineLevel? level)
    {
        var (same, entries, erasedCases, differences) = (0L, 0L, 0L, ImmutableArray.CreateBuilder<OwnDifference>());
        var stored = await journal.Read([.. page.Select(r => r.Case)], upTo);
        foreach (var (row, mine) in page.Zip(stored).Where(p => !p.Second.IsEmpty))
        {
            var erased = new HashSet<SubjectId>();
            CaseEntry[] opened = [.. mine.Select(e => CaseReader.Open(e, erased))];
            switch (Replay.Again(stamp => World(stamp, level), opened, [.. erased.Select(s => s.Value.ToString("N"))]))
            {
                case AgainResult.Same one:
                    (same, entries) = (same + 1, entries + one.Entries);
                    break;
                case AgainResult.Erased:
                    erasedCases++;
                    break;
                case AgainResult.Different what:
                    differences.Add(new OwnDifference(row.Case, row.Summary.Number, what));
                    break;
            }
        }
        return new OwnReport(same, entries, erasedCases, differences.Count, differences.ToImmutable());
    }

    private World? World(Stamp stamp, EngineLevel? level)
    {
        try
        {
            return catalogue.World(stamp with { Level = level ?? stamp.Level });
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static OwnReport Together(OwnReport a, OwnReport b) =>
        new(
            a.Same + b.Same,
            a.Entries + b.Entries,
            a.Erased + b.Erased,
            a.Different + b.Different,
            [.. a.Differences.Concat(b.Differences).Take(MostDifferences)]
        );
}
