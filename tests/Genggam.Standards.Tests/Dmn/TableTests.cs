using Genggam.Standards.Dmn;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Dmn;

public sealed class TableTests
{
    private static string Table(
        string policy,
        string rules,
        string output = "",
        string aggregation = "",
        string values = ""
    ) =>
        Drawn.Input("n")
        + Drawn.Decision(
            "d",
            $"""
            <decisionTable id="t" hitPolicy="{policy}" {aggregation}>
              <input><inputExpression typeRef="number"><text>n</text></inputExpression>{values}</input>
              {(output.Length > 0 ? output : "<output/>")}
              {rules}
            </decisionTable>
            """,
            "n"
        );

    private static string Rule(string test, params string[] outputs) =>
        $"<rule><inputEntry><text>{Drawn.Escaped(test)}</text></inputEntry>"
        + string.Concat(outputs.Select(o => $"<outputEntry><text>{Drawn.Escaped(o)}</text></outputEntry>"))
        + "</rule>";

    private static readonly string Three = Rule("> 0", "\"a\"") + Rule("> 1", "\"b\"") + Rule("> 2", "\"a\"");

    private const string Ranked =
        "<output typeRef=\"string\"><outputValues><text>\"b\",\"a\"</text></outputValues></output>";

    [Theory]
    [InlineData("UNIQUE", 1, "\"a\"")]
    [InlineData("FIRST", 3, "\"a\"")]
    [InlineData("ANY", 1, "\"a\"")]
    [InlineData("RULE ORDER", 3, "[\"a\", \"b\", \"a\"]")]
    [InlineData("COLLECT", 2, "[\"a\", \"b\"]")]
    [InlineData("COLLECT", 0, "[]")]
    [InlineData("FIRST", 0, "null")]
    public void A_table_answers_by_its_hit_policy(string policy, int n, string expected) =>
        Drawn.Gives(Table(policy, Three), "d", expected, $"{{n: {n}}}");

    [Theory]
    [InlineData("PRIORITY", 3, "\"b\"")]
    [InlineData("PRIORITY", 1, "\"a\"")]
    [InlineData("OUTPUT ORDER", 3, "[\"b\", \"a\", \"a\"]")]
    public void The_order_of_allowed_outputs_is_their_priority(string policy, int n, string expected) =>
        Drawn.Gives(Table(policy, Three, Ranked), "d", expected, $"{{n: {n}}}");

    [Fact]
    public void Of_several_outputs_the_first_has_the_highest_priority()
    {
        const string outputs = """
            <output name="x"><outputValues><text>"hi","lo"</text></outputValues></output>
            <output name="y"><outputValues><text>2,1</text></outputValues></output>
            """;
        var rules = Rule("-", "\"lo\"", "2") + Rule("-", "\"hi\"", "1") + Rule("-", "\"hi\"", "2");

        Drawn.Gives(Table("PRIORITY", rules, outputs), "d", "{x: \"hi\", y: 2}", "{n: 1}");
        Drawn.Gives(
            Table("OUTPUT ORDER", rules, outputs),
            "d",
            "[{x: \"hi\", y: 2}, {x: \"hi\", y: 1}, {x: \"lo\", y: 2}]",
            "{n: 1}"
        );
    }

    [Theory]
    [InlineData("SUM", "6")]
    [InlineData("MIN", "1")]
    [InlineData("MAX", "3")]
    [InlineData("COUNT", "3")]
    public void Collected_outputs_are_taken_together(string aggregation, string expected) =>
        Drawn.Gives(
            Table("COLLECT", Rule("-", "1") + Rule("-", "2") + Rule("-", "3"), "", $"aggregation=\"{aggregation}\""),
            "d",
            expected,
            "{n: 1}"
        );

    [Fact]
    public void Several_outputs_cannot_be_summed_up()
    {
        var rules = Rule("-", "1", "2");

        Drawn.IsNull(
            Table("COLLECT", rules, "<output name=\"a\"/><output name=\"b\"/>", "aggregation=\"SUM\""),
            "d",
            "DMN-208",
            "{n: 1}"
        );
    }

    [Fact]
    public void Two_rules_of_a_unique_table_and_different_answers_of_an_any_table_are_null()
    {
        Drawn.IsNull(Table("UNIQUE", Three), "d", "DMN-205", "{n: 3}");
        Drawn.IsNull(Table("ANY", Three), "d", "DMN-206", "{n: 2}");
    }

