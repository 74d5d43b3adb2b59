using System.Globalization;
using System.Text.RegularExpressions;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Forms.Typed;

/// <summary>Times as people type them: 14.30, 14:30, 9.05, with seconds or without. They are those of the clock on the wall.</summary>
internal static partial class TypedTime
{
    internal static FeelTime? Read(string text) =>
        Time().Match(text) is { Success: true } match
            ? FeelTime.Of(new TimeOnly(Number(match, "h"), Number(match, "m"), Number(match, "s")))
            : null;

    /// <summary>A date and a time with a T or a space between; the rule that the text breaks where it is none.</summary>
    internal static (FeelDateTime? Moment, string? Rule) ReadMoment(string text)
    {
        if (text.Split(['T', ' '], 2) is not [var day, var time])
            return (null, FieldRules.NotADate);
        var (date, rule) = TypedDate.Read(day);
        if (date is null)
            return (null, rule);
        return Read(time) is { } at ? (new FeelDateTime(date, at), null) : (null, FieldRules.NotATime);
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true, Value: var digits }
            ? int.Parse(digits, CultureInfo.InvariantCulture)
            : 0;

    [GeneratedRegex(
        @"^(?<h>[01]?[0-9]|2[0-3])[.:](?<m>[0-5][0-9])([.:](?<s>[0-5][0-9]))?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Time();
}
