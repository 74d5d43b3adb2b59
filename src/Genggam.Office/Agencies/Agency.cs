using System.Collections.Immutable;
using Genggam.Engine;

namespace Genggam.Office.Agencies;

/// <summary>A word in the languages of the page, by language code.</summary>
public sealed record Wording(ImmutableSortedDictionary<string, string> ByLanguage)
{
    /// <summary>The wording in <paramref name="language"/>, else in Indonesian.</summary>
    public string In(string language) => ByLanguage.GetValueOrDefault(language) ?? ByLanguage["id"];
}

/// <summary>
/// An office that decides. <paramref name="Region"/> is null for a central agency; <paramref name="Zone"/> is the IANA
/// zone its legal clocks run in.
/// </summary>
/// <param name="Code">Stands in the numbers of cases and letters: 3 to 6 of A-Z and 0-9, no other agency's.</param>
public sealed record Agency(
    string Id,
    string Code,
    AgencyLevel Level,
    string? Region,
    string Zone,
    Wording Name,
    Wording UnitHead,
    ImmutableArray<string> Services
)
{
    /// <summary>Services whose rules this agency answers for, whoever offers them.</summary>
    public ImmutableArray<string> Owns { get; init; } = [];

    /// <summary>Whether people work here who change services: its own, or what its region varies in those of others.</summary>
    public bool Designs => !Owns.IsEmpty || (Region is not null && Services.Any(service => !Owns.Contains(service)));

    /// <summary>
    /// Whether a person who lives in <paramref name="region"/> may be served here: by an agency of the centre, of the region
    /// or of one around it; of a province also by those of its regencies, for the person lives in one of them.
    /// </summary>
    public bool Serves(string region) =>
        Region is null || new Region(Region, "").Covers(region) || new Region(region, "").Covers(Region);
}
