using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Genggam.Office.People;

/// <summary>
/// Six digits that count once, for <see cref="Lifetime"/>, and for <see cref="MaxTries"/> guesses. At most
/// <see cref="MaxADay"/> are made for an account in 24 hours.
/// </summary>
public sealed class Codes(AccountsDb db, IPasswordHasher<Account> hasher, TimeProvider time)
{
    internal static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(10);
    internal const int MaxTries = 5;
    internal const int MaxADay = 8;

    /// <summary>A new code; the one before no longer counts. Null where too many were asked for.</summary>
    internal async Task<string?> Issue(Account account, CodePurpose purpose, CancellationToken cancel)
    {
        var now = time.GetUtcNow().ToUnixTimeSeconds();
        var dayAgo = now - 24 * 60 * 60;
        await db.Codes.Where(c => c.AccountId == account.Id && c.IssuedAt <= dayAgo).ExecuteDeleteAsync(cancel);
        if (await db.Codes.CountAsync(c => c.AccountId == account.Id, cancel) >= MaxADay)
            return null;
        await Live(account, purpose).ExecuteUpdateAsync(set => set.SetProperty(c => c.Spent, true), cancel);
        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        db.Codes.Add(
            new SentCode
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                AccountId = account.Id,
                Purpose = purpose,
                Hash = hasher.HashPassword(account, code),
                IssuedAt = now,
            }
        );
        await db.SaveChangesAsync(cancel);
        return code;
    }

    /// <summary>True once for the right code. A guess is counted before it is looked at.</summary>
    internal async Task<bool> Take(Account account, CodePurpose purpose, string typed, CancellationToken cancel)
    {
        var since = time.GetUtcNow().Subtract(Lifetime).ToUnixTimeSeconds();
        var open = Live(account, purpose).Where(c => c.IssuedAt > since && c.Tries < MaxTries);
        if (await open.ExecuteUpdateAsync(set => set.SetProperty(c => c.Tries, c => c.Tries + 1), cancel) == 0)
            return false;
        var sent = await Live(account, purpose).AsNoTracking().FirstOrDefaultAsync(cancel);
        var digits = string.Concat(typed.Where(char.IsAsciiDigit));
        return sent is not null
            && hasher.VerifyHashedPassword(account, sent.Hash, digits) != PasswordVerificationResult.Failed
            && await db
                .Codes.Where(c => c.Id == sent.Id && !c.Spent)
                .ExecuteUpdateAsync(set => set.SetProperty(c => c.Spent, true), cancel) == 1;
    }

    /// <summary>No code that is on its way counts any more.</summary>
    internal Task Revoke(Account account, CancellationToken cancel) =>
        db
            .Codes.Where(c => c.AccountId == account.Id && !c.Spent)
            .ExecuteUpdateAsync(set => set.SetProperty(c => c.Spent, true), cancel);

    private IQueryable<SentCode> Live(Account account, CodePurpose purpose) =>
        db.Codes.Where(c => c.AccountId == account.Id && c.Purpose == purpose && !c.Spent);
}
