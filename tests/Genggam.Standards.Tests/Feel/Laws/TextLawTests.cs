using CsCheck;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Feel.Laws;

/// <summary>DMN 1.5, table 75: positions and lengths count code points.</summary>
public sealed class TextLawTests
{
    [Theory]
    [InlineData("string length(a + b) = string length(a) + string length(b)")]
    [InlineData("a = \"\" or substring(a, 1) = a")]
    [InlineData("a = \"\" or b = \"\" or substring(a + b, string length(a) + 1) = b")]
    [InlineData("a = \"\" or substring(a + b, 1, string length(a)) = a")]
    [InlineData("a = \"\" or string length(substring(a, -1)) = 1")]
    [InlineData("contains(a + b, b) and starts with(a + b, a) and ends with(a + b, b)")]
    [InlineData("b = \"\" or substring before(a + b, b) + b + substring after(a + b, b) = a + b")]
    [InlineData("string join([a, b]) = a + b")]
    [InlineData("string join(split(\"x\" + a, \"a\"), \"a\") = \"x\" + a")]
    [InlineData("replace(a, \"[b$]\", \"<$0>\") = replace(replace(a, \"b\", \"<b>\"), \"\\$\", \"<$0>\")")]
    [InlineData("matches(a, \"^.*$\", \"s\")")]
    [InlineData("matches(a + b, b, \"q\")")]
    [InlineData("a = b or (a < b) = (b > a)")]
    public void Text_is_counted_in_code_points(string law) =>
        Gen.Select(Values.Texts, Values.Texts)
            .Sample((a, b) => Evaluated.Value(law, ("a", a), ("b", b)) is FeelBoolean { Value: true }, iter: 500);

    [Fact]
    public void A_length_is_the_number_of_code_points() =>
        Values.Texts.Sample(text =>
            Evaluated
                .Value("string length(a)", ("a", text))
                .Equals(new FeelNumber(((FeelString)text).Value.EnumerateRunes().Count()))
        );
}
