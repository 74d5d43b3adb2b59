using Genggam.Standards.Dmn;
using Genggam.Standards.Dmn.Sentences;

namespace Genggam.Standards.Tests.Dmn.Sentences;

/// <summary>A value changed in its place, or refused.</summary>
public sealed class ValueChangeTests
{
    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\r")]
    public void Only_the_characters_of_the_value_change(string lineEnd)
    {
        var xml = Told.Table("<!-- batas --> " + Told.Rule("<= 60", "-", "\"a\"")).ReplaceLineEndings(lineEnd);

        var made = Assert.IsType<ValueChange.Made>(Change(xml, "r:1:1", "60", "90"));

        Assert.Equal(xml.Replace("&lt;= 60", "&lt;= 90", StringComparison.Ordinal), made.Xml);
        Assert.Equal(("60", "90"), (made.Was.Value, made.Now.Value));
    }

    [Theory]
    [InlineData("\"a\"", "x < y & \"z\" \\ ]]>", "\"x &lt; y &amp; \\\"z\\\" \\\\ ]]&gt;\"")]
    [InlineData("<![CDATA[\"a\"]]>", "x < y & ]]>", "<![CDATA[\"x < y & ]]\\u003E\"]]>")]
    [InlineData("&quot;a&quot;", "b\u0001", "&quot;b\\u0001&quot;")]
    [InlineData("&#34;a&#34;", "", "&#34;&#34;")]
    public void A_text_is_escaped_for_feel_and_for_xml(string cell, string now, string written)
    {
        var xml = Told.Table(Told.Rule("-", "-", "CELL")).Replace("CELL", cell, StringComparison.Ordinal);

        var made = Assert.IsType<ValueChange.Made>(Change(xml, "r:3:1", "a", now));

        Assert.Contains($"<text>{written}</text>", made.Xml, StringComparison.Ordinal);
        Assert.Equal(now, made.Now.Value);
    }

    [Fact]
    public void An_ampersand_in_cdata_does_not_shift_what_stands_behind_it()
    {
        var xml = Told.Table(Told.Rule("-", "-", "CELL"))
            .Replace("CELL", "<![CDATA[\"a & b; c\" + \"d\"]]>", StringComparison.Ordinal);

        var made = Assert.IsType<ValueChange.Made>(Change(xml, "r:3:2", "d", "e"));

        Assert.Equal(xml.Replace("\"d\"", "\"e\"", StringComparison.Ordinal), made.Xml);
    }

