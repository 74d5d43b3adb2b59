using System.Globalization;
using System.Text.RegularExpressions;
using Genggam.Standards.Feel.Zones;

namespace Genggam.Standards.Feel;

/// <summary>The written forms of dates, times and durations (DMN 1.5, 10.3.2.3; XML Schema part 2).</summary>
internal static partial class TemporalText
{
    private const string DateForm = "(?<year>-?(?:[1-9][0-9]{4,8}|[0-9]{4}))-(?<month>[0-9]{2})-(?<day>[0-9]{2})";
    private const string TimeForm =
        "(?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(?:\\.(?<fraction>[0-9]+))?"
        + "(?<zone>[Zz]|[+-][0-9]{2}:[0-9]{2}(?::[0-9]{2})?|@[A-Za-z0-9_/+-]+)?";

    private const string DurationForm =
        "^(?<minus>-)?P(?:(?<years>[0-9]+)Y)?(?:(?<months>[0-9]+)M)?(?:(?<days>[0-9]+)D)?"
        + "(?<clock>T(?:(?<hours>[0-9]+)H)?(?:(?<minutes>[0-9]+)M)?(?:(?<seconds>[0-9]+(?:\\.[0-9]*)?)S)?)?\\z";

    [GeneratedRegex("^" + DateForm + "\\z", RegexOptions.CultureInvariant)]
    private static partial Regex DatePattern();

    [GeneratedRegex("^" + TimeForm + "\\z", RegexOptions.CultureInvariant)]
    private static partial Regex TimePattern();

    [GeneratedRegex("^" + DateForm + "T" + TimeForm + "\\z", RegexOptions.CultureInvariant)]
    private static partial Regex DateTimePattern();

    [GeneratedRegex(DurationForm, RegexOptions.CultureInvariant)]
    private static partial Regex DurationPattern();

    internal static FeelDate? Date(string text) => DatePattern().Match(text) is { Success: true } m ? Date(m) : null;

    internal static FeelTime? Time(string text) => TimePattern().Match(text) is { Success: true } m ? Time(m) : null;

    internal static FeelDateTime? DateTime(string text)
    {
        if (Date(text) is { } bare)
            return new(bare, new FeelTime(0));
        return DateTimePattern().Match(text) is { Success: true } m && Date(m) is { } date && Clock(m) is { } time
            ? time.Nanos == FeelTime.NanosPerDay
                ? new FeelDateTime(date, new FeelTime(0, time.OffsetSeconds, time.Zone)).Shifted(FeelTime.NanosPerDay)
                : new(date, time)
            : null;
    }

    /// <summary>A <see cref="FeelDuration"/> or a <see cref="FeelPeriod"/>; null where it is neither.</summary>
    internal static FeelValue? Duration(string text)
    {
        var m = DurationPattern().Match(text);
        if (!m.Success || text.EndsWith('P') || text.EndsWith('T'))
            return null;
        var sign = m.Groups["minus"].Success ? -1 : 1;
        var isPeriod = m.Groups["years"].Success || m.Groups["months"].Success;
        if (isPeriod && (m.Groups["days"].Success || m.Groups["clock"].Success))
            return null;
        if (Part(m, "years") is not { } years || Part(m, "months") is not { } months)
            return null;
        if (isPeriod)
            return FeelPeriod.Within(sign * (years * 12 + months));
        return
            Part(m, "days") is { } days
            && Part(m, "hours") is { } hours
            && Part(m, "minutes") is { } minutes
            && Part(m, "seconds") is { } seconds
            ? FeelDuration.Within(sign * (days * 86400 + hours * 3600 + minutes * 60 + decimal.Round(seconds, 9)))
            : null;
    }

    /// <summary>What an at-literal or a bare text means (DMN 1.5, grammar rule 62); null where it is nothing.</summary>
    internal static FeelValue? Any(string text) => Date(text) ?? Time(text) ?? DateTime(text) ?? Duration(text);

    private static decimal? Part(Match m, string name)
    {
        var group = m.Groups[name];
        if (!group.Success)
            return 0;
        return
            decimal.TryParse(group.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var n)
            && n <= 100_000_000_000_000
            ? n
            : null;
    }

    private static int Int(Match m, string name) => int.Parse(m.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    private static FeelDate? Date(Match m) => FeelDate.Of(Int(m, "year"), Int(m, "month"), Int(m, "day"));

    private static FeelTime? Time(Match m) =>
        Clock(m) is { } time
            ? time.Nanos == FeelTime.NanosPerDay
                ? new FeelTime(0, time.OffsetSeconds, time.Zone)
                : time
            : null;

    private static FeelTime? Clock(Match m)
    {
        var (hour, minute, second) = (Int(m, "hour"), Int(m, "minute"), Int(m, "second"));
        var fraction = m.Groups["fraction"].Value.PadRight(9, '0')[..9];
        var nanos =
            (hour * 3600L + minute * 60 + second) * FeelTime.NanosPerSecond
            + long.Parse(fraction, CultureInfo.InvariantCulture);
        if (minute > 59 || second > 59 || nanos > FeelTime.NanosPerDay)
            return null;
        var zone = m.Groups["zone"].Value;
        if (zone.Length == 0)
            return new(nanos);
        if (zone[0] == '@')
            return ZoneTable.Knows(zone[1..]) ? new(nanos, null, zone[1..]) : null;
        return Offset(zone) is { } offset ? new(nanos, offset) : null;
    }

    private static int? Offset(string text)
    {
        if (text is "Z" or "z")
            return 0;
        var parts = text[1..].Split(':');
        var (hours, minutes) = (
            int.Parse(parts[0], CultureInfo.InvariantCulture),
            int.Parse(parts[1], CultureInfo.InvariantCulture)
        );
        var seconds = parts.Length > 2 ? int.Parse(parts[2], CultureInfo.InvariantCulture) : 0;
        var total = hours * 3600 + minutes * 60 + seconds;
        return minutes > 59 || seconds > 59 || total > 18 * 3600 ? null
            : text[0] == '-' ? -total
            : total;
    }
}
