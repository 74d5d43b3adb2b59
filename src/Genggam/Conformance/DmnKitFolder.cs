using System.Collections.Immutable;
using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Kit;

namespace Genggam.Conformance;

/// <summary>The folders of the DMN Technology Compatibility Kit, where they lie.</summary>
internal static class DmnKitFolder
{
    /// <summary>The folders with test files, at any depth, in the order of their names.</summary>
    internal static IEnumerable<string> All(string root) =>
        Directory
            .EnumerateFiles(root, "*.xml", SearchOption.AllDirectories)
            .Where(path => DmnKit.IsTestFile(Path.GetFileName(path)))
            .Select(path => Path.GetDirectoryName(path)!)
            .Distinct()
            .Order(StringComparer.Ordinal);

    internal static ImmutableArray<KitCase> Run(string folder) =>
        DmnKit.Run(
            Path.GetFileName(folder),
            [
                .. Directory
                    .EnumerateFiles(folder)
                    .Where(path => Path.GetExtension(path) is ".dmn" or ".xml")
                    .Select(path => new DmnSource(Path.GetFileName(path), File.ReadAllText(path))),
            ]
        );
}
