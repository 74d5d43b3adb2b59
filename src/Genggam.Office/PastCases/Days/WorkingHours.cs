using Genggam.Engine;

namespace Genggam.Office.PastCases.Days;

/// <summary>The hours in which the offices of a zone are open, from one day to another.</summary>
internal sealed class WorkingHours
{
    private readonly long[] opens;
    private readonly long[] closes;
    private readonly TimeSpan offset;

    public WorkingHours(CalendarVersion calendar, string zone, DateOnly from, DateOnly until)
    {
        offset = ZoneVersion.Indonesia.Local(DateTimeOffset.UnixEpoch, zone).Offset;
        var days = Enumerable
            .Range(0, until.DayNumber - from.DayNumber)
            .Select(from.AddDays)
            .Where(calendar.IsWorkingDay)
            .Select(day => (Day: day, Hours: calendar.Hours[day.DayOfWeek]))
            .ToList();
        opens = [.. days.Select(d => Ticks(d.Day, d.Hours.From))];
        closes = [.. days.Select(d => Ticks(d.Day, d.Hours.To))];
    }

    /// <summary>When so many hours of work have gone by, at once where an office is open; beyond the last day nothing happens.</summary>
    public DateTimeOffset After(DateTimeOffset from, double hours, DateOnly? notBefore = null)
    {
        var at = from.UtcTicks;
        if (notBefore is { } day)
            at = Math.Max(at, Ticks(day, TimeOnly.MinValue));
        var left = (long)(hours * TimeSpan.TicksPerHour);
        var place = Array.BinarySearch(closes, at + 1);
        for (var i = place < 0 ? ~place : place; i < opens.Length; i++)
        {
            var begin = Math.Max(at, opens[i]);
            if (begin + left < closes[i])
                return Instant(begin + left);
            left -= closes[i] - begin;
        }
        return DateTimeOffset.MaxValue;
    }

    private long Ticks(DateOnly day, TimeOnly time) => new DateTimeOffset(day.ToDateTime(time), offset).UtcTicks;

    /// <summary>On the wall clock, to the second.</summary>
    private DateTimeOffset Instant(long ticks) =>
        new DateTimeOffset(ticks - ticks % TimeSpan.TicksPerSecond, TimeSpan.Zero).ToOffset(offset);
}
