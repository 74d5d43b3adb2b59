using System.Collections.Immutable;
using Genggam.Journal;

namespace Genggam.Office.Watching;

/// <summary>What was measured of the installation at one moment.</summary>
public sealed record Measured
{
    public required DateTimeOffset At { get; init; }

    /// <summary>Why the journal took no write, by number; null where it took one.</summary>
    public string? WriteFault { get; init; }

    /// <summary>Null where the journal could not be asked.</summary>
    public JournalVitals? Journal { get; init; }

    /// <summary>The slowest first.</summary>
    public ImmutableArray<PageTime> Pages { get; init; } = [];

    /// <summary>Null where the data folder tells nothing.</summary>
    public Space? Disk { get; init; }

    public required TlsCertificate Tls { get; init; }

    /// <summary>When the first of the certificates that sign documents expires; null where there is none.</summary>
    public DateTimeOffset? SigningUntil { get; init; }

    /// <summary>When a restore was rehearsed with success for the last time.</summary>
    public DateTimeOffset? LastDrill { get; init; }

    /// <summary>What the program holds, of what it may.</summary>
    public required Space Memory { get; init; }
}

/// <param name="Free">Bytes.</param>
/// <param name="Total">Bytes.</param>
public sealed record Space(long Free, long Total)
{
    public double FreeShare => Total == 0 ? 0 : (double)Free / Total;
}

/// <summary>The certificate people's browsers see. A closed set.</summary>
public abstract record TlsCertificate
{
    private TlsCertificate() { }

    public sealed record Valid(DateTimeOffset Until) : TlsCertificate;

    /// <summary>The public address is one of this machine only, as of a demo.</summary>
    public sealed record NotNeeded : TlsCertificate;

    /// <summary>The public address begins with http.</summary>
    public sealed record Missing : TlsCertificate;

    public sealed record Unreachable : TlsCertificate;
}
