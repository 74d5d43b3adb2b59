using System.Security.Claims;
using Genggam.Journal;
using Microsoft.AspNetCore.Identity;

namespace Genggam.Office.People;

public abstract record RecoverResult
{
    private RecoverResult() { }

    /// <summary>The new password holds, every other session ends, and the person is signed in.</summary>
    public sealed record Welcome(ClaimsPrincipal Who) : RecoverResult;

    /// <summary>The password cannot be taken; the code still counts.</summary>
    public sealed record Unfit(PeopleFault Fault) : RecoverResult;

    /// <summary>PEOPLE-202: as in <see cref="ConfirmResult.Refused"/>.</summary>
    public sealed record Refused(string Number) : RecoverResult;
}

/// <summary>A citizen who forgot the password sets a new one with a code sent to the contact of the account.</summary>
public sealed class Recover(
    UserManager<Account> users,
    IUserClaimsPrincipalFactory<Account> claims,
    JournalStore journal,
    Codes codes,
    CodeMessages messages,
    SetPassword set
)
{
    /// <summary>Sends a code where there is such an account. The answer names who it is about, and is the same for all.</summary>
    public async Task<string> Start(string nik, CancellationToken cancel)
    {
        var who = journal.Subjects.BlindIndex(PersonAnswers.Digits(nik)).ToString();
        if (
            await users.FindByNameAsync(who) is { Confirmed: true } account
            && await Profile.Open(journal.Subjects, account) is { Contact: { } contact }
        )
        {
            if (await codes.Issue(account, CodePurpose.Recover, cancel) is { } code)
                messages.Send(contact, account.Language, "recover", code);
        }
        else
            users.PasswordHasher.HashPassword(new Account(), who);
        return who;
    }

    public async Task<RecoverResult> Try(string who, string code, string password, CancellationToken cancel)
    {
        if (Passwords.Check(password, journal.Subjects, who) is { } unfit)
            return new RecoverResult.Unfit(unfit);
        var account = await users.FindByNameAsync(who);
        if (account is null || !await codes.Take(account, CodePurpose.Recover, code, cancel))
            return new RecoverResult.Refused("PEOPLE-202");
        (account.LockoutEnd, account.AccessFailedCount) = (null, 0);
        return await set.On(account, password, temporary: false)
            ? new RecoverResult.Welcome(await claims.SignedIn(account, "pwd"))
            : new RecoverResult.Refused("PEOPLE-202");
    }
}
