using System.Globalization;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Tests.Feel.Syntax;

/// <summary>Which characters make a name (DMN 1.5, grammar rules 27 to 29), and which names an expression reads.</summary>
public sealed class NameTests
{
    public static TheoryData<string> Begins =>
        [
            "A",
            "Z",
            "a",
            "z",
            "_",
            "?",
            "\u00C0",
            "\u00D6",
            "\u00D8",
            "\u00F6",
            "\u00F8",
            "\u02FF",
            "\u0370",
            "\u037D",
            "\u037F",
            "\u1FFF",
            "\u200C",
            "\u200D",
            "\u2070",
            "\u218F",
            "\u2C00",
            "\u2FEF",
            "\u3001",
            "\uD7FF",
            "\uF900",
            "\uFDCF",
            "\uFDF0",
            "\uFFFD",
            "\U00010000",
            "\U000EFFFF",
            "😀",
        ];

    public static TheoryData<string> OnlyFollows => ["0", "9", "\u00B7", "\u0300", "\u036F", "\u203F", "\u2040"];

    public static TheoryData<string> Never =>
        [
            "@",
            "[",
            "`",
            "#",
            "\u00BF",
            "\u00D7",
            "\u00F7",
            "\u037E",
            "\u2010",
            "\u206F",
            "\u2190",
            "\u2BFF",
            "\u2FF0",
            "\uFDD0",
            "\uFDEF",
            "\uFFFE",
            "\U000F0000",
            "\uD800",
        ];

    [Theory]
    [MemberData(nameof(Begins))]
    public void It_may_begin_a_name_and_go_on_with_it(string character)
    {
        Assert.Equal(character == "?" ? [] : [character], Names(character));
        if (character != "?")
            Assert.Equal(["a" + character + "b"], Names("a" + character + "b"));
    }

    [Theory]
    [MemberData(nameof(OnlyFollows))]
    public void It_may_go_on_with_a_name_and_begins_none(string character)
    {
        Assert.Equal(["a" + character], Names("a" + character));
        Assert.DoesNotContain(character + "a", Names(character + "a") ?? []);
    }

    [Theory]
    [MemberData(nameof(Never))]
    public void It_is_in_no_name(string character)
    {
        Assert.Null(Names(character));
        Assert.DoesNotContain("a" + character + "b", Names("a" + character + "b") ?? []);
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("aZ_09", true)]
    [InlineData("_a", true)]
    [InlineData("9a", false)]
    [InlineData("0", false)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("é", false)]
    [InlineData("a-b", false)]
    public void A_plain_word_is_one_of_letters_digits_and_lines(string name, bool plain) =>
        Assert.Equal(plain, Lexer.IsPlainWord(name));

