using System.Globalization;

namespace Genggam.Standards.Feel;

/// <summary>A days and time duration (DMN 1.5, 10.3.2.3.7), to the nanosecond.</summary>
public sealed class FeelDuration(decimal seconds) : FeelValue, IEquatable<FeelDuration>
{
    /// <summary>Well beyond the time between the first and the last year.</summary>
    private const decimal Longest = 1_000_000_000_000_000_000m;

    public decimal Seconds { get; } = seconds / 1.0000000000000000000000000000m;

    internal Int128 Nanos => (Int128)decimal.Round(Seconds * FeelTime.NanosPerSecond);

    public static FeelDuration Of(TimeSpan span) => new(span.Ticks / 10_000_000m);

    /// <summary>Reads PnDTnHnMnS; null where it is not one.</summary>
    public static FeelDuration? Read(string text) => TemporalText.Duration(text) as FeelDuration;

    /// <summary>Null where it would be longer than 10^18 seconds.</summary>
    internal static FeelDuration? Within(decimal? seconds) =>
        seconds is { } held && Math.Abs(held) <= Longest ? new(held) : null;

    internal static FeelDuration OfNanos(Int128 nanos) => new((decimal)nanos / FeelTime.NanosPerSecond);

    public bool Equals(FeelDuration? other) => other is not null && Seconds == other.Seconds;

    public override bool Equals(object? obj) => Equals(obj as FeelDuration);

    public override int GetHashCode() => Seconds.GetHashCode();

    public override string ToString()
    {
        var size = Math.Abs(Seconds);
        if (size == 0)
            return "PT0S";
        var (days, hours, minutes) = (
            decimal.Truncate(size / 86400),
            decimal.Truncate(size / 3600) % 24,
            decimal.Truncate(size / 60) % 60
        );
        var clock = Part(hours, 'H') + Part(minutes, 'M') + Part(size % 60, 'S');
        return (Seconds < 0 ? "-P" : "P") + Part(days, 'D') + (clock.Length == 0 ? "" : "T" + clock);
    }

    private static string Part(decimal amount, char unit) =>
        amount == 0 ? "" : (amount / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture) + unit;
}

/// <summary>A years and months duration (DMN 1.5, 10.3.2.3.8).</summary>
public sealed class FeelPeriod(long months) : FeelValue, IEquatable<FeelPeriod>
{
    private const decimal Longest = 1_000_000_000_000m;

    public long Months { get; } = months;

    /// <summary>Null where it would be longer than 10^12 months; parts of a month are left out.</summary>
    internal static FeelPeriod? Within(decimal? months) =>
        months is { } held && Math.Abs(held) <= Longest ? new((long)decimal.Truncate(held)) : null;

    /// <summary>Reads PnYnM; null where it is not one.</summary>
    public static FeelPeriod? Read(string text) => TemporalText.Duration(text) as FeelPeriod;

    public bool Equals(FeelPeriod? other) => other is not null && Months == other.Months;

    public override bool Equals(object? obj) => Equals(obj as FeelPeriod);

    public override int GetHashCode() => Months.GetHashCode();

    public override string ToString()
    {
        if (Months == 0)
            return "P0M";
        var (years, months) = (Math.Abs(Months / 12), Math.Abs(Months % 12));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(Months < 0 ? "-" : "")}P{(years == 0 ? "" : $"{years}Y")}{(months == 0 ? "" : $"{months}M")}"
        );
    }
}
