using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.Json;
using Genggam.Engine;
using Genggam.Engine.Comparison;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;

namespace Genggam.Office.Changes.DryRuns;

/// <summary>
/// Feeds the inputs of past cases to drafts of their service. A run works in the background and is kept: it can be watched,
/// cancelled, resumed after the program ended, and read later.
/// </summary>
public sealed class DryRuns(
    JournalStore journal,
    ServiceCatalogue catalogue,
    ReleaseStore releases,
    Agencies.Agencies agencies,
    Looks looks,
    OfficeOptions options,
    TimeProvider clock
) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<Guid, Working> working = new();
    private readonly Guid holder = Guid.NewGuid();

    private sealed record Working(Task Task, CancellationTokenSource Stop);

    /// <summary>
    /// Begins a run over the cases that are there now. That it looks into them is on record before it does
    /// (docs/decisions/dry-run-access.md).
    /// </summary>
    public async Task<Guid> Start(Release draft, DryRunSelection selection, Actor by)
    {
        var id = Guid.CreateVersion7(clock.GetUtcNow());
        var asked = new DryRunAsked(
            draft.Hash,
            catalogue.Find(draft.Id)?.Hash,
            selection,
            by.Id,
            by.Agency,
            await journal.Head(),
            await journal.Cases.CountPast(
                selection.Service,
                selection.Since ?? DateTimeOffset.UnixEpoch,
                selection.Until ?? DateTimeOffset.MaxValue
            ),
            options.DryRun.SmallestGroup,
            options.DryRun.Bands
        );
        releases.Keep(draft);
        await looks.ByDryRun(selection, by);
        var now = clock.GetUtcNow();
        await journal.DryRuns.Add(
            new DryRunRow(
                id,
                selection.Service,
                nameof(DryRunState.Running),
                now,
                now + DryRunWork.Held,
                JsonSerializer.SerializeToUtf8Bytes(asked),
                DryRunProgress.None.Bytes()
            ),
            holder
        );
        Work(id, draft, asked, DryRunProgress.None);
        return id;
    }

    /// <summary>Goes on with a run that nobody works on, from where it was kept last; false where there is no such run.</summary>
    public async Task<bool> Resume(Guid id)
    {
        if (working.ContainsKey(id) || await journal.DryRuns.Find(id) is not { } row)
            return false;
        var now = clock.GetUtcNow();
        if (!await journal.DryRuns.Take(id, holder, nameof(DryRunState.Running), now, now + DryRunWork.Held))
            return false;
        var asked = JsonSerializer.Deserialize<DryRunAsked>(row.Asked.Span)!;
        Work(id, catalogue.Release(asked.Draft), asked, DryRunProgress.Read((await journal.DryRuns.Find(id))!));
        return true;
    }

    public async Task<DryRunStatus?> Status(Guid id) =>
        await journal.DryRuns.Find(id) is { } row ? DryRunProgress.Status(row, clock.GetUtcNow()) : null;

    /// <summary>Runs of a service, the newest first.</summary>
    public async Task<ImmutableArray<DryRunStatus>> Of(string service, int limit)
    {
        var now = clock.GetUtcNow();
        return [.. (await journal.DryRuns.Of(service, limit)).Select(r => DryRunProgress.Status(r, now))];
    }

    /// <summary>Ends a run for good, whichever node works on it; false where it is over already.</summary>
    public async Task<bool> Cancel(Guid id)
    {
        var cancelled = await journal.DryRuns.Turn(id, nameof(DryRunState.Running), nameof(DryRunState.Cancelled));
        if (working.TryGetValue(id, out var here))
        {
            await here.Stop.CancelAsync();
            await here.Task;
        }
        return cancelled;
    }

    /// <summary>Lets go of a run so that it can be resumed, here or elsewhere.</summary>
    public async Task Stop(Guid id)
    {
        if (!working.TryGetValue(id, out var here))
            return;
        await here.Stop.CancelAsync();
        await here.Task;
        await journal.DryRuns.Release(id, holder);
    }

    /// <summary>Waits until the run is no longer at work here.</summary>
    public async Task Wait(Guid id, CancellationToken cancel)
    {
        if (working.TryGetValue(id, out var here))
            await here.Task.WaitAsync(cancel);
    }

    /// <summary>What a run found; null where it is not done.</summary>
    public async Task<ComparisonReport?> Report(Guid id)
    {
        if (await journal.DryRuns.Find(id) is not { State: nameof(DryRunState.Done) } row)
            return null;
        var (asked, progress) = (JsonSerializer.Deserialize<DryRunAsked>(row.Asked.Span)!, DryRunProgress.Read(row));
        return ComparisonReport.Of(
            row.Service,
            asked.Draft,
            Partial.Read(progress.Counts),
            asked.SmallestGroup,
            progress.Chain
        );
    }

    /// <summary>Cases that are not the same, in the order of the run.</summary>
    /// <param name="kind">Only of this class.</param>
    /// <param name="after">The ordinal of the last case of the page before; 0 for the first page.</param>
    /// <param name="named">
    /// Whether the reader may know whose cases they are: gives id, number and agency. Who may not sees cases once the run is
    /// done, and of each no more than its counts tell.
    /// </param>
    public async Task<AffectedPage> Affected(Guid id, CaseClass? kind, long after, int limit, bool named)
    {
        var rows = await journal.DryRuns.Cases(id, kind?.ToString(), after, limit + 1);
        var report = named ? null : await Report(id);
        if (report is null && !named)
            return new AffectedPage([], null);
        var page = ImmutableArray.CreateBuilder<AffectedCase>(Math.Min(limit, rows.Length));
        foreach (var row in rows.Take(limit))
        {
            var one = Affected(row);
            page.Add(
                report is not null
                    ? one.Veiled(report)
                    : one with
                    {
                        Number = (await journal.Cases.Find(row.Case))?.Summary.Number,
                    }
            );
        }
        return new AffectedPage(page.ToImmutable(), rows.Length > limit ? page[^1].Ordinal : null);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var id in working.Keys)
            await Stop(id);
    }

    private AffectedCase Affected(DryRunCaseRow row)
    {
        var content = JsonSerializer.Deserialize<AffectedContent>(row.Content.Span)!;
        return new AffectedCase(
            row.Ordinal,
            Enum.Parse<CaseClass>(row.Class),
            journal.Subjects.Derive("dry-run", row.Case.Value.ToString("N")).ToString()[..10],
            row.Case.Value,
            null,
            content.Region,
            content.Agency,
            content.Channel,
            content.Month,
            content.Was,
            content.WouldBe,
            content.Cause,
            content.At,
            content.Why
        );
    }

    private void Work(Guid id, Release draft, DryRunAsked asked, DryRunProgress from)
    {
        var stop = new CancellationTokenSource();
        var cores = options.DryRun.Cores > 0 ? options.DryRun.Cores : Environment.ProcessorCount;
        var replays = new CaseReplays(journal, catalogue, agencies, draft, asked);
        var work = new DryRunWork(journal, replays, asked, id, holder, from, clock, cores, DryRunPace.Usual);
        var started = new TaskCompletionSource();
        var task = Task.Run(async () =>
        {
            await started.Task;
            try
            {
                await work.Run(stop.Token);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested) { }
            catch (Exception fault)
            {
                // A run that fails says so where it is watched; whoever began it is gone.
                await work.Fail(fault);
            }
            finally
            {
                working.TryRemove(id, out _);
            }
        });
        working[id] = new Working(task, stop);
        started.SetResult();
    }
}
