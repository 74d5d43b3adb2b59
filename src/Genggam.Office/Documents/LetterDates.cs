using System.Globalization;

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

    public string Write(DateOnly date) =>
        string.Create(CultureInfo.InvariantCulture, $"{date.Day} {Months[date.Month - 1]} {date.Year}");
}
