using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Feel;

public sealed class SameValueTests
{
    [Theory]
    [InlineData("[1, 2]", "[1, 2]", true)]
    [InlineData("[1, 2]", "[1]", false)]
    [InlineData("[1]", "[1, 2]", false)]
    [InlineData("{a: 1, b: 2}", "{b: 2, a: 1}", true)]
    [InlineData("{a: 1}", "{a: 1, b: 2}", false)]
    [InlineData("{a: 1, b: 2}", "{a: 1}", false)]
    [InlineData("[1..2]", "[1..2]", true)]
    [InlineData("[1..2]", "(1..2]", false)]
    [InlineData("[1..2]", "[1..2)", false)]
    [InlineData("[1..2]", "[0..2]", false)]
    [InlineData("[1..2]", "[1..3]", false)]
    [InlineData("1.0", "1.00", true)]
    [InlineData("null", "null", true)]
    [InlineData("1", "\"1\"", false)]
    [InlineData("@\"10:00:00Z\"", "@\"11:00:00+01:00\"", false)]
    public void Values_are_the_same_when_all_of_their_parts_are(string one, string other, bool same) =>
        Assert.Equal(same, FeelEquality.Same(Evaluated.Value(one), Evaluated.Value(other)));
}
