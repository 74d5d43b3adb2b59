using Genggam.Engine;
using Genggam.Office.Catalogue.Checks;
using Genggam.Standards;

namespace Genggam.Office.Catalogue.Overlays;

/// <summary>The gate of an overlay: what may vary, its words, and its own examples under the core and it together.</summary>
public static class OverlayCheck
{
    /// <param name="name">Where its files stand, for the report.</param>
    public static CheckReport Of(string name, Reading<Release> reading, CalendarVersion calendar, string prefix = "")
    {
        var problems = reading.Problems.Distinct().ToList();
        if (reading.Value is not { } release)
            return new CheckReport(name, null, problems, []);
        var examples = problems.Any(p => p.Severity == Severity.Error)
            ? []
            : ExampleCheck.Run(release, calendar, problems);
        return new CheckReport(
            name,
            release,
            problems,
            [.. examples.Select(example => example with { File = prefix + example.File })]
        );
    }

    /// <summary>All overlays in a service folder.</summary>
    public static IEnumerable<CheckReport> In(string service, Release core, CalendarVersion calendar) =>
        OverlayFolder
            .In(service)
            .Select(folder =>
            {
                var name = $"{OverlayFolder.Folder}/{Path.GetFileName(folder)}";
                return Of(name, OverlayFolder.Read(folder, core), calendar, $"{name}/");
            });

    /// <summary>OVL-104: the agency is none of the region that decides the service, or an example names another's office.</summary>
    public static IEnumerable<Problem> Problems(Agencies.Agencies agencies, Release overlay, string prefix = "")
    {
        var varied = overlay.Variation!;
        var agency = agencies.Find(varied.Agency);
        if (agency is null || agency.Region != varied.Region || !agency.Services.Contains(overlay.Id))
            yield return new Problem(
                "OVL-104",
                $"{varied.Agency} is no agency of the region {varied.Region} that offers {overlay.Id}{Nearest.Meant(varied.Agency, agencies.All.Where(a => a.Region == varied.Region && a.Services.Contains(overlay.Id)).Select(a => a.Id))}",
                new Place(prefix + OverlayFolder.File, "agency")
            );
        foreach (var (example, file) in ServiceFolder.Examples(overlay, []).Zip(ServiceFolder.ExampleFiles(overlay)))
            if (
                agencies.Find(example.Agency)?.Region is not { } region
                || !new Agencies.Region(varied.Region, "").Covers(region)
            )
                yield return new Problem(
                    "OVL-104",
                    $"The example decides at {example.Agency}, which is no office of the region {varied.Region}: name one of its offices.",
                    new Place(prefix + file, "agency")
                );
    }
}
