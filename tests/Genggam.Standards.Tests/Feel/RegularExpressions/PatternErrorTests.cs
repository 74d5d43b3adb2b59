using Genggam.Standards.Feel;
using Genggam.Standards.Feel.RegularExpressions;

namespace Genggam.Standards.Tests.Feel.RegularExpressions;

public sealed class PatternErrorTests
{
    [Theory]
    [InlineData(@"a\y", "character 2: \"\\y\" is no escape")]
    [InlineData(@"\b", "is no escape")]
    [InlineData("a\\", "character 2: the escape has no letter")]
    [InlineData("[z-a]", "character 2: the range ends before it begins")]
    [InlineData(@"[a-\d]", "a range ends with one character")]
    [InlineData("[]", "the class has no characters")]
    [InlineData("[abc", "character 1: the class is not closed")]
    [InlineData("[a[b]]", "only taken off")]
    [InlineData("[a-[b]c]", "nothing may follow")]
    [InlineData("*a", "character 1: \"*\" repeats nothing")]
    [InlineData("a**", "character 3: \"*\" repeats nothing")]
    [InlineData("a{2,1}", "begins with 2, but ends with 1")]
    [InlineData("a{,2}", "the count is not")]
    [InlineData("a{2", "the count is not")]
    [InlineData("a}", "is not open")]
    [InlineData("a]", "is not open")]
    [InlineData("(a", "character 1: the bracket is not closed")]
    [InlineData("a)", "closes nothing")]
    [InlineData("(?=a)", "only \"(?:\"")]
    [InlineData(@"\p{Xx}", "no category and no block \"Xx\"")]
    [InlineData(@"\p{IsNowhere}", "no category and no block \"IsNowhere\"")]
    [InlineData(@"\p{Cs}", "no category and no block \"Cs\"")]
    [InlineData(@"\pL", "a category is written")]
    [InlineData(@"\1(a)", "there is no group 1 that ends before it")]
    [InlineData(@"(a\1)", "there is no group 1 that ends before it")]
    [InlineData(@"(a)[\1]", "is no escape")]
    [InlineData("a{10001}", "repeated more than 10000 times")]
    [InlineData("((a{1000}){1000}){1000}", "too large")]
    [InlineData("(?:){9999}(?:(?:a){9999}){9999}", "too large")]
    public void A_wrong_pattern_says_where_and_why(string pattern, string why)
    {
        var result = Matched(pattern, "");
        Assert.True(result.Value.IsNull);
        var warning = Assert.Single(result.Warnings);
        Assert.Equal("FEEL-231", warning.Number);
        Assert.Contains(why, warning.Message, StringComparison.Ordinal);
        Assert.Equal(("test", 1, 1), (warning.Place.File, warning.Place.Line, warning.Place.Column));
    }

    [Fact]
    public void A_pattern_is_not_longer_or_deeper_than_it_may_be()
    {
        Assert.Equal(
            "FEEL-231",
            Assert.Single(Matched(new string('a', PatternParser.MaxLength + 1), "").Warnings).Number
        );
        var deep = new string('(', 101) + new string(')', 101);
        Assert.Contains("100 deep", Assert.Single(Matched(deep, "").Warnings).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("matches(\"a\", \"a\", \"p\")", "FEEL-232")]
    [InlineData("replace(\"a\", \"a\", \"$\")", "FEEL-233")]
    [InlineData("replace(\"a\", \"a\", \"$x\")", "FEEL-233")]
    [InlineData("replace(\"a\", \"a\", \"\\\\n\")", "FEEL-233")]
    [InlineData("replace(\"abc\", \"a*\", \"#\")", "FEEL-234")]
    [InlineData("replace(\"abc\", \"^\", \"#\")", "FEEL-234")]
    [InlineData("split(\"abc\", \"\")", "FEEL-234")]
    [InlineData("matches(\"a\", [])", "FEEL-213")]
    public void A_wrong_call_is_null_with_its_number(string text, string number)
    {
        var result = Evaluated.Result(text);
        Assert.True(result.Value.IsNull);
        Assert.Equal(number, Assert.Single(result.Warnings).Number);
    }

    [Theory]
    [InlineData("(a+)+$")]
    [InlineData("(a|a)+$")]
    [InlineData("(a|aa)+$")]
    [InlineData("(a*)*(a*)*(a*)*c")]
    public void A_pattern_that_would_explode_ends_at_once(string pattern)
    {
        var input = new string('a', 10_000);
        Assert.False(FeelPattern.Of(pattern, "").IsIn(input + "b", out var spent));
        Assert.InRange(spent, 10_000, 1_000_000);
        Assert.Equal(pattern != "(a*)*(a*)*(a*)*c", FeelPattern.Of(pattern, "").IsIn(input, out _));
    }

    [Theory]
    [InlineData(@"(a*)*\1b")]
    [InlineData(@"(a|aa)+\1$")]
    public void With_a_back_reference_it_ends_with_a_warning(string pattern)
    {
        var result = Matched(pattern, new string('a', 5_000) + "c");
        Assert.True(result.Value.IsNull);
        Assert.Equal("FEEL-235", result.Warnings[0].Number);
    }

    private static FeelResult Matched(string pattern, string input) =>
        Evaluated.Result("matches(input, pattern)", ("input", input), ("pattern", pattern));
}
