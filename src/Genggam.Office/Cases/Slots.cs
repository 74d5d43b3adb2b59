using System.Globalization;
using System.Text.RegularExpressions;
using Genggam.Engine;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Office.Cases;

/// <summary>
/// Fills a text of the service with facts of a case. <c>{anak.nama}</c> is a fact, written as people of the language write
/// it; <c>{@frasa.kutipan}</c> is a fact that names another text.
/// </summary>
public sealed partial class Slots(Release release, Case state, string language)
{
    private readonly TextBook texts = release.TextsIn(language);
    private readonly CultureInfo culture = Culture(language);

    public string Fill(string text) => Slot().Replace(text, match => Value(match.Groups[1].Value));

    /// <summary>The text of a fact; empty where the case does not have it.</summary>
    public string Value(string path) =>
        path.StartsWith('@')
            ? state.Data.At(path[1..]) is FeelString key
                ? texts[key.Value]
                : ""
            : path switch
            {
                "berkas.nomor" => state.Number ?? "",
                "berkas.dibuka" => Date(
                    DateOnly.FromDateTime(ZoneVersion.Indonesia.Local(state.OpenedAt, state.Zone).Date)
                ),
                _ => Value(path, state.Data.At(path)),
            };

    public string Value(string key, FeelValue value) =>
        value switch
        {
            FeelNull => "",
            FeelString text => Option(key, text.Value) ?? text.Value,
            FeelBoolean truth when language == "en" => truth.Value ? "Yes" : "No",
            FeelBoolean truth => truth.Value ? "Ya" : "Tidak",
            FeelNumber number => number.Value.ToString("#,0.##", culture),
            FeelDate { } date when date.ToDateOnly() is { } day => Date(day),
            FeelList list => string.Join(", ", list.Items.Select(i => Value(key, i))),
            FeelContext file when file["nama"] is FeelString name => name.Value,
            FeelContext => "",
            _ => value.ToString() ?? "",
        };

    public string Date(DateOnly day) => day.ToString("d MMMM yyyy", culture);

    private string? Option(string key, string value)
    {
        foreach (var form in release.Forms.Values)
            if (form.Field(key) is { Options.Length: > 0 } field && field.Options.Any(o => o.Value == value))
                return texts.Find($"forms.{form.Id}.fields.{key}.options.{value}");
        return null;
    }

    /// <summary>Month names and separators of the language; the machine's own cultures are not used.</summary>
    private static CultureInfo Culture(string language)
    {
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        if (language == "en")
            return culture;
        culture.NumberFormat.NumberGroupSeparator = ".";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        string[] months =
        [
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
            "Desember",
            "",
        ];
        culture.DateTimeFormat.MonthNames = months;
        culture.DateTimeFormat.MonthGenitiveNames = months;
        culture.DateTimeFormat.DayNames = ["Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"];
        return culture;
    }

    [GeneratedRegex(@"\{(@?[A-Za-z_][A-Za-z0-9_.]*)\}")]
    private static partial Regex Slot();
}
