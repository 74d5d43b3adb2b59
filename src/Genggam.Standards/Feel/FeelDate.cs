using System.Globalization;

namespace Genggam.Standards.Feel;

/// <summary>A FEEL date (DMN 1.5, 10.3.2.3.5) of the proleptic Gregorian calendar, years ±999,999,999.</summary>
public sealed class FeelDate : FeelValue, IEquatable<FeelDate>, IComparable<FeelDate>
{
    internal const int LastYear = 999_999_999;

    private FeelDate(int year, int month, int day)
    {
        Year = year;
        Month = month;
        Day = day;
    }

    public int Year { get; }

    public int Month { get; }

    public int Day { get; }

    /// <summary>The date, or null where the calendar has no such day.</summary>
    public static FeelDate? Of(int year, int month, int day) =>
        Math.Abs((long)year) <= LastYear && month is >= 1 and <= 12 && day >= 1 && day <= DaysIn(year, month)
            ? new(year, month, day)
            : null;

    public static FeelDate Of(DateOnly date) => new(date.Year, date.Month, date.Day);

    /// <summary>Reads YYYY-MM-DD as XML Schema writes it; null where it is not one.</summary>
    public static FeelDate? Read(string text) => TemporalText.Date(text);

    /// <summary>Null outside the years 1 to 9999.</summary>
    public DateOnly? ToDateOnly() => Year is >= 1 and <= 9999 ? new DateOnly(Year, Month, Day) : null;

    /// <summary>Days since 1970-01-01.</summary>
    internal long EpochDay
    {
        get
        {
            var shifted = (long)Year - (Month <= 2 ? 1 : 0);
            var era = (shifted >= 0 ? shifted : shifted - 399) / 400;
            var yearOfEra = shifted - era * 400;
            var dayOfYear = (153 * (Month + (Month > 2 ? -3 : 9)) + 2) / 5 + Day - 1;
            var dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
            return era * 146097 + dayOfEra - 719468;
        }
    }

    /// <summary>1 for Monday to 7 for Sunday.</summary>
    internal int Weekday => (int)((EpochDay + 3) % 7 + 7) % 7 + 1;

    internal int DayOfYear => (int)(EpochDay - new FeelDate(Year, 1, 1).EpochDay) + 1;

    internal static FeelDate? FromEpochDay(long days)
    {
        var shifted = days + 719468;
        var era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
        var dayOfEra = shifted - era * 146097;
        var yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146096) / 365;
        var dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100);
        var marchMonth = (5 * dayOfYear + 2) / 153;
        var month = (int)(marchMonth < 10 ? marchMonth + 3 : marchMonth - 9);
        var year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
        return Math.Abs(year) > LastYear
            ? null
            : new((int)year, month, (int)(dayOfYear - (153 * marchMonth + 2) / 5 + 1));
    }

    /// <summary>The same day some months on, or the last day of that month where it is shorter.</summary>
    internal FeelDate? AddMonths(long months)
    {
        var total = Year * 12L + Month - 1 + months;
        var year = (long)Math.Floor(total / 12m);
        if (Math.Abs(year) > LastYear)
            return null;
        var month = (int)(total - year * 12) + 1;
        return new((int)year, month, Math.Min(Day, DaysIn((int)year, month)));
    }

    internal static int DaysIn(int year, int month) =>
        month switch
        {
            2 => year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28,
            4 or 6 or 9 or 11 => 30,
            _ => 31,
        };

    public int CompareTo(FeelDate? other) => other is null ? 1 : EpochDay.CompareTo(other.EpochDay);

    public bool Equals(FeelDate? other) =>
        other is not null && Year == other.Year && Month == other.Month && Day == other.Day;

    public override bool Equals(object? obj) => Equals(obj as FeelDate);

    public override int GetHashCode() => HashCode.Combine(Year, Month, Day);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{(Year < 0 ? "-" : "")}{Math.Abs(Year):D4}-{Month:D2}-{Day:D2}");
}
