using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Catalogue;

namespace Genggam.Office.Changes;

/// <summary>What became of putting a release in force. A closed set.</summary>
public abstract record PublishResult
{
    private PublishResult() { }

    public sealed record Published(PublicationEntry Entry) : PublishResult;

    public sealed record Refused(ChangeRefusal Refusal) : PublishResult;

    internal static Refused No(string number, params IReadOnlyList<string> slots) =>
        new(new ChangeRefusal(number, slots));
}

/// <summary>
/// Puts releases in force: at once, at an instant, or at midnight of each office; goes back to the one before; calls off
/// what has not begun. Requests that run meanwhile finish under the release they began with.
/// </summary>
public sealed class Publisher(ReleaseStore store, PublicationLog log, ServiceCatalogue catalogue, TimeProvider clock)
{
    private const int MaxRaces = 8;

    /// <summary>Where a day begins first: a release that begins at midnight is in force there before it is elsewhere.</summary>
    private static readonly string FirstDay = ZoneVersion.Indonesia.Offsets.MaxBy(z => z.Value).Key;

    /// <summary>The latest day that it is anywhere in the country.</summary>
    internal DateOnly Today =>
        DateOnly.FromDateTime((clock.GetUtcNow() + ZoneVersion.Indonesia.Offsets[FirstDay]).DateTime);

    /// <param name="start">Null for now. Nothing begins in the past.</param>
    /// <param name="change">The change it comes of; asked again for the same one, the answer is the same.</param>
    public async Task<PublishResult> Publish(
        Release release,
        PublicationStart? start,
        string actor,
        ChangeId? change,
        string? note
    )
    {
        if (start is not null && IsOver(start))
            return PublishResult.No(ChangeRefusal.BadStart, start.ToString()!);
        store.Keep(release);
        return await Add(
            release.Key,
            before =>
                change is not null && before.FirstOrDefault(e => e.Change == change) is { } done
                    ? new PublishResult.Published(done)
                    : Entry(before, release.Hash, start, PublicationKind.Released, actor, change, note)
        );
    }

    /// <summary>
    /// Takes back the release in force: the one before is in force again from now on, also where the day of the other had
    /// not begun yet.
    /// </summary>
    public Task<PublishResult> RollBack(string service, string actor, string? note) =>
        Add(
            service,
            before =>
            {
                if (Undoable(service) is not var (bad, earlier))
                    return PublishResult.No(ChangeRefusal.NothingBefore);
                var row = Entry(before, earlier.Hash, null, PublicationKind.RolledBack, actor, null, note);
                return new PublishResult.Published(row.Entry with { Undoes = bad.Number });
            }
        );

    /// <summary>The publication that a roll-back takes back, and the one that then counts; null where nothing was before.</summary>
    public (Publication Bad, Publication Earlier)? Undoable(string service)
    {
        var made = catalogue.Publications(service).RemoveAll(e => e.Kind == PublicationKind.Carried);
        var timetable = PublicationLog.Timetable(made);
        var now = clock.GetUtcNow();
        if (timetable.InForce(now, FirstDay, ZoneVersion.Indonesia) is not { } bad)
            return null;
        var others = new Timetable(timetable.Publications.RemoveAll(p => p.Number == bad.Number));
        return others.InForce(now, FirstDay, ZoneVersion.Indonesia) is { } earlier && earlier.Hash != bad.Hash
            ? (bad, earlier)
            : null;
    }

    /// <summary>What will be in force from a moment that has begun nowhere yet, the earliest first.</summary>
    public ImmutableArray<Publication> Scheduled(string service) =>
        [
            .. PublicationLog
                .Timetable(catalogue.Publications(service).RemoveAll(e => e.Kind == PublicationKind.Carried))
                .Publications.Where(p => !IsOver(p.Start))
                .OrderBy(p => p.Start.In(FirstDay, ZoneVersion.Indonesia)),
        ];

    /// <summary>A moment that has begun somewhere already: nothing begins in the past.</summary>
    public bool IsOver(PublicationStart start) => start.In(FirstDay, ZoneVersion.Indonesia) < clock.GetUtcNow();

    /// <summary>Calls off a publication that has not begun anywhere.</summary>
    public Task<PublishResult> CallOff(string service, long number, string actor) =>
        Add(
            service,
            before =>
            {
                var scheduled = PublicationLog.Timetable(before).Publications.FirstOrDefault(p => p.Number == number);
                if (
                    scheduled is null
                    || before.Any(e => e.Publication.Number == number && e.Kind == PublicationKind.Carried)
                )
                    return PublishResult.No(ChangeRefusal.Unknown);
                if (scheduled.Start.In(FirstDay, ZoneVersion.Indonesia) <= clock.GetUtcNow())
                    return PublishResult.No(ChangeRefusal.Begun);
                var row = Entry(before, scheduled.Hash, null, PublicationKind.CalledOff, actor, null, null);
                return new PublishResult.Published(row.Entry with { Undoes = number });
            }
        );

    private async Task<PublishResult> Add(string service, Func<ImmutableArray<PublicationEntry>, PublishResult> next)
    {
        var key = ServiceKey.Read(service);
        for (var race = 0; race < MaxRaces; race++)
        {
            await catalogue.Refresh();
            var before = catalogue.Publications(service);
            if (next(before) is not PublishResult.Published published)
                return next(before);
            if (published.Entry.Publication.Number > before.Length)
            {
                if (key.Region is null)
                    await catalogue.CarryOverlays(service, published.Entry);
                if (!await log.Add(service, published.Entry))
                    continue;
            }
            await catalogue.Refresh();
            // Also where it was published before: whoever did that may have got no further.
            await catalogue.CarryOverlays(key.Service);
            return published;
        }
        throw new InvalidOperationException("Others published faster than this could be added.");
    }

    private PublishResult.Published Entry(
        ImmutableArray<PublicationEntry> before,
        string hash,
        PublicationStart? start,
        PublicationKind kind,
        string actor,
        ChangeId? change,
        string? note
    )
    {
        var now = clock.GetUtcNow();
        var publication = new Publication(before.Length + 1, hash, start ?? new PublicationStart.Instant(now));
        return new PublishResult.Published(new PublicationEntry(publication, kind, now, actor, change, note, null));
    }
}
