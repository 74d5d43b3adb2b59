using System.Xml.Linq;
using Genggam.Standards;
using Genggam.Standards.Dmn;
using Genggam.Standards.Feel;

namespace Genggam.Conformance.Dmn;

/// <summary>Runs folders of the DMN Technology Compatibility Kit where they lie.</summary>
internal static class DmnKit
{
    private static readonly FeelEnvironment Environment = new(new DateTimeOffset(2026, 1, 15, 10, 0, 0, TimeSpan.Zero));

    /// <summary>The kit beside this checkout, or null.</summary>
    internal static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var kit = Path.Combine(folder.FullName, "shared", "conformance", "dmn-tck");
            if (Directory.Exists(kit))
                return kit;
        }
        return null;
    }

    internal static IEnumerable<string> Folders(string root) =>
        Directory
            .EnumerateFiles(root, "*.dmn", SearchOption.AllDirectories)
            .Select(path => Path.GetDirectoryName(path)!)
            .Distinct()
            .Order(StringComparer.Ordinal);

    internal static FolderResult Run(string folder)
    {
        var (passed, failures) = (0, new List<string>());
        foreach (var file in Directory.EnumerateFiles(folder, "*-test-*.xml").Order(StringComparer.Ordinal))
        {
            var tests = XDocument.Load(file).Root!;
            var modelName = tests.Elements().First(e => e.Name.LocalName == "modelName").Value.Trim();
            var reading = DmnReader.Read(File.ReadAllText(Path.Combine(folder, modelName)), modelName);
            foreach (var test in tests.Elements().Where(e => e.Name.LocalName == "testCase"))
            foreach (var failure in Outcomes(test, reading))
                if (failure is null)
                    passed++;
                else
                    failures.Add($"{Path.GetFileName(file)} {test.Attribute("id")?.Value} {failure}");
        }
        return new(Path.GetFileName(folder), passed, failures);
    }

    /// <summary>One outcome a result node: null where it is as expected.</summary>
    private static IEnumerable<string?> Outcomes(XElement test, Reading<DmnModel> reading)
    {
        var inputs = FeelContext.Of(
            test.Elements()
                .Where(e => e.Name.LocalName == "inputNode")
                .Select(e => (e.Attribute("name")!.Value, ExpectedValue.Read(e)))
        );
        var invocable =
            test.Attribute("type")?.Value == "decisionService" ? test.Attribute("invocableName")?.Value : null;
        foreach (var node in test.Elements().Where(e => e.Name.LocalName == "resultNode"))
        {
            if (reading.Value is not { } model)
            {
                yield return string.Join("; ", reading.Problems.Take(1));
                continue;
            }
            var expectsError = node.Attribute("errorResult")?.Value == "true";
            var expectation = node.Elements().FirstOrDefault(e => e.Name.LocalName == "expected");
            var expected = expectsError || expectation is null ? FeelValue.Null : ExpectedValue.Read(expectation);
            var result = model.Decide(invocable ?? node.Attribute("name")!.Value, inputs, Environment);
            yield return ExpectedValue.Matches(expected, result.Value)
                ? null
                : $"{node.Attribute("name")?.Value}: expected {FeelJson.Plain(expected)}, "
                    + $"got {FeelJson.Plain(result.Value)} {string.Join("; ", result.Warnings.Take(1))}";
        }
    }
}

internal sealed record FolderResult(string Folder, int Passed, IReadOnlyList<string> Failures);
