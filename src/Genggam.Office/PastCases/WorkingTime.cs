using Genggam.Engine;

namespace Genggam.Office.PastCases;

/// <summary>When people get round to the next step.</summary>
internal static class WorkingTime
{
    private const int LongestMinutes = 14 * 60;
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Some minutes or hours later, in office hours, and not before <paramref name="notBefore"/>.</summary>
    public static DateTimeOffset After(
        CalendarVersion calendar,
        string zone,
        DateTimeOffset from,
        Random chance,
        DateOnly? notBefore
    )
    {
        // The square makes most steps quick and some slow.
        var share = chance.NextDouble();
        var at = from.AddMinutes(5 + share * share * LongestMinutes);
        for (var hours = 0; hours < 24 * 60 && !IsOpen(at); hours++)
            at += Hour;
        return at;

        bool IsOpen(DateTimeOffset moment)
        {
            var local = ZoneVersion.Indonesia.Local(moment, zone);
            var day = DateOnly.FromDateTime(local.DateTime);
            var time = TimeOnly.FromDateTime(local.DateTime);
            return !(day < notBefore)
                && calendar.IsWorkingDay(day)
                && calendar.Hours[day.DayOfWeek] is var hours
                && time >= hours.From
                && time < hours.To;
        }
    }
}
