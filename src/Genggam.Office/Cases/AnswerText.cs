using System.Globalization;
using Genggam.Engine;
using Genggam.Office.Documents;
using Genggam.Standards.Feel;

namespace Genggam.Office.Cases;

/// <summary>Facts as people of a language write them: options by their text, dates with the month's name, money with dots.</summary>
public sealed class AnswerText(Release release, string language)
{
    private readonly TextBook texts = release.TextsIn(language);
    private readonly CultureInfo culture = Culture(language);

    /// <param name="key">The dotted path of the answer, by which its options are found.</param>
    public string Value(string key, FeelValue value) =>
        value switch
        {
            FeelNull => "",
            FeelString text => Option(key, text.Value) ?? text.Value,
            FeelBoolean truth when language == "en" => truth.Value ? "Yes" : "No",
            FeelBoolean truth => truth.Value ? "Ya" : "Tidak",
            FeelNumber number => number.ToDecimal()?.ToString("#,0.##", culture) ?? number.ToString(),
            FeelTime time => Clock(time),
            FeelDateTime { Date: var day } moment when day.ToDateOnly() is { } on =>
                $"{Date(on)}, {Clock(moment.Time)}",
            FeelDate { } date when date.ToDateOnly() is { } day => Date(day),
            FeelList list => string.Join(", ", list.Items.Select(i => Value(key, i))),
            FeelContext file when file["nama"] is FeelString name => name.Value,
            FeelContext => "",
            _ => value.ToString() ?? "",
        };

    /// <summary>Date and time on the wall clock of a zone, such as 24 November 2026, 09.30 WIB.</summary>
    public string Instant(DateTimeOffset at, string zone)
    {
        var local = ZoneVersion.Indonesia.Local(at, zone);
        var name = local.Offset.Hours switch
        {
            8 => "WITA",
            9 => "WIT",
            _ => "WIB",
        };
        return $"{Date(DateOnly.FromDateTime(local.DateTime))}, {local.ToString("HH.mm", CultureInfo.InvariantCulture)} {name}";
    }

    private static string Clock(FeelTime time) =>
        string.Create(CultureInfo.InvariantCulture, $"{time.Hour:00}.{time.Minute:00}");

    public string Date(DateOnly day) => LetterDates.In(language).Write(day);

    private string? Option(string key, string value)
    {
        foreach (var form in release.Forms.Values)
            if (form.Field(key) is { Options.Length: > 0 } field && field.Options.Any(o => o.Value == value))
                return texts.Find($"forms.{form.Id}.fields.{field.TextKey}.options.{value}");
        return null;
    }

    /// <summary>Separators of the language; the machine's own cultures are not used.</summary>
    private static CultureInfo Culture(string language)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        if (language == "en")
            return culture;
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        return culture;
    }
}
