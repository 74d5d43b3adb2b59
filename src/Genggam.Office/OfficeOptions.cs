using Genggam.Office.Changes.DryRuns;

namespace Genggam.Office;

/// <summary>How this installation works; section <c>Genggam</c> of the configuration.</summary>
public sealed record OfficeOptions
{
    /// <summary>The data folder.</summary>
    public string Data { get; init; } = "data";

    /// <summary>The folder of services.</summary>
    public string Services { get; init; } = "services";

    /// <summary>Demo sign-ins and cases; every document says CONTOH.</summary>
    public bool Demo { get; init; }

    /// <summary>False on a node that leaves letters, notices and deadlines to others.</summary>
    public bool RunEffects { get; init; } = true;

    /// <summary>Past cases that an empty demo begins with.</summary>
    public int DemoCases { get; init; } = 300;

    /// <summary>The address people reach this installation at.</summary>
    public string PublicUrl { get; init; } = "http://localhost:5080";

    /// <summary>People reach this installation by HTTPS.</summary>
    public bool IsHttps => PublicUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase);

    /// <summary>A PostgreSQL connection string; SQLite in the data folder where it is absent.</summary>
    public string? Postgres { get; init; }

    /// <summary>The database may be reached without TLS: nobody else is on the way there.</summary>
    public bool PlainPostgres { get; init; }

    /// <summary>The official who signs, until certificates of officials are connected.</summary>
    public string SignerName { get; init; } = "Pejabat Contoh";

    /// <summary>How results of dry runs are counted.</summary>
    public DryRunOptions DryRun { get; init; } = new();
}
