using System.Security.Claims;
using Genggam.Office.Agencies;
using Genggam.Office.People;

namespace Genggam.Web.Admin;

/// <summary>Which agency's officers an administrator looks after.</summary>
internal static class AdminAgency
{
    /// <summary>
    /// The administrator's own; one who has none may name any in <paramref name="asked"/>. Null where there is none yet.
    /// </summary>
    public static Agency? Of(ClaimsPrincipal user, string? asked, Agencies agencies) =>
        (user.FindFirstValue(AccountClaims.Agency) ?? asked) is { } id ? agencies.Find(id) : null;
}
