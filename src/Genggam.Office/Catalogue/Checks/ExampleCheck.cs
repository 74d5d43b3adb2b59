using System.Globalization;
using Genggam.Engine;
using Genggam.Standards;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;

namespace Genggam.Office.Catalogue.Checks;

/// <summary>
/// The examples of a service: SVC-121 there are none, SVC-124 one answers what no form asks; what there are is run, each in a
/// world of its own release.
/// </summary>
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
        var world = World.Under(release, calendar, ZoneVersion.Indonesia);
        var reports = new List<ExampleReport>();
        foreach (
            var (example, file) in ServiceFolder.Examples(release, problems).Zip(ServiceFolder.ExampleFiles(release))
        )
        {
            problems.AddRange(Unasked(release, example, file));
            var run = ExampleRunner.Run(world, example);
            reports.Add(new ExampleReport(example.Name, file, run.Faults, run.Letters));
        }
        return reports;
    }

    /// <summary>Programs may not send it, and pages have no field for it: the example would show what cannot be.</summary>
    private static IEnumerable<Problem> Unasked(Release release, Example example, string file)
    {
        foreach (var (index, step) in example.Steps.Index())
        {
            var (form, data, kind) = step switch
            {
                ExampleStep.Submit s => (release.Form(release.Service.Apply.Form), s.Data, "submit"),
                ExampleStep.Complete s => (
                    release.Form((release.Process.Find(s.Task) as UserTask)?.FormId),
                    s.Data,
                    "complete"
                ),
                _ => (null, FeelContext.Empty, ""),
            };
            foreach (var key in form?.Unknown(data) ?? [])
                yield return new Problem(
                    "SVC-124",
                    $"The form {form!.Id} does not ask for {key}{Nearest.Meant(key, form.Fields.Select(f => f.Key))}",
                    new Place(file, string.Create(CultureInfo.InvariantCulture, $"steps[{index}].{kind}.data.{key}"))
                );
        }
    }
}
