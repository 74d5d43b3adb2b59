namespace Genggam.Standards.Tests.Feel.Expressions;

public sealed class UnaryTestTests
{
    [Theory]
    [InlineData("-", "null", true)]
    [InlineData("\"a\", \"b\"", "\"b\"", true)]
    [InlineData("not(\"a\", \"b\")", "\"b\"", false)]
    [InlineData("not(\"a\", \"b\")", "\"c\"", true)]
    [InlineData("> 5", "6", true)]
    [InlineData("[1..5], > 10", "11", true)]
    [InlineData("]1..5[", "1", false)]
    [InlineData("? > 5 and ? < 7", "6", true)]
    [InlineData("contains(?, \"a\")", "\"bar\"", true)]
    [InlineData("count(?) > 1", "[1, 2]", true)]
    [InlineData("some x in ? satisfies x = 2", "[1, 2]", true)]
    [InlineData("?.a = 1", "{a: 1}", true)]
    [InlineData("[1, 2]", "1", true)]
    [InlineData("[1, 2]", "[1, 2]", true)]
    [InlineData("null", "null", true)]
    [InlineData("not(null)", "1", true)]
    [InlineData("not(null)", "null", false)]
    [InlineData("true", "true", true)]
    [InlineData("false", "true", false)]
    [InlineData("not(true)", "false", true)]
    [InlineData("date(\"2020-01-01\")", "@\"2020-01-01\"", true)]
    [InlineData("< date(\"2020-01-01\")", "@\"2019-01-01\"", true)]
    [InlineData("[@\"2020-01-01\"..@\"2020-12-31\"]", "@\"2020-05-05\"", true)]
    [InlineData("@\"P1D\"", "@\"PT24H\"", true)]
    [InlineData("1 + 1", "2", true)]
    [InlineData("-1", "-1", true)]
    [InlineData("!= 1", "2", true)]
    [InlineData("= 1", "1", true)]
    [InlineData("not(< 5)", "6", true)]
    [InlineData("> 5", "\"a\"", null)]
    [InlineData("> 5", "null", null)]
    public void The_tests_of_a_cell(string tests, string input, bool? holds) =>
        Assert.Equal(holds, Feel.Holds(tests, input));
}
