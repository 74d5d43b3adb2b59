using System.Text.Json;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Feel;

/// <summary>Values as JSON: one text for each, which is read back; what is no such text is refused with its tag.</summary>
public sealed class JsonTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("true", "true")]
    [InlineData("false", "false")]
    [InlineData("\"a\\\"<é\"", "\"a\\\"<é\"")]
    [InlineData("[]", "[]")]
    [InlineData("{}", "{}")]
    [InlineData("[1, [null], {a: true}]", "[1,[null],{\"a\":true}]")]
    [InlineData("@\"2020-01-02\"", "{\"$date\":\"2020-01-02\"}")]
    [InlineData("@\"10:00:00Z\"", "{\"$time\":\"10:00:00Z\"}")]
    [InlineData("@\"2020-01-02T10:00:00\"", "{\"$datetime\":\"2020-01-02T10:00:00\"}")]
    [InlineData("@\"P1DT1H\"", "{\"$duration\":\"P1DT1H\"}")]
    [InlineData("@\"P1Y2M\"", "{\"$period\":\"P1Y2M\"}")]
    [InlineData("[1..2]", "{\"$range\":[\"[\",1,2,\"]\"]}")]
    [InlineData("(1..2)", "{\"$range\":[\"(\",1,2,\")\"]}")]
    [InlineData("(>1)", "{\"$range\":[\"(\",1,null,\")\"]}")]
    [InlineData("{\"$a\": 1, b: @\"P1D\"}", "{\"$context\":[[\"$a\",1],[\"b\",{\"$duration\":\"P1D\"}]]}")]
    public void A_value_has_one_text_that_is_read_back(string feel, string json)
    {
        Assert.Equal(json, FeelJson.ToJson(Evaluated.Value(feel)));
        Assert.True(FeelEquality.Same(Evaluated.Value(feel), FeelJson.Parse(json)));
    }

    [Theory]
    [InlineData("@\"2020-01-02\"", "\"2020-01-02\"")]
    [InlineData("@\"P1DT1H\"", "\"P1DT1H\"")]
    [InlineData("[1..2)", "\"[1..2)\"")]
    [InlineData("{\"$a\": [@\"10:00:00\"]}", "{\"$a\":[\"10:00:00\"]}")]
    [InlineData("[null, true, \"a\", 1]", "[null,true,\"a\",1]")]
    public void In_a_letter_it_stands_as_a_person_writes_it(string feel, string json) =>
        Assert.Equal(json, FeelJson.Plain(Evaluated.Value(feel)));

    [Theory]
    [InlineData("{\"$date\":\"2020-13-01\"}", "$date does not hold what its tag says.")]
    [InlineData("{\"$date\":1}", "$date does not hold what its tag says.")]
    [InlineData("{\"$time\":\"24:00:01\"}", "$time does not hold what its tag says.")]
    [InlineData("{\"$datetime\":\"x\"}", "$datetime does not hold what its tag says.")]
    [InlineData("{\"$duration\":\"P1Y\"}", "$duration does not hold what its tag says.")]
    [InlineData("{\"$period\":\"P1D\"}", "$period does not hold what its tag says.")]
    [InlineData("{\"$number\":\"x\"}", "$number does not hold what its tag says.")]
    [InlineData("{\"$range\":[\"[\",1,2]}", "$range does not hold what its tag says.")]
    [InlineData("{\"$range\":1}", "$range does not hold what its tag says.")]
    [InlineData("{\"$context\":1}", "$context does not hold what its tag says.")]
    [InlineData("{\"$other\":1}", "$other does not hold what its tag says.")]
    [InlineData("1e7000", "The number 1e7000 is too large.")]
    public void What_its_tag_does_not_say_is_refused(string json, string said) =>
        Assert.Equal(said, Assert.Throws<JsonException>(() => FeelJson.Parse(json)).Message);

    [Fact]
    public void A_function_is_not_data() =>
        Assert.Equal(
            "A function cannot be written as data.",
            Assert.Throws<NotSupportedException>(() => FeelJson.ToJson(Evaluated.Value("[sqrt]"))).Message
        );
}
