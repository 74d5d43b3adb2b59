using Microsoft.AspNetCore.Identity;

namespace Genggam.Office.People;

/// <summary>Gives an account another password, which ends every session it has.</summary>
public sealed class SetPassword(UserManager<Account> users, EndedSessions ended, SecurityLog log)
{
    /// <param name="temporary">Somebody else chose it: at the next sign-in its owner chooses another before anything opens.</param>
    /// <returns>False where the account changed at the same moment; nothing was done.</returns>
    internal async Task<bool> On(Account account, string password, bool temporary)
    {
        account.PasswordHash = users.PasswordHasher.HashPassword(account, password);
        account.TemporaryPassword = temporary;
        if (!(await users.UpdateSecurityStampAsync(account)).Succeeded)
            return false;
        ended.End(account);
        log.PasswordReplaced(account.Id, own: !temporary);
        return true;
    }
}
