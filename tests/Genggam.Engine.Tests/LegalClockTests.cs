namespace Genggam.Engine.Tests;

public sealed class LegalClockTests
{
    private static readonly World World = SampleService.World();

    [Theory]
    [InlineData("2026-08-13T09:00:00+07:00", 2, TimeUnit.WorkingDays, "Asia/Jakarta", "2026-08-18T16:00:00+07:00")]
    [InlineData("2026-08-13T09:00:00+07:00", 2, TimeUnit.CalendarDays, "Asia/Jakarta", "2026-08-15T23:59:59+07:00")]
    [InlineData("2026-08-13T09:00:00+07:00", 24, TimeUnit.Hours, "Asia/Jakarta", "2026-08-14T09:00:00+07:00")]
    [InlineData("2026-08-14T15:00:00+07:00", 2, TimeUnit.WorkingHours, "Asia/Jakarta", "2026-08-18T09:00:00+07:00")]
    [InlineData("2026-08-13T23:30:00+07:00", 1, TimeUnit.CalendarDays, "Asia/Jayapura", "2026-08-15T23:59:59+09:00")]
    [InlineData("2026-08-13T09:00:00+07:00", 15, TimeUnit.Minutes, "Asia/Makassar", "2026-08-13T10:15:00+08:00")]
    public void Time_is_counted_on_the_wall_clock_of_the_deciding_office(
        string start,
        int amount,
        TimeUnit unit,
        string zone,
        string due
    )
    {
        var limit = new TimeLimit(amount, unit, null, false);
        Assert.Equal(
            DateTimeOffset.Parse(due, System.Globalization.CultureInfo.InvariantCulture),
            LegalClock.Due(
                DateTimeOffset.Parse(start, System.Globalization.CultureInfo.InvariantCulture),
                limit,
                World,
                zone
            )
        );
    }
}
