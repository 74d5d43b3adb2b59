using Genggam.Standards.Dmn;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Tests.Dmn;

/// <summary>How far types and facts reach: into imported models, down into components, from JSON into moments.</summary>
public sealed class TypeReachTests
{
    private static readonly FeelEnvironment Quiet = new(DateTimeOffset.UnixEpoch);

    private static readonly DmnSource Base = new(
        "base.dmn",
        Drawn.Definitions(
            "<itemDefinition name=\"tAge\"><typeRef>number</typeRef><allowedValues><text>[0..150]</text></allowedValues></itemDefinition>"
                + "<itemDefinition name=\"tPerson\"><itemComponent name=\"age\"><typeRef>tAge</typeRef></itemComponent></itemDefinition>",
            "urn:base"
        )
    );

    [Theory]
    [InlineData("", "tAge")]
    [InlineData("b", "b.tAge")]
    [InlineData("b", "b.tPerson.age")]
    [InlineData("", "tPerson.age")]
    [InlineData("", "feel:tAge")]
    public void A_type_of_an_imported_model_is_found_under_the_name_of_its_import_or_without_one(
        string import,
        string type
    )
    {
        var elements =
            $"<import name=\"{import}\" namespace=\"urn:base\" importType=\"DMN\"/>"
            + Drawn.Decision("d", Drawn.Literal("-1"), "", type);

        var warning = Assert.Single(Drawn.Decide(elements, "d", "{}", Base).Warnings);
        Assert.Equal("DMN-203", warning.Number);
        Assert.StartsWith("The value -1 is not allowed by the type", warning.Message, StringComparison.Ordinal);
        Assert.EndsWith("[0..150]", warning.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "b.tAge")]
    [InlineData("b", "tAge")]
    [InlineData("b", "c.tAge")]
    [InlineData("b", "b.tPerson.nowhere")]
    public void Under_another_name_it_is_not_there(string import, string type) =>
        Assert.Equal(
            [$"There is no type {type}."],
            Drawn
                .Read(
                    $"<import name=\"{import}\" namespace=\"urn:base\" importType=\"DMN\"/>"
                        + Drawn.Decision("d", Drawn.Literal("1"), "", type),
                    Base
                )
                .Problems.Select(p => p.Message)
        );

    [Fact]
    public void A_component_is_found_under_a_name_of_one_letter() =>
        Assert.Empty(
            Drawn
                .Read(
                    "<itemDefinition name=\"t\"><itemComponent name=\"c\"><typeRef>number</typeRef></itemComponent></itemDefinition>"
                        + Drawn.Decision("d", Drawn.Literal("1"), "", "t.c")
                )
                .Problems
        );

    [Fact]
    public void Names_with_signs_are_known_in_the_items_of_a_list() =>
        Assert.Empty(
            Drawn
                .Read(
                    "<itemDefinition name=\"t\" isCollection=\"true\"><itemComponent name=\"full-name\"><typeRef>string</typeRef></itemComponent></itemDefinition>"
                        + Drawn.Input("n", "t")
                        + Drawn.Decision("d", Drawn.Literal("for i in n return i.full-name + \"!\""), "n")
                )
                .Problems
        );

    [Fact]
    public void Names_with_signs_are_known_eight_levels_down()
    {
        static string Nested(int level) =>
            level == 0
                ? "<typeRef>number</typeRef>"
                : $"<itemComponent name=\"net-price{level}\">{Nested(level - 1)}</itemComponent>";
        var model = $"<itemDefinition name=\"t\">{Nested(12)}</itemDefinition>" + Drawn.Input("n", "t");

        string Path(int levels) => "n" + string.Concat(Enumerable.Range(0, levels).Select(i => $".net-price{12 - i}"));
        Assert.Empty(Drawn.Read(model + Drawn.Decision("d", Drawn.Literal($"{Path(9)} + 1"), "n")).Problems);
        Assert.NotEmpty(Drawn.Read(model + Drawn.Decision("d", Drawn.Literal($"{Path(10)} + 1"), "n")).Problems);
    }

    [Fact]
    public void Types_that_hold_each_other_twice_at_every_level_are_read_in_a_moment()
    {
        var types = string.Concat(
            Enumerable
                .Range(1, 60)
                .Select(i =>
                    $"<itemDefinition name=\"t{i}\"><itemComponent name=\"a b\"><typeRef>t{i - 1}</typeRef></itemComponent><itemComponent name=\"c d\"><typeRef>t{i - 1}</typeRef></itemComponent></itemDefinition>"
                )
        );

        var reading = Drawn.Read(
            "<itemDefinition name=\"t0\"><typeRef>number</typeRef></itemDefinition>"
                + types
                + Drawn.Input("n", "t60")
                + Drawn.Decision("d", Drawn.Literal("n.a b.c d"), "n")
        );

        Assert.Empty(reading.Problems);
    }

