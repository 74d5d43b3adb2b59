using Genggam.Engine;
using Genggam.Office.PastCases.Profiles;

namespace Genggam.Office.PastCases.Days;

/// <summary>When a case begins, and where. All else about it follows from its number.</summary>
/// <param name="Number">Of the order, before they were brought in the order of time.</param>
/// <param name="Desk">The place of service and agency in the list of those that are told of.</param>
internal readonly record struct Arrival(long Ticks, int Number, short Desk, string Channel);

/// <summary>Spreads the cases of an order over days, agencies and hours.</summary>
internal static class Arrivals
{
    private const string Counter = "counter";
    private const string Otherwise = "web";

    /// <summary>In the order of time.</summary>
    /// <param name="services">Each with its channels, and its desks with how much comes to each.</param>
    /// <param name="hours">Of a zone: at the counter people are served while it is open.</param>
    /// <param name="near">The desk that a case comes to in any case, by its number and service.</param>
    public static Arrival[] Of(
        PastCasesOrder order,
        IReadOnlyList<(
            Season Season,
            double Volume,
            Weighted<string> Channels,
            Weighted<(short Desk, string Zone)> Desks
        )> services,
        Func<string, WorkingHours> hours,
        Func<int, int, short?> near,
        CalendarVersion calendar,
        DateTimeOffset present
    )
    {
        var today = DateOnly.FromDateTime(present.UtcDateTime);
        var first = today.AddDays(-order.Days);
        var days = services
            .Select(s => new Weighted<DateOnly>(
                Enumerable
                    .Range(0, order.Days + 1)
                    .Select(first.AddDays)
                    .Select(day => (day, s.Season.WeightOf(day, calendar)))
            ))
            .ToList();
        var which = new Weighted<int>(services.Select((s, i) => (i, s.Volume)));
        var arrivals = new Arrival[order.Cases];
        for (var number = 0; number < arrivals.Length; number++)
        {
            var dice = Dice.Of(order.Seed, number, use: 1);
            // The first of each service, so that even a few cases show all of them.
            var service = number < services.Count ? number : which.Draw(dice);
            var (desk, zone) = services[service].Desks.Draw(dice);
            desk = near(number, service) ?? desk;
            var day = days[service].Draw(dice);
            var hour = services[service].Season.Hours.Draw(dice);
            var local = new DateTimeOffset(
                day.ToDateTime(new TimeOnly(hour, dice.Between(0, 59), dice.Between(0, 59))),
                ZoneVersion.Indonesia.Local(present, zone).Offset
            );
            while (local >= present)
                local = local.AddDays(-1);
            var channel = services[service].Channels.Draw(dice);
            if (channel == Counter && hours(zone).After(local, dice.Share()) is var served && served < present)
                local = served;
            else if (channel == Counter)
                channel = Otherwise;
            arrivals[number] = new Arrival(local.UtcTicks, number, desk, channel);
        }
        Array.Sort(arrivals, (a, b) => a.Ticks != b.Ticks ? a.Ticks.CompareTo(b.Ticks) : a.Number - b.Number);
        return arrivals;
    }
}
