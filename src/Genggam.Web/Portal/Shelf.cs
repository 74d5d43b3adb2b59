using Genggam.Engine;

namespace Genggam.Web.Portal;

/// <summary>Where the portal finds what is offered now.</summary>
/// <param name="Services">Every published service.</param>
/// <param name="Search">Services for everyday words in a language, best first.</param>
/// <param name="Agencies">Every agency that offers something.</param>
public sealed record Shelf(
    Func<IReadOnlyList<Release>> Services,
    Func<string, string, IReadOnlyList<Release>> Search,
    Func<IReadOnlyList<AgencyCard>> Agencies
)
{
    public static readonly Shelf Empty = new(() => [], (_, _) => [], () => []);

    internal Release? Find(string service) => Services().FirstOrDefault(r => r.Id == service);
}

/// <param name="Name">By language.</param>
/// <param name="Services">The ids of the services it offers.</param>
public sealed record AgencyCard(
    string Id,
    AgencyLevel Level,
    IReadOnlyDictionary<string, string> Name,
    IReadOnlyList<string> Services
);
