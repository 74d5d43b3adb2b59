namespace Genggam.Engine;

public enum TimeUnit
{
    Minutes,
    Hours,
    WorkingHours,
    WorkingDays,
    CalendarDays,
}

/// <summary>A promise of time, with the regulation it rests on.</summary>
public sealed record TimeLimit(int Amount, TimeUnit Unit, string? LegalBasis, bool Unverified)
{
    /// <summary>What files call the unit.</summary>
    public string UnitName =>
        Unit switch
        {
            TimeUnit.Minutes => "minutes",
            TimeUnit.Hours => "hours",
            TimeUnit.WorkingHours => "working-hours",
            TimeUnit.WorkingDays => "working-days",
            _ => "calendar-days",
        };
}

/// <summary>The distance of a deadline: <paramref name="Amount"/> units still to come, or past where it is late.</summary>
public readonly record struct TimeLeft(bool Late, int Amount, TimeUnit Unit);

/// <summary>Adds legal time to an instant, on the wall clock of the deciding office.</summary>
public static class LegalClock
{
    /// <summary>
    /// The last instant that is still in time. Days end at the close of the day: a working day at the end of office hours,
    /// a calendar day at midnight. The day of the start does not count.
    /// </summary>
    public static DateTimeOffset Due(DateTimeOffset start, TimeLimit limit, World world, string zone)
    {
        var local = world.Zones.Local(start, zone);
        return limit.Unit switch
        {
            TimeUnit.Minutes => local.AddMinutes(limit.Amount),
            TimeUnit.Hours => local.AddHours(limit.Amount),
            TimeUnit.CalendarDays => EndOfDay(local, limit.Amount),
            TimeUnit.WorkingDays => EndOfWorkingDay(local, limit.Amount, world.Calendar),
            TimeUnit.WorkingHours => AfterWorkingTime(local, TimeSpan.FromHours(limit.Amount), world.Calendar),
            _ => throw new ArgumentOutOfRangeException(nameof(limit)),
        };
    }

    /// <summary>
    /// How far a deadline is, in the words of its promise: days where the promise counts days, and hours or minutes near
    /// the end of a promise of hours. The day of <paramref name="due"/> itself is zero days away.
    /// </summary>
    public static TimeLeft Left(DateTimeOffset now, DateTimeOffset due, TimeUnit unit, World world, string zone)
    {
        var late = now > due;
        var (from, to) = late ? (due, now) : (now, due);
        var (first, last) = (Day(from), Day(to));
        if (unit is TimeUnit.WorkingDays or TimeUnit.WorkingHours && first != last)
            return new TimeLeft(late, WorkingDays(first, last, world.Calendar), TimeUnit.WorkingDays);
        if (unit is TimeUnit.WorkingDays or TimeUnit.CalendarDays || to - from >= TimeSpan.FromHours(48))
            return new TimeLeft(late, last.DayNumber - first.DayNumber, DaysOf(unit));
        return to - from >= TimeSpan.FromHours(1)
            ? new TimeLeft(late, (int)(to - from).TotalHours, TimeUnit.Hours)
            : new TimeLeft(late, (int)(to - from).TotalMinutes, TimeUnit.Minutes);

        DateOnly Day(DateTimeOffset at) => world.Zones.Day(at, zone);
    }

    private static TimeUnit DaysOf(TimeUnit unit) =>
        unit is TimeUnit.WorkingDays ? TimeUnit.WorkingDays : TimeUnit.CalendarDays;

    private static int WorkingDays(DateOnly after, DateOnly until, CalendarVersion calendar)
    {
        var days = 0;
        for (var day = after.AddDays(1); day <= until; day = day.AddDays(1))
            if (calendar.IsWorkingDay(day))
                days++;
        return days;
    }

    private static DateTimeOffset EndOfDay(DateTimeOffset local, int days) =>
        new DateTimeOffset(local.Date, local.Offset).AddDays(days + 1).AddSeconds(-1);

    private static DateTimeOffset EndOfWorkingDay(DateTimeOffset local, int days, CalendarVersion calendar)
    {
        var day = DateOnly.FromDateTime(local.DateTime);
        for (var left = days; left > 0; )
        {
            day = day.AddDays(1);
            if (calendar.IsWorkingDay(day))
                left--;
        }
        var close = calendar.Hours.TryGetValue(day.DayOfWeek, out var hours) ? hours.To : TimeOnly.MaxValue;
        return new DateTimeOffset(day.ToDateTime(close), local.Offset);
    }

    private static DateTimeOffset AfterWorkingTime(DateTimeOffset local, TimeSpan time, CalendarVersion calendar)
    {
        var day = DateOnly.FromDateTime(local.DateTime);
        var from = TimeOnly.FromDateTime(local.DateTime);
        for (; calendar.Hours.Count > 0; day = day.AddDays(1), from = TimeOnly.MinValue)
        {
            if (!calendar.IsWorkingDay(day))
                continue;
            var hours = calendar.Hours[day.DayOfWeek];
            var begin = from > hours.From ? from : hours.From;
            if (begin >= hours.To)
                continue;
            var open = hours.To - begin;
            if (time <= open)
                return new DateTimeOffset(day.ToDateTime(begin), local.Offset) + time;
            time -= open;
        }
        return local + time;
    }
}
