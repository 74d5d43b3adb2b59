using Genggam.Standards.Feel.Functions;

namespace Genggam.Standards.Tests.Feel.Functions;

/// <summary>Every built-in function with the ways to call it and the names of its parameters (DMN 1.5, 10.3.4).</summary>
public sealed class SignatureTests
{
    public static TheoryData<string, string[]> Forms =>
        new()
        {
            { "string", ["from"] },
            { "string length", ["string"] },
            { "upper case", ["string"] },
            { "lower case", ["string"] },
            { "trim", ["string"] },
            { "substring", ["string, start position", "string, start position, length"] },
            { "substring before", ["string, match"] },
            { "substring after", ["string, match"] },
            { "contains", ["string, match"] },
            { "starts with", ["string, match"] },
            { "ends with", ["string, match"] },
            { "string join", ["list", "list, delimiter"] },
            { "matches", ["input, pattern", "input, pattern, flags"] },
            { "replace", ["input, pattern, replacement", "input, pattern, replacement, flags"] },
            { "split", ["string, delimiter"] },
            { "number", ["from", "from, grouping separator", "from, grouping separator, decimal separator"] },
            { "decimal", ["n, scale"] },
            { "floor", ["n", "n, scale"] },
            { "ceiling", ["n", "n, scale"] },
            { "round up", ["n, scale"] },
            { "round down", ["n, scale"] },
            { "round half up", ["n, scale"] },
            { "round half down", ["n, scale"] },
            { "abs", ["n"] },
            { "modulo", ["dividend, divisor"] },
            { "sqrt", ["number"] },
            { "log", ["number"] },
            { "exp", ["number"] },
            { "odd", ["number"] },
            { "even", ["number"] },
            { "not", ["negand"] },
            { "all", ["list", "item..."] },
            { "any", ["list", "item..."] },
            { "list contains", ["list, element"] },
            { "count", ["list"] },
            { "min", ["list", "item..."] },
            { "max", ["list", "item..."] },
            { "sum", ["list", "item..."] },
            { "mean", ["list", "item..."] },
            { "median", ["list", "item..."] },
            { "stddev", ["list", "item..."] },
            { "mode", ["list", "item..."] },
            { "product", ["list", "item..."] },
            { "sublist", ["list, start position", "list, start position, length"] },
            { "append", ["list, item..."] },
            { "concatenate", ["list..."] },
            { "insert before", ["list, position, newItem"] },
            { "remove", ["list, position"] },
            { "list replace", ["list, position, newItem", "list, match, newItem"] },
            { "reverse", ["list"] },
            { "index of", ["list, match"] },
            { "union", ["list..."] },
            { "distinct values", ["list"] },
            { "flatten", ["list"] },
            { "sort", ["list", "list, precedes"] },
            { "date", ["from", "year, month, day"] },
            { "time", ["from", "hour, minute, second", "hour, minute, second, offset"] },
            { "date and time", ["from", "date, time"] },
            { "duration", ["from"] },
            { "years and months duration", ["from, to"] },
            { "now", [""] },
            { "today", [""] },
            { "day of year", ["date"] },
            { "day of week", ["date"] },
            { "month of year", ["date"] },
            { "week of year", ["date"] },
            { "get value", ["m, key"] },
            { "get entries", ["m"] },
            { "context", ["entries"] },
            { "context put", ["context, key, value", "context, keys, value"] },
            { "context merge", ["contexts"] },
            { "before", ["point1, point2", "point, range", "range, point", "range1, range2"] },
            { "after", ["point1, point2", "point, range", "range, point", "range1, range2"] },
            { "meets", ["range1, range2"] },
            { "met by", ["range1, range2"] },
            { "overlaps", ["range1, range2"] },
            { "overlaps before", ["range1, range2"] },
            { "overlaps after", ["range1, range2"] },
            { "finishes", ["point, range", "range1, range2"] },
            { "finished by", ["range, point", "range1, range2"] },
            { "includes", ["range, point", "range1, range2"] },
            { "during", ["point, range", "range1, range2"] },
            { "starts", ["point, range", "range1, range2"] },
            { "started by", ["range, point", "range1, range2"] },
            { "coincides", ["point1, point2", "range1, range2"] },
            { "is", ["value1, value2"] },
            { "range", ["from"] },
        };

