using System.Globalization;
using System.Text.RegularExpressions;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Forms.Typed;

/// <summary>Dates as people type them: three parts, 2026-08-17, 17-8-2026, 17/8/2026 or 17.8.2026. Years 1800 to 9999.</summary>
internal static partial class TypedDate
{
    /// <summary>The date, or the rule that the text breaks: it is no date at all, or a day the calendar does not have.</summary>
    internal static (FeelDate? Date, string? Rule) Read(string text)
    {
        var match = Iso().Match(text) is { Success: true } iso ? iso : DayFirst().Match(text);
        return match.Success
            ? Of(match.Groups["y"].Value, match.Groups["m"].Value, match.Groups["d"].Value)
            : (null, FieldRules.NotADate);
    }

    internal static (FeelDate? Date, string? Rule) Of(string year, string month, string day)
    {
        if (
            Number(year) is not (>= 1800 and <= 9999 and var y)
            || Number(month) is not { } m
            || Number(day) is not { } d
        )
            return (null, FieldRules.NotADate);
        return FeelDate.Of(y, m, d) is { } date ? (date, null) : (null, FieldRules.NoSuchDate);
    }

    private static int? Number(string text) =>
        text.Length is > 0 and <= 4
        && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    [GeneratedRegex(@"^(?<y>[0-9]{4})-(?<m>[0-9]{1,2})-(?<d>[0-9]{1,2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Iso();

    [GeneratedRegex(
        @"^(?<d>[0-9]{1,2})(?<mark>[-/. ])(?<m>[0-9]{1,2})\k<mark>(?<y>[0-9]{4})\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex DayFirst();
}
