using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using static Genggam.Standards.Tests.Forms.Drafted;

namespace Genggam.Standards.Tests.Forms;

/// <summary>What is wrong in a form, to the word, with its place, which a § marks here.</summary>
public sealed class FormFaultTests
{
    private static string Marked(string type, string key, string more = "") => "§" + Field(type, key, more);

    private static string Text(string id) => $$"""§{"type": "text", "id": "{{id}}", "text": "-"}""";

    private static string Table(string id, string more) => $$"""§{"type": "table", "id": "{{id}}"{{more}}}""";

    public static TheoryData<string, string, string> Errors =>
        new()
        {
            {
                Pages(Page("a", Field("textfield", "x")), Marked("textfield", "y")),
                "FORM-003",
                "A field stands outside a group; a group is a page."
            },
            { Json(Marked("magic", "x")), "FORM-005", "A field of the type magic cannot be shown." },
            {
                Json(Marked("datetime", "x", ", \"subtype\": \"week\"")),
                "FORM-005",
                "A field of the type datetime cannot be shown."
            },
            { Json(Marked("textfield", "")), "FORM-006", "The field has no key." },
            { Json(Field("textfield", "x"), Marked("textfield", "x")), "FORM-007", "The key x occurs twice." },
            {
                Json(Field("textfield", "x", ", \"validate\": {\"pattern\": §\"(\"}")),
                "FORM-008",
                "The pattern ( cannot be used."
            },
            { Json(Marked("radio", "x")), "FORM-009", "The field x offers nothing to choose from." },
            {
                Json(Marked("select", "x", ", \"values\": [{\"label\": \"a\"}]")),
                "FORM-009",
                "The field x offers nothing to choose from."
            },
            {
                Json(Marked("checklist", "x", ", \"values\": []")),
                "FORM-009",
                "The field x offers nothing to choose from."
            },
            {
                Json(
                    Marked("taglist", "x", ", \"values\": [{\"value\": \"a\"}, {\"value\": \"b\"}, {\"value\": \"a\"}]")
                ),
                "FORM-010",
                "The option a occurs twice."
            },
            { Pages("§" + Page("", Field("textfield", "x"))), "FORM-011", "The page has no id." },
            {
                Pages(Page("a", Field("textfield", "x")), "§" + Page("a", Field("textfield", "y"))),
                "FORM-012",
                "The page a occurs twice."
            },
            {
                Json(Field("textfield", "x"), Marked("textfield", "x.y")),
                "FORM-013",
                "The key x.y lies inside the answer x."
            },
            {
                Json(Rows("r", "", Field("textfield", "x"), Marked("textfield", "x.y"))),
                "FORM-013",
                "The key x.y lies inside the answer x."
            },
            {
                Json(Marked("textfield", "Nama")),
                "FORM-014",
                "FEEL cannot read the key Nama: words of small letters, digits and _, joined by dots."
            },
            {
                Json(Marked("textfield", "1x")),
                "FORM-014",
                "FEEL cannot read the key 1x: words of small letters, digits and _, joined by dots."
            },
            {
                Json(Marked("textfield", "x.")),
                "FORM-014",
                "FEEL cannot read the key x.: words of small letters, digits and _, joined by dots."
            },
            { Json(Marked("textfield", "x", ", \"validate\": [1]")), "FORM-015", Bad("validate") },
            { Json(Field("textfield", "x", ", \"validate\": {\"required\": §1}")), "FORM-015", Bad("required") },
            { Json(Field("textfield", "x", ", \"validate\": {\"minLength\": §-1}")), "FORM-015", Bad("minLength") },
            { Json(Field("textfield", "x", ", \"validate\": {\"maxLength\": §1.5}")), "FORM-015", Bad("maxLength") },
            {
                Json(Field("textfield", "x", ", \"validate\": {\"maxLength\": §1000001}")),
                "FORM-015",
                Bad("maxLength")
            },
            {
                Json(Field("textfield", "x", ", \"validate\": {\"minLength\": §4, \"maxLength\": 3}")),
                "FORM-015",
                Bad("minLength")
            },
            { Json(Field("textfield", "x", ", \"validate\": {\"minLength\": §2001}")), "FORM-015", Bad("minLength") },
            { Json(Field("number", "x", ", \"validate\": {\"min\": §\"a\"}")), "FORM-015", Bad("min") },
            { Json(Field("number", "x", ", \"validate\": {\"max\": §true}")), "FORM-015", Bad("max") },
            { Json(Field("number", "x", ", \"validate\": {\"min\": §4, \"max\": 3}")), "FORM-015", Bad("min") },
            { Json(Field("number", "x", ", \"decimalDigits\": §-1")), "FORM-015", Bad("decimalDigits") },
            { Json(Field("number", "x", ", \"serializeToString\": §true")), "FORM-015", Bad("serializeToString") },
            { Json(Field("number", "x", ", \"defaultValue\": §\"a\"")), "FORM-015", Bad("defaultValue") },
            {
                Json(Field("datetime", "x", ", \"properties\": {\"latest\": §\"tomorrow\"}")),
                "FORM-015",
                Bad("latest")
            },
            { Json(Field("datetime", "x", ", \"properties\": {\"earliest\": §\"1\"}")), "FORM-015", Bad("earliest") },
            { Json(Computed("x", "=1", ", \"computeOn\": §\"never\"")), "FORM-015", Bad("computeOn") },
            {
                Json(Rows("r", ", \"properties\": {\"min\": §\"-1\"}", Field("textfield", "x"))),
                "FORM-015",
                Bad("min")
            },
            {
                Json(Rows("r", ", \"properties\": {\"max\": §\"101\"}", Field("textfield", "x"))),
                "FORM-015",
                Bad("max")
            },
            { Json(Rows("r", ", \"properties\": {\"max\": §\"0\"}", Field("textfield", "x"))), "FORM-015", Bad("max") },
            {
                Json(Rows("r", ", \"properties\": {\"min\": \"3\", \"max\": §\"2\"}", Field("textfield", "x"))),
                "FORM-015",
                Bad("max")
            },
            { Json(Rows("r", ", \"isRepeating\": §false", Field("textfield", "x"))), "FORM-015", Bad("isRepeating") },
            {
                Json(Rows("r", ", \"defaultRepetitions\": §21", Field("textfield", "x"))),
                "FORM-015",
                Bad("defaultRepetitions")
            },
            {
                Json(Rows("r", ", \"defaultRepetitions\": §1.5", Field("textfield", "x"))),
                "FORM-015",
                Bad("defaultRepetitions")
            },
            { "§{\"components\": 3}", "FORM-016", "The file is not a form: it has no components." },
            {
                Json(Marked("select", "x", ", \"valuesKey\": \"y\", \"values\": [{\"value\": \"a\"}]")),
                "FORM-017",
                "Options are either listed in values or computed, not both."
            },
            {
                Json(Marked("select", "x", ", \"valuesExpression\": \"=y\", \"values\": [{\"value\": \"a\"}]")),
                "FORM-017",
                "Options are either listed in values or computed, not both."
            },
            {
                Json(Marked("textfield", "x", ", \"properties\": {\"kind\": \"npwp\"}")),
                "FORM-018",
                "The kind npwp is not known."
            },
            { Json(Marked("html", "x")), "FORM-020", "A component of the type html is not shown: write a text." },
            {
                Json(Marked("image", "x")),
                "FORM-020",
                "A component of the type image is not shown: describe it in a text."
            },
            {
                Json(Marked("iframe", "x")),
                "FORM-020",
                "A component of the type iframe is not shown: a page shows nothing of other sites."
            },
            {
                Json(Marked("documentPreview", "x")),
                "FORM-020",
                "A component of the type documentPreview is not shown: files of a case are shown beside its answers."
            },
            {
                Json(Field("textfield", "x"), Marked("group", "y")),
                "FORM-020",
                "A component of the type group is not shown: a page has no groups inside; make another page."
            },
            {
                Json(Rows("r", "", Field("textfield", "x"), Marked("filepicker", "y"))),
                "FORM-021",
                "A filepicker cannot stand in a row of a repeating group."
            },
            {
                Json(Rows("r", "", Field("textfield", "x"), Marked("text", "y"))),
                "FORM-021",
                "A text cannot stand in a row of a repeating group."
            },
            {
                Json(Rows("r", "", Field("textfield", "x"), "§" + Rows("y", "", Field("textfield", "z")))),
                "FORM-021",
                "A dynamiclist cannot stand in a row of a repeating group."
            },
            {
                Json(Rows("r", "", Field("textfield", "x", ", \"defaultValue\": §\"a\""))),
                "FORM-021",
                "A defaultValue cannot stand in a row of a repeating group."
            },
            {
                Json(Rows("r", "", Field("textfield", "x", ", \"readonly\": §true"))),
                "FORM-021",
                "A readonly cannot stand in a row of a repeating group."
            },
            {
                Json(Rows("r", "", Field("textfield", "x", ", \"disabled\": §true"))),
                "FORM-021",
                "A disabled cannot stand in a row of a repeating group."
            },
            { Json(Marked("expression", "x")), "FORM-023", "The computed field x has no expression." },
            {
                Json(
                    Rows(
                        "r",
                        "",
                        Field("textfield", "x"),
                        Field("textfield", "y", ", \"conditional\": {\"hide\": \"=§x = 1\"}")
                    )
                ),
                "FORM-024",
                "The form has no answer x; the one in the row is this.x."
            },
            { Json("§" + Rows("r", "")), "FORM-025", "The repeating group r asks nothing." },
            { Json("§" + Rows("r", "", "{\"type\": \"spacer\"}")), "FORM-025", "The repeating group r asks nothing." },
            {
                Json(Rows("r", "", Marked("textfield", "x", ", \"properties\": {\"source\": \"person.nik\"}"))),
                "FORM-026",
                "The answer x stands in a row, which no source fills in."
            },
            {
                Json(Field("textfield", "x"), Text("")),
                "FORM-027",
                "The id \"\" must be there, once in the form and without a dot: the words to show stand under it."
            },
            {
                Json(Field("textfield", "x"), Text("a.b")),
                "FORM-027",
                "The id \"a.b\" must be there, once in the form and without a dot: the words to show stand under it."
            },
            {
                Json(Field("textfield", "x"), Text("t")[1..], Text("t")),
                "FORM-027",
                "The id \"t\" must be there, once in the form and without a dot: the words to show stand under it."
            },
            {
                Json(Field("textfield", "x"), Table("t", ", \"columns\": [{\"key\": \"a\"}]")),
                "FORM-028",
                "The table t has no dataSource."
            },
            {
                Json(Field("textfield", "x"), Table("t", ", \"dataSource\": \"=y\"")),
                "FORM-029",
                "The table t has no columns, or two under one key."
            },
            {
                Json(
                    Field("textfield", "x"),
                    Table("t", ", \"dataSource\": \"=y\", \"columns\": [{\"key\": \"a\"}, {\"key\": \"a\"}]")
                ),
                "FORM-029",
                "The table t has no columns, or two under one key."
            },
            {
                Json(Field("textfield", "x"), Table("t", ", \"dataSource\": \"=y\", \"columns\": [{\"key\": \"\"}]")),
                "FORM-029",
                "The table t has no columns, or two under one key."
            },
            {
                Json(Computed("x", "=1 + )").Replace(")", "§)", StringComparison.Ordinal)),
                "FEEL-101",
                "Expected an expression, found \")\"."
            },
            {
                Json(Computed("x", "1 + )").Replace(")", "§)", StringComparison.Ordinal)),
                "FEEL-101",
                "Expected an expression, found \")\"."
            },
            {
                Json(
                    Field("textfield", "x", ", \"conditional\": {\"hide\": \"=\\\"é😀\\u00e9\\\\\\\\\\\" + \\n §)\"}")
                ),
                "FEEL-101",
                "Expected an expression, found \")\"."
            },
            {
                Json(Field("select", "x", ", \"valuesExpression\": \"§)\"")),
                "FEEL-101",
                "Expected an expression, found \")\"."
            },
            {
                Json(Field("textfield", "x", ", \"readonly\": \"=§)\"")),
                "FEEL-101",
                "Expected an expression, found \")\"."
            },
        };

