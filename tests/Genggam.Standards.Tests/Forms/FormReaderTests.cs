using Genggam.Standards.Forms;
using static Genggam.Standards.Tests.Forms.Drafted;

namespace Genggam.Standards.Tests.Forms;

public sealed class FormReaderTests
{
    public static TheoryData<string> Shipped => Tests.Shipped.Files("*.form");

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_form_is_read_without_a_problem(string file) =>
        Assert.Empty(FormReader.Read(File.ReadAllText(file), Path.GetFileName(file)).Problems);

    [Fact]
    public void A_field_carries_its_rules_options_and_properties()
    {
        var form = Form(
            Field("textfield", "anak.nama", """, "label": "Nama", "validate": {"required": true, "maxLength": "60"}"""),
            Field("radio", "anak.kelamin", """, "values": [{"value": "l", "label": "L"}, {"value": "p"}]"""),
            Field("textfield", "ibu.nik", """, "properties": {"kind": "nik", "source": "person.nik"}""")
        );
        var (name, sex, nik) = (form.Fields[0], form.Fields[1], form.Field("ibu.nik")!);
        Assert.Equal(("Nama", true, 60), (name.Label, name.Constraints.Required, name.Constraints.MaxLength));
        Assert.Equal([new FieldOption("l", "L"), new FieldOption("p", "p")], sex.Options);
        Assert.Equal(("nik", "person.nik"), (nik.Shape, nik.Source));
        Assert.Equal("a", Assert.Single(form.Pages).Id);
    }

    [Fact]
    public void A_problem_has_the_line_and_column_of_its_field_though_its_name_stands_elsewhere_too()
    {
        var json = """
            {"type": "default", "id": "f", "components": [
              {"type": "group", "id": "magic", "label": "nope", "components": [
                {"type": "magic", "key": "nope"}
              ]}
            ]}
            """;
        var problem = FormReader.Read(json, "f.form").Problems[0];
        Assert.Equal(("FORM-005", new Place("f.form", "nope", 3, 5)), (problem.Number, problem.Place));
    }

    [Fact]
    public void FEEL_that_does_not_parse_is_shown_where_it_stands()
    {
        var reading = FormReader.Read(
            Json(Field("textfield", "x"), "\n" + Field("textfield", "y", """, "conditional": {"hide": "=1 +"}""")),
            "f.form"
        );
        var problem = Assert.Single(reading.Problems);
        Assert.StartsWith("FEEL-", problem.Number, StringComparison.Ordinal);
        Assert.Equal(("y", 3), (problem.Place.Element, problem.Place.Line));
    }

    [Theory]
    [InlineData("{", "FORM-001")]
    [InlineData("[]", "FORM-016")]
    [InlineData("3", "FORM-016")]
    [InlineData("""{"components": 3}""", "FORM-016")]
    [InlineData("""{"components": [], "\ud800": 1}""", "FORM-001")]
    public void A_file_that_is_no_form_is_refused(string json, string number)
    {
        var reading = FormReader.Read(json, "f.form");
        Assert.Null(reading.Value);
        Assert.Equal(number, Assert.Single(reading.Problems).Number);
    }

    [Fact]
    public void A_file_that_is_too_large_or_too_deep_is_refused()
    {
        var large = FormReader.Read(new string(' ', FormReader.MaxCharacters + 1), "f.form");
        Assert.Equal("FORM-002", Assert.Single(large.Problems).Number);
        var deep = FormReader.Read(new string('[', 500), "f.form");
        Assert.Equal("FORM-001", Assert.Single(deep.Problems).Number);
    }

