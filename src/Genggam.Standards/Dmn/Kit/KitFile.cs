using System.Collections.Immutable;
using System.Xml.Linq;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Dmn.Kit;

/// <summary>A test file of the kit (its testCases.xsd): a model and the tests over it.</summary>
internal sealed record KitFile(string Name, string Model, ImmutableArray<KitTest> Tests)
{
    public static KitFile Read(string name, string xml)
    {
        var root = SourceXml.Load(xml).Root!;
        return new KitFile(
            name,
            Children(root, "modelName").First().Value.Trim(),
            [.. Children(root, "testCase").Select(KitTest.Read)]
        );
    }

    internal static IEnumerable<XElement> Children(XElement e, string name) =>
        e.Elements().Where(child => child.Name.LocalName == name);
}

/// <param name="Service">The decision service to call, or null: then each result names a decision.</param>
internal sealed record KitTest(string Id, string? Service, FeelContext Inputs, ImmutableArray<KitResult> Results)
{
    public static KitTest Read(XElement e)
    {
        var service = (string?)e.Attribute("type") == "decisionService" ? (string?)e.Attribute("invocableName") : null;
        var inputs = KitFile
            .Children(e, "inputNode")
            .Aggregate(
                FeelContext.Empty,
                (all, node) => Put(all, (string?)node.Attribute("namespace"), Name(node), KitValue.Read(node))
            );
        return new KitTest(
            (string?)e.Attribute("id") ?? "",
            service,
            inputs,
            [.. KitFile.Children(e, "resultNode").Select(KitResult.Read)]
        );
    }

    /// <summary>The input data of an imported model stands in a context under that model's namespace.</summary>
    private static FeelContext Put(FeelContext inputs, string? space, string name, FeelValue value) =>
        string.IsNullOrEmpty(space)
            ? inputs.With(name, value)
            : inputs.With(space, (inputs[space] as FeelContext ?? FeelContext.Empty).With(name, value));

    internal static string Name(XElement e) => (string?)e.Attribute("name") ?? "";
}

/// <param name="Expected">Null where the kit expects an error.</param>
internal sealed record KitResult(string Name, XElement? Expected, bool IsError)
{
    public static KitResult Read(XElement e) =>
        new(
            KitTest.Name(e),
            KitFile.Children(e, "expected").FirstOrDefault(),
            (string?)e.Attribute("errorResult") is "true" or "1"
        );
}
