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
    [InlineData("2026-08-14T09:00:00+07:00", 0, TimeUnit.WorkingDays, "Asia/Jakarta", "2026-08-14T16:00:00+07:00")]
    [InlineData("2026-08-14T09:00:00+07:00", 1, TimeUnit.WorkingDays, "Asia/Jakarta", "2026-08-18T16:00:00+07:00")]
    [InlineData(
        "2026-08-15T09:00:00+07:00",
        0,
        TimeUnit.WorkingDays,
        "Asia/Jakarta",
        "2026-08-15T23:59:59.9999999+07:00"
    )]
    [InlineData("2026-08-13T09:00:00+07:00", 0, TimeUnit.CalendarDays, "Asia/Jakarta", "2026-08-13T23:59:59+07:00")]
    [InlineData("2026-08-13T09:00:00+07:00", 7, TimeUnit.WorkingHours, "Asia/Jakarta", "2026-08-13T16:00:00+07:00")]
    [InlineData("2026-08-13T09:00:00+07:00", 8, TimeUnit.WorkingHours, "Asia/Jakarta", "2026-08-14T09:00:00+07:00")]
    [InlineData("2026-08-13T06:00:00+07:00", 1, TimeUnit.WorkingHours, "Asia/Jakarta", "2026-08-13T09:00:00+07:00")]
    [InlineData("2026-08-13T16:00:00+07:00", 1, TimeUnit.WorkingHours, "Asia/Jakarta", "2026-08-14T09:00:00+07:00")]
    [InlineData("2026-08-15T10:00:00+07:00", 1, TimeUnit.WorkingHours, "Asia/Jakarta", "2026-08-18T09:00:00+07:00")]
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

    [Theory]
    [InlineData("2026-08-13T09:00:00+07:00", "2026-08-18T16:00:00+07:00", TimeUnit.WorkingDays, false, 2, "days")]
    [InlineData("2026-08-18T09:00:00+07:00", "2026-08-18T16:00:00+07:00", TimeUnit.WorkingDays, false, 0, "days")]
    [InlineData("2026-08-18T17:00:00+07:00", "2026-08-18T16:00:00+07:00", TimeUnit.WorkingDays, true, 0, "days")]
    [InlineData("2026-08-20T09:00:00+07:00", "2026-08-18T16:00:00+07:00", TimeUnit.WorkingDays, true, 2, "days")]
    [InlineData("2026-08-13T09:00:00+07:00", "2026-08-14T08:30:00+07:00", TimeUnit.Hours, false, 23, "hours")]
    [InlineData("2026-08-13T09:00:00+07:00", "2026-08-13T09:20:00+07:00", TimeUnit.Hours, false, 20, "minutes")]
    [InlineData("2026-08-13T09:00:00+07:00", "2026-08-13T10:30:00+07:00", TimeUnit.Hours, false, 1, "hours")]
    [InlineData("2026-08-17T09:00:00+07:00", "2026-08-13T09:00:00+07:00", TimeUnit.Hours, true, 4, "calendar")]
    [InlineData("2026-08-13T09:00:00+07:00", "2026-08-14T23:59:59+07:00", TimeUnit.CalendarDays, false, 1, "calendar")]
    [InlineData("2026-08-18T16:00:00+07:00", "2026-08-18T16:00:00+07:00", TimeUnit.WorkingDays, false, 0, "days")]
    [InlineData("2026-08-13T09:00:00+07:00", "2026-08-18T16:00:00+07:00", TimeUnit.WorkingHours, false, 2, "days")]
    [InlineData("2026-08-13T09:00:00+07:00", "2026-08-13T11:00:00+07:00", TimeUnit.WorkingHours, false, 2, "hours")]
    [InlineData("2026-08-13T09:00:00+07:00", "2026-08-15T08:59:59+07:00", TimeUnit.Hours, false, 47, "hours")]
    [InlineData("2026-08-13T09:00:00+07:00", "2026-08-15T09:00:00+07:00", TimeUnit.Hours, false, 2, "calendar")]
    [InlineData("2026-08-13T09:00:00+07:00", "2026-08-13T10:00:00+07:00", TimeUnit.Hours, false, 1, "hours")]
    [InlineData("2026-08-13T09:00:00+07:00", "2026-08-13T09:59:59+07:00", TimeUnit.Minutes, false, 59, "minutes")]
    [InlineData("2026-08-13T09:59:59+07:00", "2026-08-13T09:00:00+07:00", TimeUnit.Minutes, true, 59, "minutes")]
    public void A_deadline_is_as_far_as_its_promise_counts(
        string now,
        string due,
        TimeUnit unit,
        bool late,
        int amount,
        string counted
    )
    {
        var expected = counted switch
        {
            "days" => TimeUnit.WorkingDays,
            "hours" => TimeUnit.Hours,
            "minutes" => TimeUnit.Minutes,
            _ => TimeUnit.CalendarDays,
        };
        Assert.Equal(
            new TimeLeft(late, amount, expected),
            LegalClock.Left(At(now), At(due), unit, World, "Asia/Jakarta")
        );

        static DateTimeOffset At(string text) =>
            DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    [Fact]
    public void Where_no_day_is_a_working_day_hours_run_on()
    {
        var world = World with
        {
            Calendar = World.Calendar with
            {
                Hours = System.Collections.Immutable.ImmutableSortedDictionary<DayOfWeek, OfficeHours>.Empty,
            },
        };
        var start = new DateTimeOffset(2026, 8, 13, 9, 0, 0, TimeSpan.FromHours(7));
        var limit = new TimeLimit(30, TimeUnit.WorkingHours, null, false);

        Assert.Equal(start.AddHours(30), LegalClock.Due(start, limit, world, "Asia/Jakarta"));
    }
}