    [Theory]
    [InlineData("FORM-005", "magic", "x", "")]
    [InlineData("FORM-005", "datetime", "x", ", \"subtype\": \"week\"")]
    [InlineData("FORM-006", "textfield", "", "")]
    [InlineData("FORM-014", "textfield", "nama-anak", "")]
    [InlineData("FORM-014", "textfield", "anak..nama", "")]
    [InlineData("FORM-008", "textfield", "x", ", \"validate\": {\"pattern\": \"(\"}")]
    [InlineData("FORM-008", "textfield", "x", ", \"validate\": {\"pattern\": \"(a)\\\\1\"}")]
    [InlineData("FORM-009", "select", "x", "")]
    [InlineData("FORM-010", "radio", "x", ", \"values\": [{\"value\": \"a\"}, {\"value\": \"a\"}]")]
    [InlineData("FORM-017", "select", "x", ", \"valuesKey\": \"daftar\", \"values\": [{\"value\": \"a\"}]")]
    [InlineData("FORM-015", "number", "x", ", \"serializeToString\": true")]
    [InlineData("FORM-015", "number", "x", ", \"defaultValue\": \"banyak\"")]
    [InlineData("FORM-015", "radio", "x", ", \"defaultValue\": \"b\", \"values\": [{\"value\": \"a\"}]")]
    [InlineData("FORM-018", "textfield", "x", ", \"properties\": {\"kind\": \"npwp\"}")]
    [InlineData("FORM-015", "textfield", "x", ", \"validate\": {\"maxLength\": -1}")]
    [InlineData("FORM-015", "textfield", "x", ", \"validate\": {\"maxLength\": 1e300}")]
    [InlineData("FORM-015", "textfield", "x", ", \"validate\": {\"minLength\": 9, \"maxLength\": 3}")]
    [InlineData("FORM-015", "number", "x", ", \"validate\": {\"min\": \"satu\"}")]
    [InlineData("FORM-015", "textfield", "x", ", \"validate\": {\"required\": \"ya\"}")]
    [InlineData("FORM-015", "textfield", "x", ", \"validate\": [1]")]
    public void A_field_that_cannot_work_is_a_problem(string number, string type, string key, string more) =>
        Assert.Equal([number], Faults(Field(type, key, more)));

    [Fact]
    public void A_key_stands_once_and_not_inside_another_answer() =>
        Assert.Equal(
            ["FORM-007", "FORM-013"],
            Faults(Field("textfield", "anak"), Field("textfield", "anak"), Field("textfield", "anak.nama"))
        );

    [Fact]
    public void A_field_without_a_key_has_none_in_a_group_with_a_path_either() =>
        Assert.Equal(
            ["FORM-006"],
            FormReader
                .Read(
                    Pages(
                        Page("a", Field("textfield", ""))
                            .Replace("\"id\":", "\"path\": \"anak\", \"id\":", StringComparison.Ordinal)
                    ),
                    "f.form"
                )
                .Problems.Select(p => p.Number)
        );

    [Fact]
    public void A_form_is_called_by_its_id_and_without_one_by_its_file()
    {
        var json = Json(Field("textfield", "x"));
        Assert.Equal("f", FormReader.Read(json, "layanan/permohonan.form").Value!.Id);
        var nameless = json.Replace("\"id\": \"f\", ", "", StringComparison.Ordinal);
        Assert.Equal("permohonan", FormReader.Read(nameless, "layanan/permohonan.form").Value!.Id);
    }

    [Fact]
    public void A_page_with_many_fields_is_a_warning_only()
    {
        var fields = Enumerable.Range(1, 7).Select(i => Field("textfield", $"x{i}"));
        var reading = FormReader.Read(Json([.. fields]), "f.form");
        Assert.Equal("FORM-004", Assert.Single(reading.Problems).Number);
        Assert.True(reading.Usable);
    }

    [Theory]
    [InlineData(", \"tooltip\": \"x\"", "tooltip")]
    [InlineData(", \"validate\": {\"minRows\": 1}", "minRows")]
    public void A_property_that_nobody_reads_is_a_warning_at_its_place(string more, string name)
    {
        var problem = Assert.Single(FormReader.Read(Json(Field("textfield", "x", more)), "f.form").Problems);
        Assert.Equal(("FORM-031", Severity.Warning, "x"), (problem.Number, problem.Severity, problem.Place.Element));
        Assert.Contains(name, problem.Message, StringComparison.Ordinal);
        Assert.True(problem.Place.Column > 1);
    }

    [Fact]
    public void Pages_have_ids_of_their_own()
    {
        var json = Pages(
            Page("a", Field("textfield", "x")),
            Page("a", Field("textfield", "y")),
            Page("", Field("textfield", "z")),
            Field("textfield", "lost"),
            Page("empty")
        );
        Assert.Equal(
            ["FORM-012", "FORM-011", "FORM-003", "FORM-019"],
            FormReader.Read(json, "f.form").Problems.Select(p => p.Number)
        );
    }

    [Fact]
    public void A_form_with_half_a_character_is_refused() =>
        Assert.Equal("FORM-001", Assert.Single(FormReader.Read("{\"id\":\"a\ud800\"}", "a.form").Problems).Number);
}
