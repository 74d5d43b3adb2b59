namespace Genggam.Standards.Tests;

/// <summary>A message about a word that is not known ends with the word that was meant.</summary>
public sealed class NearestTests
{
    [Theory]
    [InlineData("oficer", ": did you mean officer?")]
    [InlineData("head", ".")]
    public void A_word_that_is_not_known_ends_with_the_one_that_is_near_or_with_a_full_stop(string word, string end) =>
        Assert.Equal(end, Nearest.Meant(word, ["officer", "supervisor"]));

    [Theory]
    [InlineData("", "a", true)]
    [InlineData("", "ab", false)]
    [InlineData("a", "b", true)]
    [InlineData("ab", "cd", false)]
    [InlineData("ab", "abc", true)]
    [InlineData("ab", "abcd", false)]
    [InlineData("ab", "ba", true)]
    [InlineData("abc", "acb", true)]
    [InlineData("abcd", "badc", false)]
    [InlineData("abcdef", "badcef", true)]
    [InlineData("abcdef", "bcdefa", true)]
    [InlineData("abcdef", "abcd", false)]
    [InlineData("abcdef", "abcdefgh", true)]
    [InlineData("abcdef", "abcdefghi", false)]
    [InlineData("abcdef", "abXYef", true)]
    [InlineData("abcdef", "aXYZef", false)]
    [InlineData("abcdefghi", "abcXYZghi", true)]
    [InlineData("abcdefghi", "WabcdXYZghi", false)]
    [InlineData("kitten", "sitting", false)]
    [InlineData("kittens", "sitting", false)]
    [InlineData("sunday", "saturday", false)]
    [InlineData("nomor surat", "no surat", false)]
    [InlineData("abc", "ABC", false)]
    public void One_letter_in_three_may_be_added_left_out_replaced_or_swapped(string word, string known, bool near) =>
        Assert.Equal(near ? known : null, Nearest.To(word, [known]));

    [Fact]
    public void The_nearest_is_meant_and_of_two_as_near_the_first()
    {
        Assert.Equal("abcdef", Nearest.To("abcdeg", ["abcxyg", "abcdef", "abcdeh"]));
        Assert.Equal("abcdeh", Nearest.To("abcdeg", ["abcdeh", "abcdef"]));
        Assert.Null(Nearest.To("abc", []));
    }

    [Fact]
    public void A_word_longer_than_words_are_is_not_looked_for()
    {
        Assert.Equal(new string('a', 199), Nearest.To(new string('a', 200), [new string('a', 199)]));
        Assert.Null(Nearest.To(new string('a', 201), [new string('a', 201)]));
    }
}
