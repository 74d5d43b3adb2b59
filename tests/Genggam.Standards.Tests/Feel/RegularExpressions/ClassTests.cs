using Genggam.Standards.Feel;
using Genggam.Standards.Feel.RegularExpressions;

namespace Genggam.Standards.Tests.Feel.RegularExpressions;

/// <summary>Escapes, classes, categories and blocks (XML Schema 1.1 part 2, G.4): who is in, and who beside it is not.</summary>
public sealed class ClassTests
{
    [Theory]
    [InlineData(@"\n", "\n", "n\r")]
    [InlineData(@"\r", "\r", "r\n")]
    [InlineData(@"\t", "\t", "t ")]
    [InlineData(@"\\", "\\", "/")]
    [InlineData(@"\|", "|", "a")]
    [InlineData(@"\.", ".", "a")]
    [InlineData(@"\-", "-", "a")]
    [InlineData(@"\^", "^", "a")]
    [InlineData(@"\?", "?", "a")]
    [InlineData(@"\*", "*", "a")]
    [InlineData(@"\+", "+", "a")]
    [InlineData(@"\{", "{", "a")]
    [InlineData(@"\}", "}", "a")]
    [InlineData(@"\(", "(", "a")]
    [InlineData(@"\)", ")", "a")]
    [InlineData(@"\[", "[", "a")]
    [InlineData(@"\]", "]", "a")]
    [InlineData(@"\$", "$", "a")]
    [InlineData(@"\s", " \t\n\r", "a\u00A0\v")]
    [InlineData(
        @"\i",
        ":AZ_az\u00C0\u00D6\u00D8\u00F6\u00F8\u02FF\u0370\u037D\u037F\u1FFF\u200C\u200D\u2070\u218F\u2C00\u2FEF\u3001\uD7FF\uF900\uFDCF\uFDF0\uFFFD",
        "9;@[^`{\u00BF\u00D7\u00F7\u0300\u036F\u037E\u2000\u200B\u200E\u206F\u2190\u2BFF\u2FF0\u3000\uFDD0\uFDEF\uFFFE"
    )]
    [InlineData(@"\c", ":AZ_az-.09\u00B7\u0300\u036F\u203F\u2040\u00C0", ",/;\u00B6\u00B8\u037E\u203E\u2041")]
    [InlineData(@"\d", "09\u0660\uFF19", "a/:\u00B2\u2160")]
    [InlineData(@"\w", "aZ09é+$\u0300", " .-_,()!\n\u00A0")]
    [InlineData(@"[a-c]", "abc", "`dA-")]
    [InlineData(@"[a-]", "a-", "b")]
    [InlineData(@"[-a]", "-a", "b,")]
    [InlineData(@"[a\-c]", "a-c", "b")]
    [InlineData(@"[^a-c]", "dA-\n", "abc")]
    [InlineData(@"[a^]", "a^", "b")]
    [InlineData(@"[\t-\r]", "\t\n\v\f\r", "\b\u000E")]
    [InlineData(@"[\d\s]", "1 ", "a")]
    [InlineData(@"[\D]", "a", "1")]
    [InlineData(@"[a-z-[m-p]]", "alqz", "mnop")]
    [InlineData(@"[a-z-[b-y-[m]]]", "azm", "blny")]
    [InlineData(@"[^a-c-[x]]", "dy", "abcx")]
    [InlineData(@".", "a\u2028\t", "\n\r")]
    [InlineData(@"\p{IsBasicLatin}", "\0a\u007F", "\u0080é")]
    [InlineData(@"\p{IsLatin-1Supplement}", "\u0080é\u00FF", "a\u0100")]
    [InlineData(@"\p{IsGreekandCoptic}", "\u0370α\u03FF", "\u036F\u0400")]
    [InlineData(@"\p{IsArabic}", "\u0600\u06FF", "\u05FF\u0700")]
    [InlineData(@"\P{IsArabic}", "\u05FF\u0700a", "\u0600\u06FF")]
    public void A_class_holds_its_characters_and_no_neighbour(string pattern, string inside, string outside)
    {
        Assert.All(inside, c => Assert.True(Is(pattern, c), $"{pattern} is not U+{(int)c:X4}"));
        Assert.All(outside, c => Assert.False(Is(pattern, c), $"{pattern} is U+{(int)c:X4}"));
    }

