using Genggam.Standards.Dmn;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Dmn;

/// <summary>The texts that a decision may give, found without data wherever they are written as a value.</summary>
public sealed class GivenTextTests
{
    private static string Entry(string? name, string feel) =>
        $"<contextEntry>{(name is null ? "" : $"<variable name=\"{name}\"/>")}{Drawn.Literal(feel)}</contextEntry>";

    private static string Boxed(string kind, params (string Part, string Feel)[] parts) =>
        $"<{kind}>{string.Concat(parts.Select(p => $"<{p.Part}>{Drawn.Literal(p.Feel)}</{p.Part}>"))}</{kind}>";

    private static string Table(string outputs, params string[][] rules) =>
        $"<decisionTable><input/>{outputs}"
        + string.Concat(
            rules.Select(r =>
                $"<rule><inputEntry/>{string.Concat(r.Select(o => $"<outputEntry><text>{o}</text></outputEntry>"))}</rule>"
            )
        )
        + "</decisionTable>";

    public static TheoryData<string, string?, string> Logics =>
        new()
        {
            { Drawn.Literal("\"a\""), null, "a" },
            { Drawn.Literal("\"a\""), "x", "" },
            { Drawn.Literal("1"), null, "" },
            { Drawn.Literal("\"a\" + \"b\""), null, "" },
            { Drawn.Literal("[\"a\", [\"b\"]]"), null, "a b" },
            { Drawn.Literal("if n then \"a\" else if n then \"b\" else \"c\""), null, "a b c" },
            { Drawn.Literal("[\"a\", \"b\"][item = n]"), null, "a b" },
            { Drawn.Literal("{x: \"a\", y: \"b\"}"), "x", "a" },
            { Drawn.Literal("{x: \"a\", y: \"b\"}"), null, "" },
            { Drawn.Literal("{x: {x: \"a\"}}"), "x", "" },
            { Drawn.Literal("[{x: \"a\"}, {x: \"b\"}]"), "x", "a b" },
            { Drawn.Literal("if n then {x: \"a\"} else {x: \"b\"}"), "x", "a b" },
            { $"<context>{Entry("x", "\"a\"")}{Entry("y", "\"b\"")}</context>", "x", "a" },
            { $"<context>{Entry("x", "\"a\"")}{Entry("y", "\"b\"")}</context>", "y", "b" },
            { $"<context>{Entry("x", "\"a\"")}{Entry("y", "\"b\"")}</context>", null, "" },
            { $"<context>{Entry("x", "\"a\"")}{Entry(null, "\"b\"")}</context>", null, "b" },
            { $"<context>{Entry("x", "\"a\"")}{Entry(null, "{x: \"b\"}")}</context>", "x", "a b" },
            { $"<list>{Drawn.Literal("\"a\"")}{Drawn.Literal("[\"b\"]")}</list>", null, "a b" },
            {
                $"<relation><column name=\"x\"/><column name=\"y\"/><row>{Drawn.Literal("\"a\"")}{Drawn.Literal("\"b\"")}</row><row>{Drawn.Literal("\"c\"")}{Drawn.Literal("\"d\"")}</row></relation>",
                "x",
                "a c"
            },
            { $"<relation><column name=\"x\"/><row>{Drawn.Literal("\"a\"")}</row></relation>", null, "" },
            { $"<functionDefinition>{Drawn.Literal("\"a\"")}</functionDefinition>", null, "a" },
            { Boxed("conditional", ("if", "\"c\" = n"), ("then", "\"a\""), ("else", "\"b\"")), null, "a b" },
            { Boxed("filter", ("in", "[\"a\"]"), ("match", "item = \"b\"")), null, "a" },
            { Boxed("for", ("in", "[\"a\"]"), ("return", "\"b\"")), null, "b" },
            { Boxed("some", ("in", "[\"a\"]"), ("satisfies", "item = \"b\"")), null, "" },
            { $"<invocation>{Drawn.Literal("n")}</invocation>", null, "" },
            { Table("<output/>", ["\"a\""], ["\"b\""]), null, "a b" },
            { Table("<output name=\"x\"/>", ["\"a\""]), null, "a" },
            { Table("<output name=\"x\"/>", ["\"a\""]), "x", "a" },
            { Table("<output name=\"x\"/>", ["{y: \"a\"}"]), "y", "a" },
            { Table("<output name=\"x\"/>", ["\"a\""]), "y", "" },
            { Table("<output name=\"x\"/><output name=\"y\"/>", ["\"a\"", "\"b\""]), "y", "b" },
            { Table("<output name=\"x\"/><output name=\"y\"/>", ["\"a\"", "\"b\""]), null, "" },
            {
                Table(
                    "<output><outputValues><text>\"v\", not(\"w\")</text></outputValues><defaultOutputEntry><text>\"d\"</text></defaultOutputEntry></output>",
                    ["\"a\""]
                ),
                null,
                "a v d"
            },
            { Table("<output><outputValues><text>not(\"w\")</text></outputValues></output>", ["\"a\""]), null, "a" },
        };

    [Theory]
    [MemberData(nameof(Logics))]
    public void Texts_are_found_where_they_are_written_as_the_value(string logic, string? name, string texts)
    {
        var model = Drawn.Read(Drawn.Input("n") + Drawn.Decision("d", logic, "n")).Value!;

        Assert.Equal(
            texts.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            GivenTexts.Of(model, "d", name).Select(t => t.Text)
        );
        Assert.All(GivenTexts.Of(model, "d", name), t => Assert.True(t.At.Line > 0));
        Assert.Empty(GivenTexts.Of(model, "nowhere", name));
    }

    [Fact]
    public void What_is_required_may_give_them_too_each_once()
    {
        var model = Drawn
            .Read(
                Drawn.Decision("a", Drawn.Literal("{x: \"a\"}"))
                    + Drawn.Decision("b", Drawn.Literal("{x: \"b\"}"), "a")
                    + "<businessKnowledgeModel id=\"k\" name=\"k\"><encapsulatedLogic>"
                    + Drawn.Literal("{x: \"k\"}")
                    + "</encapsulatedLogic><knowledgeRequirement><requiredKnowledge href=\"#k2\"/></knowledgeRequirement></businessKnowledgeModel>"
                    + "<businessKnowledgeModel id=\"k2\" name=\"k2\"><encapsulatedLogic>"
                    + Drawn.Literal("{x: \"k2\"}")
                    + "</encapsulatedLogic></businessKnowledgeModel>"
                    + Drawn.Decision(
                        "d",
                        "<knowledgeRequirement><requiredKnowledge href=\"#k\"/></knowledgeRequirement>"
                            + Drawn.Literal("{x: \"d\"}"),
                        "a b"
                    )
            )
            .Value!;

        Assert.Equal(["a", "b", "d", "k", "k2"], GivenTexts.OfAll(model, "d", "x").Select(t => t.Text).Order());
        Assert.Equal(["a", "b"], GivenTexts.OfAll(model, "b", "x").Select(t => t.Text).Order());
        Assert.Empty(GivenTexts.OfAll(model, "d", "y"));
    }

    [Theory]
    [InlineData("a", "a")]
    [InlineData("a.b", "a.b")]
    [InlineData("if c then a else d.e", "a d.e")]
    [InlineData("a + b", "")]
    [InlineData("f(a)", "")]
    [InlineData("a.b.c", "")]
    public void Names_that_are_passed_on_as_they_are_are_told(string feel, string passed)
    {
        var read = FeelExpression.Parse(feel, new Place("test", null, 1, 1), []).Value!;

        Assert.Equal(
            passed,
            string.Join(' ', GivenTexts.Passed(read).Select(p => p.Member is null ? p.Name : $"{p.Name}.{p.Member}"))
        );
    }

    [Fact]
    public void Of_an_expression_alone_they_are_told_with_their_place()
    {
        var read = FeelExpression.Parse("[1, \"a\", \"b\"]", new Place("test", null, 1, 1), []).Value!;

        Assert.Equal([("a", 5), ("b", 10)], GivenTexts.Of(read).Select(t => (t.Text, t.At.Column)));
    }
}
