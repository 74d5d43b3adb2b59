using Genggam.Engine;
using Genggam.Standards;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Dmn;
using Genggam.Standards.Feel;

namespace Genggam.Office.Catalogue.Checks;

/// <summary>
/// The gate of publishing: everything in a folder must be readable, complete in its languages, runnable by the engine, and
/// true to its own examples. All problems at once, each with file, element and reason.
/// </summary>
public static class ServiceCheck
{
    /// <summary>The number of the problem that a folder has another name than its service.</summary>
    public const string OtherName = "SVC-108";

    public static CheckReport Run(string folder, CalendarVersion calendar) =>
        Run(folder, ServiceFolder.Read(folder), calendar);

    /// <summary>Of a folder that was read already.</summary>
    internal static CheckReport Run(string folder, Reading<Release> reading, CalendarVersion calendar) =>
        Run(
            folder,
            reading,
            calendar,
            release => SharedFiles.Missing(folder, release).Concat(OtherThan(NameOf(folder), release))
        );

    /// <summary>Of files that stand in no folder; what is shared is among them.</summary>
    /// <param name="service">The service that they are to be a release of.</param>
    internal static CheckReport OfParts(string service, Reading<Release> reading, CalendarVersion calendar) =>
        Run(service, reading, calendar, release => OtherThan(service, release));

    private static CheckReport Run(
        string folder,
        Reading<Release> reading,
        CalendarVersion calendar,
        Func<Release, IEnumerable<Problem>> around
    )
    {
        if (reading.Value is not { } release)
            return new CheckReport(folder, null, reading.Problems, []);
        // Of a promise that is no YAML everything would be missing.
        var broken = reading.Problems.Where(p => p is { Number: "YAML-001", Place.File: "service.yaml" }).ToList();
        if (broken.Count > 0)
            return new CheckReport(folder, null, broken, []);
        var problems = reading.Problems.Select(Strictly).DistinctBy(p => (p.Number, p.Place, p.Message)).ToList();
        problems.AddRange(around(release));
        Standard(release, problems);
        problems.AddRange(ReferenceCheck.Problems(release));
        problems.AddRange(BpmnCheck.Structure(release.Process));
        problems.AddRange(release.Decisions.Values.Distinct().SelectMany(DmnCheck.Tables));
        problems.AddRange(Runnable.Problems(release));
        problems.AddRange(ProcessCheck.Problems(release));
        problems.AddRange(NameCheck.Problems(release));
        problems.AddRange(DeterminationCheck.Problems(release));
        problems.AddRange(ProvisionCheck.Problems(release));
        var unread = problems.Where(p => p.Number == "YAML-001").Select(p => p.Place.File).ToHashSet();
        problems.AddRange(TextCheck.Problems(release, unread).Select(Strictly));
        problems.AddRange(LetterCheck.Words(release));
        problems.AddRange(ExampleCheck.Problems(release));
        var examples = problems.Any(p => p.Severity == Severity.Error)
            ? []
            : ExampleCheck.Run(release, calendar, problems);
        problems.AddRange(LetterCheck.Filled(release, examples));
        return new CheckReport(folder, release, problems, examples);
    }

    /// <summary>
    /// A name that stands for nothing and a division by zero are null by the standard, and so warnings of any model. In a
    /// service they are mistakes.
    /// </summary>
    private static Problem Strictly(Problem problem) =>
        problem.Number is DmnReader.UnknownName or FeelExpression.DividesByZero
            ? problem with
            {
                Severity = Severity.Error,
            }
            : problem;

    private static string NameOf(string folder) =>
        Path.GetFileName(Path.GetFullPath(folder).TrimEnd(Path.DirectorySeparatorChar));

    /// <summary>Two folders of one id would be one service, and one of them would be lost.</summary>
    private static IEnumerable<Problem> OtherThan(string name, Release release)
    {
        if (release.Id.Length > 0 && release.Id != name)
            yield return Wrong(
                OtherName,
                $"The id is {release.Id}, but the folder is called {name}: give both the same name.",
                "service.yaml",
                "id"
            );
    }

    private static void Standard(Release release, List<Problem> problems)
    {
        var service = release.Service;
        foreach (var component in ServiceDefinition.StandardComponents)
            if (!service.Standard.ContainsKey(component))
                problems.Add(
                    Wrong(
                        "SVC-101",
                        $"The service standard lacks the component {component}.",
                        "service.yaml",
                        component
                    )
                );
        foreach (var component in service.Standard.Keys.Except(ServiceDefinition.StandardComponents))
            problems.Add(
                Wrong(
                    "SVC-109",
                    $"The service standard has no component {component}{Nearest.Meant(component, ServiceDefinition.StandardComponents)}",
                    "service.yaml",
                    $"standard.{component}"
                )
            );
        if (release.LegalBases.IsEmpty)
            return;
        (string Place, string? Law)[] cited =
        [
            .. service.Standard.Select(s => ($"standard.{s.Key}", s.Value)),
            ("fee", service.Fee.LegalBasis),
            ("time_limit", service.TimeLimit.LegalBasis),
            ("deemed_approval", service.DeemedApproval.LegalBasis),
            ("retention", service.Retention.LegalBasis),
            ("opening", service.Opening.LegalBasis),
        ];
        foreach (var (place, law) in cited)
            if (law is not null && !release.LegalBases.ContainsKey(law))
                problems.Add(
                    Wrong(
                        "SVC-102",
                        $"The legal basis {law} is not in legal.yaml{Nearest.Meant(law, release.LegalBases.Keys)}",
                        "service.yaml",
                        place
                    )
                );
    }

    private static Problem Wrong(string number, string message, string file, string? element) =>
        new(number, message, new Place(file, element));
}
