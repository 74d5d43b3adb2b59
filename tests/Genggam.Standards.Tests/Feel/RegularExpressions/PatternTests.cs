using Genggam.Standards.Feel;
using Genggam.Standards.Feel.RegularExpressions;

namespace Genggam.Standards.Tests.Feel.RegularExpressions;

public sealed class PatternTests
{
    [Theory]
    [InlineData("Ab_ç:x-1", @"^\i\c*$", true)]
    [InlineData("-a", @"^\i", false)]
    [InlineData("Jl. Ahmad Yani 5", @"^[\w\s.]+$", true)]
    [InlineData("٣", @"^\d$", true)]
    [InlineData("Éa", @"^\p{Lu}\p{Ll}$", true)]
    [InlineData("É", @"\P{L}", false)]
    [InlineData("ꦗ", @"^\p{IsJavanese}$", true)]
    [InlineData("é", @"^\p{IsLatin-1Supplement}$", true)]
    [InlineData("e", "[a-z-[aeiou]]", false)]
    [InlineData("e", "[^a-z-[aeiou]]", false)]
    [InlineData("É", "[^a-z-[aeiou]]", true)]
    [InlineData("b-c", @"^[b\-]+[-c]$", true)]
    [InlineData("😀", "^.$", true)]
    [InlineData("😀😁", "^[😀-😂]{2}$", true)]
    [InlineData("a\n", "a$", false)]
    [InlineData("\u2028", "^.$", true)]
    [InlineData("aXbxaxb", @"(a)x(b)x\1x\2", false)]
    [InlineData("aXbxaxb", @"(a)x(b)x\1x\2", true, "i")]
    [InlineData("a", @"^(?:(a)b|a)\1$", true)]
    [InlineData("abb", @"^(a)(b)\2$", true)]
    [InlineData("aba", @"^(a)(b)\2$", false)]
    [InlineData("aba", @"^(a)(b)?\1$", true)]
    [InlineData("aa", @"^(a)(b)?\2\1$", true)]
    [InlineData("abab", @"^(?:ab)\1$", null)]
    [InlineData("aa1", @"^(a)\11$", true)]
    [InlineData("ı", "i", true, "i")]
    [InlineData("aa0", @"^(a)\10$", true)]
    [InlineData("STRASSE", "straſſe", true, "i")]
    [InlineData("σ", "ς", true, "i")]
    [InlineData("1", @"\p{Lu}", false, "i")]
    [InlineData("a", @"\p{Lu}", false, "i")]
    [InlineData("K", "[\u212A]", true, "i")]
    [InlineData("a.c", "A.C", true, "iq")]
    [InlineData("abc", "a.c", false, "q")]
    [InlineData("a\nb", "a.b", false)]
    [InlineData("a\nb", "a.b", true, "s")]
    [InlineData("a\nb\n", "^b$", true, "m")]
    [InlineData("a\nb\n", "b\n^$", false, "m")]
    [InlineData("a b", "a [ ] b", true, "x")]
    [InlineData("aaa", "^a{2}$", false)]
    [InlineData("aaa", "^a{2,}$", true)]
    [InlineData("aaa", "^a{0,2}$", false)]
    [InlineData("", "^(a|)*$", true)]
    [InlineData("ab", "^(a*|b)*$", true)]
    public void A_pattern_means_what_the_standard_says(string input, string pattern, bool? held, string flags = "") =>
        Assert.Equal(
            held is { } truth ? truth : FeelValue.Null,
            Evaluated.Value("matches(i, p, f)", ("i", input), ("p", pattern), ("f", flags))
        );

    [Theory]
    [InlineData("abracadabra", "a(.)", "<$1>", "<b>r<c><d><b>ra")]
    [InlineData("a$b", @"\$", @"\$\\", @"a$\b")]
    [InlineData("abc", "(b)", "$0$1$2", "abbc")]
    [InlineData("abc", "(b)", "$12", "ab2c")]
    [InlineData("abcdefghijkl", "(a)(b)(c)(d)(e)(f)(g)(h)(i)(j)(k)(l)", "$12", "l")]
    [InlineData("ab", "(a)|(b)", "[$1|$2]", "[a|][|b]")]
    [InlineData("😀a😀", "a", "😁", "😀😁😀")]
    [InlineData("aaa", "a+?", "b", "bbb")]
    [InlineData("a.b", ".", "$", "a$b", "q")]
    [InlineData("a1a2", @"(a\d)\1?", "x", "xx")]
    public void What_matches_is_replaced(string input, string pattern, string by, string result, string flags = "") =>
        Assert.Equal(result, FeelPattern.Of(pattern, flags).Replace(input, by, out _));

    [Theory]
    [InlineData("a;b;c;;", ";", "a,b,c,,")]
    [InlineData("John Doe", @"\s", "John,Doe")]
    [InlineData("a1b22c", @"\d+", "a,b,c")]
    [InlineData("", ";", "")]
    public void Text_is_split_where_the_pattern_matches(string input, string pattern, string parts) =>
        Assert.Equal(parts.Split(','), FeelPattern.Of(pattern, "").Split(input, out _));

    [Fact]
    public void A_surrogate_without_its_other_half_stays_what_it_is() =>
        Assert.Equal("\uD800x", FeelPattern.Of("a", "").Replace("\uD800a", "x", out _));

    [Fact]
    public void Groups_beside_each_other_are_not_deep()
    {
        var pattern = string.Concat(Enumerable.Repeat("(?:a)", 1000));
        Assert.Equal(true, Evaluated.Value("matches(i, p)", ("i", new string('a', 1000)), ("p", pattern)));
    }
}
