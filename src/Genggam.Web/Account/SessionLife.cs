using Microsoft.Extensions.Configuration;

namespace Genggam.Web.Account;

/// <summary>
/// How long somebody stays signed in, set by <c>Genggam:Sessions:Idle</c> and <c>Genggam:Sessions:Longest</c>
/// (docs/operations/security.md says why these).
/// </summary>
/// <param name="Idle">After this time without a request the session is over.</param>
/// <param name="Longest">After this time it is over however much is done.</param>
internal sealed record SessionLife(TimeSpan Idle, TimeSpan Longest, TimeProvider Clock)
{
    public DateTimeOffset Now => Clock.GetUtcNow();

    /// <summary>A session that began before is over.</summary>
    public DateTimeOffset Oldest => Now - Longest;

    /// <exception cref="InvalidDataException">A time is not above zero, or above thirty days.</exception>
    public static SessionLife Read(IConfiguration configuration, TimeProvider clock) =>
        new(
            Time(configuration, "Genggam:Sessions:Idle", TimeSpan.FromHours(1)),
            Time(configuration, "Genggam:Sessions:Longest", TimeSpan.FromHours(12)),
            clock
        );

    private static TimeSpan Time(IConfiguration configuration, string name, TimeSpan otherwise)
    {
        var time = configuration.GetValue(name, otherwise);
        return time > TimeSpan.Zero && time <= TimeSpan.FromDays(30)
            ? time
            : throw new InvalidDataException($"{name}: {time} is no time that a session can last.");
    }
}