    [Fact]
    public void Where_no_rule_holds_the_default_outputs_are_given()
    {
        const string outputs = """
            <output name="x"><defaultOutputEntry><text>0</text></defaultOutputEntry></output>
            <output name="y"><defaultOutputEntry><text>"none"</text></defaultOutputEntry></output>
            """;

        Drawn.Gives(Table("UNIQUE", Rule("> 5", "1", "2"), outputs), "d", "{x: 0, y: \"none\"}", "{n: 1}");
    }

    [Theory]
    [InlineData("typeRef=\"number\"", "", "\"salah\"", "DMN-203")]
    [InlineData("", "<outputValues><text>1, 2</text></outputValues>", "3", "DMN-207")]
    public void A_default_keeps_to_the_type_and_the_allowed_values_of_its_output(
        string type,
        string values,
        string standard,
        string warning
    ) =>
        Drawn.IsNull(
            Table(
                "UNIQUE",
                Rule("> 5", "1"),
                $"<output {type}>{values}<defaultOutputEntry><text>{standard}</text></defaultOutputEntry></output>"
            ),
            "d",
            warning,
            "{n: 1}"
        );

    [Theory]
    [InlineData("hitPolicy=\"UNIQUE\"", "aggregation=\"TOTAL\"")]
    [InlineData("hitPolicy=\"unique\"", "")]
    public void A_policy_or_aggregation_that_there_is_none_of_is_refused(string policy, string aggregation)
    {
        var table = Table("UNIQUE", Rule("> 5", "1"), "", aggregation)
            .Replace("hitPolicy=\"UNIQUE\"", policy, StringComparison.Ordinal);

        Assert.Equal("DMN-013", Assert.Single(Drawn.Read(table).Problems).Number);
    }

    [Fact]
    public void Inputs_and_outputs_keep_to_their_allowed_values_and_types()
    {
        const string few = "<inputValues><text>[1..5]</text></inputValues>";
        const string text = "<output typeRef=\"string\"/>";

        var outside = Drawn.IsNull(Table("UNIQUE", Rule("-", "1"), "", "", few), "d", "DMN-204", "{n: 6}");
        Assert.StartsWith("The input 1, 6,", outside.Message, StringComparison.Ordinal);
        Drawn.IsNull(Table("UNIQUE", Rule("-", "1"), text), "d", "DMN-203", "{n: 1}");
        Drawn.IsNull(Table("UNIQUE", Rule("-", "\"z\""), Ranked), "d", "DMN-207", "{n: 1}");
        Drawn.Gives(Table("UNIQUE", Rule("-", "[\"a\"]"), text), "d", "\"a\"", "{n: 1}");
    }

    [Fact]
    public void Cells_may_compute_and_read_the_scope()
    {
        var rules = Rule("[n - 1..n + 1]", "n * 2");

        Drawn.Gives(Table("UNIQUE", rules), "d", "8", "{n: 4}");
    }

    [Fact]
    public void A_mistake_in_a_cell_is_placed_in_the_cell_and_makes_only_that_rule_unusable()
    {
        var reading = Drawn.Read(Table("FIRST", Rule("1 +", "\"a\"") + Rule("-", "\"b\"")));

        var problem = Assert.Single(reading.Problems);
        Assert.Equal("FEEL-101", problem.Number);
        Assert.True(problem.Place.Line > 1);
        Assert.False(reading.Usable);
    }

    [Fact]
    public void Of_each_rule_it_is_told_which_input_missed_and_by_which_test()
    {
        var model = Drawn.Read(Table("FIRST", Rule(" > 5 ", "\"a\"") + Rule("> 1", "\"b\"") + Rule("> 0", "\"c\"")));
        var why = model.Value!.Explain("d", FeelContext.Of(("n", 2)), new(DateTimeOffset.UnixEpoch));

        var decision = Assert.IsType<DecisionStep>(Assert.Single(why.Steps));
        var table = Assert.IsType<TableStep>(Assert.Single(decision.Steps));
        Assert.Equal([(1, 1, "> 5"), (2, 0, "")], table.Rules.Select(r => (r.Number, r.Column, r.Test)));
    }
}
