using Genggam.Office.Changes;

namespace Genggam.Office.Tests.Changes.Comparing;

public sealed class TableDifferenceTests
{
    private static readonly string[] Three = ["a|<= 60|false", "b|> 60|true", "c|> 400|true"];

    private static TableDifference? Of(string was, string now) =>
        DecisionsDifference.Of("r.dmn", was, now)!.Tables.SingleOrDefault();

    /// <summary>Only what is not as it was: rule, and cells that say something else.</summary>
    private static string Said(TableDifference? table) =>
        string.Join(
            '\n',
            (table?.Rules ?? [])
                .Where(r => r.Became is not null)
                .Select(r =>
                    $"{r.Became} {r.Id} {r.Was}>{r.Now}"
                    + string.Concat(r.Cells.Where(c => c.IsChanged).Select(c => $" [{c.Was} -> {c.Now}]"))
                )
        );

    [Fact]
    public void A_cell_that_says_something_else_tells_what_it_said() =>
        Assert.Equal(
            "Changed b 2>2 [> 60 -> > 90]",
            Said(Of(Table(Three), Table("a|<= 60|false", "b|> 90|true", "c|> 400|true")))
        );

    [Fact]
    public void Rules_come_and_go_and_the_others_are_as_they_were() =>
        Assert.Equal(
            "Added d >2\nRemoved b 2>",
            Said(Of(Table(Three), Table("a|<= 60|false", "d|> 61|true", "c|> 400|true")))
                .Split('\n')
                .Order(StringComparer.Ordinal)
                .Aggregate((x, y) => $"{x}\n{y}")
        );

    [Fact]
    public void What_is_gone_stands_behind_what_it_followed() =>
        Assert.Equal(["a", "b", "c"], Of(Table(Three), Table(Three[0], Three[2]))!.Rules.Select(r => r.Id));

    [Fact]
    public void Rules_with_new_ids_and_the_same_cells_are_the_same() =>
        Assert.Null(Of(Table(Three), Table("x|<= 60|false", "y|> 60|true", "z|> 400|true")));

    [Theory]
    [InlineData("FIRST", "Moved c 3>1")]
    [InlineData("RULE ORDER", "Moved c 3>1")]
    [InlineData("UNIQUE", "")]
    public void Another_order_is_told_where_the_order_decides(string policy, string told) =>
        Assert.Equal(told, Said(Of(By(policy, Three), By(policy, Three[2], Three[0], Three[1]))));

    [Fact]
    public void A_new_column_is_told_once_and_its_cells_are_no_changes_of_rules()
    {
        var table = Of(Table(Three), Wide(Three))!;
        Assert.Equal(
            [(null, "hari"), (Became.Added, "tempat"), (null, "terlambat")],
            table.Columns.Select(c => (c.Became, c.Label))
        );
        Assert.Empty(Said(table));
        Assert.Equal(new CellOtherwise(null, "-"), table.Rules[0].Cells[1]);
    }

    [Fact]
    public void A_column_that_asks_something_else_tells_both_questions()
    {
        var table = Of(Table(Three), Table(Three).Replace("<text>hari</text>", "<text>hari + 1</text>"))!;
        Assert.Equal(
            new AspectOtherwise("inputExpression.text", "hari", "hari + 1"),
            Assert.Single(table.Columns[0].Aspects)
        );
    }

    [Fact]
    public void Another_way_of_choosing_is_said_of_the_decision()
    {
        var file = DecisionsDifference.Of("r.dmn", By("UNIQUE", Three), By("FIRST", Three))!;
        Assert.Empty(file.Tables);
        Assert.Equal(
            new AspectOtherwise("decisionTable.hitPolicy", "UNIQUE", "FIRST"),
            Assert.Single(Assert.Single(file.Elements).Aspects)
        );
    }

    private static string Table(params string[] rules) => By("UNIQUE", rules);

    private static string By(string policy, params string[] rules) =>
        Decision(policy, "", string.Concat(rules.Select(r => Rule(r, ""))));

    private static string Wide(params string[] rules) =>
        Decision(
            "UNIQUE",
            "<input id=\"i2\" label=\"tempat\"><inputExpression><text>tempat</text></inputExpression></input>",
            string.Concat(rules.Select(r => Rule(r, "<inputEntry><text>-</text></inputEntry>")))
        );

    private static string Decision(string policy, string column, string rules) =>
        $"""
            <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="d" name="d" namespace="urn:d">
              <decision id="terlambat" name="Terlambat"><decisionTable id="t" hitPolicy="{policy}">
                <input id="i" label="hari"><inputExpression><text>hari</text></inputExpression></input>{column}
                <output id="o" name="terlambat"/>{rules}
              </decisionTable></decision>
            </definitions>
            """;

    private static string Rule(string rule, string further)
    {
        var parts = rule.Split('|');
        var test = parts[1].Replace("<", "&lt;", StringComparison.Ordinal);
        return $"<rule id=\"{parts[0]}\"><inputEntry><text>{test}</text></inputEntry>{further}"
            + $"<outputEntry><text>{parts[2]}</text></outputEntry></rule>";
    }
}
