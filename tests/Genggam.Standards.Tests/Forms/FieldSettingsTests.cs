using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using static Genggam.Standards.Tests.Forms.Drafted;

namespace Genggam.Standards.Tests.Forms;

/// <summary>What the schema lets a field be beside its type: where options come from, when it is closed, what it begins with.</summary>
public sealed class FieldSettingsTests
{
    [Theory]
    [InlineData(""", "valuesKey": "anak" """)]
    [InlineData(""", "valuesExpression": "=for a in anak return {value: a.value, label: a.label}" """)]
    public void Options_come_from_other_answers(string source)
    {
        var form = Form(Field("select", "wali", source));
        var data = Answers(
            """{"anak": [{"value": "1", "label": "Ani"}, {"value": "2"}, {"label": "x"}], "wali": "2"}"""
        );
        var field = Assert.Single(form.Visible(data, Quiet));
        Assert.Equal([new FieldOption("1", "Ani"), new FieldOption("2", "2")], field.Options);
        Assert.Empty(form.Validate(data, Quiet));
        Assert.Equal("FORM-105", Assert.Single(form.Validate(data.With("wali", "3"), Quiet)).Rule);
    }

    [Fact]
    public void Options_of_a_row_come_from_the_row()
    {
        var form = Form(
            Rows(
                "anak",
                "",
                Field("taglist", "hari", """, "valuesExpression": "=this.boleh" """),
                Field("textfield", "x")
            )
        );
        var data = Answers(
            """{"anak": [{"boleh": ["senin"], "hari": ["selasa"]}, {"boleh": ["selasa"], "hari": ["selasa"]}]}"""
        );
        Assert.Equal(["anak[0].hari"], form.Validate(data, Quiet).Select(p => p.Key));
    }

    [Theory]
    [InlineData(""", "disabled": true""", true)]
    [InlineData(""", "readonly": "=kunci" """, true)]
    [InlineData(""", "readonly": "=not(kunci)" """, false)]
    [InlineData("", false)]
    public void What_is_closed_is_not_taken_from_a_page_and_not_missed(string more, bool closed)
    {
        var form = Form(Field("textfield", "nama", more + """, "validate": {"required": true}"""));
        var data = Answers("""{"kunci": true}""");
        var read = PostedAnswers.Read(form.Visible(data, Quiet), _ => ["Ani"]);
        Assert.Equal(closed, read.Data["nama"].IsNull);
        Assert.Equal(closed ? [] : ["FORM-101"], form.Validate(data, Quiet).Select(p => p.Rule));
    }

    [Theory]
    [InlineData("textfield", """, "defaultValue": "Solo" """, "Solo")]
    [InlineData("number", """, "defaultValue": "3" """, "3")]
    [InlineData("datetime", """, "defaultValue": "2026-08-17" """, "2026-08-17")]
    [InlineData("checkbox", """, "defaultValue": true""", "true")]
    [InlineData("textfield", """, "defaultValue": "" """, "null")]
    public void An_application_begins_with_the_default(string type, string more, string value) =>
        Assert.Equal(value, $"{Form(Field(type, "x", more)).Fields[0].Default}");

    [Theory]
    [InlineData("time", "14.30", "14:30:00", null)]
    [InlineData("time", "9:05", "09:05:00", null)]
    [InlineData("time", "25.00", "25.00", "FORM-125")]
    [InlineData("datetime", "2026-08-17T14:30", "2026-08-17T14:30:00", null)]
    [InlineData("datetime", "17-8-2026 14.30", "2026-08-17T14:30:00", null)]
    [InlineData("datetime", "2026-02-30T14:30", "2026-02-30T14:30", "FORM-115")]
    [InlineData("datetime", "2026-08-17T24:30", "2026-08-17T24:30", "FORM-125")]
    [InlineData("datetime", "besok", "besok", "FORM-106")]
    public void Times_are_read_alike_from_a_page_and_from_JSON(string subtype, string typed, string value, string? rule)
    {
        var form = Form(Field("datetime", "x", $$""", "subtype": "{{subtype}}" """));
        var posted = Post(form, ("x", typed)).Data;
        var sent = PostedAnswers.Read(form.Fields, FeelContext.Of(("x", typed)));
        Assert.Equal((value, value), ($"{posted["x"]}", $"{sent["x"]}"));
        Assert.Equal(rule is null ? [] : [rule], form.Validate(posted, Quiet).Select(p => p.Rule));
    }

    [Fact]
    public void A_moment_comes_in_four_parts()
    {
        var form = Form(Field("datetime", "x", """, "subtype": "datetime", "disallowPassedDates": true"""));
        var read = Post(form, ("x.day", "17"), ("x.month", "8"), ("x.year", "1945"), ("x.time", "10.00"));
        Assert.Equal("1945-08-17T10:00:00", $"{read.Data["x"]}");
        Assert.Equal("FORM-121", Assert.Single(form.Validate(read.Data, Quiet)).Rule);
        Assert.True(Post(form, ("x.day", "")).Data["x"].IsNull);
    }

    [Theory]
    [InlineData("", false, false)]
    [InlineData(""", "appearance": {"prefixAdorner": "Rp"}""", true, false)]
    [InlineData(""", "appearance": {"suffixAdorner": "kg"}""", false, true)]
    public void What_stands_before_and_behind_a_number_is_known(string more, bool before, bool behind)
    {
        var field = Form(Field("number", "x", more)).Fields[0];
        Assert.Equal((before, behind), (field.HasPrefix, field.HasSuffix));
    }

    [Theory]
    [InlineData("""["surat.pdf"]""", true)]
    [InlineData("\"surat.pdf\"", true)]
    [InlineData("""[{"id": "a1", "nama": "surat.pdf"}]""", false)]
    public void An_attachment_is_named_by_the_id_of_its_upload(string answer, bool wrong) =>
        Assert.Equal(wrong ? ["FORM-114"] : [], Broken(Field("filepicker", "x"), FeelJson.Parse(answer)));

    [Fact]
    public void A_text_can_be_an_address_of_mail_in_the_words_of_the_schema() =>
        Assert.Equal(
            ["FORM-113"],
            Broken(Field("textfield", "x", """, "validate": {"validationType": "email"}"""), "bukan surel")
        );

    [Theory]
    [InlineData(""", "readonly": true""")]
    [InlineData(""", "defaultValue": "x" """)]
    public void A_row_begins_empty_and_open(string more) =>
        Assert.Equal(["FORM-021"], Faults(Rows("anak", "", Field("textfield", "nama", more))));
}
