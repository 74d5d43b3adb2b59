using System.Globalization;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>
/// A repeating interval (ISO 8601): <c>R3/PT10S</c>, <c>R/2026-01-01T00:00:00Z/P1M</c>; or a duration alone. What comes
/// more often than once a second, or not at all, is none.
/// </summary>
/// <param name="Times">0 is without end.</param>
internal sealed record Interval(int Times, FeelDateTime? From, FeelValue Every)
{
    public static Interval? Read(FeelValue value, EngineLevel level)
    {
        if (value is FeelDuration or FeelPeriod)
            return level >= EngineLevel.Three && IsTooShort(value, level) ? null : new Interval(0, null, value);
        if (value is not FeelString { Value: var text } || !text.StartsWith('R'))
            return null;
        var parts = text.Split('/');
        if (
            parts.Length is < 2 or > 3
            || Count(parts[0][1..], level) is not { } times
            || (FeelDuration.Read(parts[^1]) ?? (FeelValue?)FeelPeriod.Read(parts[^1])) is not { } every
            || IsTooShort(every, level)
        )
            return null;
        var from = parts.Length == 3 ? FeelDateTime.Read(parts[1]) : null;
        return parts.Length == 3 && from is null ? null : new Interval(times, from, every);
    }

    private static int? Count(string digits, EngineLevel level) =>
        digits.Length == 0 ? 0
        : int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var times)
        && (times > 0 || level < EngineLevel.Three)
            ? times
        : null;

    private static bool IsTooShort(FeelValue every, EngineLevel level) =>
        every is FeelDuration { Seconds: <= 0 } or FeelPeriod { Months: <= 0 }
        || level >= EngineLevel.Three && every is FeelDuration { Seconds: < 1 };
}
