using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Office.Agencies;
using Genggam.Office.Catalogue;

namespace Genggam.Web.Desk;

/// <summary>Whose tasks an officer sees: those of the own roles, and a supervisor those of the whole service.</summary>
internal static class DeskRoles
{
    public static ImmutableArray<string> Of(Actor me, Agencies agencies, ServiceCatalogue catalogue) =>
        [
            .. Services(me, agencies, catalogue)
                .Where(r => r.Service.Returns.SupervisorRole is { } role && me.Roles.Contains(role))
                .SelectMany(r => r.Service.Roles)
                .Concat(me.Roles)
                .Distinct(StringComparer.Ordinal),
        ];

    /// <summary>Whether the officer supervises a service of the agency.</summary>
    public static bool Supervises(Actor me, Agencies agencies, ServiceCatalogue catalogue) =>
        Services(me, agencies, catalogue)
            .Any(r => r.Service.Returns.SupervisorRole is { } role && me.Roles.Contains(role));

    public static IEnumerable<Release> Services(Actor me, Agencies agencies, ServiceCatalogue catalogue) =>
        (agencies.Find(me.Agency!)?.Services ?? []).Select(catalogue.Find).OfType<Release>();
}
