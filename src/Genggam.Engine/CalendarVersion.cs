using System.Collections.Immutable;

namespace Genggam.Engine;

public readonly record struct OfficeHours(TimeOnly From, TimeOnly To);

/// <summary>A version of the working calendar: holidays, joint leave and office hours, each set by a regulation.</summary>
/// <param name="Closed">National holidays and joint leave.</param>
/// <param name="Hours">Office hours by day of the week; a day that is missing is not a working day.</param>
public sealed record CalendarVersion(
    string Id,
    ImmutableSortedSet<DateOnly> Closed,
    ImmutableSortedDictionary<DayOfWeek, OfficeHours> Hours
)
{
    public bool IsWorkingDay(DateOnly day) => Hours.ContainsKey(day.DayOfWeek) && !Closed.Contains(day);
}
