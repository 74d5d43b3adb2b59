using System.Globalization;
using Genggam.Standards.Feel.Zones;

namespace Genggam.Standards.Feel;

/// <summary>A FEEL time of day (DMN 1.5, 10.3.2.3.4): local, at an offset, or in a named zone.</summary>
public sealed class FeelTime : FeelValue, IEquatable<FeelTime>
{
    internal const long NanosPerSecond = 1_000_000_000;
    internal const long NanosPerDay = 86_400 * NanosPerSecond;

    internal FeelTime(long nanos, int? offsetSeconds = null, string? zone = null)
    {
        Nanos = nanos;
        OffsetSeconds = offsetSeconds;
        Zone = zone;
    }

    public int Hour => (int)(Nanos / (3600 * NanosPerSecond));

    public int Minute => (int)(Nanos / (60 * NanosPerSecond) % 60);

    /// <summary>Whole seconds, 0 to 59.</summary>
    public int Second => (int)(Nanos / NanosPerSecond % 60);

    /// <summary>Nanoseconds since midnight.</summary>
    public long Nanos { get; }

    /// <summary>Seconds east of UTC where written as an offset; null for a local time or a named zone.</summary>
    public int? OffsetSeconds { get; }

    public string? Zone { get; }

    internal bool IsLocal => OffsetSeconds is null && Zone is null;

    public static FeelTime Of(TimeOnly time) => new(time.Ticks * 100);

    /// <summary>Reads HH:MM:SS with fraction, offset or zone; null where it is not one.</summary>
    public static FeelTime? Read(string text) => TemporalText.Time(text);

    internal FeelTime Shifted(long nanos) =>
        new(((Nanos + nanos % NanosPerDay) % NanosPerDay + NanosPerDay) % NanosPerDay, OffsetSeconds, Zone);

    /// <summary>Nanoseconds since midnight UTC; a local time counts as UTC, a zone at its standard offset.</summary>
    internal long UtcNanos => Nanos - (OffsetSeconds ?? ZoneTable.StandardOffset(Zone) ?? 0) * NanosPerSecond;

    public bool Equals(FeelTime? other) =>
        other is not null && Nanos == other.Nanos && OffsetSeconds == other.OffsetSeconds && Zone == other.Zone;

    public override bool Equals(object? obj) => Equals(obj as FeelTime);

    public override int GetHashCode() => HashCode.Combine(Nanos, OffsetSeconds, Zone);

    public override string ToString()
    {
        var fraction = Nanos % NanosPerSecond;
        var dot = fraction == 0 ? "" : "." + fraction.ToString("D9", CultureInfo.InvariantCulture).TrimEnd('0');
        return string.Create(CultureInfo.InvariantCulture, $"{Hour:D2}:{Minute:D2}:{Second:D2}{dot}{ZoneText()}");
    }

    private string ZoneText()
    {
        if (Zone is not null)
            return "@" + Zone;
        if (OffsetSeconds is not { } offset)
            return "";
        if (offset == 0)
            return "Z";
        var size = Math.Abs(offset);
        var seconds = size % 60 == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $":{size % 60:D2}");
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{(offset < 0 ? '-' : '+')}{size / 3600:D2}:{size / 60 % 60:D2}{seconds}"
        );
    }
}
