using Genggam.Standards.Feel.Zones;

namespace Genggam.Standards.Feel;

/// <summary>A FEEL date and time (DMN 1.5, 10.3.2.3.6).</summary>
public sealed class FeelDateTime(FeelDate date, FeelTime time) : FeelValue, IEquatable<FeelDateTime>
{
    public FeelDate Date { get; } = date;

    public FeelTime Time { get; } = time;

    public static FeelDateTime Of(DateTimeOffset moment) =>
        new(
            FeelDate.Of(DateOnly.FromDateTime(moment.DateTime)),
            new FeelTime(moment.TimeOfDay.Ticks * 100, (int)moment.Offset.TotalSeconds)
        );

    /// <summary>Reads date, T and time; a bare date is its midnight. Null where it is neither.</summary>
    public static FeelDateTime? Read(string text) => TemporalText.DateTime(text);

    /// <summary>
    /// Null outside the years 1 to 9999 of UTC, and at an offset beyond fourteen hours or with seconds, which no clock shows.
    /// </summary>
    /// <param name="local">The offset at which a local time is read; without one it is no moment.</param>
    public DateTimeOffset? ToMoment(TimeSpan? local = null)
    {
        var offset = Time.IsLocal ? local : TimeSpan.FromSeconds(OffsetSeconds ?? 0);
        if (
            Date.ToDateOnly() is not { } day
            || offset is not { } east
            || east.Ticks % TimeSpan.TicksPerMinute != 0
            || east.Duration() > TimeSpan.FromHours(14)
        )
            return null;
        var clock = day.ToDateTime(new TimeOnly(Time.Nanos / 100));
        return clock - DateTime.MinValue >= east && DateTime.MaxValue - clock >= -east
            ? new DateTimeOffset(clock, east)
            : null;
    }

    /// <summary>Seconds east of UTC at this moment; null for a local time.</summary>
    internal int? OffsetSeconds =>
        Time.OffsetSeconds
        ?? (
            Time.Zone is null ? null : ZoneTable.Offset(Time.Zone, Date.EpochDay, Time.Nanos / FeelTime.NanosPerSecond)
        );

    /// <summary>Nanoseconds since 1970-01-01T00:00:00Z; a local time counts as UTC.</summary>
    internal Int128 Instant =>
        (Int128)Date.EpochDay * FeelTime.NanosPerDay
        + Time.Nanos
        - (Int128)(OffsetSeconds ?? 0) * FeelTime.NanosPerSecond;

    internal FeelDateTime? Shifted(Int128 nanos)
    {
        var total = (Int128)Date.EpochDay * FeelTime.NanosPerDay + Time.Nanos + nanos;
        var days = total / FeelTime.NanosPerDay;
        var rest = total % FeelTime.NanosPerDay;
        if (rest < 0)
        {
            rest += FeelTime.NanosPerDay;
            days--;
        }
        return Int128.Abs(days) < 400_000_000_000 && FeelDate.FromEpochDay((long)days) is { } date
            ? new(date, new FeelTime((long)rest, Time.OffsetSeconds, Time.Zone))
            : null;
    }

    public bool Equals(FeelDateTime? other) => other is not null && Date.Equals(other.Date) && Time.Equals(other.Time);

    public override bool Equals(object? obj) => Equals(obj as FeelDateTime);

    public override int GetHashCode() => HashCode.Combine(Date, Time);

    public override string ToString() => $"{Date}T{Time}";
}
