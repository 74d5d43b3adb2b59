using System.Globalization;
using Genggam.Engine;

namespace Genggam.Office.Documents;

/// <summary>Dates written out with the month's name.</summary>
public sealed record LetterDates(params IReadOnlyList<string> Months)
{
    public static readonly LetterDates Indonesian = new(
        "Januari",
        "Februari",
        "Maret",
        "April",
        "Mei",
        "Juni",
        "Juli",
        "Agustus",
        "September",
        "Oktober",
        "November",
        "Desember"
    );

    public static readonly LetterDates English = new(
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December"
    );

    /// <summary>The dates of a language; Indonesian for one that is not known.</summary>
    public static LetterDates In(string language) => language == "en" ? English : Indonesian;

    /// <summary>The day of an instant on the wall clock of a zone.</summary>
    public string Write(DateTimeOffset at, string zone) => Write(ZoneVersion.Indonesia.Day(at, zone));

    public string Write(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]} {date.Year}");
}
