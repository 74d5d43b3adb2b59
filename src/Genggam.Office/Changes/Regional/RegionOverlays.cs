using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Office.Agencies;
using Genggam.Office.Catalogue;
using Genggam.Office.Catalogue.Overlays;

namespace Genggam.Office.Changes.Regional;

/// <summary>What a region must settle after the core changed: there the core's value counts meanwhile.</summary>
/// <param name="Made">The overlay as people of the region published it last.</param>
/// <param name="Live">What of it is in force on the core of today.</param>
public sealed record OverlayConflicts(Release Made, Release Live, ImmutableArray<VariedPart> Parts);

/// <summary>What regions vary in national services, as it is in force and as changes of it begin.</summary>
public sealed class RegionOverlays(
    ServiceCatalogue catalogue,
    ReleaseStore store,
    Agencies.Agencies agencies,
    TimeProvider clock
)
{
    /// <summary>
    /// What is in force under a key: the core of a service; of a region its overlay on that core, or one that varies nothing.
    /// Null where there is no such service, or no agency of the region decides it.
    /// </summary>
    public Release? Live(string key)
    {
        var named = ServiceKey.Read(key);
        if (catalogue.Find(named.Service) is not { } core || named.Region is not { } region)
            return catalogue.Find(named.Service);
        if (Deciding(named) is not { } agency)
            return null;
        return catalogue.OverlayAt(named, core.Hash, clock.GetUtcNow(), agency.Zone)
            ?? OverlayWriting.Release(core, Variation.None(region, agency.Id, core.Hash));
    }

    /// <summary>The same, kept, so that a change can begin on it.</summary>
    public Release? Begin(string key)
    {
        if (Live(key) is not { } live)
            return null;
        if (live.Over is not null)
            store.Keep(live);
        return live;
    }

    /// <summary>Null where nothing is to be settled.</summary>
    public OverlayConflicts? Conflicts(string key)
    {
        var named = ServiceKey.Read(key);
        var made = PublicationLog.Timetable([
            .. catalogue.Publications(key).Where(e => e.Kind != PublicationKind.Carried),
        ]);
        if (
            named.Region is null
            || Live(key) is not { Over: { } core } live
            || made.InForce(
                clock.GetUtcNow(),
                live.Variation is { } v ? agencies.ZoneOf(v.Agency) : "",
                ZoneVersion.Indonesia
            )
                is not { } last
        )
            return null;
        var overlay = catalogue.Release(last.Hash);
        var fitted = Fitting.Onto(overlay, core);
        return fitted.Conflicts.IsEmpty ? null : new OverlayConflicts(overlay, live, fitted.Conflicts);
    }

    /// <summary>National services that an agency of a region decides: owned elsewhere, offered there.</summary>
    public IEnumerable<ServiceKey> Of(Agency agency) =>
        agency.Region is { } region
            ? agency
                .Services.Where(service => !agency.Owns.Contains(service))
                .Select(service => new ServiceKey(service, region))
            : [];

    private Agency? Deciding(ServiceKey key) =>
        agencies.All.FirstOrDefault(a => a.Region == key.Region && a.Services.Contains(key.Service));
}
