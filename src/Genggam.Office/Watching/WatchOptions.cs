namespace Genggam.Office.Watching;

/// <summary>From when on something is to be looked at; section <c>Genggam:Watch</c> of the configuration.</summary>
public sealed record WatchOptions
{
    /// <summary>How often the installation is measured while alerts or telemetry are on.</summary>
    public TimeSpan Every { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>An entry is covered by a checkpoint after five minutes; three times that is late.</summary>
    public TimeSpan CheckpointLate { get; init; } = TimeSpan.FromMinutes(15);

    public TimeSpan CheckpointAlarm { get; init; } = TimeSpan.FromHours(2);

    /// <summary>How long an effect may be due without being taken.</summary>
    public TimeSpan EffectLate { get; init; } = TimeSpan.FromMinutes(5);

    public TimeSpan EffectAlarm { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How far ahead tasks are counted that fall due.</summary>
    public TimeSpan DueSoon { get; init; } = TimeSpan.FromDays(7);

    /// <summary>A page is slow where one of twenty requests takes longer.</summary>
    public TimeSpan SlowPage { get; init; } = TimeSpan.FromSeconds(1);

    public TimeSpan SlowPageAlarm { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Requests within the hour below which a page is not judged.</summary>
    public int PageRequests { get; init; } = 20;

    /// <summary>Share of the disk of the data folder that should be free.</summary>
    public double DiskFree { get; init; } = 0.15;

    public double DiskFreeAlarm { get; init; } = 0.05;

    /// <summary>Share of the memory the program may use that should be free.</summary>
    public double MemoryFree { get; init; } = 0.15;

    public double MemoryFreeAlarm { get; init; } = 0.05;

    /// <summary>How long before its end a certificate is to be renewed.</summary>
    public TimeSpan CertificateEnds { get; init; } = TimeSpan.FromDays(30);

    public TimeSpan CertificateAlarm { get; init; } = TimeSpan.FromDays(7);

    /// <summary>How old the last restore drill may be.</summary>
    public TimeSpan DrillDue { get; init; } = TimeSpan.FromDays(31);

    /// <summary>How far clocks may be apart.</summary>
    public TimeSpan ClockApart { get; init; } = TimeSpan.FromMinutes(1);

    public TimeSpan ClockAlarm { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>The certificate of the public address as a file (PEM); without it the public address itself is asked.</summary>
    public string? TlsCertificate { get; init; }
}
