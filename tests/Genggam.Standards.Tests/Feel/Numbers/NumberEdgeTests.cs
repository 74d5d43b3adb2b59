using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Feel.Numbers;

public sealed class NumberEdgeTests
{
    [Theory]
    [InlineData("1 / 3", "0.3333333333333333333333333333333333")]
    [InlineData("2 / 3", "0.6666666666666666666666666666666667")]
    [InlineData("-2 / 3", "-0.6666666666666666666666666666666667")]
    [InlineData("9999999999999999999999999999999999 + 1", "10000000000000000000000000000000000")]
    [InlineData("9999999999999999999999999999999999 - 1", "9999999999999999999999999999999998")]
    [InlineData("9999999999999999999999999999999999 + 0.5", "10000000000000000000000000000000000")]
    [InlineData("9999999999999999999999999999999998 + 0.5", "9999999999999999999999999999999998")]
    [InlineData("0.1 + 0.2", "0.3")]
    [InlineData("1.10 * 1.00", "1.1")]
    [InlineData("79228162514264337593543950335 + 1", "79228162514264337593543950336")]
    [InlineData("79228162514264337593543950336 - 1", "79228162514264337593543950335")]
    [InlineData("10 ** 30 / 10 ** 29", "10")]
    [InlineData("1e28 * 1e-28", "1")]
    [InlineData("0 * -1", "0")]
    [InlineData("-0.0", "0")]
    public void Thirty_four_digits_are_kept(string text, string value) => Assert.Equal(value, Evaluated.Text(text));

    [Fact]
    public void The_smallest_and_the_largest_numbers_can_be_written()
    {
        Assert.Equal("0." + new string('0', 6175) + "1", Evaluated.Text("10 ** -6176"));
        Assert.Equal("1" + new string('0', 6144), Evaluated.Text("1e6144"));
        Assert.True(((FeelBoolean)Evaluated.Value("10 ** -6176 > 0 and 1e6144 = 10 ** 6144")).Value);
    }

    [Theory]
    [InlineData("10 ** -6177")]
    [InlineData("10 ** -6176 / 2")]
    [InlineData("1e-3000 * 1e-4000")]
    public void Below_the_smallest_number_is_zero(string text) => Assert.Equal("0", Evaluated.Text(text));

    [Fact]
    public void Near_zero_digits_are_lost_one_by_one() =>
        Assert.Equal(Evaluated.Text("2 * 10 ** -6176"), Evaluated.Text("1.5e-6170 / 1e6"));

    [Theory]
    [InlineData("1e6144 * 10", "FEEL-221")]
    [InlineData("9.999999999999999999999999999999999e6144 + 1e6111", "FEEL-221")]
    [InlineData("10 ** 6145", "FEEL-221")]
    [InlineData("0 ** -1", "FEEL-221")]
    [InlineData("(-8) ** 0.5", "FEEL-221")]
    [InlineData("1 / 0", "FEEL-222")]
    public void What_cannot_be_held_is_null_with_a_warning(string text, string number)
    {
        var result = Evaluated.Result(text);
        Assert.True(result.Value.IsNull);
        Assert.Equal(number, Assert.Single(result.Warnings).Number);
    }

    [Theory]
    [InlineData("number(\"1 000 000,25\", \" \", \",\")", "1000000.25")]
    [InlineData(
        "number(\"9,999,999,999,999,999,999,999,999,999,999,999.4\", \",\", \".\")",
        "9999999999999999999999999999999999"
    )]
    [InlineData("number(\"1e6145\")", "null")]
    [InlineData("number(\" 1\")", "null")]
    [InlineData("string(1e30)", "1000000000000000000000000000000")]
    [InlineData("decimal(1/3, 30)", "0.333333333333333333333333333333")]
    [InlineData("decimal(2.5, 0)", "2")]
    [InlineData("round half down(-2.5, 0)", "-2")]
    [InlineData("round up(1e-6176, 0)", "1")]
    [InlineData("floor(-1e-40)", "-1")]
    [InlineData("floor(1234, -2)", "1200")]
    [InlineData("ceiling(1e40 + 0.1)", "10000000000000000000000000000000000000000")]
    [InlineData("modulo(-12, 5)", "3")]
    [InlineData("modulo(1e40, 7)", "4")]
    [InlineData("odd(1e33 + 1)", "true")]
    [InlineData("even(1e40)", "true")]
    [InlineData("stddev([2, 4, 7, 5])", "2.081665999466132735282297706979931")]
    [InlineData("median([1e40, 1, 3])", "3")]
    [InlineData("mean([1e30, 2e30])", "1500000000000000000000000000000")]
    public void Functions_keep_the_digits_too(string text, string value) => Assert.Equal(value, Evaluated.Text(text));

    [Theory]
    [InlineData("1", "1")]
    [InlineData("0.1", "0.1")]
    [InlineData("12345678901234567890", "{\"$number\":\"12345678901234567890\"}")]
    [InlineData("0.3333333333333333333333333333", "{\"$number\":\"0.3333333333333333333333333333\"}")]
    [InlineData("1e30", "{\"$number\":\"1000000000000000000000000000000\"}")]
    public void Json_is_as_it_was_and_a_number_beyond_a_decimal_is_tagged(string text, string json)
    {
        Assert.Equal(json, FeelJson.ToJson(FeelNumber.Read(text)!));
        Assert.Equal(FeelNumber.Read(text), FeelJson.Parse(json));
    }
}
