using System.Collections.Concurrent;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;

namespace Genggam.Office.People;

/// <summary>
/// Accounts whose sessions were ended on this node since it started, by the security stamp they have since then. A session
/// with another stamp is to be held against the account before its next request. Other nodes do so every few minutes.
/// </summary>
public sealed class EndedSessions(TimeProvider clock)
{
    /// <summary>Longer than any session lives; until then it must be known that one was ended.</summary>
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(31);

    private const int Many = 10_000;

    private static readonly string StampClaim = new ClaimsIdentityOptions().SecurityStampClaimType;
    private readonly ConcurrentDictionary<string, string> stamps = new(StringComparer.Ordinal);

    private readonly ConcurrentDictionary<string, DateTimeOffset> single = new(StringComparer.Ordinal);

    /// <summary>One session of an account, and no other.</summary>
    internal void End(string session)
    {
        var now = clock.GetUtcNow();
        single[session] = now;
        if (single.Count > Many)
            foreach (var (old, _) in single.Where(e => e.Value < now - Remembered))
                single.TryRemove(old, out _);
    }

    public bool IsOver(string session) => single.ContainsKey(session);

    /// <summary>Only sessions that begin with the stamp the account has now go on unasked.</summary>
    public void End(Account account) => stamps[account.Id.ToString()] = account.SecurityStamp ?? "";

    /// <summary>Another node may have changed the stamp again: only the account itself says whether the session holds.</summary>
    public bool Suspects(ClaimsPrincipal? who) =>
        who?.FindFirstValue(ClaimTypes.NameIdentifier) is { } account
        && stamps.TryGetValue(account, out var stamp)
        && who.FindFirstValue(StampClaim) != stamp;
}
