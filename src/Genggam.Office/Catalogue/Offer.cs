using System.Collections.Immutable;
using Genggam.Engine;

namespace Genggam.Office.Catalogue;

/// <summary>The services on offer in one zone, until another release begins there.</summary>
/// <param name="Until">Null where nothing is scheduled.</param>
internal sealed record Offer(
    ImmutableSortedDictionary<string, Release> Services,
    ServiceSearch Search,
    DateTimeOffset? Until
)
{
    public static Offer Of(
        IEnumerable<KeyValuePair<string, Timetable>> timetables,
        Func<string, Release> release,
        DateTimeOffset now,
        string zone
    )
    {
        var services = ImmutableSortedDictionary.CreateBuilder<string, Release>(StringComparer.Ordinal);
        DateTimeOffset? until = null;
        foreach (var (service, timetable) in timetables)
        {
            if (timetable.InForce(now, zone, ZoneVersion.Indonesia) is { } publication)
                services[service] = release(publication.Hash);
            if (timetable.Next(now, zone, ZoneVersion.Indonesia) is { } next && !(next > until))
                until = next;
        }
        return new Offer(services.ToImmutable(), new ServiceSearch(services.Values), until);
    }
}