    public static TheoryData<string, string, string> Warnings =>
        new()
        {
            {
                Pages("§" + Page("a", [.. Enumerable.Range(1, 7).Select(i => Field("textfield", $"x{i}"))])),
                "FORM-004",
                "A page with many fields is hard on a phone."
            },
            { Pages(Page("a", Field("textfield", "x")), "§" + Page("b")), "FORM-019", "The page asks nothing." },
            { Pages("§" + Page("b", Text("t")[1..])), "FORM-019", "The page asks nothing." },
            { Json(Field("textfield", "x", ", \"tooltip\": §\"a\"")), "FORM-031", "The property tooltip is not read." },
            {
                Json(Field("textfield", "x", ", \"validate\": {\"custom\": §1}")),
                "FORM-031",
                "The property custom is not read."
            },
        };

    [Theory]
    [MemberData(nameof(Errors))]
    public void A_form_that_cannot_work_is_told_where_and_why(string json, string number, string said) =>
        Told(json, number, said, Severity.Error);

    [Theory]
    [MemberData(nameof(Warnings))]
    public void A_form_that_could_be_better_is_warned_of(string json, string number, string said) =>
        Told(json, number, said, Severity.Warning);

    [Fact]
    public void Fields_that_wait_for_each_other_are_each_told()
    {
        var problems = FormReader
            .Read(Json(Computed("a", "=b + 1"), Computed("b", "=a + 1"), Computed("c", "=1")), "f.form")
            .Problems;

        Assert.Equal(
            [
                ("FORM-022", "To compute a, a itself is needed first."),
                ("FORM-022", "To compute b, b itself is needed first."),
            ],
            problems.Select(p => (p.Number, p.Message))
        );
    }

