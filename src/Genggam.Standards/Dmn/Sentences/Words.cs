using System.Collections.Immutable;
using System.Globalization;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Dmn.Sentences;

/// <summary>How names and values are said in a language.</summary>
internal sealed class Words(SentenceTexts texts, IReadOnlyDictionary<string, string> labels)
{
    public SentenceTexts Texts => texts;

    public string? Label(string expression) => labels.GetValueOrDefault(expression);

    /// <summary>A label as part of a sentence; one that asks stands as a question.</summary>
    public Phrase Named(string label) => label.EndsWith('?') ? texts.Say("asked", label) : (Phrase)label;

    public Phrase Formula(Phrase feel) => texts.Say("formula", feel);

    public Phrase Fold(string key, IEnumerable<Phrase> phrases) =>
        phrases.Aggregate((before, next) => texts.Say(key, before, next));

    public string Say(FeelValue value, string written) =>
        value switch
        {
            FeelNumber => Number(written),
            FeelBoolean yes => texts[yes.Value ? "yes" : "no"],
            FeelString => $"\"{written}\"",
            FeelDate date => Date(date) ?? written,
            FeelTime time => Time(time) ?? written,
            FeelDateTime moment => Date(moment.Date) is { } day && Time(moment.Time) is { } time
                ? texts.Fill("moment", day, time)
                : written,
            FeelDuration duration => Duration(duration),
            FeelPeriod period => Units(
                period.Months < 0,
                (Math.Abs(period.Months) / 12, "years"),
                (Math.Abs(period.Months) % 12, "months")
            ),
            _ => written,
        };

    /// <summary>The digits of a number, grouped; one with an exponent stays as it is written.</summary>
    private string Number(string written)
    {
        if (written.Contains('e', StringComparison.OrdinalIgnoreCase))
            return written;
        var minus = written.StartsWith('-') ? "-" : "";
        var point = written.IndexOf('.', StringComparison.Ordinal);
        var whole = written[minus.Length..(point < 0 ? written.Length : point)];
        for (var at = whole.Length - 3; at > 0; at -= 3)
            whole = whole.Insert(at, texts["number.group"]);
        return minus + whole + (point < 0 ? "" : texts["number.point"] + written[(point + 1)..]);
    }

    private string? Date(FeelDate date) =>
        date.ToDateOnly() is { } day
            ? texts.Fill("date", Digits(day.Day), texts[$"month.{Digits(day.Month)}"], Digits(day.Year))
            : null;

    /// <summary>Null for what the clock on a wall does not show.</summary>
    private string? Time(FeelTime time)
    {
        if (!time.IsLocal || time.Nanos % FeelTime.NanosPerSecond != 0)
            return null;
        var (hour, minute, second) = (Two(time.Hour), Two(time.Minute), Two(time.Second));
        return time.Second == 0 ? texts.Fill("time", hour, minute) : texts.Fill("time.seconds", hour, minute, second);
    }

    private string Duration(FeelDuration duration)
    {
        var size = Math.Abs(duration.Seconds);
        return Units(
            duration.Seconds < 0,
            (decimal.Truncate(size / 86400), "days"),
            (decimal.Truncate(size / 3600) % 24, "hours"),
            (decimal.Truncate(size / 60) % 60, "minutes"),
            (size % 60, "seconds")
        );
    }

    private string Units(bool minus, params ImmutableArray<(decimal Amount, string Unit)> units)
    {
        var some = units.Where(u => u.Amount != 0).DefaultIfEmpty(units[0]).Select(Unit);
        var said = string.Join(' ', some);
        return minus ? texts.Fill("minus", said) : said;
    }

    private string Unit((decimal Amount, string Unit) of)
    {
        var amount = Number((of.Amount / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture));
        return $"{amount} {(of.Amount == 1 ? texts.Find($"unit.{of.Unit}.one") : null) ?? texts[$"unit.{of.Unit}"]}";
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Two(int number) => number.ToString("D2", CultureInfo.InvariantCulture);
}
