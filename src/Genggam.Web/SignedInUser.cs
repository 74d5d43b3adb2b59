using System.Collections.Immutable;
using System.Security.Claims;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Changes;
using Genggam.Office.People;

namespace Genggam.Web;

/// <summary>Who is at the page, from the claims of the sign-in.</summary>
internal static class SignedInUser
{
    /// <summary>The subject of a signed-in citizen.</summary>
    public static SubjectId? Subject(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue("subject"), out var id) ? new SubjectId(id) : null;

    public static Actor Citizen(this SubjectId subject) => Actor.Citizen(subject.Value.ToString("N"));

    /// <summary>A signed-in citizen; null for anybody else.</summary>
    public static Actor? Citizen(this ClaimsPrincipal user) => user.Subject()?.Citizen();

    /// <summary>The applicant reads a case, and the officers whom it is for.</summary>
    public static bool MayRead(this ClaimsPrincipal user, LoadedCase loaded) =>
        (user.Citizen() is { } citizen && loaded.IsOf(citizen, user.NikProved()))
        || (user.Officer() is { } officer && loaded.IsFor(officer));

    /// <summary>An officer who changes services, or publishes the changes.</summary>
    public static bool Designs(this ClaimsPrincipal user) =>
        user.IsInRole(Policies.Officer) && user.FindAll(AccountClaims.OfficeRole).Any(c => IsDesign(c.Value));

    /// <summary>An officer who holds a role besides: one that works at cases.</summary>
    public static bool Decides(this ClaimsPrincipal user) =>
        user.IsInRole(Policies.Officer) && user.FindAll(AccountClaims.OfficeRole).Any(c => !IsDesign(c.Value));

    private static bool IsDesign(string role) => role is Ownership.Owner or Ownership.Publisher;

    /// <summary>An officer at a counter saw the citizen's identity document.</summary>
    public static bool NikProved(this ClaimsPrincipal user) => user.HasClaim(c => c.Type == AccountClaims.NikProved);

    /// <summary>A signed-in officer, with the roles held in the agency; null for anybody else.</summary>
    public static Actor? Officer(this ClaimsPrincipal user) =>
        user.IsInRole(Policies.Officer)
        && user.FindFirstValue("agency") is { } agency
        && user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            ? Actor.Officer(id, agency, [.. user.FindAll("office-role").Select(c => c.Value).ToImmutableArray()])
            : null;
}
