using System.Collections.Concurrent;
using System.Security.Claims;

namespace Genggam.Web.Api;

/// <summary>What tokens said when they were last read, for <see cref="Life"/> and never past their own end.</summary>
internal sealed class TokenMemory
{
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(1);
    private const int Most = 4096;
    private readonly ConcurrentDictionary<string, (ClaimsPrincipal Who, DateTimeOffset Until)> known = new(
        StringComparer.Ordinal
    );

    public ClaimsPrincipal? Find(string token, TimeProvider clock)
    {
        if (!known.TryGetValue(token, out var held))
            return null;
        if (held.Until > clock.GetUtcNow())
            return held.Who;
        known.TryRemove(token, out _);
        return null;
    }

    public void Keep(string token, ClaimsPrincipal who, DateTimeOffset expires, TimeProvider clock)
    {
        if (known.Count >= Most)
            known.Clear();
        var soon = clock.GetUtcNow() + Life;
        known[token] = (who, expires < soon ? expires : soon);
    }
}