    [Theory]
    [InlineData("{\n \"a\": ]", "The file is not JSON.", 2, 7)]
    [InlineData("", "The file is not JSON.", 1, 1)]
    public void A_file_that_is_no_json_is_told_where_it_breaks(string json, string said, int line, int column) =>
        Assert.Equal(
            new Problem("FORM-001", said, new Place("f.form", null, line, column)),
            Assert.Single(FormReader.Read(json, "f.form").Problems)
        );

    [Fact]
    public void A_form_may_be_of_1_MB_and_no_more()
    {
        var json = Json(Field("textfield", "x"));
        var room = FormReader.MaxCharacters - json.Length;

        Assert.Empty(FormReader.Read(json + new string(' ', room), "f.form").Problems);
        Assert.Equal(
            new Problem("FORM-002", "The form is larger than 1 MB.", new Place("f.form")),
            Assert.Single(FormReader.Read(json + new string(' ', room + 1), "f.form").Problems)
        );
    }

    [Theory]
    [InlineData("id")]
    [InlineData("path")]
    [InlineData("label")]
    [InlineData("description")]
    [InlineData("components")]
    [InlineData("conditional")]
    [InlineData("validate")]
    [InlineData("properties")]
    [InlineData("values")]
    [InlineData("defaultValue")]
    [InlineData("readonly")]
    [InlineData("disabled")]
    [InlineData("appearance")]
    [InlineData("subtype")]
    [InlineData("dateLabel")]
    [InlineData("timeLabel")]
    [InlineData("disallowPassedDates")]
    [InlineData("decimalDigits")]
    [InlineData("accept")]
    [InlineData("multiple")]
    [InlineData("expression")]
    [InlineData("computeOn")]
    [InlineData("text")]
    [InlineData("dataSource")]
    [InlineData("columns")]
    [InlineData("columnsExpression")]
    [InlineData("isRepeating")]
    [InlineData("allowAddRemove")]
    [InlineData("defaultRepetitions")]
    [InlineData("layout")]
    [InlineData("showOutline")]
    [InlineData("verticalAlignment")]
    [InlineData("searchable")]
    [InlineData("increment")]
    [InlineData("serializeToString")]
    [InlineData("use24h")]
    [InlineData("timeInterval")]
    [InlineData("timeSerializingFormat")]
    [InlineData("nonCollapsedItems")]
    [InlineData("disableCollapse")]
    [InlineData("rowCount")]
    [InlineData("height")]
    [InlineData("action")]
    [InlineData("valuesKey")]
    [InlineData("valuesExpression")]
    public void A_property_of_the_schema_is_known(string name) =>
        Assert.DoesNotContain("FORM-031", Faults(Field("textfield", "x", $$""", "{{name}}": "" """)));

