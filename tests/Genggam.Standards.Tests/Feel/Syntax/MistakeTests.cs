using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Tests.Feel.Syntax;

/// <summary>Text that is no FEEL: what was expected, what is there, and where.</summary>
public sealed class MistakeTests
{
    [Theory]
    [InlineData("", "Expected an expression, found the end.", 1, 1)]
    [InlineData("1 +", "Expected an expression, found the end.", 1, 4)]
    [InlineData("1 + )", "Expected an expression, found \")\".", 1, 5)]
    [InlineData("1 2", "Expected the end, found \"2\".", 1, 3)]
    [InlineData("1 \".\"", "Expected the end, found \".\".", 1, 3)]
    [InlineData("1 \"[\"", "Expected the end, found \"[\".", 1, 3)]
    [InlineData("1 \"(\"", "Expected the end, found \"(\".", 1, 3)]
    [InlineData("1\n+ *", "Expected an expression, found \"*\".", 2, 3)]
    [InlineData("1\n\n  §", "The character U+00A7 has no meaning here.", 3, 3)]
    [InlineData("1 + §", "The character U+00A7 has no meaning here.", 1, 5)]
    [InlineData("\"open", "The string is not closed.", 1, 1)]
    [InlineData("1 + \"open\\\"", "The string is not closed.", 1, 5)]
    [InlineData("@\"2020", "The string is not closed.", 1, 1)]
    [InlineData("@\"2020\"", "@\"2020\" is no date, time or duration.", 1, 1)]
    [InlineData("[@\"\"]", "@\"\" is no date, time or duration.", 1, 2)]
    [InlineData("if 1", "Expected \"then\", found the end.", 1, 5)]
    [InlineData("if 1 then 2", "Expected \"else\", found the end.", 1, 12)]
    [InlineData("if 1 else 2", "Expected \"then\", found \"else\".", 1, 6)]
    [InlineData("for i", "Expected \"in\", found the end.", 1, 6)]
    [InlineData("for in [1] return 1", "Expected a name, found \"in\".", 1, 5)]
    [InlineData("for i in [1] 2", "Expected \"return\", found \"2\".", 1, 14)]
    [InlineData("some i in [1] return 2", "Expected \"satisfies\", found \"return\".", 1, 15)]
    [InlineData("every i in [1] return 2", "Expected \"satisfies\", found \"return\".", 1, 16)]
    [InlineData("1 between 2", "Expected \"and\", found the end.", 1, 12)]
    [InlineData("1 between 2 or 3", "Expected \"and\", found \"or\".", 1, 13)]
    [InlineData("then", "Expected an expression, found \"then\".", 1, 1)]
    [InlineData("else", "Expected an expression, found \"else\".", 1, 1)]
    [InlineData("return", "Expected an expression, found \"return\".", 1, 1)]
    [InlineData("satisfies", "Expected an expression, found \"satisfies\".", 1, 1)]
    [InlineData("and", "Expected an expression, found \"and\".", 1, 1)]
    [InlineData("or", "Expected an expression, found \"or\".", 1, 1)]
    [InlineData("in", "Expected an expression, found \"in\".", 1, 1)]
    [InlineData("between", "Expected an expression, found \"between\".", 1, 1)]
    [InlineData("{: 2}", "Expected a name, found \":\".", 1, 2)]
    [InlineData("{a}", "Expected \":\", found \"}\".", 1, 3)]
    [InlineData(
        "{a: 1 b: 2}",
        "Expected \",\" or \"}\", found \"b\". The \"{\" at line 1, column 1 is not closed.",
        1,
        7
    )]
    [InlineData("[1 2]", "Expected \",\" or \"]\", found \"2\". The \"[\" at line 1, column 1 is not closed.", 1, 4)]
    [InlineData("sum(1 2)", "Expected \",\" or \")\", found \"2\". The \"(\" at line 1, column 4 is not closed.", 1, 7)]
    [InlineData("(1 2)", "Expected \")\", found \"2\". The \"(\" at line 1, column 1 is not closed.", 1, 4)]
    [InlineData("a[1", "Expected \"]\", found the end. The \"[\" at line 1, column 2 is not closed.", 1, 4)]
    [InlineData("a.", "Expected a name, found the end.", 1, 3)]
    [InlineData("a.1", "Expected the end, found \".1\".", 1, 2)]
    [InlineData("a.\"b\"", "Expected a name, found \"b\".", 1, 3)]
    [InlineData(
        "function(1",
        "Expected \",\" or \")\", found the end. The \"(\" at line 1, column 9 is not closed.",
        1,
        11
    )]
    [InlineData("function(x)", "Expected an expression, found the end.", 1, 12)]
    [InlineData("function(x:) x", "There is no type .", 1, 12)]
    [InlineData("1 instance of nothing", "There is no type nothing.", 1, 15)]
    [InlineData("1 instance of a.b", "There is no type a.b.", 1, 15)]
    [InlineData("1 instance of a.", "There is no type a..", 1, 15)]
    [InlineData("1 instance of number \".\"", "Expected the end, found \".\".", 1, 22)]
    [InlineData("1 instance of list<", "There is no type .", 1, 20)]
    [InlineData("1 instance of list<number", "Expected \">\", found the end.", 1, 26)]
    [InlineData("1 instance of range<number", "Expected \">\", found the end.", 1, 27)]
    [InlineData("1 instance of context<a>", "Expected \":\", found \">\".", 1, 24)]
    [InlineData("1 instance of context<a: number", "Expected \",\" or \">\", found the end.", 1, 32)]
    [InlineData("1 instance of function<number>", "Expected \"->\", found the end.", 1, 31)]
    [InlineData("1 instance", "Expected the end, found \"instance\".", 1, 3)]
    [InlineData("=", "Expected an expression, found the end.", 1, 2)]
    [InlineData("1; 2", "Expected the end, found \";\".", 1, 2)]
    [InlineData("1 // 2 \n 3", "Expected the end, found \"3\".", 2, 2)]
    [InlineData("1 /* 2 */ 3", "Expected the end, found \"3\".", 1, 11)]
    public void A_mistake_is_told_with_its_place(string text, string said, int line, int column)
    {
        var problems = FeelExpression.Parse(text, new Place("f", null, 1, 1), ["a", "b"]).Problems;

        Assert.Equal([(said, line, column)], problems.Select(p => (p.Message, p.Place.Line, p.Place.Column)));
    }

