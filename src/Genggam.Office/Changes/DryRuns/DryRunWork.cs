using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using Genggam.Engine.Comparison;
using Genggam.Journal;

namespace Genggam.Office.Changes.DryRuns;

/// <param name="PageSize">Cases that one core replays at a time.</param>
/// <param name="SaveEvery">How often it is kept how far a run came.</param>
internal sealed record DryRunPace(int PageSize, TimeSpan SaveEvery)
{
    public static readonly DryRunPace Usual = new(32, TimeSpan.FromSeconds(2));
}

/// <summary>
/// One run at work: reads the cases in their order, replays them on all cores, takes the results in order again, and keeps
/// how far it came. Holds a bounded number of cases in memory. Writes nothing of any case and has no effect.
/// </summary>
internal sealed class DryRunWork(
    JournalStore journal,
    CaseReplays replays,
    DryRunAsked asked,
    Guid id,
    Guid holder,
    DryRunProgress from,
    TimeProvider clock,
    int cores,
    DryRunPace pace
)
{
    /// <summary>Nobody takes the run from its holder until this long after its last word.</summary>
    public static readonly TimeSpan Held = TimeSpan.FromSeconds(60);

    private const int MostWaiting = 2000;

    private readonly Partial counts = Partial.Read(from.Counts);
    private readonly List<DryRunCaseRow> waiting = [];
    private readonly Stopwatch worked = Stopwatch.StartNew();
    private readonly TimeSpan before = from.Worked;
    private DryRunProgress progress = from;
    private TimeSpan saved;

    /// <returns>False where the run was cancelled or taken by another meanwhile.</returns>
    public async Task<bool> Run(CancellationToken cancel)
    {
        var ahead = new Queue<Task<ReplayedPage>>();
        try
        {
            for (var page = await Page(progress.Last); !page.IsEmpty; page = await Page(Cursor(page)))
            {
                var rows = page;
                ahead.Enqueue(Task.Run(() => replays.Of(rows), cancel));
                while (ahead.Count > cores)
                    if (!await Take(await ahead.Dequeue(), cancel))
                        return false;
            }
            while (ahead.TryDequeue(out var last))
                if (!await Take(await last, cancel))
                    return false;
            return await Save(DryRunState.Done, null);
        }
        finally
        {
            // Nobody reads the journal for a run that is over.
            await Task.WhenAll(ahead).ContinueWith(_ => { }, TaskScheduler.Default);
        }
    }

    public Task<bool> Fail(Exception fault) => Save(DryRunState.Failed, $"{fault.GetType().Name}: {fault.Message}");

    private async Task<bool> Take(ReplayedPage page, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        counts.Add(page.Counts);
        var chain = progress.Chain;
        foreach (var digest in page.Digests)
            chain = SHA256.HashData([.. chain, .. digest]);
        waiting.AddRange(page.Affected.Select(a => a with { Ordinal = progress.Affected + a.Ordinal }));
        progress = progress with
        {
            Done = progress.Done + page.Read,
            Affected = progress.Affected + page.Affected.Count,
            Last = page.Last,
            Chain = chain,
        };
        return worked.Elapsed - saved < pace.SaveEvery && waiting.Count < MostWaiting
            || await Save(DryRunState.Running, null);
    }

    private async Task<bool> Save(DryRunState state, string? error)
    {
        var now = clock.GetUtcNow();
        var kept = progress with
        {
            Counts = counts.Bytes(),
            Worked = before + worked.Elapsed,
            EndedAt = state == DryRunState.Running ? null : now,
            Error = error,
        };
        saved = worked.Elapsed;
        if (
            !await journal.DryRuns.Save(
                id,
                holder,
                nameof(DryRunState.Running),
                state.ToString(),
                now + Held,
                kept.Bytes(),
                waiting
            )
        )
            return false;
        waiting.Clear();
        return true;
    }

    private Task<ImmutableArray<CaseRow>> Page(CaseCursor? after) =>
        journal.Cases.Past(
            asked.Selection.Service,
            asked.Selection.Since ?? DateTimeOffset.UnixEpoch,
            asked.Selection.Until ?? DateTimeOffset.MaxValue,
            pace.PageSize,
            after
        );

    private static CaseCursor Cursor(ImmutableArray<CaseRow> page) => new(page[^1].Summary.OpenedAt, page[^1].Case);
}