    [Theory]
    [InlineData("required", "true")]
    [InlineData("minLength", "1")]
    [InlineData("maxLength", "\"1\"")]
    [InlineData("min", "\"\"")]
    [InlineData("max", "\"\"")]
    [InlineData("minLength", "\"\"")]
    [InlineData("maxLength", "\"\"")]
    [InlineData("min", "\"-1.5\"")]
    [InlineData("max", "null")]
    [InlineData("required", "null")]
    [InlineData("pattern", "\"\"")]
    [InlineData("pattern", "\"^a$\"")]
    [InlineData("validationType", "\"custom\"")]
    [InlineData("validationType", "\"email\"")]
    [InlineData("validationType", "\"phone\"")]
    [InlineData("minLength", "0")]
    [InlineData("maxLength", "1000000")]
    public void A_rule_of_the_schema_is_known_and_an_empty_one_is_none(string name, string value) =>
        Assert.Empty(Faults(Field("textfield", "x", $$""", "validate": {"{{name}}": {{value}}}""")));

    [Theory]
    [InlineData("""{"type": "spacer"}""")]
    [InlineData("""{"type": "button"}""")]
    [InlineData("""{"type": "separator"}""")]
    [InlineData("""{"type": "text", "text": "-"}""")]
    public void What_asks_nothing_may_stand_outside_a_page(string part) =>
        Assert.Empty(FormReader.Read(Pages(part, Page("a", Field("textfield", "x"))), "f.form").Problems);