    [Theory]
    [InlineData("", "Expected an expression, found the end.")]
    [InlineData("1 2", "Expected the end, found \"2\".")]
    [InlineData("1,", "Expected an expression, found the end.")]
    [InlineData("-, 1", "Expected an expression, found \",\".")]
    [InlineData("not(1", "Expected \")\", found the end. The \"(\" at line 1, column 4 is not closed.")]
    [InlineData("not(1) 2", "Expected the end, found \"2\".")]
    [InlineData("not()", "Expected an expression, found \")\".")]
    [InlineData("1)", "Expected the end, found \")\".")]
    [InlineData("\"open", "The string is not closed.")]
    [InlineData("> ", "Expected an expression, found the end.")]
    public void A_cell_that_is_none_is_told(string cell, string said) =>
        Assert.Equal(
            said,
            Assert.Single(FeelExpression.ParseUnaryTests(cell, new Place("f", null, 1, 1), []).Problems).Message
        );

    [Theory]
    [InlineData("-", "1", true)]
    [InlineData("- 1", "-1", true)]
    [InlineData("-1, 2", "2", true)]
    [InlineData("not(1)", "1", false)]
    [InlineData("not(1, 2)", "3", true)]
    [InlineData("not(true) = false", "1", true)]
    [InlineData("not (1)", "2", true)]
    [InlineData("? > 1", "2", true)]
    [InlineData("> 1, < 0", "-1", true)]
    [InlineData("even(?)", "2", true)]
    [InlineData("[1..2], 5", "5", true)]
    [InlineData("(1..2)", "1", false)]
    [InlineData("]1..2]", "2", true)]
    [InlineData("]1..2[", "2", false)]
    [InlineData("= 1", "1", true)]
    [InlineData("!= 1", "1", false)]
    [InlineData("null", "null", true)]
    [InlineData("null", "1", false)]
    [InlineData("[1, 2]", "2", true)]
    [InlineData("[[1..2], 5]", "1.5", true)]
    [InlineData("not(null)", "1", true)]
    [InlineData("true", "true", true)]
    [InlineData("false", "true", false)]
    [InlineData("? = true", "true", true)]
    public void A_cell_is_read_as_the_grammar_says(string cell, string input, bool holds) =>
        Assert.Equal(holds, Feel.Holds(cell, input));

