using System.Collections.Concurrent;

namespace Genggam.Office.People;

/// <summary>
/// Accounts whose sessions were ended on this node since it started, so that they end with the next request. Other nodes
/// see it by the security stamp, which a session is held against every few minutes.
/// </summary>
public sealed class EndedSessions
{
    private readonly ConcurrentDictionary<string, DateTimeOffset> since = new(StringComparer.Ordinal);

    public void End(string account, DateTimeOffset at) => since[account] = at;

    public bool Has(string? account, DateTimeOffset? begun) =>
        account is not null && since.TryGetValue(account, out var end) && !(begun > end);
}