    [Theory]
    [MemberData(nameof(Forms))]
    public void A_call_by_a_name_that_is_none_is_told_the_ways_to_call(string function, string[] forms)
    {
        var warning = Assert.Single(Evaluated.Result($"{function}(no such parameter: 1)").Warnings);

        var ways = string.Join(" or ", forms.Select(form => $"{function}({form})"));
        Assert.Equal("FEEL-213", warning.Number);
        Assert.Equal($"{function} cannot be called with these arguments: it is {ways}.", warning.Message);
    }

    [Fact]
    public void There_is_no_other_function() =>
        Assert.Equal(Forms.Select(row => row.Data.Item1).Order(), Builtins.Names.Order());

    [Theory]
    [InlineData("before(point1: 1, point2: 2)", "true")]
    [InlineData("after(point1: 1, point2: 2)", "false")]
    [InlineData("before(point: 1, range: [2..3])", "true")]
    [InlineData("meets(range1: [1..2], range2: [2..3])", "true")]
    [InlineData("during(range: [1..3], point: 2)", "true")]
    [InlineData("includes(point: 2, range: [1..3])", "true")]
    [InlineData("coincides(point1: 2, point2: 3)", "false")]
    [InlineData("substring(start position: 2, string: \"abc\")", "\"bc\"")]
    [InlineData("contains(match: \"a\", string: \"abc\")", "true")]
    [InlineData("string(from: 1)", "\"1\"")]
    [InlineData("string join(delimiter: \"-\", list: [\"a\", \"b\"])", "\"a-b\"")]
    [InlineData("matches(pattern: \"^a\", input: \"ab\")", "true")]
    [InlineData("matches(flags: \"i\", pattern: \"^A\", input: \"ab\")", "true")]
    [InlineData("replace(replacement: \"x\", pattern: \"b\", input: \"ab\")", "\"ax\"")]
    [InlineData("replace(flags: \"i\", replacement: \"x\", pattern: \"B\", input: \"ab\")", "\"ax\"")]
    [InlineData("split(delimiter: \"b\", string: \"abc\")", "[\"a\", \"c\"]")]
    [InlineData("number(grouping separator: \",\", from: \"1,000\")", "1000")]
    [InlineData("decimal(scale: 1, n: 1.25)", "1.2")]
    [InlineData("list contains(element: 1, list: [1])", "true")]
    [InlineData("sublist(start position: 2, list: [1, 2])", "[2]")]
    [InlineData("insert before(newItem: 0, position: 1, list: [1])", "[0, 1]")]
    [InlineData("remove(position: 1, list: [1, 2])", "[2]")]
    [InlineData("list replace(newItem: 0, position: 1, list: [1, 2])", "[0, 2]")]
    [InlineData("index of(match: 2, list: [1, 2])", "[2]")]
    [InlineData("sort(precedes: function(a, b) a > b, list: [1, 2])", "[2, 1]")]
    [InlineData("date(day: 3, month: 2, year: 2001)", "@\"2001-02-03\"")]
    [InlineData("time(second: 3, minute: 2, hour: 1)", "@\"01:02:03\"")]
    [InlineData("time(offset: @\"PT7H\", second: 3, minute: 2, hour: 1)", "@\"01:02:03+07:00\"")]
    [InlineData("date and time(time: @\"01:02:03\", date: @\"2001-02-03\")", "@\"2001-02-03T01:02:03\"")]
    [InlineData("years and months duration(to: @\"2001-02-03\", from: @\"2000-01-03\")", "@\"P1Y1M\"")]
    [InlineData("modulo(divisor: 5, dividend: 7)", "2")]
    [InlineData("get value(key: \"a\", m: {a: 1})", "1")]
    [InlineData("context put(value: 1, key: \"a\", context: {})", "{a: 1}")]
    [InlineData("context put(value: 1, keys: [\"a\"], context: {})", "{a: 1}")]
    public void Named_arguments_may_stand_in_any_order(string call, string expected) => Feel.Gives(call, expected);

