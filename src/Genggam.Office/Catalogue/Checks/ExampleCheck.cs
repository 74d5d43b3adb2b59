using Genggam.Engine;
using Genggam.Standards;

namespace Genggam.Office.Catalogue.Checks;

/// <summary>The examples of a service: SVC-121 there are none; what there are is run, each in a world of its own release.</summary>
internal static class ExampleCheck
{
    public static IEnumerable<Problem> Problems(Release release)
    {
        if (!ServiceFolder.ExampleFiles(release).Any())
            yield return new Problem(
                "SVC-121",
                "The service has no examples, so nothing shows that its rules decide as they should: write one for each way through, in examples/NAME.yaml.",
                new Place("examples"),
                Severity.Warning
            );
    }

    public static IReadOnlyList<ExampleReport> Run(Release release, CalendarVersion calendar, List<Problem> problems)
    {
        var world = new World(release, null, calendar, ZoneVersion.Indonesia);
        return
        [
            .. ServiceFolder
                .Examples(release, problems)
                .Zip(
                    ServiceFolder.ExampleFiles(release),
                    (example, file) =>
                    {
                        var run = ExampleRunner.Run(world, example);
                        return new ExampleReport(example.Name, file, run.Faults, run.Letters);
                    }
                ),
        ];
    }
}
