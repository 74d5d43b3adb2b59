using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using static Genggam.Standards.Tests.Forms.Drafted;

namespace Genggam.Standards.Tests.Forms;

public sealed class PostedAnswersTests
{
    [Fact]
    public void Answers_stand_at_their_paths_and_other_names_are_ignored()
    {
        var read = Post(Form(Field("textfield", "anak.nama")), ("anak.nama", " Budi "), ("admin", "true"));
        Assert.Equal("""{"anak":{"nama":"Budi"}}""", FeelJson.ToJson(read.Data));
        Assert.Empty(read.Problems);
    }

    [Theory]
    [InlineData("1.000.000,50", "1000000.5")]
    [InlineData("1.000", "1000")]
    [InlineData("1000000.5", "1000000.5")]
    [InlineData("0.125", "0.125")]
    [InlineData("0,125", "0.125")]
    [InlineData("-12", "-12")]
    [InlineData("Rp 1.500", "1500")]
    [InlineData("Rp. 1.500", "1500")]
    [InlineData("12,5", "12.5")]
    public void Numbers_are_read_as_Indonesians_and_machines_write_them(string typed, string number)
    {
        var read = Post(Form(Field("number", "x")), ("x", typed));
        Assert.Empty(read.Problems);
        Assert.Equal(FeelNumber.Read(number), read.Data["x"]);
    }

    [Theory]
    [InlineData("1,234.5")]
    [InlineData("1.00.000")]
    [InlineData("1.000.00,5")]
    [InlineData("1,2,3")]
    [InlineData("1e5")]
    [InlineData("tujuh")]
    [InlineData("99999999999999999999999999999999999999999")]
    public void A_number_that_could_mean_two_things_is_refused_and_kept(string typed)
    {
        var read = Post(Form(Field("number", "x")), ("x", typed));
        Assert.Equal("FORM-107", Assert.Single(read.Problems).Rule);
        Assert.Equal(new FeelString(typed), read.Data["x"]);
    }

    [Fact]
    public void A_date_comes_in_three_parts()
    {
        var read = Post(Form(Field("datetime", "x")), ("x.day", "17"), ("x.month", "8"), ("x.year", "1945"));
        Assert.Equal(FeelDate.Of(1945, 8, 17), read.Data["x"]);
    }

    [Theory]
    [InlineData("1945-08-17")]
    [InlineData("17-8-1945")]
    [InlineData("17/08/1945")]
    [InlineData("17.8.1945")]
    [InlineData("17 8 1945")]
    public void A_date_comes_as_one_text(string typed) =>
        Assert.Equal(FeelDate.Of(1945, 8, 17), Post(Form(Field("datetime", "x")), ("x", typed)).Data["x"]);

    [Theory]
    [InlineData("30", "2", "2026", "FORM-115")]
    [InlineData("1", "13", "2026", "FORM-115")]
    [InlineData("1", "", "2026", "FORM-106")]
    [InlineData("1", "1", "26", "FORM-106")]
    [InlineData("1", "Agustus", "2026", "FORM-106")]
    public void A_date_that_cannot_be_is_refused_and_kept(string day, string month, string year, string rule)
    {
        var read = Post(Form(Field("datetime", "x")), ("x.day", day), ("x.month", month), ("x.year", year));
        Assert.Equal(rule, Assert.Single(read.Problems).Rule);
        Assert.Equal(new FeelString($"{year}-{month}-{day}"), read.Data["x"]);
    }

    [Fact]
    public void A_date_left_empty_is_no_answer() =>
        Assert.True(Post(Form(Field("datetime", "x")), ("x.day", ""), ("x.month", "")).Data["x"].IsNull);

    [Fact]
    public void A_tick_and_a_list_are_typed()
    {
        var form = Form(
            Field("checkbox", "setuju"),
            Field("checklist", "pilih", """, "values": [{"value": "a"}, {"value": "b"}]""")
        );
        var read = Post(form, ("setuju", "true"), ("pilih", "a"), ("pilih", "b"), ("pilih", "a"));
        Assert.Equal("""{"setuju":true,"pilih":["a","b"]}""", FeelJson.ToJson(read.Data));
        Assert.Equal("""{"setuju":false,"pilih":[]}""", FeelJson.ToJson(Post(form).Data));
    }

    [Fact]
    public void A_line_break_counts_once() =>
        Assert.Equal(new FeelString("a\nb"), Post(Form(Field("textarea", "x")), ("x", "a\r\nb")).Data["x"]);

    [Fact]
    public void A_NIK_may_be_typed_in_groups()
    {
        var form = Form(Field("textfield", "x", """, "properties": {"kind": "nik"}"""));
        var read = Post(form, ("x", "3578 0157 0845 0001"));
        Assert.Equal(new FeelString("3578015708450001"), read.Data["x"]);
        Assert.Empty(form.Validate(read.Data, Quiet));
    }

    [Fact]
    public void Answers_sent_as_JSON_are_typed_by_the_form()
    {
        var form = Form(Field("datetime", "anak.lahir"), Field("number", "anak.berat"));
        var sent = (FeelContext)FeelJson.Parse("""{"anak": {"lahir": "2026-01-31", "berat": 3.1, "x": 1}, "y": 2}""");
        var read = PostedAnswers.Read(form.Fields, sent);
        Assert.Equal("""{"anak":{"lahir":{"$date":"2026-01-31"},"berat":3.1}}""", FeelJson.ToJson(read));
        Assert.Empty(form.Validate(read, Quiet));
    }
}
