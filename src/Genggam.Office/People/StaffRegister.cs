using System.Security.Cryptography;
using Genggam.Journal;
using Microsoft.AspNetCore.Identity;

namespace Genggam.Office.People;

/// <summary>What an officer needs to sign in. Shown once and kept nowhere.</summary>
/// <param name="Password">Temporary; null where the one there was still counts.</param>
/// <param name="SecondFactor">Null where the one there was still counts.</param>
public sealed record FirstKeys(string UserName, string? Password, TotpKey? SecondFactor)
{
    public override string ToString() => nameof(FirstKeys);
}

public abstract record StaffResult
{
    private StaffResult() { }

    public sealed record Done : StaffResult;

    public sealed record Keys(FirstKeys Given) : StaffResult;

    /// <summary>
    /// PEOPLE-301: the user name is no word of letters, digits, dots and dashes. PEOPLE-302: it is in use. PEOPLE-303: no
    /// name. PEOPLE-304: no role. PEOPLE-305: no such officer in this agency.
    /// </summary>
    public sealed record Refused(string Field, string Number) : StaffResult;
}

/// <summary>An administrator's work on the officers of one agency. A password given here is temporary; what is done to an account ends its sessions.</summary>
public sealed class StaffRegister(
    UserManager<Account> users,
    Officers officers,
    JournalStore journal,
    SetPassword set,
    EndedSessions ended,
    SecurityLog log,
    TimeProvider clock
)
{
    /// <summary>A lock after wrong passwords ends by itself long before this; an administrator's lock does not.</summary>
    internal static readonly TimeSpan LongerThanAnyMistake = TimeSpan.FromDays(1);

    private static readonly TimeSpan Forever = TimeSpan.FromDays(36_500);
    private const int SecretBytes = 20;

    public async Task<StaffResult> Add(NewOfficer officer)
    {
        if (!Names(officer.UserName))
            return new StaffResult.Refused("user", "PEOPLE-301");
        if (!PersonAnswers.IsName(officer.Name))
            return new StaffResult.Refused("name", "PEOPLE-303");
        if (officer.Roles.IsEmpty && !officer.Administrator)
            return new StaffResult.Refused("roles", "PEOPLE-304");
        var password = OneTimePassword.New();
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        return
            await officers.Add(officer with { Name = officer.Name.Trim() }, password, secret, temporary: true)
            is AddOfficerResult.Added
            ? new StaffResult.Keys(new FirstKeys(officer.UserName, password, TotpKey.Of(secret, officer.UserName)))
            : new StaffResult.Refused("user", "PEOPLE-302");
    }

    /// <summary>The officer has left, or an account is misused: out at once, and not in again.</summary>
    public Task<StaffResult> Lock(string agency, string id) => Change(agency, id, clock.GetUtcNow() + Forever);

    public Task<StaffResult> Unlock(string agency, string id) => Change(agency, id, null);

    /// <summary>A lost telephone: the old second factor no longer counts.</summary>
    public async Task<StaffResult> ResetSecondFactor(string agency, string id)
    {
        if (await Find(agency, id) is not { } account)
            return NoSuchOfficer;
        var key = await NewSecondFactor(account);
        await users.UpdateSecurityStampAsync(account);
        ended.End(account);
        return new StaffResult.Keys(new FirstKeys(account.UserName!, null, key));
    }

    /// <summary>A forgotten password: a temporary one instead. An account that is locked stays locked.</summary>
    public async Task<StaffResult> ResetPassword(string agency, string id) =>
        await Find(agency, id) is { } account ? await GivePassword(account, null) : NoSuchOfficer;

    /// <summary>
    /// Password and second factor anew for an officer or an administrator of any agency: for whoever runs the installation.
    /// </summary>
    public async Task<StaffResult> Rekey(string userName) =>
        await users.FindByNameAsync(userName) is { Kind: not AccountKind.Citizen } account
            ? await GivePassword(account, await NewSecondFactor(account))
            : NoSuchOfficer;

    private async Task<StaffResult> GivePassword(Account account, TotpKey? secondFactor)
    {
        var password = OneTimePassword.New();
        // Tries that went wrong end with the password they were made for.
        if (account.LockoutEnd < clock.GetUtcNow() + LongerThanAnyMistake)
            account.LockoutEnd = null;
        account.AccessFailedCount = 0;
        return await set.On(account, password, temporary: true)
            ? new StaffResult.Keys(new FirstKeys(account.UserName!, password, secondFactor))
            : NoSuchOfficer;
    }

    private async Task<TotpKey> NewSecondFactor(Account account)
    {
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var subject = new SubjectId(account.SubjectId);
        account.SecondFactor = await journal.Subjects.Seal(subject, secret, Officers.SecretContext);
        account.LastStep = 0;
        log.SecondFactorReplaced(account.Id);
        return TotpKey.Of(secret, account.UserName!);
    }

    private static StaffResult NoSuchOfficer => new StaffResult.Refused("officer", "PEOPLE-305");

    private async Task<StaffResult> Change(string agency, string id, DateTimeOffset? lockedUntil)
    {
        if (await Find(agency, id) is not { } account)
            return NoSuchOfficer;
        (account.LockoutEnd, account.AccessFailedCount) = (lockedUntil, 0);
        await users.UpdateSecurityStampAsync(account);
        ended.End(account);
        log.SessionsEnded(
            account.Id,
            lockedUntil is null ? "unlocked by an administrator" : "locked by an administrator"
        );
        return new StaffResult.Done();
    }

    private async Task<Account?> Find(string agency, string id) =>
        await users.FindByIdAsync(id) is { Kind: AccountKind.Officer } account && account.AgencyId == agency
            ? account
            : null;

    private static bool Names(string userName) =>
        userName.Length is >= 3 and <= 80
        && userName.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-');
}
