using Genggam.Standards.Dmn;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Dmn;

/// <summary>What a decision needs and nobody gave is said first; what follows from it is told apart.</summary>
public sealed class MissingFactsTests
{
    private static readonly string Model = Drawn.Definitions(
        Drawn.Input("pemohon")
            + Drawn.Input("usaha")
            + Drawn.Input("harga", "number")
            + Drawn.Decision("umur", Drawn.Literal("pemohon.umur"), "pemohon")
            + Drawn.Decision("tarif", Drawn.Literal("harga + 0"), "harga")
            + Drawn.Decision("boleh", Drawn.Literal("umur + 17 + tarif"), "umur tarif")
    );

    private static readonly DmnModel Read = DmnReader.Read(Model, "test.dmn").Value!;

    [Fact]
    public void A_misspelt_fact_is_told_with_the_name_that_was_given()
    {
        var fault = Assert.Single(Missing("boleh", """{"pemohn": {"umur": 20}, "harga": 1}""").Problems);

        Assert.Equal(
            ("DMN-210", "The input pemohon is not given: did you mean it by pemohn, which the model does not know?"),
            (fault.Number, fault.Message)
        );
        Assert.Equal("pemohon", fault.Place.Element);
    }

    [Fact]
    public void Each_that_is_missing_is_told_once_and_what_is_not_needed_is_not() =>
        Assert.Equal(
            ["The input pemohon is not given: given are lain.", "The input harga is not given: given are lain."],
            Missing("boleh", """{"lain": 1}""").Problems.Select(p => p.Message)
        );

    [Theory]
    [InlineData("""{"pemohon": null}""")]
    [InlineData("""{"pemohon": {}, "lebih": 1}""")]
    public void A_fact_without_a_value_is_given_and_more_facts_do_no_harm(string facts) =>
        Assert.Empty(Missing("umur", facts).Problems);

    [Fact]
    public void Warnings_of_decisions_that_need_it_follow_and_others_do_not()
    {
        var facts = (FeelContext)FeelJson.Parse("""{"harga": "mahal"}""");
        var explanation = Read.Explain("boleh", facts, new FeelEnvironment(DateTimeOffset.UnixEpoch));

        var followers = MissingFacts.Of(Read, "boleh", facts).Followers(explanation);

        Assert.Contains(followers, w => w.Message == "Null has no member umur.");
        var own = explanation.Result.Warnings.Where(w => !followers.Contains(w)).ToList();
        Assert.Equal("The value \"mahal\", a string, is not of the type number.", own[0].Message);
    }

    [Fact]
    public void An_entry_that_is_not_there_is_told_with_the_one_that_was_meant()
    {
        var facts = (FeelContext)FeelJson.Parse("""{"pemohon": {"umurr": 20}}""");

        var fault = Assert.Single(Read.Decide("umur", facts, new FeelEnvironment(DateTimeOffset.UnixEpoch)).Warnings);

        Assert.Equal("There is no entry umur: did you mean umurr?", fault.Message);
    }

    [Theory]
    [InlineData("bolehh", "The model has no decision bolehh: did you mean boleh?")]
    [InlineData("keputusan", "The model has no decision keputusan: it has umur, tarif, boleh.")]
    public void A_decision_that_the_model_has_not_is_told_with_those_that_it_has(string asked, string said) =>
        Assert.Equal(
            said,
            Assert
                .Single(Read.Decide(asked, FeelContext.Empty, new FeelEnvironment(DateTimeOffset.UnixEpoch)).Warnings)
                .Message
        );

    private static MissingFacts Missing(string decision, string facts) =>
        MissingFacts.Of(Read, decision, (FeelContext)FeelJson.Parse(facts));
}
