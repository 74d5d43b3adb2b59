using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Office.Agencies;

namespace Genggam.Office.Catalogue;

/// <summary>What somebody looks for. What is null is not asked; the rest must all hold.</summary>
/// <param name="Words">As typed.</param>
/// <param name="Agency">The id of an agency.</param>
/// <param name="Region">The code of a province, regency or city.</param>
public sealed record ServiceWish(string? Words, string? LifeEvent, string? Agency, string? Region);

/// <summary>A service that was found, and who of the agencies asked for takes an application, the nearest first.</summary>
public sealed record FoundService(Release Release, ImmutableArray<Agency> TakenBy);

/// <summary>Finds services by words, life event, agency and region together.</summary>
public sealed class ServiceFinder(ServiceCatalogue catalogue, Agencies.Agencies agencies)
{
    /// <summary>Best first where words are given. Where an agency or region is, only what somebody there takes.</summary>
    public IReadOnlyList<FoundService> Find(ServiceWish wish) =>
        [
            .. catalogue
                .Search(wish.Words ?? "")
                .Where(r => wish.LifeEvent is null || r.Service.LifeEvents.Contains(wish.LifeEvent))
                .Select(r => new FoundService(
                    r,
                    [.. agencies.Offering(r.Id, wish.Region).Where(a => wish.Agency is null || a.Id == wish.Agency)]
                ))
                .Where(f => !f.TakenBy.IsEmpty || (wish.Agency ?? wish.Region) is null),
        ];
}
