using CsCheck;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Feel.Laws;

/// <summary>DMN 1.5, table 55: "in" a range is the two comparisons.</summary>
public sealed class RangeLawTests
{
    private static readonly Gen<(FeelValue X, FeelValue A, FeelValue B)> Comparable = Gen.OneOf(
        Three(Values.SmallNumbers),
        Three(Values.Numbers),
        Three(Values.Texts),
        Three(Values.Dates.Select(d => (FeelValue)d)),
        Three(Values.Durations.Select(d => (FeelValue)d)),
        Three(Values.Periods.Select(p => (FeelValue)p))
    );

    [Theory]
    [InlineData("[a..b]", "a <= x and x <= b")]
    [InlineData("(a..b]", "a < x and x <= b")]
    [InlineData("[a..b)", "a <= x and x < b")]
    [InlineData("]a..b)", "a < x and x < b")]
    public void A_value_in_a_range_is_between_its_ends(string range, string comparisons) =>
        Same($"if a > b then null else x in {range}", $"if a > b then null else {comparisons}");

    [Theory]
    [InlineData("x between a and b", "x >= a and x <= b")]
    [InlineData("x in (< a, >= b)", "x < a or x >= b")]
    [InlineData("not(x < a)", "x >= a")]
    [InlineData("x = a", "x >= a and x <= a")]
    [InlineData("x != a", "not(x = a)")]
    [InlineData("x < a", "a > x")]
    [InlineData("a < b and b < x and not(a < x)", "false")]
    [InlineData("min(x, a) <= max(x, b)", "true")]
    public void Comparisons_say_the_same_in_other_words(string one, string other) => Same(one, other);

    [Theory]
    [InlineData('(', ')', "1")]
    [InlineData('[', ']', "[1]")]
    public void Brackets_in_brackets_are_read_once(char open, char close, string value) =>
        Assert.Equal(
            Evaluated.Text($"string({value})"),
            Evaluated.Text(
                $"string(flatten([{new string(open, 40)}1{new string(close, 40)}]){(open == '(' ? "[1]" : "")})"
            )
        );

    private static void Same(string one, string other) =>
        Comparable.Sample(
            v =>
            {
                (string, FeelValue)[] names = [("x", v.X), ("a", v.A), ("b", v.B)];
                return FeelEquality.Same(Evaluated.Value(one, names), Evaluated.Value(other, names));
            },
            iter: 500
        );

    private static Gen<(FeelValue, FeelValue, FeelValue)> Three(Gen<FeelValue> values) =>
        Gen.Select(values, values, values);
}
