using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Dmn;

public sealed class BoxTests
{
    private static string Box(string name, params (string Part, string Feel)[] parts) =>
        $"<{name}>"
        + string.Concat(parts.Select(p => $"<{p.Part}>{Drawn.Literal(p.Feel)}</{p.Part}>"))
        + $"</{name.Split(' ')[0]}>";

    [Theory]
    [InlineData("true", "1")]
    [InlineData("false", "2")]
    [InlineData("null", "2")]
    public void A_conditional(string condition, string expected) =>
        Drawn.Gives(
            Drawn.Decision("d", Box("conditional", ("if", condition), ("then", "1"), ("else", "2"))),
            "d",
            expected
        );

    [Fact]
    public void A_conditional_on_no_truth_is_null() =>
        Drawn.IsNull(
            Drawn.Decision("d", Box("conditional", ("if", "\"a\""), ("then", "1"), ("else", "2"))),
            "d",
            "FEEL-216"
        );

    [Theory]
    [InlineData("[1, 2, 3]", "item > 1", "[2, 3]")]
    [InlineData("[{a: 1}, {a: 2}]", "a = 2", "[{a: 2}]")]
    [InlineData("[5, 6]", "2", "6")]
    [InlineData("null", "true", "[]")]
    [InlineData("5", "item = 5", "[5]")]
    public void A_filter(string source, string match, string expected) =>
        Drawn.Gives(Drawn.Decision("d", Box("filter", ("in", source), ("match", match))), "d", expected);

    [Theory]
    [InlineData("[1, 2]", "i * 2", "[2, 4]")]
    [InlineData("2..1", "i", "[2, 1]")]
    [InlineData("[1..3]", "i + count(partial)", "[1, 3, 5]")]
    public void A_for(string source, string body, string expected) =>
        Drawn.Gives(
            Drawn.Decision(
                "d",
                Box(
                    "for iteratorVariable=\"i\"",
                    ("in", source == "2..1" ? "reverse([1, 2])" : source),
                    ("return", body)
                )
            ),
            "d",
            expected
        );

    [Fact]
    public void A_for_pays_for_all_the_earlier_results_that_it_keeps_in_reach()
    {
        var model = Drawn.Read(
            Drawn.Decision("d", Box("for iteratorVariable=\"i\"", ("in", "[1..100]"), ("return", "i")))
        );
        var result = model.Value!.Decide("d", FeelContext.Empty, new(DateTimeOffset.UnixEpoch, MaxSteps: 2_000));

        Assert.True(result.Value.IsNull);
    }

    [Theory]
    [InlineData("some", "[1, 2]", "true")]
    [InlineData("every", "[1, 2]", "false")]
    [InlineData("some", "[]", "false")]
    [InlineData("every", "[]", "true")]
    public void Some_and_every(string kind, string source, string expected) =>
        Drawn.Gives(
            Drawn.Decision("d", Box($"{kind} iteratorVariable=\"i\"", ("in", source), ("satisfies", "i = 2"))),
            "d",
            expected
        );

    [Fact]
    public void An_every_that_is_no_truth_for_some_item_is_null() =>
        Drawn.IsNull(
            Drawn.Decision("d", Box("every iteratorVariable=\"i\"", ("in", "[1]"), ("satisfies", "\"x\""))),
            "d",
            "FEEL-216"
        );

    [Fact]
    public void A_context_sees_its_earlier_entries_and_gives_its_result_cell()
    {
        const string entries = """
            <contextEntry><variable name="net price" typeRef="number"/>{0}</contextEntry>
            <contextEntry><variable name="tax"/>{1}</contextEntry>
            """;
        var both = entries
            .Replace("{0}", Drawn.Literal("100"), StringComparison.Ordinal)
            .Replace("{1}", Drawn.Literal("net price * 0.11"), StringComparison.Ordinal);
        var result = $"<contextEntry>{Drawn.Literal("net price + tax")}</contextEntry>";

        Drawn.Gives(Drawn.Decision("d", $"<context>{both}</context>"), "d", "{net price: 100, tax: 11}");
        Drawn.Gives(Drawn.Decision("d", $"<context>{both}{result}</context>"), "d", "111");
    }

    [Fact]
    public void An_entry_keeps_to_its_type() =>
        Drawn.IsNull(
            Drawn.Decision(
                "d",
                $"<context><contextEntry><variable name=\"a\" typeRef=\"number\"/>{Drawn.Literal("\"x\"")}</contextEntry>"
                    + $"<contextEntry>{Drawn.Literal("a")}</contextEntry></context>"
            ),
            "d",
            "DMN-203"
        );

    [Fact]
    public void A_list_and_a_relation()
    {
        var relation =
            "<relation><column name=\"a\"/><column name=\"b c\"/>"
            + $"<row>{Drawn.Literal("1")}{Drawn.Literal("2")}</row><row>{Drawn.Literal("3")}{Drawn.Literal("4")}</row></relation>";

        Drawn.Gives(
            Drawn.Decision("d", $"<list>{Drawn.Literal("1")}{Drawn.Literal("\"a\"")}</list>"),
            "d",
            "[1, \"a\"]"
        );
        Drawn.Gives(Drawn.Decision("d", relation), "d", "[{a: 1, b c: 2}, {a: 3, b c: 4}]");
    }

    [Fact]
    public void A_function_is_called_from_the_context_that_holds_it()
    {
        var function =
            "<functionDefinition><formalParameter name=\"x\" typeRef=\"number\"/>"
            + Drawn.Literal("x * 2")
            + "</functionDefinition>";
        string With(string call) =>
            Drawn.Decision(
                "d",
                $"<context><contextEntry><variable name=\"double\"/>{function}</contextEntry><contextEntry>{call}</contextEntry></context>"
            );
        string Invocation(string parameter, string value) =>
            $"<invocation>{Drawn.Literal("double")}<binding><parameter name=\"{parameter}\"/>{Drawn.Literal(value)}</binding></invocation>";

        Drawn.Gives(With(Drawn.Literal("double(4)")), "d", "8");
        Drawn.Gives(With(Invocation("x", "4")), "d", "8");
        Drawn.IsNull(With(Invocation("y", "4")), "d", "FEEL-209");
        Drawn.IsNull(With(Invocation("x", "\"a\"")), "d", "FEEL-210");
    }

    [Fact]
    public void A_function_in_another_language_is_null_and_says_so()
    {
        var function =
            "<functionDefinition kind=\"Java\"><formalParameter name=\"x\"/>"
            + "<context><contextEntry><variable name=\"class\"/>"
            + Drawn.Literal("\"java.lang.Math\"")
            + "</contextEntry></context></functionDefinition>";
        var reading = Drawn.Read(
            Drawn.Decision(
                "d",
                $"<context><contextEntry><variable name=\"f\"/>{function}</contextEntry><contextEntry>{Drawn.Literal("f(1)")}</contextEntry></context>"
            )
        );

        var result = reading.Value!.Decide("d", FeelContext.Empty, new(DateTimeOffset.UnixEpoch));

        Assert.True(reading.Usable);
        Assert.Contains(result.Warnings, w => w.Number == "FEEL-203");
    }

    [Fact]
    public void Every_box_keeps_to_the_type_it_declares()
    {
        Drawn.Gives(Drawn.Decision("d", Drawn.Literal("[10]", "number")), "d", "10");
        Drawn.IsNull(Drawn.Decision("d", Drawn.Literal("\"x\"", "number")), "d", "DMN-203");
        Drawn.Gives(Drawn.Decision("d", $"<list typeRef=\"number\">{Drawn.Literal("1")}</list>"), "d", "1");
    }
}