    [Theory]
    [InlineData(@"\S", @"\s")]
    [InlineData(@"\I", @"\i")]
    [InlineData(@"\C", @"\c")]
    [InlineData(@"\D", @"\d")]
    [InlineData(@"\W", @"\w")]
    [InlineData(@"\P{L}", @"\p{L}")]
    [InlineData(@"[^a-m]", @"[a-m]")]
    public void A_capital_or_a_roof_turns_a_class_over(string other, string pattern)
    {
        var (one, turned) = (FeelPattern.Of($"^{pattern}$", ""), FeelPattern.Of($"^{other}$", ""));
        for (var c = 0; c < 0x3200; c++)
            Assert.True(
                one.IsIn($"{(char)c}", out _) != turned.IsIn($"{(char)c}", out _),
                $"U+{c:X4} is in both {pattern} and {other}, or in neither"
            );
    }

    [Theory]
    [InlineData("Lu", "A")]
    [InlineData("Ll", "a")]
    [InlineData("Lt", "\u01C5")]
    [InlineData("Lm", "\u02B0")]
    [InlineData("Lo", "\u05D0")]
    [InlineData("Mn", "\u0300")]
    [InlineData("Mc", "\u0903")]
    [InlineData("Me", "\u0488")]
    [InlineData("Nd", "1")]
    [InlineData("Nl", "\u2160")]
    [InlineData("No", "\u00B2")]
    [InlineData("Zs", " ")]
    [InlineData("Zl", "\u2028")]
    [InlineData("Zp", "\u2029")]
    [InlineData("Cc", "\n")]
    [InlineData("Cf", "\u200B")]
    [InlineData("Co", "\uE000")]
    [InlineData("Pc", "_")]
    [InlineData("Pd", "-")]
    [InlineData("Ps", "(")]
    [InlineData("Pe", ")")]
    [InlineData("Pi", "\u00AB")]
    [InlineData("Pf", "\u00BB")]
    [InlineData("Po", "!")]
    [InlineData("Sm", "+")]
    [InlineData("Sc", "$")]
    [InlineData("Sk", "^")]
    [InlineData("So", "\u00A9")]
    [InlineData("Cn", "\u0378")]
    public void Every_category_holds_its_own_and_none_of_another(string category, string character)
    {
        string[] all =
        [
            "Lu",
            "Ll",
            "Lt",
            "Lm",
            "Lo",
            "Mn",
            "Mc",
            "Me",
            "Nd",
            "Nl",
            "No",
            "Zs",
            "Zl",
            "Zp",
            "Cc",
            "Cf",
            "Co",
            "Pc",
            "Pd",
            "Ps",
            "Pe",
            "Pi",
            "Pf",
            "Po",
            "Sm",
            "Sc",
            "Sk",
            "So",
            "Cn",
        ];

        Assert.Equal([category], all.Where(c => Is($@"\p{{{c}}}", character[0])));
        Assert.Equal(
            [category[..1]],
            new[] { "L", "M", "N", "Z", "C", "P", "S" }.Where(c => Is($@"\p{{{c}}}", character[0]))
        );
    }

    [Theory]
    [InlineData("K", "\u212Ak")]
    [InlineData("k", "\u212AK")]
    [InlineData("ß", "ß\u1E9E")]
    [InlineData("[a-c]", "AbC")]
    [InlineData("s", "S\u017F")]
    [InlineData("i", "Iı")]
    [InlineData("Σ", "σς")]
    [InlineData("1", "1")]
    public void Without_regard_to_case_a_character_stands_for_its_variants(string pattern, string variants)
    {
        Assert.All(variants, c => Assert.True(FeelPattern.Of($"^{pattern}$", "i").IsIn($"{c}", out _), $"{c}"));
        Assert.False(FeelPattern.Of($"^{pattern}$", "i").IsIn("x", out _));
        Assert.False(FeelPattern.Of($"^{pattern}$", "i").IsIn("@", out _));
    }

