using System.Security.Cryptography;
using Genggam.Journal;
using Microsoft.AspNetCore.Identity;

namespace Genggam.Office.People;

/// <summary>What an officer needs to sign in for the first time. Shown once and kept nowhere.</summary>
public sealed record FirstKeys(string UserName, string? Password, TotpKey SecondFactor)
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

/// <summary>An administrator's work on the officers of one agency. What is done to an account ends its sessions.</summary>
public sealed class StaffRegister(
    UserManager<Account> users,
    Officers officers,
    JournalStore journal,
    EndedSessions ended,
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
            await officers.Add(officer with { Name = officer.Name.Trim() }, password, secret) is AddOfficerResult.Added
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
        var secret = RandomNumberGenerator.GetBytes(SecretBytes);
        var subject = new SubjectId(account.SubjectId);
        account.SecondFactor = await journal.Subjects.Seal(subject, secret, Officers.SecretContext);
        account.LastStep = 0;
        await End(account);
        return new StaffResult.Keys(new FirstKeys(account.UserName!, null, TotpKey.Of(secret, account.UserName!)));
    }

    private static StaffResult NoSuchOfficer => new StaffResult.Refused("officer", "PEOPLE-305");

    private async Task<StaffResult> Change(string agency, string id, DateTimeOffset? lockedUntil)
    {
        if (await Find(agency, id) is not { } account)
            return NoSuchOfficer;
        (account.LockoutEnd, account.AccessFailedCount) = (lockedUntil, 0);
        await End(account);
        return new StaffResult.Done();
    }

    private async Task End(Account account)
    {
        await users.UpdateSecurityStampAsync(account);
        ended.End(account.Id.ToString(), clock.GetUtcNow());
    }

    private async Task<Account?> Find(string agency, string id) =>
        await users.FindByIdAsync(id) is { Kind: AccountKind.Officer } account && account.AgencyId == agency
            ? account
            : null;

    private static bool Names(string userName) =>
        userName.Length is >= 3 and <= 80
        && userName.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '.' or '-');
}