    [Theory]
    [InlineData("\"=usaha.izin\"", "usaha.izin")]
    [InlineData("\"= usaha.izin \"", "usaha.izin")]
    [InlineData("\"usaha.izin\"", "usaha.izin")]
    [InlineData("\"=usaha.izin[1]\"", null)]
    [InlineData("\"=count(usaha)\"", null)]
    public void A_table_whose_source_is_a_path_knows_it(string source, string? path)
    {
        var form = Form(
            Field("textfield", "x"),
            $$"""{"type": "table", "id": "t", "dataSource": {{source}}, "columns": [{"key": "a", "label": "A"}, {"key": "b"}]}"""
        );

        var table = form.Pages[0].Parts.OfType<FormPart.Table>().Single();
        Assert.Equal(path, table.Path);
        Assert.Equal([new TableColumn("a", "A"), new TableColumn("b", "b")], table.Columns);
    }

    [Theory]
    [InlineData("this.x * 2", "6")]
    [InlineData("_this_.x * 2", "6")]
    [InlineData("parent.y * 2", "10")]
    [InlineData("_parent_.y * 2", "10")]
    [InlineData("y * 2", "10")]
    [InlineData("i[1] * 2", "2")]
    [InlineData("_i_[1] * 2", "2")]
    [InlineData("parent.total", "5")]
    [InlineData("_parent_.total", "5")]
    [InlineData("this.twice + 1", "7")]
    [InlineData("_this_.twice + 1", "7")]
    [InlineData("parent.r[1].twice + 1", "7")]
    [InlineData("r[1].twice + 1", "7")]
    public void What_is_computed_in_a_row_comes_after_what_it_reads(string expression, string value)
    {
        var form = Form(
            Field("number", "y"),
            Rows("r", "", Field("number", "x"), Computed("n", expression), Computed("twice", "=this.x * 2")),
            Computed("total", "=y")
        );

        var data = form.Computed(Answers("""{"y": 5, "r": [{"x": 3}]}"""), Quiet);

        Assert.Equal(value, data.At("r[0].n").ToString());
    }

    private static string Bad(string rule) => $"The rule {rule} has a value that it cannot have.";

    private static void Told(string json, string number, string said, Severity severity)
    {
        var at = json.IndexOf('§', StringComparison.Ordinal);
        var line = at < 0 ? 0 : json[..at].Count(c => c == '\n') + 1;
        var column = at < 0 ? 0 : at - json.LastIndexOf('\n', at);

        var reading = FormReader.Read(at < 0 ? json : json.Remove(at, 1), "f.form");

        var problem = Assert.Single(reading.Problems);
        Assert.Equal((number, said, severity), (problem.Number, problem.Message, problem.Severity));
        Assert.Equal("f.form", problem.Place.File);
        if (at >= 0)
            Assert.Equal((line, column), (problem.Place.Line, problem.Place.Column));
        Assert.Equal(severity == Severity.Warning, reading.Usable);
    }
}
