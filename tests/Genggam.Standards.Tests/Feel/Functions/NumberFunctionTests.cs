namespace Genggam.Standards.Tests.Feel.Functions;

public sealed class NumberFunctionTests
{
    [Theory]
    [InlineData("number(\"1 000,0\", \" \", \",\")", "1000")]
    [InlineData("number(from: \"1,000.5\", grouping separator: \",\", decimal separator: \".\")", "1000.5")]
    [InlineData("number(\"1.5e2\")", "150")]
    [InlineData("decimal(1/3, 2)", "0.33")]
    [InlineData("decimal(2.5, 0)", "2")]
    [InlineData("floor(-1.5)", "-2")]
    [InlineData("floor(n: -1.56, scale: 1)", "-1.6")]
    [InlineData("ceiling(1.5)", "2")]
    [InlineData("ceiling(-1.56, 1)", "-1.5")]
    [InlineData("round up(-5.5, 0)", "-6")]
    [InlineData("round down(-5.5, 0)", "-5")]
    [InlineData("round half up(-5.5, 0)", "-6")]
    [InlineData("round half down(5.5, 0)", "5")]
    [InlineData("round half down(n: 1.126, scale: 2)", "1.13")]
    [InlineData("round half up(125, -1)", "130")]
    [InlineData("abs(-10)", "10")]
    [InlineData("modulo(-12, 5)", "3")]
    [InlineData("modulo(dividend: 10.1, divisor: -4.5)", "-3.4")]
    [InlineData("sqrt(number: 16)", "4")]
    [InlineData("sqrt([16])", "4")]
    [InlineData("exp(0)", "1")]
    [InlineData("log(1)", "0")]
    [InlineData("odd(-5)", "true")]
    [InlineData("even(number: 2)", "true")]
    public void Numbers_are_read_and_rounded(string text, string expected) => Feel.Gives(text, expected);

    [Theory]
    [InlineData("number(\"a\")")]
    [InlineData("number(\"1,5\", \",\", \",\")")]
    [InlineData("number(\"1.5\", null, \",\")")]
    [InlineData("sqrt(-1)")]
    [InlineData("log(0)")]
    [InlineData("odd(1.5)")]
    [InlineData("sqrt(n: 4)")]
    [InlineData("abs(\"1\")")]
    public void What_is_no_number_is_null_and_says_so(string text) => Feel.IsNull(text, "FEEL-213");
}
