using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using static Genggam.Standards.Tests.Forms.Drafted;

namespace Genggam.Standards.Tests.Forms;

public sealed class ComputedFieldTests
{
    private static readonly string[] Sale =
    [
        Computed("total", "=subtotal + ongkir", """, "validate": {"required": true, "max": 100}"""),
        Computed("subtotal", "=harga * banyak"),
        Field("number", "harga"),
        Field("number", "banyak"),
        Field("number", "ongkir"),
    ];

    [Fact]
    public void A_computed_field_comes_from_the_answers_whatever_was_sent_for_it()
    {
        var given = Answers("""{"harga": 5, "banyak": 3, "ongkir": 2, "total": 1, "subtotal": 1}""");
        var known = Form(Sale).Computed(given, Quiet);
        Assert.Equal(("15", "17"), ($"{known["subtotal"]}", $"{known["total"]}"));
    }

    [Fact]
    public void A_computed_field_is_read_neither_from_a_page_nor_from_JSON()
    {
        var form = Form(Sale);
        Assert.True(Post(form, ("total", "9"), ("harga", "1")).Data["total"].IsNull);
        Assert.True(PostedAnswers.Read(form.Fields, Answers("""{"total": 9}"""))["total"].IsNull);
    }

    [Theory]
    [InlineData("""{"harga": 5, "banyak": 3, "ongkir": 2}""", null)]
    [InlineData("""{"harga": 5, "banyak": 3, "ongkir": 200}""", "FORM-109")]
    [InlineData("""{"harga": 5, "ongkir": 2}""", "FORM-124")]
    public void What_is_computed_keeps_to_its_rules(string answers, string? broken) =>
        Assert.Equal(
            broken is null ? [] : [("total", broken)],
            Form(Sale).Validate(Answers(answers), Quiet).Select(p => (p.Key, p.Rule))
        );

    [Theory]
    [InlineData("""{"x": 2}""", null)]
    [InlineData("{}", null)]
    [InlineData("""{"x": 400}""", "FORM-124")]
    public void What_fails_although_all_is_there_that_it_reads_is_handed_back(string answers, string? broken)
    {
        var form = Form(
            Field("number", "x"),
            Computed("y", "=10 ** (x * x)"),
            Rows("anak", "", Field("number", "x"), Computed("y", "=10 ** (this.x * this.x)"))
        );
        var given = Answers(answers);
        Assert.Equal(
            broken is null ? [] : [("y", broken), ("anak[0].y", broken)],
            form.Validate(given.With("anak", new FeelList([given])), Quiet).Select(p => (p.Key, p.Rule))
        );
    }

    [Fact]
    public void A_question_can_depend_on_what_is_computed()
    {
        var form = Form([.. Sale, Field("textfield", "alasan", """, "conditional": {"hide": "=not(total > 50)"}""")]);
        Assert.DoesNotContain("alasan", Keys(form, """{"harga": 5, "banyak": 3, "ongkir": 2, "total": 90}"""));
        Assert.Contains("alasan", Keys(form, """{"harga": 50, "banyak": 3, "ongkir": 2}"""));
    }

    [Fact]
    public void What_is_hidden_has_no_value()
    {
        var form = Form(
            Field("checkbox", "kirim"),
            Computed("ongkir", "=10", """, "conditional": {"hide": "=not(kirim)"}""")
        );
        Assert.True(form.Computed(Answers("""{"kirim": false, "ongkir": 3}"""), Quiet)["ongkir"].IsNull);
        Assert.Equal("10", $"{form.Computed(Answers("""{"kirim": true}"""), Quiet)["ongkir"]}");
    }

    [Fact]
    public void A_function_is_no_answer() =>
        Assert.True(Form(Computed("x", "=[function(a) a]")).Computed(FeelContext.Empty, Quiet)["x"].IsNull);

    [Fact]
    public void FEEL_that_does_not_parse_is_shown_where_it_stands()
    {
        var reading = FormReader.Read(Json(Field("textfield", "a"), "\n" + Computed("x", "=a +")), "f.form");
        var problem = Assert.Single(reading.Problems);
        Assert.StartsWith("FEEL-", problem.Number, StringComparison.Ordinal);
        Assert.Equal(("x", 3), (problem.Place.Element, problem.Place.Line));
    }

    [Theory]
    [InlineData("=x + 1", "=1")]
    [InlineData("=y + 1", "=x + 1")]
    [InlineData("=if a then y else 0", "=sum([1, x])")]
    [InlineData("=for n in [1] return y", "=a[x > 1]")]
    public void Fields_that_wait_for_one_another_are_refused(string x, string y) =>
        Assert.All(
            FormReader
                .Read(Json(Field("checkbox", "a"), "\n" + Computed("x", x), "\n" + Computed("y", y)), "f.form")
                .Problems,
            p =>
                Assert.Equal(("FORM-022", true), (p.Number, p.Place is { Line: > 1, Column: > 1, Element: "x" or "y" }))
        );

    [Theory]
    [InlineData("FORM-023", """{"type": "expression", "key": "x"}""")]
    [InlineData("FORM-015", """{"type": "expression", "key": "x", "expression": "=1", "computeOn": "load"}""")]
    public void A_field_that_cannot_be_computed_is_refused(string number, string field) =>
        Assert.Equal([number], Faults(field));

    [Fact]
    public void A_machine_is_told_that_it_need_not_answer()
    {
        var schema = Form(Sale).JsonSchema();
        Assert.Contains(""" "readOnly": true""", schema, StringComparison.Ordinal);
        Assert.DoesNotContain("required", schema, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Keys(FormModel form, string answers) =>
        form.Visible(Answers(answers), Quiet).Select(f => f.Key);
}
