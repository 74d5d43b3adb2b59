using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Feel.Expressions;

public sealed class SyntaxTests
{
    [Theory]
    [InlineData("\"a\\nb\"", 3)]
    [InlineData("\"\\\"\"", 1)]
    [InlineData("\"\\u00e9\"", 1)]
    [InlineData("\"\\U01F40E\"", 1)]
    [InlineData("\"\\uD83D\\uDC0E\"", 1)]
    [InlineData("\"\\\\n\"", 2)]
    public void Escapes_stand_for_characters(string text, int length) =>
        Feel.Gives($"string length({text})", length.ToString(System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("1 + /* one */ 2 // three\n + 3", "6")]
    [InlineData("// nothing\n1", "1")]
    [InlineData("1 /* \n */", "1")]
    [InlineData(".5 + 1.5e1", "15.5")]
    [InlineData("\t1\r\n+\u00a01", "2")]
    public void Comments_and_blanks_do_not_count(string text, string expected) => Feel.Gives(text, expected);

    [Theory]
    [InlineData("monthly fee", "monthly fee * 2")]
    [InlineData("a+b", "a+b * 2")]
    [InlineData("a - b", "a - b * 2")]
    [InlineData("Kredit/Usaha (KUR)", "Kredit/Usaha (KUR) * 2")]
    [InlineData("owner's share", "owner's share * 2")]
    [InlineData("date of birth", "date of birth * 2")]
    [InlineData("é_1?", "é_1? * 2")]
    [InlineData("😀", "😀 * 2")]
    [InlineData("rate 1.5", "rate 1.5 * 2")]
    public void Names_may_have_spaces_and_other_characters(string name, string text) =>
        Feel.Gives(text, "42", (name, 21));

    [Theory]
    [InlineData("1 +", 4)]
    [InlineData("(1", 3)]
    [InlineData("if 1 then 2", 12)]
    [InlineData("\"open", 1)]
    [InlineData("1 2", 3)]
    [InlineData("@\"nonsense\"", 1)]
    [InlineData("{a 1}", 5)]
    [InlineData("[1,]", 4)]
    [InlineData("{a: 1,}", 7)]
    [InlineData("sum(1,)", 7)]
    public void A_mistake_is_placed_to_the_column(string text, int column)
    {
        var problem = Assert.Single(FeelExpression.Parse(text, new Place("f", null, 1, 1), []).Problems);

        Assert.Equal(column, problem.Place.Column);
    }

    [Fact]
    public void Nesting_without_end_is_refused_and_no_crash()
    {
        foreach (
            var (open, close) in new[]
            {
                ("(", ")"),
                ("[", "]"),
                ("-", ""),
                ("{a: ", "}"),
                ("if true then ", " else 1"),
            }
        )
        {
            var text =
                string.Concat(Enumerable.Repeat(open, 4000)) + "1" + string.Concat(Enumerable.Repeat(close, 4000));
            var reading = FeelExpression.Parse(text[..Math.Min(text.Length, 60_000)], new Place("f", null, 1, 1), []);

            Assert.Contains(reading.Problems, p => p.Number is "FEEL-102" or "FEEL-101");
        }
    }

    [Theory]
    [InlineData("(1 + 2", "Expected \")\", found the end. The \"(\" at line 7, column 5 is not closed.")]
    [InlineData("max(1, (2)", "Expected \",\" or \")\", found the end. The \"(\" at line 7, column 8 is not closed.")]
    [InlineData(
        "if (a > 1 then 2 else 3",
        "Expected \")\", found \"then\". The \"(\" at line 7, column 8 is not closed."
    )]
    [InlineData("[1, {a: 2]", "Expected \",\" or \"}\", found \"]\". The \"{\" at line 7, column 9 is not closed.")]
    [InlineData("[1,\n 2", "Expected \",\" or \"]\", found the end. The \"[\" at line 7, column 5 is not closed.")]
    [InlineData("(a in [1..2]", "Expected \")\", found the end. The \"(\" at line 7, column 5 is not closed.")]
    [InlineData("(a in ]1..2[", "Expected \")\", found the end.")]
    [InlineData("1 +", "Expected an expression, found the end.")]
    public void A_bracket_that_is_never_closed_is_named_with_its_place(string text, string said) =>
        Assert.Equal(said, Assert.Single(FeelExpression.Parse(text, new Place("f", null, 7, 5), []).Problems).Message);

    [Theory]
    [InlineData("luas lapk > 4", "Expected the end, found \"lapk\": did you mean luas lapak?")]
    [InlineData(
        "1 + (luass lapak) and true",
        "Expected \")\", found \"lapak\": did you mean luas lapak? The \"(\" at line 7, column 9 is not closed."
    )]
    [InlineData("strin length(luas lapak)", "Expected the end, found \"length\": did you mean string length?")]
    [InlineData("harge sewa lapak + 1", "Expected the end, found \"sewa\": did you mean harga sewa lapak?")]
    [InlineData("a and uang sewa", "Expected the end, found \"sewa\".")]
    [InlineData("a and and b", "Expected an expression, found \"and\".")]
    public void A_name_of_several_words_that_is_nearly_known_is_told(string text, string said) =>
        Assert.Equal(
            said,
            Assert
                .Single(
                    FeelExpression.Parse(text, new Place("f", null, 7, 5), ["luas lapak", "harga sewa lapak"]).Problems
                )
                .Message
        );

    [Theory]
    [InlineData("1", " + 1")]
    [InlineData("true", " and true")]
    [InlineData("a", ".a")]
    [InlineData("a", "[1]")]
    [InlineData("a", "()")]
    [InlineData("1 instance of ", "list<")]
    [InlineData("1 instance of ", "function<")]
    public void A_chain_without_end_is_refused_and_no_crash(string start, string link)
    {
        var text = start + string.Concat(Enumerable.Repeat(link, 60_000 / link.Length));

        var problem = Assert.Single(FeelExpression.Parse(text, new Place("f", null, 1, 1), []).Problems);

        Assert.Equal("FEEL-102", problem.Number);
    }

    [Theory]
    [InlineData("[5..8 [( ")]
    [InlineData("[(1..2[")]
    [InlineData("(x in (")]
    [InlineData("[a[")]
    [InlineData("]1..(")]
    public void Brackets_that_may_begin_ranges_are_tried_once_each(string opening)
    {
        var text = string.Concat(Enumerable.Repeat(opening, 70)) + "1]..2]";

        Assert.NotEmpty(FeelExpression.Parse(text, new Place("f", null, 1, 1), []).Problems);
    }

    [Fact]
    public void Ranges_nested_in_tests_are_read_once_each()
    {
        var text =
            string.Concat(Enumerable.Repeat("1 in ((", 40)) + "true" + string.Concat(Enumerable.Repeat(")..2)", 40));

        Assert.Empty(FeelExpression.Parse(text, new Place("f", null, 1, 1), []).Problems);
    }

    [Fact]
    public void A_name_of_two_words_behind_a_range_that_looked_like_a_filter_is_refused() =>
        Assert.Equal(
            "Expected the end, found \"q\".",
            Assert.Single(FeelExpression.Parse("x in [1..3[ and p q", new Place("f", null, 1, 1), []).Problems).Message
        );

    [Theory]
    [InlineData("{f: function(n) f2(n), f2: function(n) n, r: f(1)}.r")]
    [InlineData("{f: function(g, n) g(g, n + 1), r: f(f, 1)}.r")]
    public void Recursion_without_end_is_stopped(string text)
    {
        var result = Evaluated.Result(text);

        Assert.True(result.Value.IsNull);
        Assert.NotEmpty(result.Warnings);
    }

    [Fact]
    public void A_long_iteration_is_stopped()
    {
        var result = Evaluated.Result("for a in 1..100000, b in 1..100000 return a");

        Assert.Contains(result.Warnings, w => w.Number == "FEEL-301");
    }

    [Fact]
    public void Looking_back_at_results_is_paid_for()
    {
        var result = Evaluated.Result("for a in 1..100000 return count(partial)");

        Assert.Contains(result.Warnings, w => w.Number == "FEEL-301");
    }

    [Fact]
    public void A_chain_of_comparisons_without_left_sides_ends_at_once_and_says_why()
    {
        var text = string.Concat(Enumerable.Repeat("= ", 100)) + "60";
        var result = FeelExpression
            .Parse(text, new Place("test"), [])
            .Value!.Evaluate(FeelContext.Empty, new FeelEnvironment(DateTimeOffset.UnixEpoch));
        Assert.Contains(result.Warnings, w => w.Number == "FEEL-205");
    }

    [Theory]
    [InlineData("if true 1 else 2", "\"then\"")]
    [InlineData("for i in [1] i", "\"return\"")]
    [InlineData("some i in [1] i", "\"satisfies\"")]
    [InlineData("(1", "\")\"")]
    public void What_is_missing_is_named(string text, string missing) =>
        Assert.Contains(
            missing,
            Assert.Single(FeelExpression.Parse(text, new Place("f", null, 1, 1), []).Problems).Message,
            StringComparison.Ordinal
        );

    [Fact]
    public void Of_names_that_begin_alike_the_longest_is_meant()
    {
        Feel.Gives("gaji pokok bersih", "2", ("gaji pokok", 1), ("gaji pokok bersih", 2));
        Feel.Gives("gaji pokok bersih", "2", ("gaji pokok bersih", 2), ("gaji pokok", 1));
    }

    [Theory]
    [InlineData("for i in daftar return i")]
    [InlineData("some i in daftar satisfies i")]
    [InlineData("daftar[item > 1]")]
    public void What_is_gone_through_is_read(string text) =>
        Assert.Equal(["daftar"], FeelExpression.Parse(text, new Place("f"), ["daftar"]).Value!.Variables);
}
