using System.Collections.Immutable;

namespace Genggam.Engine;

/// <summary>A pinned table of time zones. Indonesia's three zones have had fixed offsets since 1988.</summary>
/// <param name="Offsets">Offset from UTC by IANA zone id.</param>
public sealed record ZoneVersion(string Id, ImmutableSortedDictionary<string, TimeSpan> Offsets)
{
    public static readonly ZoneVersion Indonesia = new(
        "id-1988",
        ImmutableSortedDictionary<string, TimeSpan>
            .Empty.Add("Asia/Jakarta", TimeSpan.FromHours(7))
            .Add("Asia/Pontianak", TimeSpan.FromHours(7))
            .Add("Asia/Makassar", TimeSpan.FromHours(8))
            .Add("Asia/Jayapura", TimeSpan.FromHours(9))
    );

    /// <summary>The same instant on the wall clock of a zone; an unknown zone reads as WIB.</summary>
    public DateTimeOffset Local(DateTimeOffset instant, string zone) => instant.ToOffset(Offset(zone));

    private TimeSpan Offset(string zone) => Offsets.TryGetValue(zone, out var offset) ? offset : TimeSpan.FromHours(7);

    /// <summary>The first moment of a day on the wall clock of a zone.</summary>
    public DateTimeOffset Midnight(DateOnly day, string zone)
    {
        var noon = new DateTimeOffset(day.ToDateTime(new TimeOnly(12, 0)), TimeSpan.Zero);
        return new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), Local(noon, zone).Offset);
    }

    /// <summary>The instant at which the wall clock of a zone shows a time.</summary>
    public DateTimeOffset At(DateTime wall, string zone) => new(wall, Offset(zone));

    /// <summary>The day it is then on the wall clock of a zone.</summary>
    public DateOnly Day(DateTimeOffset instant, string zone) => DateOnly.FromDateTime(Local(instant, zone).DateTime);
}