    [Theory]
    [InlineData("\"a\\nb\"", "a\nb")]
    [InlineData("\"a\\rb\"", "a\rb")]
    [InlineData("\"a\\tb\"", "a\tb")]
    [InlineData("\"a\\\"b\"", "a\"b")]
    [InlineData("\"a\\\\b\"", "a\\b")]
    [InlineData("\"a\\'b\"", "a'b")]
    [InlineData("\"a\\xb\"", "a\\xb")]
    [InlineData("\"\\u0041\\u0042\"", "AB")]
    [InlineData("\"\\u00e9x\"", "éx")]
    [InlineData("\"\\u00\"", "\\u00")]
    [InlineData("\"\\u00zz\"", "\\u00zz")]
    [InlineData("\"\\U01F40Ex\"", "\U0001F40Ex")]
    [InlineData("\"\\U110000\"", "\\U110000")]
    [InlineData("\"\\U01F4\"", "\\U01F4")]
    [InlineData("\"\"", "")]
    [InlineData("\"\\\\\"", "\\")]
    [InlineData("\"// no comment /* none */\"", "// no comment /* none */")]
    public void Escapes_stand_for_characters_and_others_for_themselves(string text, string value) =>
        Assert.Equal(value, ((FeelString)Evaluated.Value(text)).Value);

    [Theory]
    [InlineData("1.", "Expected a name, found the end.")]
    [InlineData("1.e", "")]
    [InlineData(".5", "0.5")]
    [InlineData("1.5", "1.5")]
    [InlineData("1e5", "100000")]
    [InlineData("1E5", "100000")]
    [InlineData("1e+5", "100000")]
    [InlineData("1e-1", "0.1")]
    [InlineData("1.5e1", "15")]
    [InlineData(".5e1", "5")]
    [InlineData("1e", "Expected the end, found \"e\".")]
    [InlineData("1e+", "Expected the end, found \"e\".")]
    [InlineData("1..2", "Expected the end, found \"..\".")]
    [InlineData("[1..2]", "[1..2]")]
    [InlineData("[1.5..2.5]", "[1.5..2.5]")]
    [InlineData("1 - -1", "2")]
    [InlineData("1 ** 2", "1")]
    [InlineData("2**3", "8")]
    [InlineData("1->2", "Expected the end, found \"->\".")]
    [InlineData("1!=2", "true")]
    [InlineData("1<=2", "true")]
    [InlineData("1>=2", "false")]
    [InlineData("1<2", "true")]
    [InlineData("1>2", "false")]
    [InlineData("1=2", "false")]
    [InlineData("7 / 2", "3.5")]
    [InlineData("7 /2/ 7", "0.5")]
    [InlineData("/* a */ 1 /* b", "1")]
    [InlineData("// a", "Expected an expression, found the end.")]
    [InlineData("\uFEFF1\u200B+\u180E1\u00A0", "2")]
    public void Tokens_are_cut_where_the_grammar_cuts_them(string text, string told)
    {
        var read = FeelExpression.Parse(text, new Place("f", null, 1, 1), []);

        if (read.Value is null)
            Assert.Equal(told, Assert.Single(read.Problems).Message);
        else if (told.Length > 0)
            Assert.Equal(told, Evaluated.Text(text));
    }

    [Theory]
    [InlineData("number", "1")]
    [InlineData("string", "\"a\"")]
    [InlineData("boolean", "true")]
    [InlineData("date", "@\"2020-01-01\"")]
    [InlineData("time", "@\"10:00:00\"")]
    [InlineData("date and time", "@\"2020-01-01T10:00:00\"")]
    [InlineData("dateTime", "@\"2020-01-01T10:00:00\"")]
    [InlineData("days and time duration", "@\"P1D\"")]
    [InlineData("dayTimeDuration", "@\"P1D\"")]
    [InlineData("years and months duration", "@\"P1Y\"")]
    [InlineData("yearMonthDuration", "@\"P1Y\"")]
    [InlineData("list", "[1]")]
    [InlineData("context", "{a: 1}")]
    [InlineData("range", "[1..2]")]
    [InlineData("function", "sqrt")]
    [InlineData("Null", "null")]
    public void A_type_holds_its_values_and_no_others(string type, string value)
    {
        string[] all =
        [
            "1",
            "\"a\"",
            "true",
            "@\"2020-01-01\"",
            "@\"10:00:00\"",
            "@\"2020-01-01T10:00:00\"",
            "@\"P1D\"",
            "@\"P1Y\"",
            "[1]",
            "{a: 1}",
            "[1..2]",
            "sqrt",
            "null",
        ];

        Assert.Equal([value], all.Where(v => Evaluated.Value($"({v}) instance of {type}").Equals((FeelValue)true)));
    }

