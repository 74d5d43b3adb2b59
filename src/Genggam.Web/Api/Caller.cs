using System.Collections.Immutable;
using System.Security.Claims;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.People;

namespace Genggam.Web.Api;

/// <summary>The program behind a token, and the agency it belongs to.</summary>
internal sealed record Caller(string Client, string Agency, ImmutableArray<string> Roles, ImmutableArray<string> Scopes)
{
    public const string Id = "sub";
    public const string AgencyClaim = "agency";
    public const string Role = "office_role";
    public const string Scope = "scope";

    public static Caller Of(ClaimsPrincipal user) =>
        new(
            user.FindFirstValue(Id)!,
            user.FindFirstValue(AgencyClaim)!,
            [.. user.FindAll(Role).Select(c => c.Value)],
            [.. user.FindAll(Scope).Select(c => c.Value)]
        );

    public static ClaimsPrincipal Principal(Client client, IEnumerable<string> scopes, string scheme) =>
        new(
            new ClaimsIdentity(
                [
                    new(Id, client.Id),
                    new(AgencyClaim, client.Agency),
                    .. client.Roles.Select(r => new Claim(Role, r)),
                    .. scopes.Select(s => new Claim(Scope, s)),
                ],
                scheme,
                Id,
                Role
            )
        );

    /// <summary>The program as it works in its agency, with the roles it was granted there.</summary>
    public Actor Office => new(Client, ActorKind.Machine, Agency, Roles);

    /// <summary>A person, for whom the program acts.</summary>
    public Actor For(string applicant) => Actor.Citizen(applicant) with { Via = Client };

    public Actor For(SubjectId applicant) => For(applicant.Value.ToString("N"));
}
