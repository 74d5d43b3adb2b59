namespace Genggam.Standards.Tests.Dmn.Checking;

/// <summary>What is told of a table, to the word: the example, the number and the place.</summary>
public sealed class ExampleTests
{
    [Theory]
    [InlineData("n:number", "<= 1", ">= 4", "n = 2")]
    [InlineData("n:number", "<= 0.5", ">= 4", "n = 1")]
    [InlineData("n:number", "<= 0", ">= 1", "n = 0.5")]
    [InlineData("n:number", "<= 0", ">= 0.5", "n = 0.25")]
    [InlineData("n:number", "<= 1", ">= 2", "n = 1.5")]
    [InlineData("n:number", "> 1", "= 1", "n = 0")]
    [InlineData("n:number", "< 1", "= 1", "n = 2")]
    [InlineData("t:date", "<= @\"2026-01-01\"", ">= @\"2026-01-05\"", "t = 2026-01-02")]
    [InlineData("t:date", "> @\"2026-01-01\"", "@\"2026-01-01\"", "t = 2025-12-31")]
    [InlineData("t:date", "< @\"2026-01-01\"", "@\"2026-01-01\"", "t = 2026-01-02")]
    [InlineData("s:string", "\"other\"", "\"other_\"", "s = \"other__\"")]
    [InlineData("b:boolean", "false", "false", "b = true")]
    public void A_gap_is_told_with_an_input_that_reads_well(string column, string first, string second, string example)
    {
        var gap = Assert.Single(Check("FIRST", column, first, second));

        Assert.Equal(("DMN-104", Severity.Warning), (gap.Number, gap.Severity));
        Assert.Equal(
            $"No rule of the table holds, for example where {example}: the answer would be null. A last rule, a default output or allowed values of the input close it.",
            gap.Message
        );
        Assert.Equal("t", gap.Place.Element);
    }

    [Theory]
    [InlineData("t:date", "<= @\"2026-01-01\"", "> @\"2026-01-01\"")]
    [InlineData("t:date", "<= @\"2026-01-01\"", ">= @\"2026-01-02\"")]
    [InlineData("n:number", "<= 1", "> 1")]
    [InlineData("n:number", "not(1)", "1")]
    [InlineData("b:boolean", "true", "false")]
    [InlineData("s:string", "\"a\"", "not(\"a\")")]
    public void What_is_whole_and_apart_says_nothing(string column, string first, string second)
    {
        Assert.Empty(Check("FIRST", column, first, second));
        Assert.Empty(Check("UNIQUE", column, first, second));
        Assert.Empty(Check("ANY", column, first, second));
    }

    [Theory]
    [InlineData("b:boolean", "true, false, null", "null, true, false", "whatever the inputs are")]
    [InlineData("n:number", "-", "-", "whatever the inputs are")]
    [InlineData("n:number", "1", "-", "for example where n = 1")]
    [InlineData("n:number", "1, 2", "2, 3", "for example where n = 2")]
    [InlineData("n:number", "< 3", "> 1", "for example where n = 2")]
    public void An_overlap_is_told_with_what_the_rules_ask_for(string column, string first, string second, string where)
    {
        var overlap = Assert.Single(Check("UNIQUE", column, first, second), p => p.Number == "DMN-102");
        Assert.Equal(
            $"The rules r1 and r2 of this UNIQUE table both hold, {where}: narrow one of them.",
            overlap.Message
        );
        var contradiction = Assert.Single(Check("ANY", column, first, second), p => p.Number == "DMN-103");
        Assert.Equal($"The rules r1 and r2 of this ANY table answer differently, {where}.", contradiction.Message);
        Assert.Equal(("t", "t"), (overlap.Place.Element, contradiction.Place.Element));
        Assert.Equal(overlap.Place.Column, contradiction.Place.Column + "UNIQUE".Length - "ANY".Length);
    }

    [Fact]
    public void No_more_than_ten_overlaps_are_told()
    {
        string[][] Rules(int count) => [.. Enumerable.Range(1, count).Select(i => new[] { "-", $"{i}" })];

        Assert.Equal(10, Ruled.Check(Ruled.Table("UNIQUE", "n:number", Rules(5))).Count);
        Assert.Equal(10, Ruled.Check(Ruled.Table("UNIQUE", "n:number", Rules(9))).Count);
        Assert.Equal(6, Ruled.Check(Ruled.Table("UNIQUE", "n:number", Rules(4))).Count);
        Assert.Equal(10, Ruled.Check(Ruled.Table("ANY", "n:number", Rules(9))).Count);
    }

    [Theory]
    [InlineData(
        "n:number",
        "\"a\"",
        "1",
        "\"a\" is no number, which the input is: it never holds. Write it as one, or change the type."
    )]
    [InlineData(
        "b:boolean",
        "1",
        "1",
        "1 is no boolean, which the input is: it never holds. Write it as one, or change the type."
    )]
    [InlineData(
        "t:date",
        "\"2026-01-01\"",
        "1",
        "\"2026-01-01\" is no date, which the input is: it never holds. Write it as one, or change the type."
    )]
    [InlineData(
        "n:number",
        "1",
        "\"a\"",
        "\"a\" is no number, which the output is: it would be null. Write it as one, or change the type."
    )]
    [InlineData(
        "n:number",
        "1",
        "@\"2026-01-01\"",
        "2026-01-01 is no number, which the output is: it would be null. Write it as one, or change the type."
    )]
    public void A_cell_of_another_type_is_told(string column, string cell, string output, string said)
    {
        var rules = Ruled.Table(
            "FIRST",
            column,
            [
                [cell, output],
                ["-", "0"],
            ],
            "<output typeRef=\"number\"/>"
        );

        var fault = Assert.Single(Ruled.Check(rules), p => p.Number == "DMN-105");
        Assert.Equal((said, Severity.Error, "t"), (fault.Message, fault.Severity, fault.Place.Element));
    }

    [Theory]
    [InlineData("n:number", "null", "null")]
    [InlineData("n:number", "-", "n")]
    [InlineData("n:Any", "\"a\"", "1")]
    [InlineData("n:number", "n > 1", "n + 1")]
    public void A_cell_that_may_be_of_the_type_is_not(string column, string cell, string output) =>
        Assert.DoesNotContain(
            Ruled.Check(
                Ruled.Table(
                    "FIRST",
                    column,
                    [
                        [cell, output],
                        ["-", "0"],
                    ],
                    "<output typeRef=\"number\"/>"
                )
            ),
            p => p.Number == "DMN-105"
        );

    private static List<Problem> Check(string policy, string column, string first, string second) =>
        Ruled.Check(
            Ruled.Table(
                policy,
                column,
                [
                    [first, "1"],
                    [second, "2"],
                ]
            )
        );
}
