using Genggam.Engine;
using Genggam.Office.Catalogue;
using Genggam.Standards;

namespace Genggam.Office.Tests.Agencies;

public sealed class CalendarTests
{
    private const string Year = """
        year: 2026
        holidays:
          - { date: 2026-01-01, name: Tahun Baru }
          - { date: 2026-08-17, name: Hari Kemerdekaan }
        hours: { mon-thu: "08:00-16:00", fri: "08:00-16:30" }
        """;

    [Theory]
    [InlineData("date: 2026-08-17", "date: 2026-08-71")]
    [InlineData("date: 2026-08-17", "date: 2062-08-17")]
    [InlineData("date: 2026-08-17", "tanggal: 2026-08-17")]
    public void A_mistyped_holiday_is_named_with_its_line(string right, string wrong)
    {
        var problem = Assert.Single(Read(Year.Replace(right, wrong, StringComparison.Ordinal)).Problems);
        Assert.Equal(("2026.yaml", 4), (problem.Place.File, problem.Place.Line));
    }

    [Fact]
    public void Office_hours_that_cannot_be_read_are_named() =>
        Assert.Equal(
            5,
            Assert.Single(Read(Year.Replace("08:00-16:30", "8-16", StringComparison.Ordinal)).Problems).Place.Line
        );

    [Fact]
    public void An_amended_list_of_holidays_is_another_version()
    {
        var (calendar, problems) = Read(Year);
        Assert.Empty(problems);
        Assert.NotEqual(calendar.Id, Read(Year.Replace("08-17", "08-18", StringComparison.Ordinal)).Calendar.Id);
        Assert.NotEqual(calendar.Id, Read(Year.Replace("16:30", "16:00", StringComparison.Ordinal)).Calendar.Id);
    }

    [Fact]
    public void A_comment_in_the_list_makes_no_other_version() =>
        Assert.Equal(Read(Year).Calendar.Id, Read("# SKB 2026\n" + Year).Calendar.Id);

    [Fact]
    public void The_shipped_calendar_is_read_whole()
    {
        var problems = new List<Problem>();
        Assert.NotEmpty(ServiceCatalogue.ReadCalendar(Town.ShippedServices, problems).Closed);
        Assert.Empty(problems);
    }

    private static (CalendarVersion Calendar, List<Problem> Problems) Read(string year)
    {
        var services = Directory.CreateTempSubdirectory("genggam-calendar");
        try
        {
            File.WriteAllText(Path.Combine(services.CreateSubdirectory("calendars").FullName, "2026.yaml"), year);
            var problems = new List<Problem>();
            return (ServiceCatalogue.ReadCalendar(services.FullName, problems), problems);
        }
        finally
        {
            services.Delete(true);
        }
    }
}
