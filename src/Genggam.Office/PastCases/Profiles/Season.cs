using System.Collections.Immutable;
using Genggam.Engine;

namespace Genggam.Office.PastCases.Profiles;

/// <summary>How many people apply on a day beside other days, and when on it.</summary>
/// <param name="Weekdays">Monday first.</param>
/// <param name="Months">January first.</param>
/// <param name="Closed">What is left of a day on holidays and joint leave.</param>
internal sealed record Season(
    ImmutableArray<double> Weekdays,
    ImmutableArray<double> Months,
    double Closed,
    ImmutableArray<QuietTime> Quiet,
    Weighted<int> Hours
)
{
    public double WeightOf(DateOnly day, CalendarVersion calendar) =>
        Weekdays[((int)day.DayOfWeek + 6) % 7]
        * Months[day.Month - 1]
        * (calendar.Closed.Contains(day) ? Closed : 1)
        * Quiet.Where(q => day >= q.From && day <= q.Until).Aggregate(1.0, (all, q) => all * q.Share);
}

/// <summary>Such as the weeks around Lebaran.</summary>
internal sealed record QuietTime(DateOnly From, DateOnly Until, double Share);