    [Theory]
    [InlineData("a.b", "a")]
    [InlineData("a[b = c]", "a b c")]
    [InlineData("a[item = c]", "a c")]
    [InlineData("for x in a return x + b + partial[1]", "a b")]
    [InlineData("for x in a, y in x.c return y + b", "a b")]
    [InlineData("[for x in a return x, x]", "a x")]
    [InlineData("some x in a satisfies x = b", "a b")]
    [InlineData("every x in a, y in x satisfies x = y", "a")]
    [InlineData("function(x, y) x + y + a", "a")]
    [InlineData("{x: a, y: x + b}", "a b")]
    [InlineData("[{x: a}, x]", "a x")]
    [InlineData("f(a, b)", "a b f")]
    [InlineData("f(n: a)", "a f")]
    [InlineData("a + b - c * d / e ** g", "a b c d e g")]
    [InlineData("-a", "a")]
    [InlineData("a < b", "a b")]
    [InlineData("a and b", "a b")]
    [InlineData("a or b", "a b")]
    [InlineData("a between b and c", "a b c")]
    [InlineData("a in b", "a b")]
    [InlineData("a in (b, c, > d)", "a b c d")]
    [InlineData("a in [b..c]", "a b c")]
    [InlineData("a instance of number", "a")]
    [InlineData("if a then b else c", "a b c")]
    [InlineData("[a, b]", "a b")]
    [InlineData("[a..b]", "a b")]
    [InlineData("(> a)", "a")]
    [InlineData("sum(a)", "a")]
    [InlineData("\"a\"", "")]
    public void What_an_expression_reads_is_what_it_does_not_bind(string feel, string names)
    {
        Assert.Equal(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), Names(feel));
        var tests = FeelExpression.ParseUnaryTests(feel, new Place("test", null, 1, 1), []);
        Assert.Equal(names.Split(' ', StringSplitOptions.RemoveEmptyEntries), tests.Value!.Variables);
    }

    [Theory]
    [InlineData("a < ?", true)]
    [InlineData("a < b", false)]
    [InlineData("f(?)", true)]
    [InlineData("a in (b, ?)", true)]
    [InlineData("? in (a)", true)]
    [InlineData("[a, ?]", true)]
    [InlineData("if a then b else ?", true)]
    [InlineData("for i in ? return i", true)]
    [InlineData("for i in a return ?", true)]
    [InlineData("some i in a satisfies i = ?", true)]
    [InlineData("some i in ? satisfies i = a", true)]
    [InlineData("a[? = 1]", true)]
    [InlineData("?[a = 1]", true)]
    [InlineData("?.a", true)]
    [InlineData("-?", true)]
    [InlineData("{a: ?}", true)]
    [InlineData("a between b and ?", true)]
    [InlineData("? instance of number", true)]
    [InlineData("function(x) ?", true)]
    [InlineData("a or ?", true)]
    [InlineData("a and ?", true)]
    [InlineData("[a..?]", true)]
    [InlineData("a + ?", true)]
    [InlineData("?(a)", true)]
    public void It_is_known_whether_a_test_reads_its_input(string feel, bool reads) =>
        Assert.Equal(
            reads,
            FreeNames.ReadsInput(FeelExpression.Parse(feel, new Place("test", null, 1, 1), []).Value!.Root)
        );

    [Fact]
    public void Built_in_functions_are_told_apart_from_names()
    {
        var read = FeelExpression.Parse("sum(a) + max(for count in b return count)", new Place("test", null, 1, 1), []);

        Assert.Equal(["a", "b"], read.Value!.Variables);
        Assert.Equal(["max", "sum"], read.Value!.Functions);
    }

    [Fact]
    public void A_name_in_a_filter_may_be_an_entry_of_the_item()
    {
        var read = FeelExpression.Parse("a[b = c[d]] + e", new Place("test", null, 1, 1), []).Value!;

        Assert.Equal(
            [("a", 1, false), ("b", 3, true), ("c", 7, true), ("d", 9, true), ("e", 15, false)],
            read.Paths.OrderBy(p => p.At.Column).Select(p => (p.Root, p.At.Column, p.InFilter))
        );
    }

    [Theory]
    [InlineData("a.b.c", "a.b.c")]
    [InlineData("a[1].b[x > 1].c", "a.b.c x")]
    [InlineData("f(a.b).c", "a.b f")]
    [InlineData("for a in b.c return a.d", "b.c")]
    [InlineData("{a: b.c, d: a.e}.d.f", "b.c")]
    [InlineData("? > a.b", "a.b")]
    public void Members_are_read_of_names_through_filters_and_lists(string feel, string paths)
    {
        var read = FeelExpression.ParseUnaryTests(feel, new Place("test", null, 1, 1), []).Value!;

        Assert.Equal(paths, string.Join(' ', read.Paths.Select(p => $"{p}").Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("people[full name = \"b\"].age", "[2]")]
    [InlineData("people[age > 1 and full name = \"b\"].age", "[2]")]
    [InlineData("people[children[first name = \"c\"][1].age = 9].age", "[2]")]
    [InlineData("people[children[age = 9].first name = [\"c\"] and full name = \"b\"].age", "[2]")]
    [InlineData("people.full name", "[\"a\", \"b\"]")]
    [InlineData("people[1].full name", "\"a\"")]
    public void Entries_of_two_words_come_with_the_data(string feel, string expected)
    {
        var people = Evaluated.Value(
            "[{full name: \"a\", age: 1, children: []}, {full name: \"b\", age: 2, children: [{first name: \"c\", age: 9}]}]"
        );

        Feel.Gives(feel, expected, ("people", people));
    }

    [Theory]
    [InlineData("people[a = 1] + full name", 22)]
    [InlineData("full name", 6)]
    [InlineData("people[1] full", 11)]
    public void Outside_of_a_filter_two_words_are_one_name_only_where_it_is_known(string feel, int column)
    {
        var problem = Assert.Single(FeelExpression.Parse(feel, new Place("test", null, 1, 1), []).Problems);

        Assert.Equal(("FEEL-101", column), (problem.Number, problem.Place.Column));
    }

    [Theory]
    [InlineData("a b", "a b")]
    [InlineData(" a  b ", "a b")]
    [InlineData("a + b", "a+b")]
    [InlineData("a - b", "a-b")]
    [InlineData("a*b", "a*b")]
    [InlineData("a / b", "a/b")]
    [InlineData("a . b", "a.b")]
    [InlineData("owner ' s", "owner's")]
    [InlineData("rate 1.5", "rate 1.5")]
    [InlineData("a in b", "")]
    public void A_name_that_is_bound_keeps_one_space_between_words_and_none_around_symbols(string name, string known)
    {
        var read = FeelExpression.Parse($"{{{name}: 1}}", new Place("test", null, 1, 1), []);

        var context = (FeelContext)
            read.Value!.Evaluate(FeelContext.Empty, new FeelEnvironment(DateTimeOffset.UnixEpoch)).Value;
        Assert.Equal(known.Length == 0 ? name : known, Assert.Single(context.Names));
    }

    private static IEnumerable<string>? Names(string feel) =>
        FeelExpression.Parse(feel, new Place("test", null, 1, 1), []).Value?.Variables;
}
