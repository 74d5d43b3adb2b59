using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Feel.Expressions;

public sealed class SlipsTests
{
    [Theory]
    [InlineData("a / 0", 6)]
    [InlineData("1 + a / (2 - 2)", 10)]
    [InlineData("if a > 1 then [a / -0.00] else 1", 21)]
    [InlineData("sum([1]) /\n0", 13)]
    public void A_division_that_no_data_can_save_is_warned_of_where_it_stands(string text, int column)
    {
        var reading = FeelExpression.Parse(text, new Place("f", "e", 3, 4), []);

        Assert.NotNull(reading.Value);
        Assert.Equal(
            new Problem(
                "FEEL-106",
                "This divides by zero: the answer is always null.",
                new Place("f", "e", 3, column),
                Severity.Warning
            ),
            Assert.Single(reading.Problems) with
            {
                Arguments = [],
            }
        );
    }

    [Theory]
    [InlineData(
        "7.500",
        "7.500 is 7.5: FEEL writes a point before the decimals and nothing between thousands. Write 7500, or 7.5."
    )]
    [InlineData(
        "a * 150.000 + 1",
        "150.000 is 150: FEEL writes a point before the decimals and nothing between thousands. Write 150000, or 150."
    )]
    public void A_thousand_with_a_point_is_told_what_it_means(string text, string said)
    {
        Assert.Equal(("FEEL-107", said), Said(FeelExpression.Parse(text, new Place("f"), [])));
        Assert.Equal(("FEEL-107", said), Said(FeelExpression.ParseUnaryTests(text, new Place("f"), [])));
    }

    [Theory]
    [InlineData(
        "> 6,5",
        "6,5 is two tests: FEEL writes a point before the decimals. Write 6.5, or a space behind the comma."
    )]
    [InlineData(
        "< 1, <=12,25",
        "12,25 is two tests: FEEL writes a point before the decimals. Write 12.25, or a space behind the comma."
    )]
    [InlineData(
        "not(> 6,5)",
        "6,5 is two tests: FEEL writes a point before the decimals. Write 6.5, or a space behind the comma."
    )]
    public void A_limit_with_a_comma_in_it_is_told_to_be_two_tests(string text, string said) =>
        Assert.Equal(("FEEL-108", said), Said(FeelExpression.ParseUnaryTests(text, new Place("f"), [])));

    [Theory]
    [InlineData("a / 2")]
    [InlineData("0 / 5")]
    [InlineData("a / b")]
    [InlineData("\"7.500\"")]
    [InlineData("0.500")]
    [InlineData("7.525")]
    [InlineData("7.50")]
    [InlineData("1234.500")]
    [InlineData("7.5000")]
    [InlineData("max(6,5) > 3")]
    public void What_may_well_be_meant_is_not_warned_of(string text) =>
        Assert.Empty(FeelExpression.Parse(text, new Place("f"), []).Problems);

    [Theory]
    [InlineData("6,5")]
    [InlineData("> 6, 5")]
    [InlineData("> 6 ,5")]
    [InlineData("> 6,> 5")]
    [InlineData("> 6.5,7")]
    [InlineData("= 6,5")]
    [InlineData("> 6")]
    [InlineData("count([? > 6,5]) = 2")]
    public void Tests_that_may_well_be_meant_are_not_warned_of(string text) =>
        Assert.Empty(FeelExpression.ParseUnaryTests(text, new Place("f"), []).Problems);

    private static (string, string) Said(Reading<FeelExpression> reading)
    {
        Assert.NotNull(reading.Value);
        var problem = Assert.Single(reading.Problems);
        Assert.Equal(Severity.Warning, problem.Severity);
        return (problem.Number, problem.Message);
    }
}
