using System.Collections.Immutable;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using static Genggam.Standards.Tests.Forms.Drafted;

namespace Genggam.Standards.Tests.Forms;

public sealed class FieldRulesTests
{
    private const string Choice = """, "values": [{"value": "a"}, {"value": "b"}]""";

    [Theory]
    [InlineData("textfield", null)]
    [InlineData("textfield", " ")]
    [InlineData("radio", null)]
    [InlineData("datetime", null)]
    [InlineData("number", null)]
    [InlineData("filepicker", null)]
    public void A_required_field_is_asked(string type, string? answer) =>
        Assert.Equal(
            ["FORM-101"],
            Broken(
                Field(type, "x", $$""", "validate": {"required": true}{{(type == "radio" ? Choice : "")}}"""),
                answer
            )
        );

    [Fact]
    public void A_field_that_is_not_required_may_stay_empty() =>
        Assert.Empty(Broken(Field("number", "x"), FeelValue.Null));

    [Theory]
    [InlineData("maxLength", 3, "abcd", "FORM-102")]
    [InlineData("maxLength", 3, "abc", null)]
    [InlineData("maxLength", 3, "a\U0001F600\U0001F600", null)]
    [InlineData("maxLength", 3, "a\U0001F600\U0001F600b", "FORM-102")]
    [InlineData("minLength", 3, "a\U0001F600", "FORM-103")]
    [InlineData("minLength", 3, "ab", "FORM-103")]
    [InlineData("minLength", 3, "abc", null)]
    public void A_text_keeps_to_its_lengths(string rule, int length, string answer, string? broken) =>
        Assert.Equal(
            broken is null ? [] : [broken],
            Broken(Field("textfield", "x", $$""", "validate": {"{{rule}}": {{length}}}"""), answer)
        );

    [Fact]
    public void A_text_that_says_nothing_of_its_length_is_bounded()
    {
        Assert.Empty(Broken(Field("textarea", "x"), new string('a', 2000)));
        Assert.Equal(["FORM-102"], Broken(Field("textarea", "x"), new string('a', 10_000_000)));
    }

    [Theory]
    [InlineData(0, "2.5", "FORM-119")]
    [InlineData(0, "2.0", null)]
    [InlineData(1, "2.5", null)]
    [InlineData(1, "2.55", "FORM-119")]
    public void A_number_keeps_to_its_decimals(int digits, string answer, string? broken) =>
        Assert.Equal(
            broken is null ? [] : [broken],
            Broken(
                Field("number", "x", $$""", "decimalDigits": {{digits}}"""),
                decimal.Parse(answer, System.Globalization.CultureInfo.InvariantCulture)
            )
        );

    [Theory]
    [InlineData("latest", "1970-01-03", "FORM-120")]
    [InlineData("latest", "1970-01-01", null)]
    [InlineData("latest", "1969-12-31", null)]
    [InlineData("earliest", "1969-12-30", "FORM-121")]
    [InlineData("earliest", "1969-12-31", null)]
    [InlineData("earliest", "1970-01-02", null)]
    public void A_date_that_must_have_been_or_must_come_is_held_against_today_with_a_days_grace(
        string bound,
        string answer,
        string? broken
    ) =>
        Assert.Equal(
            broken is null ? [] : [broken],
            Broken(Field("datetime", "x", $$""", "properties": {"{{bound}}": "today"}"""), FeelDate.Read(answer)!)
        );

    [Fact]
    public void A_day_that_no_date_can_be_held_against_is_told() =>
        Assert.Equal(["FORM-015"], Faults(Field("datetime", "x", """, "properties": {"latest": "tomorrow"}""")));

    [Fact]
    public void A_pattern_that_would_take_forever_elsewhere_is_answered_at_once() =>
        Assert.Equal(
            ["FORM-104"],
            Broken(Field("textfield", "x", """, "validate": {"pattern": "^(a+)+$"}"""), new string('a', 1999) + "!")
        );

    [Theory]
    [InlineData("a\u0000b")]
    [InlineData("a\u001bb")]
    [InlineData("a\ud800b")]
    public void A_text_holds_characters_that_people_can_read(string text) =>
        Assert.Equal(["FORM-116"], Broken(Field("textarea", "x"), text));

