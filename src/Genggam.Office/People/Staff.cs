using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;

namespace Genggam.Office.People;

/// <summary>Someone who works at an agency. <paramref name="Id"/> is what the journal names an officer by.</summary>
/// <param name="Locked">May not sign in until an administrator says so.</param>
public sealed record StaffMember(string Id, string UserName, string Name, ImmutableArray<string> Roles, bool Locked);

/// <summary>Who works where: read for names on the desk and for the administrator's list.</summary>
public sealed class Staff(IDbContextFactory<AccountsDb> accounts, TimeProvider clock)
{
    /// <summary>The officers of an agency by name; administrators are not among them.</summary>
    public async Task<ImmutableArray<StaffMember>> Of(string agency, CancellationToken cancel = default)
    {
        await using var db = await accounts.CreateDbContextAsync(cancel);
        var officers = await db
            .Users.AsNoTracking()
            .Where(a => a.AgencyId == agency && a.Kind == AccountKind.Officer)
            .ToListAsync(cancel);
        var ids = officers.Select(o => o.Id).ToList();
        var claims = await db
            .UserClaims.AsNoTracking()
            .Where(c => ids.Contains(c.UserId) && c.ClaimType == AccountClaims.OfficeRole)
            .ToListAsync(cancel);
        var roles = claims.ToLookup(c => c.UserId, c => c.ClaimValue!);
        var locked = clock.GetUtcNow() + StaffRegister.LongerThanAnyMistake;
        return
        [
            .. officers
                .Select(o => new StaffMember(
                    o.Id.ToString(),
                    o.UserName!,
                    o.OfficeName ?? o.UserName!,
                    [.. roles[o.Id].Order(StringComparer.Ordinal)],
                    o.LockoutEnd > locked
                ))
                .OrderBy(o => o.Name, StringComparer.OrdinalIgnoreCase)
                .ThenBy(o => o.UserName, StringComparer.Ordinal),
        ];
    }
}
