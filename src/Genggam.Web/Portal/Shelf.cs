namespace Genggam.Web.Portal;

/// <summary>Where the portal finds services. The second argument of each is the language.</summary>
public sealed record Shelf(
    Func<string, IReadOnlyList<ServiceCard>> All,
    Func<string, string, IReadOnlyList<ServiceCard>> Search
)
{
    public static readonly Shelf Empty = new(_ => [], (_, _) => []);
}
