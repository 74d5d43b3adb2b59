using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace Genggam.Office.People;

public abstract record PasswordResult
{
    private PasswordResult() { }

    /// <summary>The new password holds, every other session ends, and the person goes on as <paramref name="Who"/>.</summary>
    public sealed record Changed(ClaimsPrincipal Who) : PasswordResult;

    /// <summary>The new password cannot be taken: PEOPLE-104 to 106, PEOPLE-109, or PEOPLE-108, it is the one there is.</summary>
    public sealed record Unfit(PeopleFault Fault) : PasswordResult;

    /// <summary>
    /// PEOPLE-204: the old password is wrong, or the account is locked after too many tries. PEOPLE-205: the sign-in that
    /// led here no longer counts.
    /// </summary>
    public sealed record Refused(string Number) : PasswordResult;
}

/// <summary>People choose a password of their own: instead of one that was handed to them, or whenever they like.</summary>
public sealed class OwnPassword(
    UserManager<Account> users,
    IUserClaimsPrincipalFactory<Account> claims,
    SetPassword set,
    SecurityLog log,
    Genggam.Journal.JournalStore journal
)
{
    private const char Between = ' ';

    /// <summary>Names the account as it is now; any later change of it makes the ticket worthless.</summary>
    internal static string Ticket(Account account) => $"{account.Id}{Between}{account.SecurityStamp}";

    /// <summary>At the first sign-in. <paramref name="ticket"/> must come from <see cref="SignInResult.ChooseOwn"/>.</summary>
    public async Task<PasswordResult> Choose(string ticket, string password)
    {
        var account = await users.FindByIdAsync(ticket.Split(Between)[0]);
        return
            account is not { TemporaryPassword: true }
            || Ticket(account) != ticket
            || await users.IsLockedOutAsync(account)
            ? new PasswordResult.Refused("PEOPLE-205")
            : await Take(account, password, account.Kind == AccountKind.Citizen ? "pwd" : "mfa");
    }

    /// <summary>By somebody who is signed in. A wrong old password counts as a wrong sign-in.</summary>
    public async Task<PasswordResult> Change(ClaimsPrincipal who, string old, string password) =>
        await Proved(who, old) is { } account
            ? await Take(account, password, who.FindFirstValue(AccountClaims.Method) ?? "pwd")
            : new PasswordResult.Refused("PEOPLE-204");

    /// <summary>Whether whoever is signed in knows the password, before something that only the owner may do.</summary>
    public async Task<bool> Proves(ClaimsPrincipal who, string password) => await Proved(who, password) is not null;

    private async Task<Account?> Proved(ClaimsPrincipal who, string password)
    {
        if (await users.GetUserAsync(who) is not { } account || await users.IsLockedOutAsync(account))
            return null;
        if (await users.CheckPasswordAsync(account, password))
            return account;
        log.SignInRefused(account.Id, "wrong password of somebody signed in");
        await users.AccessFailedAsync(account);
        return null;
    }

    private async Task<PasswordResult> Take(Account account, string password, string method)
    {
        if (Passwords.Check(password, journal.Subjects, account.UserName!) is { } unfit)
            return new PasswordResult.Unfit(unfit);
        if (await users.CheckPasswordAsync(account, password))
            return new PasswordResult.Unfit(new("password", "PEOPLE-108"));
        account.AccessFailedCount = 0;
        return await set.On(account, password, temporary: false)
            ? new PasswordResult.Changed(await claims.SignedIn(account, method))
            : new PasswordResult.Refused("PEOPLE-205");
    }
}