    [Theory]
    [InlineData("sqrt(null)", "sqrt has no value for (null).")]
    [InlineData("sqrt(true)", "sqrt has no value for (boolean).")]
    [InlineData("sqrt(\"a\")", "sqrt has no value for (string).")]
    [InlineData("upper case(1)", "upper case has no value for (number).")]
    [InlineData("sqrt(@\"2020-01-01\")", "sqrt has no value for (date).")]
    [InlineData("sqrt(@\"10:00:00\")", "sqrt has no value for (time).")]
    [InlineData("sqrt(@\"2020-01-01T10:00:00\")", "sqrt has no value for (date and time).")]
    [InlineData("sqrt(@\"P1D\")", "sqrt has no value for (days and time duration).")]
    [InlineData("sqrt(@\"P1Y\")", "sqrt has no value for (years and months duration).")]
    [InlineData("sqrt([1..2])", "sqrt has no value for (range).")]
    [InlineData("sqrt([])", "sqrt has no value for (list).")]
    [InlineData("sqrt({})", "sqrt has no value for (context).")]
    [InlineData("sqrt(sqrt)", "sqrt has no value for (function).")]
    [InlineData("contains(\"a\", 1)", "contains has no value for (string, number).")]
    public void What_cannot_be_computed_with_is_told_by_its_kind(string call, string said) =>
        Assert.Equal(said, Assert.Single(Evaluated.Result(call).Warnings).Message);

    [Theory]
    [InlineData("list contains(1, 1)", "true")]
    [InlineData("list contains(1, [1])", "false")]
    [InlineData("concatenate(1, 2)", "[1, 2]")]
    [InlineData("concatenate([1])", "[1]")]
    [InlineData("union([1, 1])", "[1]")]
    [InlineData("union(1, [1, 2])", "[1, 2]")]
    [InlineData("append(1, [2])", "[1, [2]]")]
    [InlineData("append([1])", "[1]")]
    [InlineData("insert before([1], [1], [2])", "[[2], 1]")]
    [InlineData("context put([{}], \"x\", [1])", "{x: [1]}")]
    [InlineData("context put([{}], [\"x\"], [1])", "{x: [1]}")]
    [InlineData("context merge({a: 1})", "{a: 1}")]
    [InlineData("upper case([\"a\"])", "\"A\"")]
    [InlineData("contains([\"ab\"], [\"a\"])", "true")]
    [InlineData("min(1)", "1")]
    [InlineData("sum(2)", "2")]
    [InlineData("all(true, true)", "true")]
    [InlineData("all(true)", "true")]
    [InlineData("any(false, false)", "false")]
    [InlineData("day of year([@\"2020-02-01\"])", "32")]
    public void One_value_and_the_list_of_it_stand_for_each_other_where_the_other_is_asked(
        string call,
        string expected
    ) => Feel.Gives(call, expected);

    [Theory]
    [InlineData("concatenate()")]
    [InlineData("union()")]
    [InlineData("append()")]
    [InlineData("sum()")]
    [InlineData("min()")]
    [InlineData("all()")]
    [InlineData("any(null)")]
    [InlineData("now(1)")]
    [InlineData("today(1)")]
    [InlineData("count(null)")]
    [InlineData("concatenate(null)")]
    [InlineData("context merge(null)")]
    [InlineData("contains([\"ab\", \"c\"], \"a\")")]
    [InlineData("contains(string: \"ab\", string: \"a\")")]
    [InlineData("append(list: [1], item: 2)")]
    public void Too_few_or_too_many_are_null_and_say_so(string call) => Feel.IsNull(call, "FEEL-213");

    [Theory]
    [InlineData(
        "context put(deep, \"a\", 1)",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
    )]
    [InlineData(
        "count(deep)",
        "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[1]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]"
    )]
    public void The_deepest_value_may_be_handed_to_a_function(string call, string json)
    {
        var deep = Genggam.Standards.Feel.FeelJson.Parse(json);
        var wanted = call.StartsWith("count", StringComparison.Ordinal)
            ? deep
            : Genggam.Standards.Feel.FeelContext.Of(("x", deep));

        Assert.DoesNotContain(Evaluated.Result(call, ("deep", wanted)).Warnings, w => w.Number == "FEEL-303");
        Assert.False(Evaluated.Value(call, ("deep", wanted)).IsNull);
    }
}
