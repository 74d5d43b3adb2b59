using System.Collections.Immutable;
using System.Security.Claims;
using Genggam.Journal;
using Microsoft.AspNetCore.Identity;

namespace Genggam.Office.People;

/// <summary>An officer as an administrator enters one; without an agency, an administrator.</summary>
/// <param name="Administrator">Looks after the officers of the agency and decides nothing.</param>
public sealed record NewOfficer(
    string UserName,
    string Name,
    string? Agency,
    ImmutableArray<string> Roles,
    bool Administrator = false
);

public abstract record AddOfficerResult
{
    private AddOfficerResult() { }

    public sealed record Added(Account Account) : AddOfficerResult;

    /// <summary>The user name is in use.</summary>
    public sealed record Taken : AddOfficerResult;

    /// <summary>The password cannot be taken.</summary>
    public sealed record Unfit(PeopleFault Fault) : AddOfficerResult;
}

/// <summary>Accounts of those who decide. Each has a second factor from the first day.</summary>
public sealed class Officers(UserManager<Account> users, JournalStore journal)
{
    internal const string SecretContext = "people/second-factor";

    /// <param name="secret">The TOTP secret, at least 16 bytes (RFC 4226 section 4).</param>
    /// <param name="temporary">The officer chooses another password at the first sign-in.</param>
    public async Task<AddOfficerResult> Add(
        NewOfficer officer,
        string password,
        ReadOnlyMemory<byte> secret,
        bool temporary = false
    )
    {
        if (Passwords.Check(password, "") is { } unfit)
            return new AddOfficerResult.Unfit(unfit);
        ArgumentOutOfRangeException.ThrowIfLessThan(secret.Length, 16, nameof(secret));
        var hash = users.PasswordHasher.HashPassword(new Account(), password);
        return await AddHashed(officer, hash, secret, temporary);
    }

    internal async Task<AddOfficerResult> AddHashed(
        NewOfficer officer,
        string hash,
        ReadOnlyMemory<byte> secret,
        bool temporary = false
    )
    {
        if (await users.FindByNameAsync(officer.UserName) is not null)
            return new AddOfficerResult.Taken();
        var subject = await journal.Subjects.Create();
        var account = new Account
        {
            Id = Guid.CreateVersion7(),
            UserName = officer.UserName,
            Kind = officer.Agency is null || officer.Administrator ? AccountKind.Administrator : AccountKind.Officer,
            SubjectId = subject.Value,
            AgencyId = officer.Agency,
            OfficeName = officer.Name,
            Confirmed = true,
            PasswordHash = hash,
            TemporaryPassword = temporary,
            SecondFactor = await journal.Subjects.Seal(subject, secret, SecretContext),
        };
        if (!(await users.CreateAsync(account)).Succeeded)
            return new AddOfficerResult.Taken();
        await users.AddClaimsAsync(account, officer.Roles.Select(r => new Claim(AccountClaims.OfficeRole, r)));
        return new AddOfficerResult.Added(account);
    }
}
