using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Genggam.Office.People;

/// <summary>What a signed-in person is known by. No claim names a citizen.</summary>
public sealed class AccountClaims(UserManager<Account> users, IOptions<IdentityOptions> options)
    : UserClaimsPrincipalFactory<Account>(users, options)
{
    /// <summary>The journal's subject of a citizen, as <c>Guid</c> in format N.</summary>
    public const string Subject = "subject";

    /// <summary>Stands where an officer saw the citizen's identity document (docs/decisions/whose-cases.md).</summary>
    public const string NikProved = "nik-proved";

    /// <summary>The id of an officer's agency.</summary>
    public const string Agency = "agency";

    /// <summary>A role held in that agency; may stand several times.</summary>
    public const string OfficeRole = "office-role";

    /// <summary>An officer's name as colleagues read it.</summary>
    public const string OfficeName = "office-name";

    /// <summary>How the person proved who they are: <c>pwd</c>, or <c>mfa</c> with the second factor.</summary>
    public const string Method = "amr";

    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(Account user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        identity.AddClaim(new Claim(identity.RoleClaimType, user.Kind.ToString().ToLowerInvariant()));
        if (user.Kind == AccountKind.Citizen)
            identity.AddClaim(new Claim(Subject, user.SubjectId.ToString("N")));
        if (user is { Kind: AccountKind.Citizen, NikProved: true })
            identity.AddClaim(new Claim(NikProved, "counter"));
        if (user.AgencyId is { } agency)
            identity.AddClaim(new Claim(Agency, agency));
        if (user.OfficeName is { } name)
            identity.AddClaim(new Claim(OfficeName, name));
        return identity;
    }
}

internal static class AccountClaimsFactory
{
    /// <summary>The principal of someone who has just proved who they are by <paramref name="method"/>.</summary>
    public static async Task<ClaimsPrincipal> SignedIn(
        this IUserClaimsPrincipalFactory<Account> claims,
        Account account,
        string method
    )
    {
        var principal = await claims.CreateAsync(account);
        ((ClaimsIdentity)principal.Identity!).AddClaim(new Claim(AccountClaims.Method, method));
        return principal;
    }
}
