using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using static Genggam.Standards.Tests.Forms.Drafted;

namespace Genggam.Standards.Tests.Forms;

public sealed class FormPartTests
{
    private const string Columns = """, "columns": [{"key": "nama", "label": "Nama"}, {"key": "umur"}]""";

    [Fact]
    public void Texts_tables_and_lines_stand_between_the_questions_and_are_hidden_like_them()
    {
        var form = Form(
            """{"type": "text", "id": "awal", "text": "for modellers"}""",
            Field("checkbox", "rinci"),
            """{"type": "separator", "conditional": {"hide": "=not(rinci)"}}""",
            Table("=anak", Columns + """, "conditional": {"hide": "=not(rinci)"}""")
        );
        Assert.Equal(["awal", "rinci"], Ids("""{"rinci": false}"""));
        Assert.Equal(["awal", "rinci", "", "tabel"], Ids("""{"rinci": true}"""));
        Assert.Equal(["rinci"], form.Fields.Select(f => f.Key));

        IEnumerable<string> Ids(string answers) => form.Parts(form.Pages[0], Answers(answers), Quiet).Select(p => p.Id);
    }

    [Fact]
    public void A_table_takes_its_rows_and_its_columns_from_FEEL()
    {
        var table = Only(
            Table("=anak[umur > 3]", """, "columnsExpression": "=[{key: \"nama\", label: \"Nama\"}, {key: 3}]" """)
        );
        var content = table.Read(
            Answers("""{"anak": [{"nama": "Ani", "umur": 2}, {"nama": "Budi", "umur": 5}, "x"]}"""),
            Quiet
        );
        Assert.Equal([new TableColumn("nama", "Nama")], content.Columns);
        Assert.Equal(["Budi"], content.Rows.Select(r => $"{r["nama"]}"));
        Assert.Null(table.Path);
    }

    [Fact]
    public void A_table_of_a_plain_path_knows_the_path()
    {
        var table = Only(Table("keluarga.anak", Columns));
        Assert.Equal("keluarga.anak", table.Path);
        Assert.Equal(["nama", "umur"], table.Columns.Select(c => c.Key));
        Assert.Empty(table.Read(FeelContext.Empty, Quiet).Rows);
    }

    [Theory]
    [InlineData("FORM-027", """{"type": "text"}""")]
    [InlineData("FORM-027", """{"type": "text", "id": "a.b"}""")]
    [InlineData("FORM-027", """{"type": "text", "id": "a"}, {"type": "text", "id": "a"}""")]
    [InlineData("FORM-028", """{"type": "table", "id": "a", "columns": [{"key": "x"}]}""")]
    [InlineData("FORM-029", """{"type": "table", "id": "a", "dataSource": "=x"}""")]
    [InlineData(
        "FORM-029",
        """{"type": "table", "id": "a", "dataSource": "=x", "columns": [{"key": "x"}, {"key": "x"}]}"""
    )]
    [InlineData("FORM-020", """{"type": "html", "id": "a", "content": "<script>"}""")]
    [InlineData("FORM-020", """{"type": "image", "id": "a", "source": "x"}""")]
    [InlineData("FORM-020", """{"type": "iframe", "id": "a", "url": "https://contoh.id"}""")]
    [InlineData("FORM-020", """{"type": "documentPreview", "id": "a"}""")]
    [InlineData("FORM-020", """{"type": "group", "id": "a", "components": []}""")]
    public void What_cannot_be_shown_is_refused(string number, string part) =>
        Assert.Equal([number], Faults(Field("textfield", "nama"), part));

    [Theory]
    [InlineData("Untuk {{usaha.nama}}: {{= usaha.modal * 2 }} rupiah.", "Untuk Warung: 20 rupiah.")]
    [InlineData("Tanpa kurung.", "Tanpa kurung.")]
    [InlineData("{{tidak_ada}}", "")]
    public void A_text_is_filled_with_what_FEEL_gives(string text, string filled)
    {
        var scope = Answers("""{"usaha": {"nama": "Warung", "modal": 10}}""");
        var template = FormTemplate.Parse(text, new Place("texts/id.yaml")).Value!;
        Assert.Equal(filled, template.Fill(scope, Quiet, value => value.IsNull ? "" : $"{value}"));
    }

    [Theory]
    [InlineData("{{usaha.nama", "FORM-030")]
    [InlineData("{{#if usaha.nama}}x{{/if}}", "FEEL-")]
    public void A_text_that_cannot_be_filled_is_refused_at_its_place(string text, string number)
    {
        var reading = FormTemplate.Parse(text, new Place("texts/id.yaml", "forms.f.texts.awal"));
        Assert.Null(reading.Value);
        Assert.All(reading.Problems, p => Assert.StartsWith(number, p.Number, StringComparison.Ordinal));
        Assert.Equal("forms.f.texts.awal", reading.Problems[0].Place.Element);
    }

    private static string Table(string source, string more) =>
        $$"""{"type": "table", "id": "tabel", "dataSource": "{{source}}"{{more}}}""";

    private static FormPart.Table Only(string table) =>
        Form(Field("textfield", "x"), table).Pages[0].Parts.OfType<FormPart.Table>().Single();
}
