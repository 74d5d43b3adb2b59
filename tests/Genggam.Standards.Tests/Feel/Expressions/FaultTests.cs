using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Compiled;

namespace Genggam.Standards.Tests.Feel.Expressions;

/// <summary>What an expression cannot compute is null with one warning: its number, its words and its column.</summary>
public sealed class FaultTests
{
    [Theory]
    [InlineData("[nowhere]", "FEEL-201", "The name nowhere is not known.", 2)]
    [InlineData("[2..1]", "FEEL-202", "The range ends before it begins.", 1)]
    [InlineData("[1..\"a\"]", "FEEL-202", "The ends of the range cannot be compared: number and string.", 1)]
    [InlineData("[null..1]", "FEEL-202", "The ends of the range cannot be compared: null and number.", 1)]
    [InlineData("[1..null]", "FEEL-202", "The ends of the range cannot be compared: number and null.", 1)]
    [InlineData(
        "(function(x) external {java: {class: \"C\", method signature: \"m()\"}})(1)",
        "FEEL-203",
        "External functions cannot be called.",
        2
    )]
    [InlineData("1 = \"a\"", "FEEL-204", "The values cannot be compared: number and string.", 3)]
    [InlineData("1 != true", "FEEL-204", "The values cannot be compared: number and boolean.", 3)]
    [InlineData("1 < null", "FEEL-204", "The values cannot be compared: number and null.", 3)]
    [InlineData("true >= false", "FEEL-204", "The values cannot be compared: boolean and boolean.", 6)]
    [InlineData("[1] < [2]", "FEEL-204", "The values cannot be compared: list and list.", 5)]
    [InlineData("@\"10:00:00\" < @\"10:00:00Z\"", "FEEL-204", "The values cannot be compared: time and time.", 13)]
    [InlineData(
        "@\"2020-01-01T10:00:00\" < @\"2020-01-01T10:00:00Z\"",
        "FEEL-204",
        "The values cannot be compared: date and time and date and time.",
        24
    )]
    [InlineData("1 between null and 2", "FEEL-204", "The values cannot be compared: number and null.", 3)]
    [InlineData("1 between 1 and \"a\"", "FEEL-204", "The values cannot be compared: number and string.", 3)]
    [InlineData("\"a\" between 1 and true", "FEEL-204", "The values cannot be compared: string and number.", 5)]
    [InlineData("null in [1..2]", "FEEL-204", "Whether a null meets this cannot be told.", 9)]
    [InlineData("1 in (2, [\"a\"..\"b\"])", "FEEL-204", "Whether a number meets this cannot be told.", 10)]
    [InlineData("(!= 1)", "FEEL-205", "\"!=\" alone is no range.", 2)]
    [InlineData("(> [1])", "FEEL-205", "A range cannot end with a list.", 2)]
    [InlineData("(< {})", "FEEL-205", "A range cannot end with a context.", 2)]
    [InlineData("(= [1..2])", "FEEL-205", "A range cannot end with a range.", 2)]
    [InlineData("(= sqrt)", "FEEL-205", "A range cannot end with a function.", 2)]
    [InlineData("for i in null return i", "FEEL-206", "There is nothing to iterate over.", 10)]
    [InlineData("for i in [\"a\"..\"b\"] return i", "FEEL-206", "There is nothing to iterate over.", 10)]
    [InlineData("for i in [1.5..2.5] return i", "FEEL-206", "There is nothing to iterate over.", 10)]
    [InlineData("some i in null satisfies i", "FEEL-206", "There is nothing to iterate over.", 11)]
    [InlineData("[(1)()]", "FEEL-207", "What is called is a number, no function.", 3)]
    [InlineData("null()", "FEEL-207", "What is called is a null, no function.", 1)]
    [InlineData("(function(x) x)(1, 2)", "FEEL-208", "The function takes 1 arguments, not 2.", 2)]
    [InlineData("(function(x) x)()", "FEEL-208", "The function takes 1 arguments, not 0.", 2)]
    [InlineData("(function(x) x)(y: 1)", "FEEL-209", "The function has no parameter y to fill.", 2)]
    [InlineData("(function(x, y) x)(x: 1, x: 2)", "FEEL-209", "The function has no parameter x to fill.", 2)]
    [InlineData("(function(x: number) x)(\"a\")", "FEEL-210", "The argument x is a string, not of the type number.", 2)]
    [InlineData(
        "(function(x, y: list<string>) x)(1, [1])",
        "FEEL-210",
        "The argument y is a list, not of the type list<string>.",
        2
    )]
    [InlineData("-\"a\"", "FEEL-211", "Only numbers and durations can be negated.", 1)]
    [InlineData("1 + \"a\"", "FEEL-211", "The values cannot be calculated with.", 3)]
    [InlineData("\"a\" - \"b\"", "FEEL-211", "The values cannot be calculated with.", 5)]
    [InlineData("null * 1", "FEEL-211", "The values cannot be calculated with.", 6)]
    [InlineData("1 - @\"P1D\"", "FEEL-211", "The values cannot be calculated with.", 3)]
    [InlineData("1 / @\"P1D\"", "FEEL-211", "The values cannot be calculated with.", 3)]
    [InlineData("@\"10:00:00\" - @\"10:00:00Z\"", "FEEL-211", "The values cannot be calculated with.", 13)]
    [InlineData(
        "@\"999999999-12-31\" + @\"P1D\"",
        "FEEL-211",
        "The result is beyond the years that a date may have.",
        20
    )]
    [InlineData(
        "@\"-999999999-01-01\" - @\"P1M\"",
        "FEEL-211",
        "The result is beyond the years that a date may have.",
        21
    )]
    [InlineData(
        "@\"999999999-12-31T23:00:00\" + @\"PT1H\"",
        "FEEL-211",
        "The result is beyond the years that a date may have.",
        29
    )]
    [InlineData("@\"P1D\" * 1e20", "FEEL-211", "The duration is beyond all years, or cannot be calculated so.", 8)]
    [InlineData("@\"P1Y\" + @\"P1D\"", "FEEL-211", "The duration is beyond all years, or cannot be calculated so.", 8)]
    [InlineData("@\"P1Y\" / @\"P1D\"", "FEEL-211", "The duration is beyond all years, or cannot be calculated so.", 8)]
    [InlineData("{fee: 1}.fe", "FEEL-212", "There is no entry fe: did you mean fee?", 9)]
    [InlineData("{fee: 1}.total", "FEEL-212", "There is no entry total.", 9)]
    [InlineData("null.fee", "FEEL-212", "Null has no member fee.", 5)]
    [InlineData("@\"2020-01-01\".hour", "FEEL-212", "A date has no member hour.", 14)]
    [InlineData("@\"10:00:00\".day", "FEEL-212", "A time has no member day.", 12)]
    [InlineData("@\"2020-01-01T10:00:00\".days", "FEEL-212", "A date and time has no member days.", 23)]
    [InlineData("@\"P1D\".years", "FEEL-212", "A days and time duration has no member years.", 7)]
    [InlineData("@\"P1Y\".days", "FEEL-212", "A years and months duration has no member days.", 7)]
    [InlineData("[1..2].length", "FEEL-212", "A range has no member length.", 7)]
    [InlineData("\"a\".length", "FEEL-212", "A string has no member length.", 4)]
    [InlineData("{a: 1, a: 2}", "FEEL-215", "The context has two entries a.", 1)]
    [InlineData("true and 1", "FEEL-216", "A number is neither true nor false.", 10)]
    [InlineData("\"a\" and true", "FEEL-216", "A string is neither true nor false.", 1)]
    [InlineData("null and true", "FEEL-216", "Null is neither true nor false.", 1)]
    [InlineData("false or null", "FEEL-216", "Null is neither true nor false.", 10)]
    [InlineData("[1, 2][\"a\"]", "FEEL-216", "A string is neither a condition nor a position.", 8)]
    [InlineData(
        "[1, 2][if item = 1 then true else 1]",
        "FEEL-216",
        "A number is neither a condition nor a position.",
        8
    )]
    [InlineData(
        "some i in [1] satisfies null",
        "FEEL-216",
        "For some items the condition is neither true nor false.",
        25
    )]
    [InlineData("[1, 2][3]", "FEEL-217", "The list of 2 has no item 3.", 8)]
    [InlineData("[1, 2][-3]", "FEEL-217", "The list of 2 has no item -3.", 8)]
    [InlineData("[1, 2][0]", "FEEL-217", "The list of 2 has no item 0.", 8)]
    [InlineData("[1, 2][1.5]", "FEEL-217", "The list of 2 has no item 1.5.", 8)]
    [InlineData("[][1]", "FEEL-217", "The list of 0 has no item 1.", 4)]
    [InlineData("1e6144 * 10", "FEEL-221", "The result is no number, or larger than 34 digits times 1E6111.", 8)]
    [InlineData("0 ** -1", "FEEL-221", "The result is no number, or larger than 34 digits times 1E6111.", 3)]
    [InlineData("1 / 0", "FEEL-222", "Nothing can be divided by zero.", 3)]
    [InlineData("@\"P1D\" / 0", "FEEL-222", "Nothing can be divided by zero.", 8)]
    [InlineData("@\"P1Y\" / 0", "FEEL-222", "Nothing can be divided by zero.", 8)]
    [InlineData("@\"P1D\" / @\"PT0S\"", "FEEL-222", "Nothing can be divided by zero.", 8)]
    [InlineData("@\"P1Y\" / @\"P0M\"", "FEEL-222", "Nothing can be divided by zero.", 8)]
    [InlineData("modulo(1, 0)", "FEEL-222", "Nothing can be divided by zero.", 1)]
    [InlineData("[@\"PT2H\"..@\"PT1H\"]", "FEEL-202", "The range ends before it begins.", 1)]
    public void It_is_said_once_with_its_place(string feel, string number, string said, int column)
    {
        foreach (var result in BothWays(feel))
        {
            Assert.True(result.Value is FeelNull or FeelBoolean or FeelList or FeelContext, "there is a value");
            var warning = Assert.Single(result.Warnings);
            Assert.Equal((number, said, column), (warning.Number, warning.Message, warning.Place.Column));
            Assert.Equal((Severity.Warning, "test", 1), (warning.Severity, warning.Place.File, warning.Place.Line));
        }
    }

