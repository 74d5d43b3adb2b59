using System.Security.Claims;
using Genggam.Journal;
using Microsoft.AspNetCore.Identity;

namespace Genggam.Office.People;

public abstract record ConfirmResult
{
    private ConfirmResult() { }

    /// <summary>The account is open and the person signed in.</summary>
    public sealed record Welcome(ClaimsPrincipal Who) : ConfirmResult;

    /// <summary>PEOPLE-202: wrong, too old, used, or guessed too often. Which of these is not said.</summary>
    public sealed record Refused(string Number) : ConfirmResult;
}

/// <summary>The code of <see cref="SignUp"/> comes back.</summary>
public sealed class Confirm(
    UserManager<Account> users,
    IUserClaimsPrincipalFactory<Account> claims,
    JournalStore journal,
    Codes codes,
    CodeMessages messages
)
{
    public async Task<ConfirmResult> Try(string who, string code, CancellationToken cancel)
    {
        var account = await users.FindByNameAsync(who);
        if (account is null || account.Confirmed || !await codes.Take(account, CodePurpose.Confirm, code, cancel))
            return new ConfirmResult.Refused("PEOPLE-202");
        account.Confirmed = true;
        await users.UpdateAsync(account);
        return new ConfirmResult.Welcome(await claims.SignedIn(account, "pwd"));
    }

    /// <summary>Sends another code, as often as a day allows. Silent where there is nothing to confirm.</summary>
    public async Task SendAgain(string who, CancellationToken cancel)
    {
        if (
            await users.FindByNameAsync(who) is { Confirmed: false } account
            && await Profile.Open(journal.Subjects, account) is { Contact: { } contact }
            && await codes.Issue(account, CodePurpose.Confirm, cancel) is { } code
        )
            messages.Send(contact, account.Language, "confirm", code);
    }
}
