using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Office.Agencies;
using Genggam.Office.Catalogue;
using Genggam.Office.PastCases.Days;
using Genggam.Office.PastCases.Profiles;
using Genggam.Standards.Feel;

namespace Genggam.Office.PastCases.Telling;

/// <summary>Where an order is told: the services at the agencies that offer them, and what arrives there when.</summary>
internal sealed class Desks(ServiceCatalogue catalogue, Agencies.Agencies agencies, Regions regions)
{
    /// <summary>Days after the present that working hours are known of: until then nothing is told.</summary>
    private const int Ahead = 30;

    /// <summary>Of a service that has no profile: every day alike, in office hours.</summary>
    private static readonly Season Plain = new(
        [1, 1, 1, 1, 1, 0.1, 0.1],
        [.. Enumerable.Repeat(1.0, 12)],
        0.1,
        [],
        new Weighted<int>(Enumerable.Range(8, 8).Select(hour => (hour, 1.0)))
    );

    private static readonly Weighted<string> Channels = new([("web", 7), ("counter", 2), ("api", 1)]);

    public (IReadOnlyList<Desk> All, Arrival[] Arrivals) Of(
        PastCasesOrder order,
        ImmutableSortedDictionary<string, ServiceProfile> profiles,
        DateTimeOffset present
    )
    {
        var services = catalogue
            .Services.Where(s => order.Service is null || s.Id == order.Service)
            .Select(s =>
                (
                    Release: s,
                    Profile: profiles.GetValueOrDefault(s.Id),
                    Examples: ServiceFolder.Examples(s, []).Where(IsStory).ToList(),
                    Agencies: agencies.All.Where(a => a.Services.Contains(s.Id)).ToList()
                )
            )
            // A service that is just being written is offered nowhere yet.
            .Where(s => s.Agencies.Count > 0 && (s.Profile is not null || s.Examples.Count > 0))
            .ToList();
        if (services.Count == 0)
            return ([], []);
        var places = services.SelectMany(s => s.Agencies.Select(a => (Service: s, Agency: a))).ToList();
        var first = DateOnly.FromDateTime(present.UtcDateTime).AddDays(-order.Days - 1);
        var hours = places
            .Select(p => p.Agency.Zone)
            .Distinct()
            .ToDictionary(
                zone => zone,
                zone => new WorkingHours(catalogue.Calendar, zone, first, first.AddDays(order.Days + Ahead))
            );
        var arrivals = Arrivals.Of(
            order,
            [
                .. services.Select(s =>
                    (
                        s.Profile?.Season ?? Plain,
                        s.Profile?.Volume ?? 1,
                        s.Profile?.Channels ?? Channels,
                        new Weighted<(short, string)>(
                            s.Agencies.Select(a =>
                                (
                                    ((short)places.FindIndex(p => p.Agency == a && p.Service == s), a.Zone),
                                    s.Profile?.Agencies.GetValueOrDefault(a.Id, 1) ?? 1
                                )
                            )
                        )
                    )
                ),
            ],
            zone => hours[zone],
            (number, service) =>
                number < order.Known.Count
                    ? Near(
                        order.Known[number],
                        [.. places.Select(p => p.Service == services[service] ? p.Agency : null)]
                    )
                    : null,
            catalogue.Calendar,
            present
        );
        var perDay = places.Select(_ => new int[order.Days + 2]).ToList();
        foreach (var arrival in arrivals)
            perDay[arrival.Desk][DayOf(arrival.Ticks).DayNumber - first.DayNumber]++;
        return (
            [
                .. places.Select(
                    (p, i) =>
                        new Desk(
                            catalogue.World(catalogue.At(p.Service.Release, p.Agency)),
                            p.Service.Profile,
                            p.Service.Examples,
                            new AgencyAtWork(
                                p.Agency,
                                PlacesOf(p.Agency),
                                hours[p.Agency.Zone],
                                p.Service.Profile,
                                order.Seed,
                                first,
                                perDay[i],
                                catalogue.Calendar.IsWorkingDay
                            )
                        )
                ),
            ],
            arrivals
        );
    }

    private static DateOnly DayOf(long ticks) => DateOnly.FromDateTime(new DateTime(ticks, DateTimeKind.Utc));

    /// <summary>Somebody known goes to the office of where their NIK says they come from, where that offers the service.</summary>
    private static short? Near(StoryPerson known, List<Agency?> desks)
    {
        var region = $"{known.Nik[..2]}.{known.Nik[2..4]}";
        var place = desks.FindIndex(a => a?.Region == region);
        return place < 0 ? null : (short)place;
    }

    /// <summary>People of an agency of a region come from there, those of the centre from where other agencies are.</summary>
    private List<OfficePlace> PlacesOf(Agency agency)
    {
        var near = agencies
            .All.Select(a => a.Region)
            .OfType<string>()
            .Select(Regency)
            .OfType<string>()
            .Distinct()
            .Where(code => agency.Region is null || agency.Region == code || Regency(agency.Region) == code)
            .ToList();
        return
        [
            .. near.Select(code => new OfficePlace(
                regions.Find(code)?.Name ?? agency.Name.In("id"),
                [.. regions.Children(code)]
            )),
        ];
    }

    private static string? Regency(string code) =>
        code.Split('.') is [var province, var regency, ..] ? $"{province}.{regency}" : null;

    /// <summary>Stories in which nobody is refused for a slip; an application that a rule refuses is one.</summary>
    private static bool IsStory(Example example) =>
        example.Steps.All(s => s.Refused is null || (s is ExampleStep.Submit && s.Refused == Refusals.NotEligible));
}
