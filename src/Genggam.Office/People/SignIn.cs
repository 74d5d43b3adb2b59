using System.Security.Claims;
using System.Security.Cryptography;
using Genggam.Journal;
using Microsoft.AspNetCore.Identity;

namespace Genggam.Office.People;

public abstract record SignInResult
{
    private SignInResult() { }

    public sealed record Welcome(ClaimsPrincipal Who) : SignInResult;

    /// <summary>The password was right, but the code of the sign-up never came back; a new one was sent.</summary>
    public sealed record NotConfirmed(string Who) : SignInResult;

    /// <summary>The password was right; now the second factor.</summary>
    public sealed record SecondFactor(string Who) : SignInResult;

    /// <summary>All proofs were right, but somebody else chose the password: first one's own (<see cref="OwnPassword"/>).</summary>
    public sealed record ChooseOwn(string Ticket) : SignInResult;

    /// <summary>
    /// PEOPLE-201: no such account, a wrong password, or an account that is locked after too many tries. PEOPLE-203: a
    /// wrong code of the second factor. Which of these is not said.
    /// </summary>
    public sealed record Refused(string Number) : SignInResult;
}

/// <summary>Proves who someone is. Making the cookie is the caller's.</summary>
public sealed class SignIn(
    UserManager<Account> users,
    IUserClaimsPrincipalFactory<Account> claims,
    JournalStore journal,
    Confirm confirm,
    PeopleOptions options,
    SecurityLog log,
    TimeProvider time
)
{
    private const string Nobody = "no such account";
    private const string LockedOut = "locked";
    private static readonly SignInResult Wrong = new SignInResult.Refused("PEOPLE-201");

    private static string? decoy;

    public async Task<SignInResult> Citizen(string nik, string password, CancellationToken cancel)
    {
        var who = journal.Subjects.BlindIndex(PersonAnswers.Digits(nik)).ToString();
        var account = await Check(who, password, AccountKind.Citizen);
        if (account is null)
            return Wrong;
        if (!account.Confirmed)
        {
            await confirm.SendAgain(who, cancel);
            return new SignInResult.NotConfirmed(who);
        }
        return await Open(account, "pwd");
    }

    /// <summary>The first of the two steps of an officer or an administrator.</summary>
    public async Task<SignInResult> Officer(string userName, string password) =>
        await Check(userName.Trim(), password, AccountKind.Officer, AccountKind.Administrator) is { } account
            ? new SignInResult.SecondFactor(account.UserName!)
            : Wrong;

    /// <summary>
    /// The second step. <paramref name="who"/> must come from <see cref="Officer"/> and not from the browser's typing.
    /// </summary>
    public async Task<SignInResult> Code(string who, string code)
    {
        var account = await users.FindByNameAsync(who);
        if (account?.SecondFactor is not { } box || await users.IsLockedOutAsync(account))
        {
            log.SignInRefused(account?.Id, account is null ? Nobody : LockedOut);
            return new SignInResult.Refused("PEOPLE-203");
        }
        var secret = await journal.Subjects.Open(new SubjectId(account.SubjectId), box, Officers.SecretContext);
        var typed = string.Concat(code.Where(char.IsAsciiDigit));
        if (secret is null || Totp.Match(secret, typed, time.GetUtcNow()) is not { } step || step <= account.LastStep)
        {
            await Failed(account, "wrong code");
            return new SignInResult.Refused("PEOPLE-203");
        }
        // Two browsers with one code at once: the row's concurrency stamp lets one of them pass.
        account.LastStep = step;
        account.AccessFailedCount = 0;
        return (await users.UpdateAsync(account)).Succeeded
            ? await Open(account, "mfa")
            : new SignInResult.Refused("PEOPLE-203");
    }

    private async Task<SignInResult> Open(Account account, string method)
    {
        log.SignedIn(account.Id, account.Kind, method);
        return account.TemporaryPassword
            ? new SignInResult.ChooseOwn(OwnPassword.Ticket(account))
            : new SignInResult.Welcome(await claims.SignedIn(account, method));
    }

    private async Task Failed(Account account, string why)
    {
        log.SignInRefused(account.Id, why);
        await users.AccessFailedAsync(account);
        if (await users.IsLockedOutAsync(account))
            log.Locked(account.Id);
    }

    private async Task<Account?> Check(string userName, string password, params AccountKind[] kinds)
    {
        var account = await users.FindByNameAsync(userName);
        var everybodys = password == DemoPeople.Password && !options.Demo;
        if (everybodys || account is null || !kinds.Contains(account.Kind) || await users.IsLockedOutAsync(account))
        {
            Pretend(password);
            log.SignInRefused(
                account?.Id,
                account is null || !kinds.Contains(account.Kind) ? Nobody
                    : everybodys ? "password of the demo"
                    : LockedOut
            );
            return null;
        }
        if (!await users.CheckPasswordAsync(account, password))
        {
            await Failed(account, "wrong password");
            return null;
        }
        // An officer's count ends with the second factor, else a right password would buy endless codes.
        if (account.Kind == AccountKind.Citizen)
            await users.ResetAccessFailedCountAsync(account);
        return account;
    }

    // An account that is not there costs as much time as one that is.
    private void Pretend(string password)
    {
        var nobody = new Account();
        decoy ??= users.PasswordHasher.HashPassword(nobody, RandomNumberGenerator.GetHexString(32));
        users.PasswordHasher.VerifyHashedPassword(nobody, decoy, password);
    }
}
