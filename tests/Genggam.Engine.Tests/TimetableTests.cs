namespace Genggam.Engine.Tests;

public sealed class TimetableTests
{
    private static readonly DateTimeOffset Noon = new(2027, 1, 4, 5, 0, 0, TimeSpan.Zero);

    private static Publication At(long number, string hash, DateTimeOffset start) =>
        new(number, hash, new PublicationStart.Instant(start));

    private static Publication On(long number, string hash, DateOnly day) =>
        new(number, hash, new PublicationStart.LocalMidnight(day));

    private static string? InForce(Timetable timetable, DateTimeOffset now, string zone = "Asia/Jakarta") =>
        timetable.InForce(now, zone, ZoneVersion.Indonesia)?.Hash;

    [Fact]
    public void The_release_that_began_last_is_in_force()
    {
        var timetable = new Timetable([At(1, "old", Noon.AddDays(-9)), At(2, "new", Noon)]);
        Assert.Null(InForce(timetable, Noon.AddDays(-10)));
        Assert.Equal("old", InForce(timetable, Noon.AddTicks(-1)));
        Assert.Equal("new", InForce(timetable, Noon));
    }

    [Fact]
    public void An_urgent_correction_leaves_the_release_that_is_scheduled_its_day()
    {
        var timetable = new Timetable([
            At(1, "old", Noon.AddDays(-9)),
            At(2, "new year", Noon.AddDays(3)),
            At(3, "correction", Noon),
        ]);
        Assert.Equal("correction", InForce(timetable, Noon));
        Assert.Equal("new year", InForce(timetable, Noon.AddDays(3)));
    }

    [Fact]
    public void Of_two_that_begin_together_the_one_published_later_counts()
    {
        var timetable = new Timetable([At(1, "first", Noon), At(2, "second", Noon)]);
        Assert.Equal("second", InForce(timetable, Noon));
    }

    [Theory]
    [InlineData("Asia/Jayapura", 15)]
    [InlineData("Asia/Makassar", 16)]
    [InlineData("Asia/Jakarta", 17)]
    public void A_release_of_a_day_begins_at_midnight_of_each_office(string zone, int utcHour)
    {
        var timetable = new Timetable([At(1, "old", Noon), On(2, "new", new DateOnly(2027, 2, 1))]);
        var midnight = new DateTimeOffset(2027, 1, 31, utcHour, 0, 0, TimeSpan.Zero);
        Assert.Equal("old", InForce(timetable, midnight.AddTicks(-1), zone));
        Assert.Equal("new", InForce(timetable, midnight, zone));
        Assert.Equal(midnight, timetable.Next(Noon, zone, ZoneVersion.Indonesia));
    }

    [Fact]
    public void A_start_is_read_as_it_was_written()
    {
        PublicationStart[] starts =
        [
            new PublicationStart.Instant(Noon),
            new PublicationStart.LocalMidnight(new(2027, 2, 1)),
        ];
        Assert.All(starts, start => Assert.Equal(start, PublicationStart.Read(start.ToString()!)));
        Assert.Null(PublicationStart.Read("1 Februari 2027"));
    }
}
