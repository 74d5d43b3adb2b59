namespace Genggam.Web.Portal;

/// <summary>A service as a list shows it, in the reader's language.</summary>
/// <param name="Promise">Time limit and fee in words.</param>
public sealed record ServiceCard(
    string Id,
    string Name,
    string Summary,
    string Level,
    string Promise,
    IReadOnlyList<string> LifeEvents
);
