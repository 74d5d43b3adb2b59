using Genggam.Office.Tests.People;
using Genggam.Office.Watching;

namespace Genggam.Office.Tests.Watching;

public sealed class PageTimesTests
{
    private readonly TestClock clock = new();

    private static TimeSpan Ms(double milliseconds) => TimeSpan.FromMilliseconds(milliseconds);

    [Fact]
    public void The_lengths_of_an_hour_are_told_by_route_at_most_a_fifth_too_long()
    {
        var times = new PageTimes(clock);
        for (var i = 1; i <= 100; i++)
            times.Add("/berkas/{Id:guid}", Ms(i * 10));
        times.Add("/", Ms(0.2));

        var pages = times.LastHour();
        Assert.Equal(["/berkas/{Id:guid}", "/"], pages.Select(p => p.Route));
        Assert.Equal(100, pages[0].Requests);
        Assert.InRange(pages[0].Median, Ms(500), Ms(600));
        Assert.InRange(pages[0].P95, Ms(950), Ms(1140));
        Assert.InRange(pages[0].P99, Ms(990), Ms(1188));
        Assert.Equal(Ms(1), pages[1].P99);
    }

    [Fact]
    public void What_is_older_than_an_hour_is_forgotten()
    {
        var times = new PageTimes(clock);
        times.Add("/", Ms(2000));
        clock.Now += TimeSpan.FromMinutes(54);
        times.Add("/", Ms(5));
        Assert.Equal(2, Assert.Single(times.LastHour()).Requests);
        clock.Now += TimeSpan.FromMinutes(11);
        Assert.Equal(1, Assert.Single(times.LastHour()).Requests);
        clock.Now += TimeSpan.FromHours(1);
        Assert.Empty(times.LastHour());
    }

    [Fact]
    public void Routes_beyond_the_number_that_is_told_apart_count_together()
    {
        var times = new PageTimes(clock);
        for (var i = 0; i < PageTimes.MostRoutes + 50; i++)
            times.Add($"/r{i}", Ms(1));
        var pages = times.LastHour();
        Assert.Equal(PageTimes.MostRoutes + 1, pages.Length);
        Assert.Equal(50, pages.Single(p => p.Route == PageTimes.Others).Requests);
    }
}
