using System.Collections.Concurrent;
using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;

namespace Genggam.Office.Changes;

/// <summary>
/// Moves running cases from one release of their service to another: looked at beforehand, done case by case, stopped
/// between two cases, gone on with after whatever stopped it, and taken back for every case in which nothing was done since.
/// </summary>
public sealed class Migrations(JournalStore journal, CaseReader reader, ServiceCatalogue catalogue, TimeProvider clock)
{
    private const int PageSize = 128;
    private readonly ConcurrentDictionary<MigrationId, CancellationTokenSource> going = new();

    /// <summary>Raised when there is something to be done, so that it is done at once.</summary>
    public event Action? Waiting;

    /// <summary>What the plan means for every running case; reads each of them.</summary>
    /// <param name="draft">What they would go on under, where that is not kept yet.</param>
    /// <param name="most">How many are read, the newest first.</param>
    public async Task<MigrationPreview> Preview(
        MigrationPlan plan,
        MigrationFilter filter,
        CancellationToken cancel,
        Release? draft = null,
        long most = long.MaxValue
    )
    {
        var (cases, moves, needs) = (0L, 0L, 0L);
        var stays = new SortedDictionary<string, long>(StringComparer.Ordinal);
        var elements = new SortedDictionary<string, long>(StringComparer.Ordinal);
        CaseCursor? after = null;
        do
        {
            var page = await Page(plan, filter, PageSize, after, cancel, draft);
            foreach (var one in page.Cases)
            {
                cases++;
                switch (one.Verdict)
                {
                    case MigrationVerdict.Moves:
                        moves++;
                        break;
                    case MigrationVerdict.Stays stay:
                        stays[stay.Name] = stays.GetValueOrDefault(stay.Name) + 1;
                        break;
                    case MigrationVerdict.NeedsMapping mapping:
                        needs++;
                        foreach (var element in mapping.Elements)
                            elements[element] = elements.GetValueOrDefault(element) + 1;
                        break;
                }
            }
            after = page.Next;
        } while (after is not null && cases < most);
        return new MigrationPreview(
            cases,
            moves,
            needs,
            stays.ToImmutableSortedDictionary(StringComparer.Ordinal),
            elements.ToImmutableSortedDictionary(StringComparer.Ordinal)
        );
    }

    /// <summary>How many cases run under a release.</summary>
    public Task<long> Running(string service, string release) =>
        journal.Cases.CountRunning(MigrationFilter.All.Under(service, release));

    /// <summary>A page of the running cases, newest first, each with what the plan means for it.</summary>
    public async Task<JudgedPage> Page(
        MigrationPlan plan,
        MigrationFilter filter,
        int limit,
        CaseCursor? after,
        CancellationToken cancel,
        Release? draft = null
    )
    {
        var old = catalogue.Release(plan.From);
        var target = catalogue.World(draft ?? catalogue.Release(plan.To));
        var now = clock.GetUtcNow();
        var page = await journal.Cases.Running(filter.Under(old.Id, old.Hash), limit, after);
        var wanted = page.Rows.Where(filter.Takes).ToList();
        var judged = new JudgedCase?[wanted.Count];
        await Parallel.ForAsync(
            0,
            wanted.Count,
            cancel,
            async (i, stop) =>
            {
                var (row, summary) = (wanted[i], wanted[i].Summary);
                if (await reader.Load(row.Case, stop) is { } loaded)
                    judged[i] = new JudgedCase(
                        row.Case,
                        summary.Number,
                        summary.Agency,
                        summary.Step,
                        Migration.Judge(plan, old, target, loaded.Case, now)
                    );
            }
        );
        return new JudgedPage([.. judged.OfType<JudgedCase>()], page.Next);
    }

