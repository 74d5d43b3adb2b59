using System.Globalization;

namespace Genggam.Standards.Feel.Zones;

/// <summary>A zone in the POSIX TZ notation: standard offset and, where there is summer time, when it begins and ends.</summary>
internal sealed record ZoneRule(int Standard, SummerTime? Summer)
{
    internal int OffsetAt(long epochDay, long secondOfDay)
    {
        if (Summer is null)
            return Standard;
        var year = FeelDate.FromEpochDay(epochDay)?.Year ?? 1970;
        var local = epochDay * 86400 + secondOfDay;
        var begin = Summer.Begin.LocalSecond(year);
        var end = Summer.End.LocalSecond(year);
        var inSummer = begin < end ? local >= begin && local < end : local >= begin || local < end;
        return inSummer ? Summer.Offset : Standard;
    }

    internal static ZoneRule Read(string text)
    {
        var parts = text.Split(',');
        var at = 0;
        SkipName(parts[0], ref at);
        var standard = -Clock(parts[0], ref at);
        if (at == parts[0].Length)
            return new(standard, null);
        SkipName(parts[0], ref at);
        var summer = at < parts[0].Length ? -Clock(parts[0], ref at) : standard + 3600;
        return new(standard, new SummerTime(summer, Turn.Read(parts[1]), Turn.Read(parts[2])));
    }

    private static void SkipName(string text, ref int at)
    {
        if (text[at] == '<')
            at = text.IndexOf('>', at) + 1;
        else
            while (at < text.Length && char.IsAsciiLetter(text[at]))
                at++;
    }

    internal static int Clock(string text, ref int at)
    {
        var start = at;
        while (at < text.Length && (char.IsAsciiDigit(text[at]) || text[at] is '-' or '+' or ':'))
            at++;
        var clock = text[start..at];
        var size = clock
            .TrimStart('-', '+')
            .Split(':')
            .Select(p => int.Parse(p, CultureInfo.InvariantCulture))
            .ToArray();
        var seconds = size[0] * 3600 + size.ElementAtOrDefault(1) * 60 + size.ElementAtOrDefault(2);
        return clock[0] == '-' ? -seconds : seconds;
    }
}

/// <summary>The offset in summer, and when it begins and ends.</summary>
internal sealed record SummerTime(int Offset, Turn Begin, Turn End);

/// <summary>A yearly turn of the clock: day <paramref name="Weekday"/> (0 is Sunday) of a week of a month, 5 being the last.</summary>
internal sealed record Turn(int Month, int Week, int Weekday, int Second)
{
    internal long LocalSecond(int year)
    {
        var first = FeelDate.Of(year, Month, 1)!;
        var day = 1 + (Weekday - first.Weekday % 7 + 7) % 7 + (Week - 1) * 7;
        while (day > FeelDate.DaysIn(year, Month))
            day -= 7;
        return (first.EpochDay + day - 1) * 86400 + Second;
    }

    internal static Turn Read(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        var at = slash + 1;
        var second = slash < 0 ? 7200 : ZoneRule.Clock(text, ref at);
        var fields = (slash < 0 ? text : text[..slash])[1..].Split('.');
        int Field(int i) => int.Parse(fields[i], CultureInfo.InvariantCulture);
        return new(Field(0), Field(1), Field(2), second);
    }
}
