using System.Collections.Concurrent;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Microsoft.Extensions.Logging;

namespace Genggam.Office.Changes;

/// <summary>
/// Does what migrations ask for: each case by a command of its own, with a key that gives the same answer whenever it is
/// sent. Whoever is killed on the way begins again from the start, and nothing is done twice.
/// </summary>
public sealed class MigrationRun(
    JournalStore journal,
    CaseRunner runner,
    Migrations migrations,
    TimeProvider clock,
    ILogger<MigrationRun> log
)
{
    private const int PageSize = 64;
    private const string Channel = "system";

    /// <summary>Cases at once: one that waits for the disk lets others be decided, and the journal writes them together.</summary>
    private const int AtOnce = 16;

    /// <summary>Raised after each page of cases.</summary>
    public event Action<MigrationId>? Came;

    /// <summary>Everything that waits, the oldest first.</summary>
    public async Task RunWaiting(CancellationToken cancel)
    {
        foreach (var state in new[] { MigrationStates.Running, MigrationStates.Undoing })
        foreach (var row in await journal.Moves.InState(state))
            await Run(row.Id, cancel);
    }

    /// <summary>Goes on until all cases had their turn or somebody stops it.</summary>
    public async Task Run(MigrationId id, CancellationToken cancel)
    {
        if (await journal.Moves.Find(id) is not { } row)
            return;
        using var stop = migrations.Going(id, cancel);
        try
        {
            if (row.State == MigrationStates.Running && await Move(id, MigrationOrder.Of(row), stop.Token))
                await journal.Moves.Turn(id, MigrationStates.Running, MigrationStates.Done, clock.GetUtcNow());
            else if (row.State == MigrationStates.Undoing)
            {
                await TakeBack(id, MigrationOrder.Of(row), stop.Token);
                await journal.Moves.Turn(id, MigrationStates.Undoing, MigrationStates.Undone, clock.GetUtcNow());
            }
        }
        finally
        {
            migrations.Gone(id);
        }
        cancel.ThrowIfCancellationRequested();
    }

    /// <returns>False where it was stopped.</returns>
    private async Task<bool> Move(MigrationId id, MigrationOrder order, CancellationToken stop)
    {
        var command = new Command.Migrate(order.Plan);
        // What a kill left open is asked again first: a case that had moved is no longer among those of the old release.
        for (var after = default(CaseId); ; )
        {
            var open = await journal.Moves.Cases(id, MigratedCase.Begun, PageSize, after);
            if (open.IsEmpty)
                break;
            after = open[^1].Case;
            if (!await Each(id, open.Select(o => o.Case), c => One(c, command, order, $"{id}/{c.Value:N}"), stop))
                return false;
        }
        CaseCursor? cursor = null;
        do
        {
            if ((await journal.Moves.Find(id))?.State != MigrationStates.Running)
                return false;
            var page = await journal.Cases.Running(
                order.Filter.Under(order.Service, order.Plan.From),
                PageSize,
                cursor
            );
            var cases = page.Rows.Where(order.Filter.Takes).Select(r => r.Case).ToList();
            await journal.Moves.Note(id, [.. cases.Select(c => new MigrationCaseRow(c, MigratedCase.Begun, ""))]);
            if (!await Each(id, cases, c => One(c, command, order, $"{id}/{c.Value:N}"), stop))
                return false;
            cursor = page.Next;
        } while (cursor is not null);
        return true;
    }

    private async Task TakeBack(MigrationId id, MigrationOrder order, CancellationToken stop)
    {
        var command = new Command.UndoMigration(order.Plan.Id);
        foreach (var result in new[] { MigratedCase.Begun, MigratedCase.Moved })
            for (var after = default(CaseId); ; )
            {
                var moved = await journal.Moves.Cases(id, result, PageSize, after);
                if (moved.IsEmpty)
                    break;
                after = moved[^1].Case;
                await Each(
                    id,
                    moved.Select(m => m.Case),
                    async c =>
                    {
                        var back = await One(c, command, order, $"{id}/undo/{c.Value:N}");
                        // One whose turn had begun may never have moved.
                        return result == MigratedCase.Begun && back.Result == MigratedCase.Kept
                            ? back with
                            {
                                Result = MigratedCase.Left,
                            }
                            : back;
                    },
                    stop
                );
                stop.ThrowIfCancellationRequested();
            }
    }

    /// <returns>False where it was stopped before all had their turn.</returns>
    private async Task<bool> Each(
        MigrationId id,
        IEnumerable<CaseId> cases,
        Func<CaseId, Task<MigrationCaseRow>> one,
        CancellationToken stop
    )
    {
        var left = new ConcurrentDictionary<CaseId, MigrationCaseRow>(
            cases.Select(c => KeyValuePair.Create(c, new MigrationCaseRow(c, MigratedCase.Left, "")))
        );
        try
        {
            await Parallel.ForEachAsync(
                left.Keys,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop },
                async (c, _) => left[c] = await one(c)
            );
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Those whose turn had begun have come to their end; the others are left.
        }
        await journal.Moves.Note(id, [.. left.Values]);
        Came?.Invoke(id);
        return !stop.IsCancellationRequested;
    }

    private async Task<MigrationCaseRow> One(CaseId id, Command command, MigrationOrder order, string key)
    {
        try
        {
            var result = await runner.Run(id, command, order.By, Channel, key, CancellationToken.None);
            var (to, said) = result switch
            {
                RunResult.Refused { Refusal: var no } => Refused(command, no),
                _ => (command is Command.Migrate ? MigratedCase.Moved : MigratedCase.Undone, ""),
            };
            return new MigrationCaseRow(id, to, said);
        }
        catch (Exception broken) when (broken is not (OperationCanceledException or JournalException))
        {
            log.LogError(broken, "Case {Case} could not be moved", id);
            return new MigrationCaseRow(id, MigratedCase.Failed, broken.GetType().Name);
        }
    }

    private static (string, string) Refused(Command command, Refusal no) =>
        command is not Command.Migrate ? (MigratedCase.Kept, no.Number)
        : no.Number == Refusals.NeedsMapping ? (MigratedCase.NeedsMapping, string.Join(' ', no.Rules))
        : (MigratedCase.Stays, no.Rules.IsDefaultOrEmpty ? no.Number : string.Join(' ', no.Rules));
}
