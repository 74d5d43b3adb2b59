using Genggam.Standards.Dmn;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Dmn;

/// <summary>Small DMN models.</summary>
internal static class Drawn
{
    private static readonly FeelEnvironment Quiet = new(DateTimeOffset.UnixEpoch);

    public static string Definitions(string elements, string space = "urn:test", string name = "test") =>
        $"""
            <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" name="{name}" namespace="{space}">
            {elements}
            </definitions>
            """;

    public static Reading<DmnModel> Read(string elements, params IEnumerable<DmnSource> others) =>
        DmnReader.Read(Definitions(elements), "test.dmn", others);

    public static string Input(string name, string type = "Any") =>
        $"""<inputData id="{name}" name="{name}"><variable name="{name}" typeRef="{type}"/></inputData>""";

    /// <summary>A decision that requires elements by id.</summary>
    public static string Decision(string id, string logic, string requires = "", string type = "Any")
    {
        var needs = string.Concat(
            requires
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(r => $"""<informationRequirement><requiredDecision href="#{r}"/></informationRequirement>""")
        );
        return $"""<decision id="{id}" name="{id}"><variable name="{id}" typeRef="{type}"/>{needs}{logic}</decision>""";
    }

    public static string Literal(string feel, string type = "") =>
        $"""<literalExpression{(type.Length > 0 ? $" typeRef=\"{type}\"" : "")}><text>{Escaped(feel)}</text></literalExpression>""";

    public static string Escaped(string feel) =>
        feel.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);

    public static DmnResult Decide(
        string elements,
        string decision,
        string inputs = "{}",
        params IEnumerable<DmnSource> others
    )
    {
        var reading = Read(elements, others);
        Assert.Empty(reading.Problems);
        return reading.Value!.Decide(decision, (FeelContext)Said(inputs), Quiet);
    }

    /// <summary>A decision that gives what that FEEL text says, without a warning.</summary>
    public static void Gives(string elements, string decision, string expected, string inputs = "{}")
    {
        var result = Decide(elements, decision, inputs);
        Assert.Empty(result.Warnings);
        Assert.True(
            FeelEquality.Same(Said(expected), result.Value),
            $"expected {expected}, got {FeelJson.ToJson(result.Value)}"
        );
    }

    public static Problem IsNull(string elements, string decision, string warning, string inputs = "{}")
    {
        var result = Decide(elements, decision, inputs);
        Assert.True(result.Value.IsNull, $"got {FeelJson.Plain(result.Value)}");
        return Assert.Single(result.Warnings, w => w.Number == warning);
    }

    private static FeelValue Said(string feel) =>
        FeelExpression.Parse(feel, new Place("said"), []).Value!.Evaluate(FeelContext.Empty, Quiet).Value;
}