    [Theory]
    [InlineData("1 instance of Any", true)]
    [InlineData("null instance of Any", false)]
    [InlineData("[1, null] instance of list<number>", true)]
    [InlineData("[1, \"a\"] instance of list<number>", false)]
    [InlineData("[1..2] instance of range<number>", true)]
    [InlineData("[\"a\"..\"b\"] instance of range<number>", false)]
    [InlineData("(>1) instance of range<number>", true)]
    [InlineData("(<\"a\") instance of range<number>", false)]
    [InlineData("{a: 1, b: 2} instance of context<a: number>", true)]
    [InlineData("{b: 2} instance of context<a: number>", false)]
    [InlineData("{a: \"x\"} instance of context<a: number>", false)]
    [InlineData("{a: null} instance of context<a: number>", true)]
    [InlineData("{a b: 1, c: true} instance of context<a b: number, c: boolean>", true)]
    [InlineData("{c: 1} instance of context<>", true)]
    [InlineData("(function(x: number) x) instance of function<number> -> Any", true)]
    [InlineData("(function(x: string) x) instance of function<number> -> Any", false)]
    [InlineData("(function(x) x) instance of function<number> -> string", true)]
    [InlineData("(function(x, y) x) instance of function<number> -> Any", false)]
    [InlineData("(function() 1) instance of function<> -> number", true)]
    [InlineData(
        "(function(f: function<number> -> number) f) instance of function<function<number> -> number> -> Any",
        true
    )]
    [InlineData(
        "(function(f: function<string> -> number) f) instance of function<function<number> -> number> -> Any",
        false
    )]
    [InlineData(
        "(function(f: function<number> -> string) f) instance of function<function<number> -> number> -> Any",
        false
    )]
    [InlineData("(function(f: function) f) instance of function<function<number> -> number> -> Any", true)]
    [InlineData("(function(l: list<number>) l) instance of function<list<number>> -> Any", true)]
    [InlineData("(function(l: list<string>) l) instance of function<list<number>> -> Any", false)]
    [InlineData("(function(r: range<number>) r) instance of function<range<number>> -> Any", true)]
    [InlineData("(function(r: range<string>) r) instance of function<range<number>> -> Any", false)]
    [InlineData("(function(c: context<a: number>) c) instance of function<context<a: number, b: number>> -> Any", true)]
    [InlineData("(function(c: context<a: number>) c) instance of function<context<b: number>> -> Any", false)]
    [InlineData("(function(c: context<a: number>) c) instance of function<context<a: string>> -> Any", false)]
    [InlineData("(function(c: number) c) instance of function<Null> -> Any", true)]
    [InlineData("(function(c: number) c) instance of function<list<number>> -> Any", false)]
    [InlineData("1 instance of number and true", true)]
    [InlineData("@\"P1D\" instance of days and time duration or false", true)]
    public void Types_are_taken_apart(string feel, bool holds) => Assert.Equal(holds, Evaluated.Value(feel));

    [Theory]
    [InlineData("list<number>", "list<number>")]
    [InlineData("range<date>", "range<date>")]
    [InlineData("context<a: number, b c: string>", "context<a: number, b c: string>")]
    [InlineData("list<context<a: list<Any>>>", "list<context<a: list<Any>>>")]
    [InlineData("function<number> -> number", "function")]
    [InlineData("days and time duration", "days and time duration")]
    public void A_type_is_named_as_it_is_written(string type, string named) =>
        Assert.Equal(
            $"The argument x is a boolean, not of the type {named}.",
            Assert.Single(Evaluated.Result($"(function(x: {type}) x)(true)").Warnings).Message
        );

    [Fact]
    public void An_expression_may_be_three_hundred_deep_and_not_deeper()
    {
        Assert.Empty(Read(Chain(299)).Problems);
        var problem = Assert.Single(Read(Chain(300)).Problems);
        Assert.Equal(("FEEL-102", "The expression is nested too deeply."), (problem.Number, problem.Message));
        Assert.Empty(Read(Nested(140)).Problems);
        problem = Assert.Single(Read(Nested(151)).Problems);
        Assert.Equal(("FEEL-102", "The expression is nested too deeply."), (problem.Number, problem.Message));
    }

    [Fact]
    public void An_expression_may_be_of_64_thousand_characters_and_no_more()
    {
        Assert.Empty(Read("1" + new string(' ', 64 * 1024 - 1)).Problems);
        var problem = Assert.Single(Read("1" + new string(' ', 64 * 1024)).Problems);
        Assert.Equal(
            ("FEEL-103", "The expression is longer than 64,000 characters."),
            (problem.Number, problem.Message)
        );
    }

    private static string Chain(int links) => "1" + string.Concat(Enumerable.Repeat(" + 1", links));

    private static string Nested(int levels) => new string('(', levels) + "1" + new string(')', levels);

    private static Reading<FeelExpression> Read(string text) =>
        FeelExpression.Parse(text, new Place("f", null, 1, 1), []);
}
