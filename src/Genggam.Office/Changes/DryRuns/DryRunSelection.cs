using System.Globalization;
using Genggam.Engine;
using Genggam.Journal;

namespace Genggam.Office.Changes.DryRuns;

/// <summary>Which past cases of a service are replayed; null is all.</summary>
/// <param name="Since">Opened then or later.</param>
/// <param name="Until">Opened before then.</param>
/// <param name="Region">The code of a region: its agencies and those of regions in it.</param>
/// <param name="Channel">web, counter, api.</param>
/// <param name="Outcome">granted, rejected, withdrawn, open or refused.</param>
public sealed record DryRunSelection(
    string Service,
    DateTimeOffset? Since = null,
    DateTimeOffset? Until = null,
    string? Agency = null,
    string? Region = null,
    string? Channel = null,
    string? Outcome = null
)
{
    /// <summary>Whether a run over this selection is one of those who write this release: of the nation, or of a region.</summary>
    public bool IsOf(Release release) => Service == release.Id && Region == release.Variation?.Region;

    /// <summary>Whether an agency's cases are read. Its channel and outcome are known only of a case that was read.</summary>
    internal bool Reads(string agency, Agencies.Agencies agencies) =>
        (Agency is null || Agency == agency)
        && (
            Region is null || agencies.Find(agency)?.Region is { } code && new Agencies.Region(Region, "").Covers(code)
        );

    /// <summary>Whether a run over this selection reads a case that was opened by then.</summary>
    internal bool Reads(CaseSummary summary, Agencies.Agencies agencies) =>
        summary.Service == Service
        && !(summary.OpenedAt < Since)
        && !(summary.OpenedAt >= Until)
        && Reads(summary.Agency, agencies);

    /// <summary>The selection in one line, to be put on record.</summary>
    internal string Written() =>
        string.Join(
            '&',
            new[]
            {
                ("service", Service),
                ("since", Since?.ToString("O", CultureInfo.InvariantCulture)),
                ("until", Until?.ToString("O", CultureInfo.InvariantCulture)),
                ("agency", Agency),
                ("region", Region),
            }
                .Where(p => p.Item2 is not null)
                .Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2!)}")
        );

    /// <summary>What <see cref="Written"/> wrote; null for anything else.</summary>
    internal static DryRunSelection? Read(string written)
    {
        var parts = written
            .Split('&')
            .Select(p => p.Split('=', 2))
            .Where(p => p.Length == 2)
            .ToDictionary(p => p[0], p => Uri.UnescapeDataString(p[1]), StringComparer.Ordinal);
        return parts.TryGetValue("service", out var service)
            ? new DryRunSelection(
                service,
                Instant("since"),
                Instant("until"),
                parts.GetValueOrDefault("agency"),
                parts.GetValueOrDefault("region")
            )
            : null;

        DateTimeOffset? Instant(string name) =>
            parts.TryGetValue(name, out var text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
                ? at
                : null;
    }
}
