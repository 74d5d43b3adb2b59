using System.Collections.Immutable;
using System.Globalization;
using Genggam.Engine;

namespace Genggam.Office.Catalogue.Overlays;

/// <summary>
/// Has the overlays that people published fit the core that is in force, and those that will be: what the core left alone
/// carries over by itself, as a publication of its own (<see cref="PublicationKind.Carried"/>). It asks what is missing and
/// adds that, so it can be done again at any time.
/// </summary>
internal sealed class Carrying(ServiceCatalogue catalogue, ReleaseStore store, PublicationLog log, TimeProvider clock)
{
    private const int MaxRaces = 64;

    /// <param name="coming">
    /// Of the core, about to be added: overlays that fit it are there before it is, so that it never counts alone.
    /// </param>
    public async Task Run(string service, PublicationEntry? coming = null)
    {
        foreach (var key in catalogue.RegionsOf(service).Select(region => new ServiceKey(service, region)).ToList())
            await Run(key, coming);
    }

    private async Task Run(ServiceKey key, PublicationEntry? coming)
    {
        for (var race = 0; Missing(key, coming) is { } entry; race++)
        {
            if (race == MaxRaces)
                throw new InvalidOperationException("Others published faster than overlays could be carried over.");
            await log.Add(key.ToString(), entry);
            await catalogue.Refresh();
        }
    }

    /// <summary>The first publication that is not there and must be; null where all is.</summary>
    private PublicationEntry? Missing(ServiceKey key, PublicationEntry? coming)
    {
        // What begins at once with its core begins no moment after it.
        var now = coming?.At ?? clock.GetUtcNow();
        var rows = catalogue.Publications(key.ToString());
        var published = catalogue.Publications(key.Service);
        var cores = PublicationLog.Timetable(coming is null ? published : published.Add(coming));
        var made = PublicationLog.Timetable([.. rows.Where(e => e.Kind != PublicationKind.Carried)]);
        foreach (var start in Starts(cores, made, now))
        {
            var at = In(start);
            if (
                cores.InForce(at, ServiceCatalogue.FirstZone, ZoneVersion.Indonesia) is not { } inForce
                || made.InForce(at, ServiceCatalogue.FirstZone, ZoneVersion.Indonesia) is not { } origin
            )
                continue;
            var (overlay, core) = (catalogue.Release(origin.Hash), catalogue.Release(inForce.Hash));
            var wanted = OverlayWriting.Release(overlay, Fitting.Onto(overlay, core), core);
            if (catalogue.OverlayAt(key, core.Hash, at, ServiceCatalogue.FirstZone)?.Hash == wanted.Hash)
                continue;
            store.Keep(wanted);
            return new PublicationEntry(
                new Publication(rows.Length + 1, wanted.Hash, start),
                PublicationKind.Carried,
                now,
                Actor.System.Id,
                null,
                origin.Number.ToString(CultureInfo.InvariantCulture),
                null
            );
        }
        return null;
    }

    /// <summary>Now, and whenever another core or overlay begins.</summary>
    private static IEnumerable<PublicationStart> Starts(Timetable cores, Timetable made, DateTimeOffset now) =>
        cores
            .Publications.Concat(made.Publications)
            .Select(p => p.Start)
            .Where(start => In(start) > now)
            .Prepend(new PublicationStart.Instant(now))
            .OrderBy(In);

    private static DateTimeOffset In(PublicationStart start) =>
        start.In(ServiceCatalogue.FirstZone, ZoneVersion.Indonesia);
}
