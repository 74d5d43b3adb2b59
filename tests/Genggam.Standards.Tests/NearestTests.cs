namespace Genggam.Standards.Tests;

/// <summary>A message about a word that is not known ends with the word that was meant.</summary>
public sealed class NearestTests
{
    [Theory]
    [InlineData("oficer", ": did you mean officer?")]
    [InlineData("head", ".")]
    public void A_word_that_is_not_known_ends_with_the_one_that_is_near_or_with_a_full_stop(string word, string end) =>
        Assert.Equal(end, Nearest.Meant(word, ["officer", "supervisor"]));
}
