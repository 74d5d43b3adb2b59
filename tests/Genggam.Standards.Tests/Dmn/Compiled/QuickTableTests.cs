using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Compiled;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Compiled;
using Genggam.Standards.Tests.Feel;

namespace Genggam.Standards.Tests.Dmn.Compiled;

/// <summary>A table of constants finds its rule in one go, at the cost of going through it cell by cell.</summary>
public sealed class QuickTableTests
{
    private const string Rules =
        "< 0|\"a\"; [0..10)|\"a\"; [0..10)|not(\"a\"); 10, 20|-; (20..30]|-; != 99|\"c\"; -|\"d\"; 99|true";

    [Theory]
    [InlineData("-1", "\"a\"", 0, 6)]
    [InlineData("-0.5", "\"a\"", 0, 6)]
    [InlineData("0", "\"a\"", 1, 10)]
    [InlineData("9.999", "\"a\"", 1, 10)]
    [InlineData("0", "\"b\"", 2, 16)]
    [InlineData("10", "\"b\"", 3, 15)]
    [InlineData("20", "\"b\"", 3, 16)]
    [InlineData("20.1", "\"b\"", 4, 20)]
    [InlineData("30", "\"b\"", 4, 20)]
    [InlineData("30.1", "\"c\"", 5, 23)]
    [InlineData("30.1", "\"d\"", 6, 26)]
    [InlineData("99", "\"c\"", -1, null)]
    [InlineData("1e40", "\"a\"", -1, null)]
    [InlineData("\"1\"", "\"a\"", -1, null)]
    [InlineData("null", "\"a\"", -1, null)]
    [InlineData("-1", "1", -1, null)]
    public void The_first_rule_that_holds_is_found_with_its_steps(string n, string s, int rule, int? steps)
    {
        var quick = Quick("FIRST", Rules)!;

        Assert.Equal(rule, quick.Rule([Evaluated.Value(n), Evaluated.Value(s)], out var spent));
        if (steps is { } known)
            Assert.Equal(known, spent);
        Assert.Equal(-1, quick.Rule([null, Evaluated.Value(s)], out _));
    }

    [Theory]
    [InlineData("1", 0)]
    [InlineData("2", -1)]
    [InlineData("3", 1)]
    [InlineData("4", -1)]
    public void Of_a_unique_table_it_is_the_only_one(string n, int rule) =>
        Assert.Equal(rule, Quick("UNIQUE", "[1..2]|-; [2..3]|-")!.Rule([Evaluated.Value(n), "a"], out _));

    [Theory]
    [InlineData("FIRST", "1|-", true)]
    [InlineData("UNIQUE", "1|-", true)]
    [InlineData("ANY", "1|-", false)]
    [InlineData("PRIORITY", "1|-", false)]
    [InlineData("COLLECT", "1|-", false)]
    [InlineData("FIRST", "n|-", false)]
    [InlineData("FIRST", "-|-", true)]
    public void Only_tables_of_constants_that_one_rule_answers_are_quick(string policy, string rules, bool quick) =>
        Assert.Equal(quick, Quick(policy, rules) is not null);

    [Fact]
    public void Its_height_is_that_of_its_highest_cell()
    {
        Assert.Equal(1, Quick("FIRST", "-|-")!.Height);
        Assert.Equal(2, Quick("FIRST", "1|-; -|\"a\"")!.Height);
        Assert.Equal(3, Quick("FIRST", "1|-; [1..2]|\"a\"")!.Height);
    }

    [Fact]
    public void An_input_that_two_decisions_read_is_judged_once()
    {
        var model = Drawn
            .Read(
                Drawn.Input("n", "number")
                    + Drawn.Decision("a", Drawn.Literal("n = null"), "n")
                    + Drawn.Decision("b", Drawn.Literal("n = null"), "n")
                    + Drawn.Decision("c", Drawn.Literal("a and b"), "a b")
            )
            .Value!;
        var inputs = FeelContext.Of(("n", "x"));
        var quiet = new FeelEnvironment(DateTimeOffset.UnixEpoch);

        Assert.Equal(["DMN-203"], new CompiledModel(model).Decide("c", inputs, quiet).Warnings.Select(w => w.Number));
        Assert.Equal(["DMN-203"], model.Interpret("c", inputs, quiet).Warnings.Select(w => w.Number));
    }

    private static QuickTable? Quick(string policy, string rules)
    {
        var elements =
            Drawn.Input("n")
            + Drawn.Input("s")
            + Drawn.Decision(
                "d",
                $"<decisionTable hitPolicy=\"{policy}\"><input><inputExpression><text>n</text></inputExpression></input><input><inputExpression><text>s</text></inputExpression></input><output/>"
                    + string.Concat(
                        rules
                            .Split("; ")
                            .Select(rule =>
                                "<rule>"
                                + string.Concat(
                                    rule.Split('|')
                                        .Select(cell => $"<inputEntry><text>{Drawn.Escaped(cell)}</text></inputEntry>")
                                )
                                + "<outputEntry><text>1</text></outputEntry></rule>"
                            )
                    )
                    + "</decisionTable>",
                "n s"
            );
        var table = (DecisionTable)Drawn.Read(elements).Value!.Decisions[0].Logic!;
        return QuickTable.Of(
            table,
            [0, 1],
            [.. table.Rules.Select(rule => rule.Tests.Select(test => CellTest.Of(test.Root)!).ToArray())]
        );
    }
}
