using System.Collections.Immutable;
using Genggam.Office.Catalogue;

namespace Genggam.Office.Agencies;

/// <summary>The agencies of this installation, in the order of their file.</summary>
public sealed class Agencies(ImmutableArray<Agency> all)
{
    private readonly ImmutableDictionary<string, Agency> byId = all.ToImmutableDictionary(a => a.Id);

    public ImmutableArray<Agency> All => all;

    public Agency? Find(string? id) => id is null ? null : byId.GetValueOrDefault(id);

    /// <summary>The zone of an agency's clocks; that of the capital where there is no such agency.</summary>
    public string ZoneOf(string? id) => Find(id)?.Zone ?? ServiceCatalogue.FirstZone;

    /// <summary>Who answers for the rules of a service; null where nobody does.</summary>
    public Agency? Owner(string service) => all.FirstOrDefault(a => a.Owns.Contains(service));

    /// <summary>
    /// Who offers <paramref name="service"/> to a person at <paramref name="region"/> (everywhere, where it is null),
    /// the nearest first.
    /// </summary>
    public IReadOnlyList<Agency> Offering(string service, string? region = null) =>
        [
            .. all.Where(a => a.Services.Contains(service) && (region is null || a.Serves(region)))
                .OrderByDescending(a => a.Region?.Length ?? 0),
        ];

    /// <summary>The one agency that is nearest to <paramref name="region"/>; null where none or several are.</summary>
    public Agency? Nearest(string service, string region)
    {
        var near = Offering(service, region);
        return near.Count == 1 || (near.Count > 1 && near[0].Region?.Length > (near[1].Region?.Length ?? 0))
            ? near[0]
            : null;
    }
}
