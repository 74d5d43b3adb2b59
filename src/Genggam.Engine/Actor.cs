using System.Collections.Immutable;

namespace Genggam.Engine;

public enum ActorKind
{
    Citizen,
    Officer,
    Machine,
    System,
}

/// <summary>Who acts. <paramref name="Id"/> is a pseudonym: it names an account or subject, never a person.</summary>
/// <param name="Agency">The agency an officer or machine acts for.</param>
/// <param name="Roles">The roles held in that agency at this moment.</param>
public sealed record Actor(string Id, ActorKind Kind, string? Agency, ImmutableArray<string> Roles)
{
    /// <summary>The client program that acted for the person, where one did.</summary>
    public string? Via { get; init; }

    public static readonly Actor System = new("system", ActorKind.System, null, []);

    public static Actor Citizen(string id) => new(id, ActorKind.Citizen, null, []);

    public static Actor Officer(string id, string agency, params ImmutableArray<string> roles) =>
        new(id, ActorKind.Officer, agency, roles);
}
