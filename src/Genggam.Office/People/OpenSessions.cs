using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Genggam.Office.People;

/// <summary>A browser in which somebody is signed in, as its owner sees it.</summary>
/// <param name="Device">Kind of browser and system, as the browser said; empty where it said neither.</param>
public sealed record OpenSession(string Id, DateTimeOffset Began, DateTimeOffset Seen, string Device);

/// <summary>
/// In which browsers an account is signed in. A session that was ended here is over on this node with the next request and on
/// others within minutes. They are kept as tokens of the account, which Identity has a table for.
/// </summary>
public sealed class OpenSessions(
    IDbContextFactory<AccountsDb> accounts,
    EndedSessions ended,
    SecurityLog log,
    TimeProvider clock
)
{
    private const string Provider = "session";

    /// <param name="oldest">Sessions that began before are over by themselves and forgotten.</param>
    public async Task Begin(Guid account, string id, string device, DateTimeOffset oldest, CancellationToken cancel)
    {
        await using var db = await accounts.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        if (await Stamp(db, account, cancel) is not { } stamp)
            return;
        List<string> over =
        [
            .. (await Rows(db, account, cancel))
                .Where(r => r.Kept.Stamp != stamp || r.Kept.Began < oldest)
                .Select(r => r.Row.Name),
        ];
        await Of(db, account).Where(t => over.Contains(t.Name)).ExecuteDeleteAsync(cancel);
        db.UserTokens.Add(
            new IdentityUserToken<Guid>
            {
                UserId = account,
                LoginProvider = Provider,
                Name = id,
                Value = Written(new Kept(now, now, device, stamp)),
            }
        );
        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Notes that somebody is still there. False where the session was ended.</summary>
    public async Task<bool> Still(Guid account, string id, CancellationToken cancel)
    {
        await using var db = await accounts.CreateDbContextAsync(cancel);
        var row = await Of(db, account).FirstOrDefaultAsync(t => t.Name == id, cancel);
        if (row is null || Read(row) is not { } kept)
            return false;
        row.Value = Written(kept with { Seen = clock.GetUtcNow() });
        try
        {
            await db.SaveChangesAsync(cancel);
            return true;
        }
        catch (DbUpdateConcurrencyException)
        {
            return false;
        }
    }

    /// <summary>The open ones, the last seen first.</summary>
    public async Task<ImmutableArray<OpenSession>> Of(Guid account, DateTimeOffset oldest, CancellationToken cancel)
    {
        await using var db = await accounts.CreateDbContextAsync(cancel);
        var stamp = await Stamp(db, account, cancel);
        return
        [
            .. (await Rows(db, account, cancel))
                .Where(r => r.Kept.Stamp == stamp && r.Kept.Began >= oldest)
                .Select(r => new OpenSession(r.Row.Name, r.Kept.Began, r.Kept.Seen, r.Kept.Device))
                .OrderByDescending(s => s.Seen),
        ];
    }

    public Task End(Guid account, string id, CancellationToken cancel) => End(account, row => row.Name == id, cancel);

    public Task EndOthers(Guid account, string id, CancellationToken cancel) =>
        End(account, row => row.Name != id, cancel);

    private async Task End(Guid account, Func<IdentityUserToken<Guid>, bool> which, CancellationToken cancel)
    {
        await using var db = await accounts.CreateDbContextAsync(cancel);
        List<string> over =
        [
            .. (await Of(db, account).AsNoTracking().ToListAsync(cancel)).Where(which).Select(row => row.Name),
        ];
        foreach (var session in over)
            ended.End(session);
        await Of(db, account).Where(t => over.Contains(t.Name)).ExecuteDeleteAsync(cancel);
        if (over.Count > 0)
            log.SessionsEnded(account, "by its owner");
    }

    private static IQueryable<IdentityUserToken<Guid>> Of(AccountsDb db, Guid account) =>
        db.UserTokens.Where(t => t.UserId == account && t.LoginProvider == Provider);

    private static async Task<List<(IdentityUserToken<Guid> Row, Kept Kept)>> Rows(
        AccountsDb db,
        Guid account,
        CancellationToken cancel
    ) =>
        [
            .. (await Of(db, account).AsNoTracking().ToListAsync(cancel)).Select(row =>
                (row, Read(row) ?? new Kept(default, default, "", ""))
            ),
        ];

    private static Task<string?> Stamp(AccountsDb db, Guid account, CancellationToken cancel) =>
        db.Users.Where(u => u.Id == account).Select(u => u.SecurityStamp).FirstOrDefaultAsync(cancel);

    private static string Written(Kept kept) => JsonSerializer.Serialize(kept);

    private static Kept? Read(IdentityUserToken<Guid> row) =>
        row.Value is { } value ? JsonSerializer.Deserialize<Kept>(value) : null;

    /// <param name="Stamp">Of the account when the session began: with another one it is over.</param>
    private sealed record Kept(DateTimeOffset Began, DateTimeOffset Seen, string Device, string Stamp);
}
