using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace Genggam.Benchmarks.Mutants;

/// <summary>A project of the product as the compiler sees it.</summary>
internal sealed class Room
{
    private static readonly CSharpParseOptions Language = new(LanguageVersion.CSharp14);

    private static readonly string[] Usings = ["", ".Collections.Generic", ".IO", ".Linq", ".Threading.Tasks"];

    private readonly CSharpCompilation compilation;

    private readonly Dictionary<string, int> errors = new(StringComparer.Ordinal);

    private Room(string root, string project, IEnumerable<MetadataReference> references, params string[] more)
    {
        var folder = Path.Combine(root, "src", project);
        Files = Directory
            .EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(root, f))
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin"))
            .Order(StringComparer.Ordinal)
            .ToDictionary(f => f, f => Read(File.ReadAllText(Path.Combine(root, f))));
        var usings = Read(string.Concat(Usings.Select(u => $"global using global::System{u};\n")));
        compilation = CSharpCompilation.Create(
            project,
            [.. Files.Values, usings, .. more.Select(Read)],
            references,
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable)
        );
    }

    /// <summary>By their path from the root of the repository.</summary>
    public IReadOnlyDictionary<string, SyntaxTree> Files { get; }

    public static Room[] Of(string root)
    {
        var runtime = Directory
            .EnumerateFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll")
            .Select(MetadataReference (path) => MetadataReference.CreateFromFile(path))
            .ToList();
        var standards = new Room(root, "Genggam.Standards", runtime, MutatedCopy.Switch(0));
        var engine = new Room(root, "Genggam.Engine", [.. runtime, standards.compilation.ToMetadataReference()]);
        return [standards, engine];
    }

    /// <summary>The files that do not compile with new texts. What a generator would add is missing before and after.</summary>
    public HashSet<string> Failing(IReadOnlyDictionary<string, string> texts)
    {
        var trees = texts.ToDictionary(t => t.Key, t => Read(t.Value));
        var changed = trees.Aggregate(compilation, (all, t) => all.ReplaceSyntaxTree(Files[t.Key], t.Value));
        foreach (var file in texts.Keys.Where(f => !errors.ContainsKey(f)))
            errors[file] = Errors(compilation, Files[file]);
        return [.. trees.Where(t => Errors(changed, t.Value) > errors[t.Key]).Select(t => t.Key)];
    }

    private static int Errors(CSharpCompilation compilation, SyntaxTree tree) =>
        compilation.GetSemanticModel(tree).GetDiagnostics().Count(d => d.Severity == DiagnosticSeverity.Error);

    private static SyntaxTree Read(string text) => CSharpSyntaxTree.ParseText(text, Language);
}
