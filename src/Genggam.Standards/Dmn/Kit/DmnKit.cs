using System.Collections.Immutable;
using System.Xml;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Dmn.Kit;

/// <summary>
/// Runs a folder of the DMN Technology Compatibility Kit. A model that cannot be read fails its tests, also those
/// that expect null, and an expected error must be null with a warning that says why: silence earns nothing.
/// </summary>
public static class DmnKit
{
    private static readonly FeelEnvironment Environment = new(new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.Zero));

    /// <summary>Whether a file of a kit folder is one of its test files.</summary>
    public static bool IsTestFile(string name) =>
        name.EndsWith(".xml", StringComparison.Ordinal) && name.Contains("-test-", StringComparison.Ordinal);

    /// <param name="files">The models and test files of the folder.</param>
    public static ImmutableArray<KitCase> Run(string folder, IReadOnlyList<DmnSource> files) =>
        [
            .. files
                .Where(f => IsTestFile(f.File))
                .OrderBy(f => f.File, StringComparer.Ordinal)
                .SelectMany(f => Cases(folder, f, files)),
        ];

    private static IEnumerable<KitCase> Cases(string folder, DmnSource source, IReadOnlyList<DmnSource> files)
    {
        KitFile file;
        try
        {
            file = KitFile.Read(source.File, source.Xml);
        }
        catch (XmlException e)
        {
            return [new KitCase(folder, source.File, "", KitOutcome.Failed, e.Message)];
        }
        var models = files.Where(f => f.File.EndsWith(".dmn", StringComparison.Ordinal)).ToList();
        var main = models.Find(f => f.File == file.Model);
        var reading = main is null
            ? new Reading<DmnModel>(null, [new Problem("DMN-001", "There is no such file.", new Place(file.Model))])
            : DmnReader.Read(main.Xml, main.File, models.Where(m => m != main));
        return file.Tests.Select(test => Case(folder, file.Name, test, reading));
    }

    private static KitCase Case(string folder, string file, KitTest test, Reading<DmnModel> reading)
    {
        var fault = test.Results.Select(r => Fault(test, r, reading)).OfType<string>().FirstOrDefault();
        return fault is null ? new KitCase(folder, file, test.Id, KitOutcome.Passed)
            : ExternalJava.Reason(folder, test.Id) is { } reason
                ? new KitCase(folder, file, test.Id, KitOutcome.Excluded, reason)
            : new KitCase(folder, file, test.Id, KitOutcome.Failed, fault);
    }

    private static string? Fault(KitTest test, KitResult wanted, Reading<DmnModel> reading)
    {
        if (reading.Value is not { } model)
            return string.Join("; ", reading.Problems.Take(1));
        var result = model.Decide(test.Service ?? wanted.Name, test.Inputs, Environment);
        var warnings = string.Join("; ", result.Warnings.Take(2));
        if (wanted.IsError)
            return !result.Value.IsNull ? $"{wanted.Name}: expected an error, got {FeelJson.Plain(result.Value)}"
                : result.Warnings.Count == 0 ? $"{wanted.Name}: expected an error, got null without a word"
                : null;
        if (wanted.Expected is null)
            return $"{wanted.Name}: the test expects nothing";
        return KitValue.Matches(wanted.Expected, result.Value)
            ? null
            : $"{wanted.Name}: expected {FeelJson.Plain(KitValue.Read(wanted.Expected))}, "
                + $"got {FeelJson.Plain(result.Value)} {warnings}".TrimEnd();
    }
}