    [Theory]
    [InlineData("@\"P1Y\" * 2", "P2Y")]
    [InlineData("2 * @\"P1D\"", "P2D")]
    [InlineData("@\"P1Y\" + @\"P1M\"", "P1Y1M")]
    [InlineData("@\"P1Y\" - @\"P1M\"", "P11M")]
    [InlineData("@\"P1Y\" / 2", "P6M")]
    [InlineData("@\"P1Y\" / @\"P6M\"", "2")]
    [InlineData("@\"P1D\" - @\"PT1H\"", "PT23H")]
    [InlineData("@\"P1M\" / 2", "P0M")]
    [InlineData("@\"P5M\" / 2", "P2M")]
    [InlineData("-@\"P5M\" / 2", "-P2M")]
    [InlineData("-@\"P1Y\"", "-P1Y")]
    [InlineData("@\"P1D\" + @\"2020-02-28T10:00:00\"", "2020-02-29T10:00:00")]
    [InlineData("@\"P1M\" + @\"2020-01-31\"", "2020-02-29")]
    [InlineData("@\"2020-01-31T10:00:00\" + @\"P1M\"", "2020-02-29T10:00:00")]
    [InlineData("@\"2020-03-31\" - @\"P1M\"", "2020-02-29")]
    [InlineData("@\"2020-01-15\" - @\"P1M\"", "2019-12-15")]
    [InlineData("@\"2020-12-15\" + @\"P1M\"", "2021-01-15")]
    [InlineData("@\"2020-01-01\" + @\"PT23H\"", "2020-01-01")]
    [InlineData("@\"2020-01-01\" - @\"PT1H\"", "2019-12-31")]
    [InlineData("@\"2020-01-01T00:00:00\" - @\"PT1S\"", "2019-12-31T23:59:59")]
    [InlineData("@\"1969-12-31T23:59:59\" + @\"PT1S\"", "1970-01-01T00:00:00")]
    [InlineData("@\"1970-01-01T00:00:00\" - @\"P1D\"", "1969-12-31T00:00:00")]
    [InlineData("@\"23:00:00\" + @\"PT1H\"", "00:00:00")]
    [InlineData("@\"PT2H\" + @\"23:00:00\"", "01:00:00")]
    [InlineData("@\"01:00:00\" - @\"PT2H\"", "23:00:00")]
    [InlineData("@\"10:00:00+07:00\" + @\"P2DT1H\"", "11:00:00+07:00")]
    [InlineData("@\"10:00:00\" - @\"09:30:00\"", "PT30M")]
    [InlineData("@\"10:00:00Z\" - @\"10:00:00+07:00\"", "PT7H")]
    [InlineData("@\"2020-03-01\" - @\"2020-02-01\"", "P29D")]
    [InlineData("@\"2020-01-02T00:00:00Z\" - @\"2020-01-01\"", "P1D")]
    [InlineData("@\"2020-01-02\" - @\"2020-01-01T12:00:00Z\"", "PT12H")]
    [InlineData("@\"2020-01-02T00:00:00\" - @\"2020-01-01T23:00:00\"", "PT1H")]
    [InlineData("@\"P1DT2H3M4.5S\".days", "1")]
    [InlineData("@\"P1DT2H3M4.5S\".hours", "2")]
    [InlineData("@\"P1DT2H3M4.5S\".minutes", "3")]
    [InlineData("@\"P1DT2H3M4.5S\".seconds", "4.5")]
    [InlineData("@\"-P1DT2H3M4S\".days", "-1")]
    [InlineData("@\"-P1DT2H3M4S\".minutes", "-3")]
    [InlineData("@\"P14M\".years", "1")]
    [InlineData("@\"P14M\".months", "2")]
    [InlineData("@\"2020-02-03T04:05:06\".year", "2020")]
    [InlineData("@\"2020-02-03T04:05:06\".month", "2")]
    [InlineData("@\"2020-02-03T04:05:06\".day", "3")]
    [InlineData("@\"2020-02-03T04:05:06\".weekday", "1")]
    [InlineData("@\"2020-02-09\".weekday", "7")]
    [InlineData("@\"2020-02-03T04:05:06\".hour", "4")]
    [InlineData("@\"2020-02-03T04:05:06\".minute", "5")]
    [InlineData("@\"2020-02-03T04:05:06\".second", "6")]
    [InlineData("@\"04:05:06@Asia/Jakarta\".timezone", "Asia/Jakarta")]
    [InlineData("@\"04:05:06+07:00\".time offset", "PT7H")]
    [InlineData("@\"2020-02-03T04:05:06+07:00\".time offset", "PT7H")]
    [InlineData("[1..2].start", "1")]
    [InlineData("[1..2].end", "2")]
    [InlineData("(1..2].start included", "false")]
    [InlineData("(1..2].end included", "true")]
    [InlineData("(>1).start", "1")]
    [InlineData("(>=1).start included", "true")]
    [InlineData("(<=1).end included", "true")]
    [InlineData("(<1).end included", "false")]
    [InlineData("[1, 2, 3][-3]", "1")]
    [InlineData("[1, 2, 3][3]", "3")]
    [InlineData("1 between 1 and 1", "true")]
    [InlineData("1 between 2 and 3", "false")]
    [InlineData("4 between 2 and 3", "false")]
    [InlineData("1 <= 1", "true")]
    [InlineData("1 < 1", "false")]
    [InlineData("1 >= 1", "true")]
    [InlineData("1 > 1", "false")]
    [InlineData("\"a\" < \"b\"", "true")]
    [InlineData("\"a\" < \"ab\"", "true")]
    [InlineData("\"\uFF5E\" < \"😀\"", "true")]
    [InlineData("[1, 2] = [1]", "false")]
    [InlineData("{a: 1} = {b: 1}", "false")]
    [InlineData("{a: 1} = {a: 1, b: 1}", "false")]
    [InlineData("{a: 1} = {a: 2}", "false")]
    [InlineData("sqrt = sqrt", "true")]
    [InlineData("sqrt = abs", "false")]
    [InlineData("null = 1", "false")]
    [InlineData("string(sqrt)", "function sqrt")]
    [InlineData("for i in (1..3) return i", "[2]")]
    [InlineData("for i in (1..1) return i", "[]")]
    [InlineData("for i in 5..3 return i", "[5, 4, 3]")]
    [InlineData("for i in [3..5) return i", "[3, 4]")]
    [InlineData("for i in (3..5] return i", "[4, 5]")]
    [InlineData("for d in [@\"2020-02-28\"..@\"2020-03-01\") return d.day", "[28, 29]")]
    [InlineData("some i in [1, 2], j in [2, 3] satisfies i + j = 6", "false")]
    [InlineData("every i in [1, 2], j in [2, 3] satisfies i < j + 1", "true")]
    [InlineData("every i in [1, null, 3] satisfies i = 1", "false")]
    [InlineData("some i in [null, true] satisfies i", "true")]
    public void What_can_be_computed_says_nothing(string feel, string text)
    {
        foreach (var result in BothWays(feel))
        {
            Assert.Empty(result.Warnings);
            Assert.Equal(text, Genggam.Standards.Feel.Functions.Text.Of(result.Value));
        }
    }

    [Fact]
    public void No_more_than_fifty_warnings_are_kept()
    {
        Assert.Equal(50, Evaluated.Result("for i in 1..49 return nowhere + 1").Warnings.Take(50).Count());
        Assert.Equal(50, Evaluated.Result("for i in 1..200 return nowhere").Warnings.Count);
        Assert.Equal(20, Evaluated.Result("for i in 1..20 return nowhere").Warnings.Count);
    }

    /// <summary>Interpreted and compiled.</summary>
    private static FeelResult[] BothWays(string feel)
    {
        var read = FeelExpression.Parse(feel, new Place("test", null, 1, 1), []).Value!;
        var now = new FeelEnvironment(DateTimeOffset.UnixEpoch);
        return [read.Evaluate(FeelContext.Empty, now), new CompiledExpression(read).Evaluate(FeelContext.Empty, now)];
    }
}
