using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Genggam.Benchmarks.Mutants;

/// <summary>A project of tests that count.</summary>
/// <param name="Platform">Whether it has an entry point of its own and takes the words of the testing platform.</param>
internal sealed record TestProject(string Name, bool Platform = false)
{
    public static TestProject[] All { get; } =
    [new("Genggam.Engine.Tests"), new("Genggam.Conformance", Platform: true), new("Genggam.Standards.Tests")];

    /// <summary>Names of the classes that have tests.</summary>
    public string[] Classes(string root) =>
        [
            .. Directory
                .EnumerateFiles(Path.Combine(root, "tests", Name), "*Tests.cs", SearchOption.AllDirectories)
                .SelectMany(file => CSharpSyntaxTree.ParseText(File.ReadAllText(file)).GetRoot().DescendantNodes())
                .OfType<ClassDeclarationSyntax>()
                .Where(type => type.Members.OfType<MethodDeclarationSyntax>().Any(IsTest))
                .Select(FullName)
                .Distinct()
                .Order(StringComparer.Ordinal),
        ];

    /// <summary>Runs some classes one after the other, up to the first failure.</summary>
    public Task<Ran> Run(
        string root,
        IEnumerable<string> classes,
        TimeSpan limit,
        (string Name, string Value) variable,
        CancellationToken stop
    )
    {
        string[] arguments = Platform
            ? ["--stop-on-fail", "on", "--max-threads", "1", "--filter-class", .. classes]
            : ["-stopOnFail", "-noColor", "-maxThreads", "1", .. classes.SelectMany(c => (string[])["-class", c])];
        var program = Path.Combine(root, "tests", Name, "bin", "Release", "net10.0", Name);
        return Commands.Run(program, arguments, limit, stop, variable, ("CsCheck_Threads", "1"));
    }

    private static bool IsTest(MethodDeclarationSyntax method) =>
        method.AttributeLists.SelectMany(l => l.Attributes).Any(a => $"{a.Name}" is "Fact" or "Theory");

    private static string FullName(ClassDeclarationSyntax type) =>
        $"{type.FirstAncestorOrSelf<BaseNamespaceDeclarationSyntax>()!.Name}.{type.Identifier.Text}";
}