    [Theory]
    [InlineData("r:1:1", "60", "banyak", typeof(ValueChange.WrongKind), "SEN-104")]
    [InlineData("r:1:1", "60", "1,5", typeof(ValueChange.WrongKind), "SEN-104")]
    [InlineData("r:1:1", "60", "6.000", typeof(ValueChange.WrongKind), "SEN-104")]
    [InlineData("r:1:1", "61", "90", typeof(ValueChange.ChangedMeanwhile), "SEN-103")]
    [InlineData("r:1:9", "60", "90", typeof(ValueChange.NoSuchValue), "SEN-102")]
    [InlineData("r:2:1", "2026-01-31", "2026-02-30", typeof(ValueChange.WrongKind), "SEN-104")]
    [InlineData("r:2:1", "2026-01-31", "2026-06-01", typeof(ValueChange.EmptyRange), "SEN-106")]
    [InlineData("r:2:2", "2026-05-31", "2026-01-31", typeof(ValueChange.EmptyRange), "SEN-106")]
    [InlineData("r:3:1", "a", "c", typeof(ValueChange.NotAllowed), "SEN-105")]
    [InlineData("t:default:3:1", "b", "c", typeof(ValueChange.NotAllowed), "SEN-105")]
    public void A_change_that_cannot_be_is_refused_with_its_reason(
        string id,
        string was,
        string now,
        Type refusal,
        string number
    )
    {
        var xml = Told.Table(
            Told.Rule("<= 60", "[@\"2026-01-31\"..@\"2026-05-31\")", "\"a\""),
            output: "<outputValues><text>\"a\", \"b\"</text></outputValues><defaultOutputEntry><text>\"b\"</text></defaultOutputEntry>"
        );

        var change = Change(xml, id, was, now);

        Assert.IsType(refusal, change);
        foreach (var language in DecisionSentences.Languages)
            Assert.StartsWith(number, change.Why(language), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("< @\"2026-01-31T08:05:30\"", "2026-01-31T08:05:30", "2026-02-28T09:00:00", true)]
    [InlineData("< @\"2026-01-31T08:05:30\"", "2026-01-31T08:05:30", "2026-02-28", false)]
    [InlineData("< date and time(\"2026-01-31T08:05:30\")", "2026-01-31T08:05:30", "2026-02-28", true)]
    public void A_bare_date_is_a_moment_only_where_a_function_reads_it(string cell, string was, string now, bool made)
    {
        var change = Change(Told.Table(Told.Rule(cell, "-", "1")), "r:1:1", was, now);

        Assert.IsType(made ? typeof(ValueChange.Made) : typeof(ValueChange.WrongKind), change);
    }

    [Fact]
    public void What_lies_between_two_values_is_not_left_empty()
    {
        var xml = Told.Table(Told.Rule("? between 2 and 5", "-", "1"));

        Assert.IsType<ValueChange.EmptyRange>(Change(xml, "r:1:2", "5", "1"));
    }

    [Fact]
    public void An_output_changes_to_another_of_its_listed_values()
    {
        var xml = Told.Table(
            Told.Rule("-", "-", "\"a\""),
            output: "<outputValues><text>\"a\", \"b\"</text></outputValues>"
        );

        Assert.IsType<ValueChange.Made>(Change(xml, "r:3:1", "a", "b"));
    }

    [Theory]
    [InlineData("[1..5]", true)]
    [InlineData("(1..5]", false)]
    [InlineData("[1..5)", false)]
    [InlineData("? between 1 and 5", true)]
    public void Both_ends_of_a_range_may_be_one_value_only_where_both_belong_to_it(string cell, bool made)
    {
        var change = Change(Told.Table(Told.Rule(cell, "-", "1")), "r:1:2", "5", "1");

        Assert.IsType(made ? typeof(ValueChange.Made) : typeof(ValueChange.EmptyRange), change);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_refused() =>
        Assert.StartsWith("SEN-101", Change("<a", "r:1:1", "1", "2").Why("id"), StringComparison.Ordinal);

    [Fact]
    public void A_type_of_the_model_says_what_is_allowed_too()
    {
        var xml = Told.Table(Told.Rule("-", "-", "\"a\""))
            .Replace("<output name=\"boleh\">", "<output name=\"boleh\" typeRef=\"huruf\">", StringComparison.Ordinal)
            .Replace(
                "<inputData id=\"umur\"",
                "<itemDefinition name=\"huruf\"><typeRef>string</typeRef><allowedValues><text>\"a\", \"b\"</text></allowedValues></itemDefinition><inputData id=\"umur\"",
                StringComparison.Ordinal
            );

        var refused = Assert.IsType<ValueChange.NotAllowed>(Change(xml, "r:3:1", "a", "c"));
        Assert.EndsWith("\"a\", \"b\"", refused.Why("id"), StringComparison.Ordinal);
        Assert.IsType<ValueChange.Made>(Change(xml, "r:3:1", "a", "b"));
    }

    [Fact]
    public void The_end_of_a_range_need_not_be_an_allowed_value()
    {
        var xml = Told.Table(Told.Rule("< 120", "-", "1"))
            .Replace(
                "</inputExpression></input>\n      <input>",
                "</inputExpression><inputValues><text>[0..150)</text></inputValues></input>\n      <input>",
                StringComparison.Ordinal
            );

        Assert.IsType<ValueChange.Made>(Change(xml, "r:1:1", "120", "150"));
    }

    [Fact]
    public void A_value_that_a_comment_cuts_in_two_stays_as_it_is()
    {
        var xml = Told.Table(Told.Rule("-", "-", "CELL")).Replace("CELL", "\"a<!-- c -->b\"", StringComparison.Ordinal);

        Assert.Equal("Apa pun keadaannya, boleh = \"ab\".", Told.Only(xml, "id").Rules[0].Text);
        Assert.Empty(Told.Only(xml, "id").Values);
    }

    private static ValueChange Change(string xml, string id, string was, string now) =>
        ValueChange.Of(new DmnSource("t.dmn", xml), id, was, now);
}
