using System.Collections.Immutable;

namespace Genggam.Engine.Tests;

public sealed class OpeningTests
{
    private const string Wib = "Asia/Jakarta";
    private const string Wit = "Asia/Jayapura";
    private static readonly DateTime First = new(2027, 6, 1, 8, 0, 0);
    private static readonly DateTime Last = new(2027, 6, 30, 16, 0, 0);
    private static readonly ImmutableSortedDictionary<string, string> Words = ImmutableSortedDictionary<
        string,
        string
    >.Empty.Add("id", "Sebabnya");
    private static readonly Opening June = new([new OpeningWindow(First, Last)], "opening.reason", null);

    private static DateTimeOffset On(DateTime wall, string zone = Wib) => ZoneVersion.Indonesia.At(wall, zone);

    private static Intake Now(
        Opening opening,
        DateTimeOffset now,
        string zone = Wib,
        Pause? pause = null,
        params Extension[] extensions
    ) => opening.At(now, zone, ZoneVersion.Indonesia, pause is null ? [] : [pause], extensions);

    [Fact]
    public void A_window_opens_at_its_first_moment_and_is_closed_at_its_last()
    {
        Assert.Equal(new Intake.NotYet(On(First)), Now(June, On(First).AddTicks(-1)));
        Assert.Equal(new Intake.Open(On(Last), null), Now(June, On(First)));
        Assert.Equal(new Intake.Open(On(Last), null), Now(June, On(Last).AddTicks(-1)));
        Assert.Equal(new Intake.Over(On(Last)), Now(June, On(Last)));
    }

    [Fact]
    public void The_east_opens_by_its_own_clock()
    {
        Assert.IsType<Intake.Open>(Now(June, On(First, Wit), Wit));
        Assert.IsType<Intake.NotYet>(Now(June, On(First, Wit)));
    }

    [Fact]
    public void The_last_minute_of_the_calendar_is_a_time_in_every_zone()
    {
        var last = new DateTime(9999, 12, 31, 23, 59, 0);
        Assert.All([Wib, "Asia/Makassar", Wit], zone => Assert.Equal(last, On(last, zone).DateTime));
    }

    [Fact]
    public void Between_two_windows_the_next_one_is_told()
    {
        var december = new OpeningWindow(First.AddMonths(6), Last.AddMonths(6));
        var twice = June with { Windows = June.Windows.Add(december) };
        Assert.Equal(new Intake.NotYet(On(december.From)), Now(twice, On(Last)));
    }

    [Fact]
    public void An_extension_makes_its_window_longer_and_never_shorter()
    {
        var longer = new Extension(Last, Last.AddDays(5), Words);
        var shorter = new Extension(Last, First, Words);
        Assert.Equal(new Intake.Open(On(longer.Until), longer), Now(June, On(Last), Wib, null, shorter, longer));
        Assert.Equal(new Intake.Open(On(Last), null), Now(June, On(First), Wib, null, shorter));
        var other = longer with { Ends = Last.AddDays(1) };
        Assert.IsType<Intake.Over>(Now(June, On(Last), Wib, null, other));
    }

    [Fact]
    public void A_pause_holds_from_its_beginning_until_its_end()
    {
        var pause = new Pause(On(First).AddDays(1), On(First).AddDays(2), Words);
        Assert.IsType<Intake.Open>(Now(June, pause.From.AddTicks(-1), Wib, pause));
        Assert.Equal(new Intake.Paused(pause), Now(June, pause.From, Wib, pause));
        Assert.Equal(new Intake.Paused(pause), Now(Opening.Always, pause.From, Wib, pause));
        Assert.IsType<Intake.Open>(Now(June, pause.Until!.Value, Wib, pause));
        Assert.IsType<Intake.Paused>(Now(Opening.Always, pause.From.AddYears(1), Wib, pause with { Until = null }));
        Assert.IsType<Intake.Over>(Now(June, On(Last), Wib, pause with { Until = null }));
    }

    [Fact]
    public void Of_two_pauses_the_one_that_ends_last_is_told()
    {
        var (brief, lasting) = (
            new Pause(On(First), On(First).AddDays(1), Words),
            new Pause(On(First), On(First).AddDays(9), Words)
        );
        var told = Opening.Always.At(On(First), Wib, ZoneVersion.Indonesia, [lasting, brief], []);
        Assert.Equal(new Intake.Paused(lasting), told);
    }
}
