using Genggam.Office.Agencies;
using Microsoft.AspNetCore.Http;

namespace Genggam.Web.Portal;

/// <summary>Where a citizen said to be, and at which agency: carried in the address from page to page, kept nowhere.</summary>
internal static class ChosenPlace
{
    /// <summary>A province, regency or city; null for a code of nothing that can be chosen.</summary>
    public static Region? Read(string? code, Regions regions) =>
        regions.Find(code ?? "") is { Level: RegionLevel.Province or RegionLevel.Regency } region ? region : null;

    /// <summary>Empty where nothing was chosen.</summary>
    public static string Query(string? region, string? agency) =>
        QueryString
            .Create(
                new[] { KeyValuePair.Create("wilayah", region), KeyValuePair.Create("instansi", agency) }.Where(p =>
                    !string.IsNullOrEmpty(p.Value)
                )
            )
            .ToString();
}