    [Theory]
    [InlineData("[a-", "1: the class is not closed")]
    [InlineData("[a", "1: the class is not closed")]
    [InlineData("[", "1: the class is not closed")]
    [InlineData("[^", "1: the class is not closed")]
    [InlineData("[^]", "1: the class has no characters")]
    [InlineData("[a-[b]", "1: the class is not closed")]
    [InlineData("[a-[", "4: the class is not closed")]
    [InlineData("a[]", "2: the class has no characters")]
    [InlineData("[a-[b]c]", "7: nothing may follow what is taken off a class")]
    [InlineData("[b-a]", "2: the range ends before it begins")]
    [InlineData(@"[a-\d]", "2: a range ends with one character")]
    [InlineData(
        "[a[b]]",
        "3: a class in a class is only taken off, as in [a-z-[aeiou]]; for the character write \"\\[\""
    )]
    [InlineData(@"[a\", "3: the escape has no letter")]
    [InlineData(@"[\q]", "2: \"\\q\" is no escape")]
    [InlineData(@"\p{L", "1: a category is written \\p{…}")]
    [InlineData(@"a\p{}", "2: Unicode has no category and no block \"\"")]
    [InlineData(@"\p", "1: a category is written \\p{…}")]
    [InlineData(@"\P{Lx}", "1: Unicode has no category and no block \"Lx\"")]
    [InlineData("+", "1: \"+\" repeats nothing")]
    [InlineData("a|?", "3: \"?\" repeats nothing")]
    [InlineData("{2}", "1: \"{\" repeats nothing")]
    [InlineData("}", "1: \"}\" is not open; for the character itself write \"\\}\"")]
    [InlineData("a]", "2: \"]\" is not open; for the character itself write \"\\]\"")]
    [InlineData("a)", "2: \")\" closes nothing")]
    [InlineData("b(a", "2: the bracket is not closed")]
    [InlineData("b(?:a", "2: the bracket is not closed")]
    [InlineData("(?a)", "3: only \"(?:\" may follow an opening bracket and \"?\"")]
    [InlineData("a{x}", "2: the count is not {n}, {n,} or {n,m}")]
    [InlineData("a{1,x}", "2: the count is not {n}, {n,} or {n,m}")]
    [InlineData("a{1;}", "2: the count is not {n}, {n,} or {n,m}")]
    [InlineData("ba{3,2}", "3: the count begins with 3, but ends with 2")]
    [InlineData("a{10001}", "2: nothing may be repeated more than 10000 times")]
    [InlineData(@"b\2", "2: there is no group 2 that ends before it")]
    [InlineData(@"a  \q", "4: \"\\q\" is no escape", "x")]
    [InlineData("a b (c", "5: the bracket is not closed", "x")]
    [InlineData("a b (c ", "5: the bracket is not closed", "x")]
    [InlineData("a b )", "5: \")\" closes nothing", "x")]
    public void A_pattern_that_is_none_is_told_where_and_why(string pattern, string why, string flags = "")
    {
        var fault = Assert.Throws<PatternException>(() => FeelPattern.Of(pattern, flags));

        Assert.Equal("FEEL-231", fault.Number);
        Assert.Equal($"The pattern is wrong at its character {why}.", fault.Message);
    }

    [Fact]
    public void Classes_are_nested_a_hundred_deep_and_no_deeper_but_stand_beside_each_other_without_end()
    {
        Assert.NotEqual(
            FeelPattern.Of(Nested(99), "").IsIn("a", out _),
            FeelPattern.Of(Nested(98), "").IsIn("a", out _)
        );
        Assert.Contains(
            "classes are nested more than 100 deep",
            Assert.Throws<PatternException>(() => FeelPattern.Of(Nested(101), "")).Message,
            StringComparison.Ordinal
        );
        Assert.True(FeelPattern.Of(string.Concat(Enumerable.Repeat("[a]", 500)), "").IsIn(new string('a', 500), out _));
        Assert.Contains(
            "groups are nested more than 100 deep",
            Assert
                .Throws<PatternException>(() => FeelPattern.Of(new string('(', 101) + new string(')', 101), ""))
                .Message,
            StringComparison.Ordinal
        );
        FeelPattern.Of(new string('(', 99) + new string(')', 99), "");
    }

    [Theory]
    [InlineData("a b", "ab", true)]
    [InlineData("a\tb\nc\rd", "abcd", true)]
    [InlineData("[a b]", " ", true)]
    [InlineData(@"a\[ b", "a[b", true)]
    [InlineData(@"[\]] a", "]a", true)]
    [InlineData(@"[a-z-[m ]] b", "ab", true)]
    [InlineData(@"\p{ L u }", "A", true)]
    [InlineData("[a b]", "c", false)]
    [InlineData(@"a\] b", "a]b", true)]
    [InlineData(@"\\[a ]b", "\\ b", true)]
    public void With_the_flag_x_blanks_outside_of_classes_do_not_count(string pattern, string input, bool found) =>
        Assert.Equal(found, FeelPattern.Of($"^{pattern}$", "x").IsIn(input, out _));

    [Theory]
    [InlineData(
        "ab$",
        "FEEL-233",
        "A \"$\" of the replacement, at its character 3, has no number; for the character write \"\\$\"."
    )]
    [InlineData(
        "$x",
        "FEEL-233",
        "A \"$\" of the replacement, at its character 1, has no number; for the character write \"\\$\"."
    )]
    [InlineData(
        "a\\n",
        "FEEL-233",
        "A \"\\\" of the replacement, at its character 2, stands before neither \"\\\" nor \"$\"."
    )]
    [InlineData(
        "a\\",
        "FEEL-233",
        "A \"\\\" of the replacement, at its character 2, stands before neither \"\\\" nor \"$\"."
    )]
    public void A_replacement_that_is_none_is_told_where_and_why(string by, string number, string why)
    {
        var fault = Assert.Throws<PatternException>(() => FeelPattern.Of("a", "").Replace("a", by, out _));

        Assert.Equal((number, why), (fault.Number, fault.Message));
    }

    [Theory]
    [InlineData("[$0]", "[ab]-[ab]")]
    [InlineData("[$1]", "[b]-[b]")]
    [InlineData("$2", "-")]
    [InlineData("$10", "b0-b0")]
    [InlineData("$01", "b-b")]
    [InlineData("\\$1\\\\", "$1\\-$1\\")]
    [InlineData("x$1y$1z", "xbybz-xbybz")]
    [InlineData("", "-")]
    public void A_replacement_puts_groups_between_its_text(string by, string result) =>
        Assert.Equal(result, FeelPattern.Of("a(b)", "").Replace("ab-ab", by, out _));

    [Theory]
    [InlineData("xz", false)]
    [InlineData("I", false)]
    [InlineData("i,s", false)]
    [InlineData("", true)]
    [InlineData("ii", true)]
    [InlineData("smixq", true)]
    public void Flags_are_of_five_letters(string flags, bool known)
    {
        var result = Evaluated.Result("matches(\"a\", \"a\", f)", ("f", flags));

        Assert.Equal(!known, result.Value.IsNull);
        Assert.Equal(known ? [] : ["FEEL-232"], result.Warnings.Select(w => w.Number));
    }

    [Theory]
    [InlineData("matches(\"a\", \"a\", \"sp\")", "\"p\" is no flag: use s, m, i, x or q.")]
    [InlineData("split(\"a\", \"b*\")", "The pattern matches the empty text, so it stands everywhere.")]
    public void What_a_call_cannot_do_is_told(string call, string said) =>
        Assert.Equal(said, Assert.Single(Evaluated.Result(call).Warnings).Message);

    [Fact]
    public void A_search_that_is_given_up_is_told_and_paid_for()
    {
        var few = new FeelEnvironment(DateTimeOffset.UnixEpoch, MaxSteps: 70_000);
        var search = FeelExpression.Parse("matches(input, \"(a*)*\\1b\")", new Place("test", null, 1, 1), []);
        var input = FeelContext.Of(("input", new string('a', 5_000) + "c"));

        Assert.Equal(
            [
                ("FEEL-301", "The evaluation took more steps than it may."),
                (
                    "FEEL-235",
                    "The pattern takes more steps than it may: write it without back-references or large counts."
                ),
            ],
            search.Value!.Evaluate(input, few).Warnings.Select(w => (w.Number, w.Message))
        );
    }

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("[a-", depth - 1)) + "[b]" + new string(']', depth - 1);

    private static bool Is(string pattern, char c) => FeelPattern.Of($"^(?:{pattern})$", "").IsIn($"{c}", out _);
}
