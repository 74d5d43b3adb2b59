using Genggam.Standards.Dmn;

namespace Genggam.Standards.Tests.Dmn;

public sealed class ImportTests
{
    private static string Import(string name, string space) =>
        $"""<import name="{name}" namespace="{space}" importType="https://www.omg.org/spec/DMN/20230324/MODEL/"/>""";

    private static string Needs(string id, string href, string feel, string kind = "requiredDecision") =>
        $"""
            <decision id="{id}" name="{id}"><informationRequirement><{kind} href="{href}"/></informationRequirement>
            {Drawn.Literal(feel)}</decision>
            """;

    private static DmnSource Source(string file, string space, string elements) =>
        new(file, Drawn.Definitions(elements, space, file));

    private static readonly DmnSource Base = Source(
        "base.dmn",
        "urn:base",
        """<itemDefinition name="tAge"><typeRef>number</typeRef><allowedValues><text>&gt;= 0</text></allowedValues></itemDefinition>"""
            + Drawn.Input("the age", "tAge").Replace("id=\"the age\"", "id=\"age\"", StringComparison.Ordinal)
            + Needs("adult age", "#age", "the age >= 17", "requiredInput")
    );

    private static readonly DmnSource Middle = Source(
        "middle.dmn",
        "urn:middle",
        Import("basis", "urn:base") + Needs("word", "urn:base#adult age", "if basis.adult age then \"yes\" else \"no\"")
    );

    private static readonly string Main =
        Import("my middle", "urn:middle") + Needs("d", "urn:middle#word", "my middle.word + \"!\"");

    [Theory]
    [InlineData("{the age: 20}", "\"yes!\"")]
    [InlineData("{my middle: {basis: {the age: 3}}}", "\"no!\"")]
    [InlineData("{\"urn:base\": {the age: 20}}", "\"yes!\"")]
    public void Imported_models_are_asked_through_each_other(string inputs, string expected)
    {
        var result = Drawn.Decide(Main, "d", inputs, Middle, Base);

        Assert.Empty(result.Warnings);
        Assert.Equal(expected.Trim('"'), result.Value.ToString());
    }

    [Fact]
    public void Types_of_an_imported_model_stand_under_its_name()
    {
        var result = Drawn.Decide(
            Import("b", "urn:base") + Drawn.Decision("d", Drawn.Literal("-1"), "", "b.tAge"),
            "d",
            "{}",
            Base
        );

        Assert.Equal("DMN-203", Assert.Single(result.Warnings).Number);
    }

    [Fact]
    public void An_import_without_a_name_stands_beside_the_own_names()
    {
        var result = Drawn.Decide(
            Import("", "urn:base") + Needs("d", "urn:base#adult age", "not(adult age)"),
            "d",
            "{the age: 3}",
            Base
        );

        Assert.Equal("true", result.Value.ToString());
    }

    [Fact]
    public void A_model_that_is_not_among_the_files_or_imports_itself_is_said()
    {
        Assert.Contains(Drawn.Read(Import("x", "urn:x")).Problems, p => p.Number == "DMN-007");
        Assert.Contains(
            Drawn.Read(Import("x", "urn:x"), Source("x.dmn", "urn:x", Import("t", "urn:test"))).Problems,
            p => p.Number == "DMN-009" && p.Place.File == "x.dmn"
        );
    }

    [Theory]
    [InlineData("{\"mulai\": \"2026-03-05\"}")]
    [InlineData("{\"pasar\": {\"mulai\": \"2026-03-05\"}}")]
    [InlineData("{\"urn:pasar\": {\"mulai\": \"2026-03-05\"}}")]
    public void Text_of_json_becomes_the_date_that_an_imported_model_declares(string json)
    {
        var market = Source(
            "pasar.dmn",
            "urn:pasar",
            Drawn.Input("mulai", "date") + Needs("hari", "#mulai", "mulai.day", "requiredInput")
        );
        var model = Drawn
            .Read(Import("pasar", "urn:pasar") + Needs("d", "urn:pasar#hari", "pasar.hari"), market)
            .Value!;
        var facts = model.Typed((Standards.Feel.FeelContext)Standards.Feel.FeelJson.Parse(json));

        var result = model.Decide("d", facts, new Standards.Feel.FeelEnvironment(DateTimeOffset.UnixEpoch));

        Assert.Empty(result.Warnings);
        Assert.Equal("5", result.Value.ToString());
    }
}