    [Theory]
    [InlineData("date", "2026-01-02", "2026-01-02")]
    [InlineData("time", "10:00:00", "10:00:00")]
    [InlineData("date and time", "2026-01-02T10:00:00", "2026-01-02T10:00:00")]
    [InlineData("dateTime", "2026-01-02", "2026-01-02T00:00:00")]
    [InlineData("days and time duration", "P1D", "P1D")]
    [InlineData("years and months duration", "P1Y", "P1Y")]
    public void Text_of_json_becomes_the_moment_that_is_declared(string type, string text, string value)
    {
        var model = Drawn
            .Read(
                $"<itemDefinition name=\"t\" isCollection=\"true\"><itemComponent name=\"at\"><typeRef>{type}</typeRef></itemComponent></itemDefinition>"
                    + Drawn.Input("n", type)
                    + Drawn.Input("l", "t")
                    + Drawn.Input("s", "string")
                    + Drawn.Decision("d", Drawn.Literal("1"), "", type)
            )
            .Value!;
        var facts = FeelContext.Of(
            ("n", text),
            ("s", text),
            ("d", text),
            ("other", text),
            ("l", new FeelList([FeelContext.Of(("at", text)), "x"]))
        );

        var typed = model.Typed(facts);

        Assert.False(typed["n"] is FeelString);
        Assert.Equal([value, text, value, text], new[] { "n", "s", "d", "other" }.Select(n => typed[n].ToString()));
        Assert.True(typed["s"] is FeelString && typed["other"] is FeelString);
        Assert.False(typed["d"] is FeelString);
        Assert.False(typed.At("l[0].at") is FeelString);
        Assert.Equal("x", typed.At("l[1]").ToString());
        Assert.Equal("besok", model.Typed(FeelContext.Of(("n", "besok")))["n"].ToString());
    }

    [Theory]
    [InlineData("d", "{}", "The input pemohon is not given: there are no facts at all.")]
    [InlineData("s", "{}", "The input pemohon is not given: there are no facts at all.")]
    [InlineData("the service", "{}", "The input pemohon is not given: there are no facts at all.")]
    [InlineData("d", "{a: 1}", "The input pemohon is not given: given are a.")]
    [InlineData(
        "d",
        "{pemohn: 1}",
        "The input pemohon is not given: did you mean it by pemohn, which the model does not know?"
    )]
    [InlineData(
        "d",
        "{k1: 1, k2: 1, k3: 1, k4: 1, k5: 1, k6: 1, k7: 1, k8: 1, k9: 1, k10: 1}",
        "The input pemohon is not given: given are k1, k2, k3, k4, k5, k6, k7, k8, k9, k10."
    )]
    [InlineData(
        "d",
        "{k1: 1, k2: 1, k3: 1, k4: 1, k5: 1, k6: 1, k7: 1, k8: 1, k9: 1, k10: 1, k11: 1}",
        "The input pemohon is not given: given are k1, k2, k3, k4, k5, k6, k7, k8, k9, k10, …"
    )]
    public void What_a_decision_or_a_service_needs_and_nobody_gave_is_told(string asked, string facts, string said)
    {
        var model = Drawn
            .Read(
                Drawn.Input("pemohon")
                    + Drawn.Decision("d", Drawn.Literal("pemohon"), "pemohon")
                    + "<decisionService id=\"s\" name=\"the service\"><outputDecision href=\"#d\"/></decisionService>"
            )
            .Value!;

        var given = (FeelContext)Genggam.Standards.Tests.Feel.Evaluated.Value(facts);
        var missing = Assert.Single(MissingFacts.Of(model, asked, given).Problems);
        Assert.Equal(
            ("DMN-210", said, Severity.Warning, "pemohon"),
            (missing.Number, missing.Message, missing.Severity, missing.Place.Element)
        );
        Assert.Empty(MissingFacts.Of(model, "nowhere", given).Problems);
        Assert.Empty(MissingFacts.Of(model, asked, given.With("pemohon", FeelValue.Null)).Problems);
    }

    [Fact]
    public void A_service_misses_its_input_decisions_and_its_inputs()
    {
        var model = Drawn
            .Read(
                Drawn.Input("n")
                    + Drawn.Decision("a", Drawn.Literal("1"))
                    + Drawn.Decision("b", Drawn.Literal("a + 1"), "a")
                    + "<decisionService id=\"s\" name=\"s\"><outputDecision href=\"#b\"/><inputDecision href=\"#a\"/><inputData href=\"#n\"/></decisionService>"
            )
            .Value!;

        Assert.Equal(
            ["The input n is not given: given are lain.", "The input a is not given: given are lain."],
            MissingFacts.Of(model, "s", FeelContext.Of(("lain", 1))).Problems.Select(p => p.Message)
        );
        Assert.Empty(MissingFacts.Of(model, "s", FeelContext.Of(("a", 1), ("n", 1))).Problems);
    }
}