    [Fact]
    public void Lines_and_letters_of_any_language_are_fine() =>
        Assert.Empty(Broken(Field("textarea", "x"), "Ꝥ ꦗꦮ\n\t\U0001F600"));

    [Fact]
    public void Only_an_option_is_an_answer()
    {
        Assert.Equal(["FORM-105"], Broken(Field("select", "x", Choice), "c"));
        Assert.Equal(["FORM-105"], Broken(Field("checklist", "x", Choice), new FeelList(["a", "c"])));
        Assert.Empty(Broken(Field("checklist", "x", Choice), new FeelList(["a", "b"])));
    }

    [Fact]
    public void A_date_that_does_not_exist_is_told_from_what_is_no_date()
    {
        Assert.Equal(["FORM-115"], Broken(Field("datetime", "x"), "2026-02-30"));
        Assert.Equal(["FORM-106"], Broken(Field("datetime", "x"), "besok"));
    }

    [Theory]
    [InlineData("0", "FORM-108")]
    [InlineData("11", "FORM-109")]
    [InlineData("10", null)]
    public void A_number_keeps_to_its_range(string answer, string? broken) =>
        Assert.Equal(
            broken is null ? [] : [broken],
            Broken(Field("number", "x", """, "validate": {"min": 1, "max": 10}"""), FeelNumber.Read(answer)!)
        );

    [Fact]
    public void A_text_is_no_number() => Assert.Equal(["FORM-107"], Broken(Field("number", "x"), "tujuh"));

    [Fact]
    public void A_declaration_must_be_ticked() =>
        Assert.Equal(["FORM-101"], Broken(Field("checkbox", "x", """, "validate": {"required": true}"""), false));

    [Theory]
    [InlineData("nik", "3578015708450001", null)]
    [InlineData("nik", "3578 0157 0845 0001", "FORM-110")]
    [InlineData("nik", "3578013213450001", "FORM-110")]
    [InlineData("kk", "3578010101100001", null)]
    [InlineData("kk", "357801010110000", "FORM-111")]
    [InlineData("kk", "3578010101100001\n", "FORM-111")]
    [InlineData("phone", "0812-3456-7890", null)]
    [InlineData("phone", "+62 812 3456 7890", null)]
    [InlineData("phone", "12345", "FORM-112")]
    [InlineData("email", "siti@contoh.go.id", null)]
    [InlineData("email", "siti@contoh", "FORM-113")]
    [InlineData("email", "siti@@contoh.id", "FORM-113")]
    public void A_kind_asks_for_its_shape(string kind, string answer, string? broken) =>
        Assert.Equal(
            broken is null ? [] : [broken],
            Broken(Field("textfield", "x", $$""", "properties": {"kind": "{{kind}}"}"""), answer)
        );

    [Fact]
    public void Hidden_fields_and_pages_are_not_asked()
    {
        const string asked = """, "validate": {"required": true}""";
        var hidden = Page("b", Field("textfield", "z", asked))
            .Replace(
                "\"id\": \"b\"",
                "\"id\": \"b\", \"conditional\": {\"hide\": \"=pilih = true\"}",
                StringComparison.Ordinal
            );
        var form = Sound(
            Pages(
                Page(
                    "a",
                    Field("checkbox", "pilih"),
                    Field("textfield", "y", asked + """, "conditional": {"hide": "=pilih = true"}""")
                ),
                hidden
            )
        );
        string[] Missing(bool chosen) =>
            [.. form.Validate(FeelContext.Of(("pilih", chosen)), Quiet).Select(p => p.Key)];
        Assert.Equal(["y", "z"], Missing(false));
        Assert.Empty(Missing(true));
        Assert.Equal(["pilih"], form.Visible(FeelContext.Of(("pilih", true)), Quiet).Select(f => f.Key));
    }

    [Fact]
    public void A_problem_names_the_limit_that_was_broken()
    {
        var form = Form(Field("number", "x", """, "validate": {"max": 2.5}"""));
        var problem = Assert.Single(form.Validate(FeelContext.Of(("x", 3)), Quiet));
        Assert.Equal(("x", "FORM-109", "2.5"), (problem.Key, problem.Rule, problem.Arguments.Single()));
    }
}
