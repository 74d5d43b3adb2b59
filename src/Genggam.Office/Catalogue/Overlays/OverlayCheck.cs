using Genggam.Engine;
using Genggam.Office.Catalogue.Checks;
using Genggam.Office.Documents;
using Genggam.Office.Effects;
using Genggam.Standards;
using Genggam.Standards.Feel;

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
        var broken = problems.Any(p => p.Severity == Severity.Error);
        if (!broken)
            problems.AddRange(Needed(release, calendar, prefix));
        var examples = broken ? [] : ExampleCheck.Run(release, calendar, problems);
        return new CheckReport(
            name,
            release,
            problems,
            [.. examples.Select(example => example with { File = prefix + example.File })]
        );
    }

    /// <summary>
    /// OVL-114: an example of the core comes to another end, or its letter cannot be made, where what the region does not require
    /// is left empty.
    /// </summary>
    private static IEnumerable<Problem> Needed(Release overlay, CalendarVersion calendar, string prefix)
    {
        var optional = overlay.Variation!.Optional;
        if (optional.IsEmpty)
            yield break;
        var world = World.Under(overlay, calendar, ZoneVersion.Indonesia);
        foreach (
            var (example, file) in ServiceFolder
                .Examples(overlay.Core, [])
                .Zip(ServiceFolder.ExampleFiles(overlay.Core))
                .Where(e => e.First.Steps.All(s => s is not ExampleStep.Submit { Refused: not null }))
        )
        {
            var left = example with
            {
                Steps =
                [
                    .. example.Steps.Select(s =>
                        s is ExampleStep.Submit sent
                            ? sent with
                            {
                                Data = optional.Aggregate(
                                    sent.Data,
                                    (data, o) => data.At(o.Field).IsNull ? data : data.WithAt(o.Field, FeelValue.Null)
                                ),
                            }
                            : s
                    ),
                ],
                Then = example.Then with { Deadline = null },
            };
            var run = ExampleRunner.Run(world, left);
            var why =
                run.Faults.Select(fault => fault.ToString()).FirstOrDefault()
                ?? run.Letters.SelectMany(letter =>
                        overlay.Texts.Keys.Select(language =>
                            LetterFacts.Words(
                                overlay,
                                letter.Case,
                                overlay.Service.Letters[letter.Letter],
                                language,
                                language
                            )
                        )
                    )
                    .OfType<WordingResult.Refused>()
                    .Select(no => no.Refusal.English)
                    .FirstOrDefault();
            if (why is null)
                continue;
            yield return new Problem(
                "OVL-114",
                $"The service needs what the region would leave optional: without {string.Join(", ", optional.Select(o => o.Field))} the core's {file} ends otherwise ({why}). Take out the field that is needed.",
                new Place(prefix + OverlayFolder.File, "optional")
            );
            yield break;
        }
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