    /// <summary>Has the running cases moved, from now on and until all had their turn.</summary>
    /// <param name="plan">Its id is given here.</param>
    /// <param name="wanted">The id it is to have: asked for once more, there is one.</param>
    public async Task<StartMigration> Start(MigrationPlan plan, MigrationFilter filter, Actor by, MigrationId? wanted = null)
    {
        if (new[] { plan.From, plan.To }.FirstOrDefault(hash => !catalogue.IsKept(hash)) is { } unknown)
            return new StartMigration.UnknownRelease(unknown);
        var service = catalogue.Release(plan.From).Id;
        if (plan.From == plan.To || catalogue.Release(plan.To).Id != service)
            return new StartMigration.NotTwoOfOneService();
        var id = wanted ?? new MigrationId(Guid.CreateVersion7(clock.GetUtcNow()));
        var order = new MigrationOrder(service, plan with { Id = id.ToString() }, filter, by);
        await journal.Moves.Add(
            new MigrationRow(
                id,
                service,
                MigrationStates.Running,
                filter.Cases?.Length ?? await journal.Cases.CountRunning(filter.Under(service, plan.From)),
                clock.GetUtcNow(),
                clock.GetUtcNow(),
                order.Body()
            )
        );
        Waiting?.Invoke();
        return new StartMigration.Started(id);
    }

    /// <summary>Null where there is no such migration.</summary>
    public async Task<MigrationStatus?> Status(MigrationId id) =>
        await journal.Moves.Find(id) is { } row ? await Status(row) : null;

    /// <summary>Of a service, the newest first.</summary>
    public async Task<ImmutableArray<MigrationStatus>> Of(string service, int limit)
    {
        var all = ImmutableArray.CreateBuilder<MigrationStatus>();
        foreach (var row in await journal.Moves.Of(service, limit))
            all.Add(await Status(row));
        return all.ToImmutable();
    }

    /// <summary>A page of its cases in the order of their ids; only those of one result where it is given.</summary>
    public Task<ImmutableArray<MigrationCaseRow>> Cases(MigrationId id, string? result, int limit, CaseId after = default) =>
        journal.Moves.Cases(id, result, limit, after);

    /// <summary>Stops it between two cases: what moved has moved.</summary>
    /// <returns>False where it was not running.</returns>
    public async Task<bool> Cancel(MigrationId id)
    {
        var stopped = await journal.Moves.Turn(id, MigrationStates.Running, MigrationStates.Cancelled, clock.GetUtcNow());
        if (stopped && going.TryGetValue(id, out var stop))
            await stop.CancelAsync();
        return stopped;
    }

    /// <summary>Has every case that it moved go back, as far as nothing was done in it since.</summary>
    /// <returns>False where it still runs, or was undone before.</returns>
    public async Task<bool> Undo(MigrationId id)
    {
        var now = clock.GetUtcNow();
        var undoes =
            await journal.Moves.Turn(id, MigrationStates.Done, MigrationStates.Undoing, now)
            || await journal.Moves.Turn(id, MigrationStates.Cancelled, MigrationStates.Undoing, now);
        if (undoes)
            Waiting?.Invoke();
        return undoes;
    }

    /// <summary>Cancelled as soon as somebody on this node stops the migration.</summary>
    internal CancellationTokenSource Going(MigrationId id, CancellationToken cancel)
    {
        var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        going[id] = stop;
        return stop;
    }

    internal void Gone(MigrationId id) => going.TryRemove(id, out _);

    private async Task<MigrationStatus> Status(MigrationRow row)
    {
        var order = MigrationOrder.Of(row);
        var said = await journal.Moves.Counts(row.Id);
        return new MigrationStatus(
            row.Id,
            row.Service,
            order.Plan,
            order.Filter,
            order.By.Id,
            row.State,
            row.Cases,
            row.At,
            row.ChangedAt,
            said.GroupBy(s => s.Result, StringComparer.Ordinal)
                .ToImmutableSortedDictionary(g => g.Key, g => g.Sum(s => s.Cases), StringComparer.Ordinal),
            said
        );
    }
}
