using System.Collections.Immutable;
using Genggam.Office.Agencies;
using Genggam.Office.PastCases.Profiles;

namespace Genggam.Office.PastCases.Days;

/// <summary>One officer of an office.</summary>
/// <param name="Slowness">Times what others need.</param>
/// <param name="Strictness">1 is middling; a stricter one sees more and lets less pass.</param>
internal sealed record OfficerAtWork(string Name, double Slowness, double Strictness);

/// <summary>An agency as it works on one service: its people, its hours, what waits there.</summary>
/// <param name="Places">More than one at an agency of the centre.</param>
internal sealed class AgencyAtWork
{
    private const double SlownessSpread = 0.35;
    private const double StrictnessSpread = 0.55;

    /// <summary>Officers can do somewhat more than comes; after days on which nobody worked they need a while.</summary>
    private const double Slack = 1.12;
    private const double HoursOfDay = 8;

    private readonly ImmutableSortedDictionary<string, Weighted<OfficerAtWork>> officers;
    private readonly double[] waiting;
    private readonly DateOnly first;

    /// <param name="arrivals">Cases by day, from <paramref name="first"/>.</param>
    public AgencyAtWork(
        Agency agency,
        IReadOnlyList<OfficePlace> places,
        WorkingHours hours,
        ServiceProfile? profile,
        int seed,
        DateOnly first,
        int[] arrivals,
        Func<DateOnly, bool> isWorkingDay
    )
    {
        (Agency, Places, Hours, this.first) = (agency, places, hours, first);
        var days = Enumerable.Range(0, arrivals.Length).Count(d => isWorkingDay(first.AddDays(d)));
        var perDay = arrivals.Sum() / (double)Math.Max(1, days);
        officers = (profile?.Officers ?? ImmutableSortedDictionary<string, Staffing>.Empty).ToImmutableSortedDictionary(
            s => s.Key,
            s => Staff(s.Key, Math.Max(s.Value.Least, (int)Math.Round(perDay / s.Value.PerDay)), seed)
        );
        waiting = Waiting(arrivals, perDay * Slack, d => isWorkingDay(first.AddDays(d)));
    }

    public Agency Agency { get; }

    public IReadOnlyList<OfficePlace> Places { get; }

    public WorkingHours Hours { get; }

    /// <summary>Who of a role takes a case; the quick ones take more.</summary>
    public OfficerAtWork Officer(string role, Dice dice) =>
        officers.TryGetValue(role, out var those) ? those.Draw(dice) : new OfficerAtWork(role, 1, 1);

    public IReadOnlyList<OfficerAtWork> Officers(string role) =>
        officers.TryGetValue(role, out var those) ? those.Items : [];

    /// <summary>Hours of work until those are done that came before.</summary>
    public double Queue(DateOnly day) =>
        waiting.Length == 0 ? 0 : waiting[Math.Clamp(day.DayNumber - first.DayNumber, 0, waiting.Length - 1)];

    private Weighted<OfficerAtWork> Staff(string role, int count, int seed) =>
        new(
            Enumerable
                .Range(1, count)
                .Select(n =>
                {
                    var name = n == 1 ? role : $"{role}-{n}";
                    var dice = Dice.Of(seed, $"{Agency.Id}/{name}");
                    var officer = new OfficerAtWork(
                        name,
                        dice.Spread(1, SlownessSpread),
                        dice.Spread(1, StrictnessSpread)
                    );
                    return (officer, 1 / officer.Slowness);
                })
        );

    private static double[] Waiting(int[] arrivals, double capacity, Func<int, bool> works)
    {
        var waits = new double[arrivals.Length];
        var left = 0.0;
        for (var day = 0; day < arrivals.Length; day++)
        {
            left += arrivals[day];
            // Of the day's own those are done first that came before, and most of them are.
            waits[day] = capacity > 0 ? Math.Max(0, left - arrivals[day] * 0.85) / capacity * HoursOfDay : 0;
            if (works(day))
                left = Math.Max(0, left - capacity);
        }
        return waits;
    }
}
