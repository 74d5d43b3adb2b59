using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using Genggam.Standards.Forms.Typed;
using static Genggam.Standards.Tests.Forms.Drafted;

namespace Genggam.Standards.Tests.Forms;

/// <summary>What people type for numbers, days, times and numbers of papers, each limit from both sides.</summary>
public sealed class TypedAnswerTests
{
    [Theory]
    [InlineData("1", "1")]
    [InlineData("-1", "-1")]
    [InlineData("0", "0")]
    [InlineData("007", "7")]
    [InlineData("1000", "1000")]
    [InlineData("1.000", "1000")]
    [InlineData("-1.000", "-1000")]
    [InlineData("999.999", "999999")]
    [InlineData("1.000.000,50", "1000000.50")]
    [InlineData("1000000.5", "1000000.5")]
    [InlineData("1,5", "1.5")]
    [InlineData("0,5", "0.5")]
    [InlineData("0.500", "0.500")]
    [InlineData("1.5", "1.5")]
    [InlineData("1.2345", "1.2345")]
    [InlineData("1234.567", "1234.567")]
    [InlineData(" 1 000 ", "1000")]
    [InlineData("Rp 1.000", "1000")]
    [InlineData("Rp1.000", "1000")]
    [InlineData("Rp. 1.000", "1000")]
    [InlineData("rp-5", "-5")]
    [InlineData("IDR 2,5", "2.5")]
    [InlineData("1,234.5", null)]
    [InlineData("1.00.000", null)]
    [InlineData("0.500.000", null)]
    [InlineData("1.000.00", null)]
    [InlineData("1,", null)]
    [InlineData(",5", null)]
    [InlineData(".5", null)]
    [InlineData("1.", null)]
    [InlineData("+1", null)]
    [InlineData("1e3", null)]
    [InlineData("--1", null)]
    [InlineData("Rp", null)]
    [InlineData("RpX1", null)]
    [InlineData("1 Rp", null)]
    [InlineData("", null)]
    [InlineData("١", null)]
    [InlineData("99999999999999999999999999999999999", null)]
    public void A_number_is_read_as_it_is_typed_here(string typed, string? number) =>
        Assert.Equal(
            number is null ? null : decimal.Parse(number, System.Globalization.CultureInfo.InvariantCulture),
            IndonesianNumber.Read(typed)
        );

    [Theory]
    [InlineData("2026-08-17", "2026-08-17")]
    [InlineData("2026-8-7", "2026-08-07")]
    [InlineData("17-8-2026", "2026-08-17")]
    [InlineData("17/08/2026", "2026-08-17")]
    [InlineData("17.8.2026", "2026-08-17")]
    [InlineData("17 8 2026", "2026-08-17")]
    [InlineData("1-1-1800", "1800-01-01")]
    [InlineData("31-12-9999", "9999-12-31")]
    [InlineData("29-2-2024", "2024-02-29")]
    [InlineData("29-2-2025", "FORM-115")]
    [InlineData("31-4-2026", "FORM-115")]
    [InlineData("0-1-2026", "FORM-115")]
    [InlineData("1-13-2026", "FORM-115")]
    [InlineData("31-12-1799", "FORM-106")]
    [InlineData("17-8/2026", "FORM-106")]
    [InlineData("17-8-26", "FORM-106")]
    [InlineData("117-8-2026", "FORM-106")]
    [InlineData("2026/08/17", "FORM-106")]
    [InlineData("2026-08-17T00:00", "FORM-106")]
    [InlineData("", "FORM-106")]
    public void A_day_is_read_in_any_usual_order(string typed, string read)
    {
        var (date, rule) = TypedDate.Read(typed);

        Assert.Equal(read, date?.ToString() ?? rule);
    }

    [Theory]
    [InlineData("17", "8", "2026", "2026-08-17")]
    [InlineData("0017", "08", "2026", "2026-08-17")]
    [InlineData("30", "2", "2026", "FORM-115")]
    [InlineData("", "8", "2026", "FORM-106")]
    [InlineData("17", "", "2026", "FORM-106")]
    [InlineData("17", "8", "", "FORM-106")]
    [InlineData("17", "Agustus", "2026", "FORM-106")]
    [InlineData("17", "8", "02026", "FORM-106")]
    [InlineData("17", "8", "10000", "FORM-106")]
    [InlineData("-1", "8", "2026", "FORM-106")]
    public void A_day_may_come_in_three_parts(string day, string month, string year, string read)
    {
        var (date, rule) = TypedDate.Of(year, month, day);
        Assert.Equal(read, date?.ToString() ?? rule);

        var posted = Post(Form(Field("datetime", "x")), ("x.day", day), ("x.month", month), ("x.year", year));
        Assert.Equal(date is null ? [read] : [], posted.Problems.Select(p => p.Rule));
        Assert.Equal(date?.ToString() ?? $"{year}-{month}-{day}", posted.Data["x"].ToString());
    }

    [Theory]
    [InlineData("0.00", "00:00:00")]
    [InlineData("9.05", "09:05:00")]
    [InlineData("09:05", "09:05:00")]
    [InlineData("19.59", "19:59:00")]
    [InlineData("23:59", "23:59:00")]
    [InlineData("23.59.59", "23:59:59")]
    [InlineData("23:59:59", "23:59:59")]
    [InlineData("24.00", null)]
    [InlineData("23.60", null)]
    [InlineData("23.59.60", null)]
    [InlineData("9.5", null)]
    [InlineData("9", null)]
    [InlineData("109.05", null)]
    [InlineData("9-05", null)]
    [InlineData("9.05 ", null)]
    public void A_time_is_that_of_the_clock_on_the_wall(string typed, string? time) =>
        Assert.Equal(time, TypedTime.Read(typed)?.ToString());

    [Theory]
    [InlineData("2026-08-17T9.05", "2026-08-17T09:05:00")]
    [InlineData("17-8-2026 09:05", "2026-08-17T09:05:00")]
    [InlineData("17-8-2026", "FORM-106")]
    [InlineData("17-8-2026 9", "FORM-125")]
    [InlineData("30-2-2026 9.05", "FORM-115")]
    [InlineData("besok 9.05", "FORM-106")]
    public void A_moment_is_a_day_and_a_time(string typed, string read)
    {
        var (moment, rule) = TypedTime.ReadMoment(typed);

        Assert.Equal(read, moment?.ToString() ?? rule);
    }

    [Theory]
    [InlineData("nik", "3578015708450001", null)]
    [InlineData("nik", "1178015708450001", null)]
    [InlineData("nik", "9678015708450001", null)]
    [InlineData("nik", "1078015708450001", "NoSuchProvince")]
    [InlineData("nik", "9778015708450001", "NoSuchProvince")]
    [InlineData("nik", "3578010108450001", null)]
    [InlineData("nik", "3578013108450001", null)]
    [InlineData("nik", "3578014108450001", null)]
    [InlineData("nik", "3578017108450001", null)]
    [InlineData("nik", "3578010008450001", "NoSuchDate")]
    [InlineData("nik", "3578013208450001", "NoSuchDate")]
    [InlineData("nik", "3578014008450001", "NoSuchDate")]
    [InlineData("nik", "3578017208450001", "NoSuchDate")]
    [InlineData("nik", "3578010100450001", "NoSuchDate")]
    [InlineData("nik", "3578010113450001", "NoSuchDate")]
    [InlineData("nik", "3578012902440001", null)]
    [InlineData("nik", "3578012902450001", "NoSuchDate")]
    [InlineData("nik", "3578012902000001", null)]
    [InlineData("nik", "3578013104450001", "NoSuchDate")]
    [InlineData("nik", "3578015708450000", "NoSerial")]
    [InlineData("nik", "357801570845000", "NotSixteenDigits")]
    [InlineData("nik", "35780157084500011", "NotSixteenDigits")]
    [InlineData("nik", "357801570845000x", "NotSixteenDigits")]
    [InlineData("kk", "3578010101100001", null)]
    [InlineData("kk", "1111111111111111", "FORM-111")]
    [InlineData("kk", "35780101011000011", "FORM-111")]
    [InlineData("phone", "081234567890", null)]
    [InlineData("phone", "+62 812-3456-7890", null)]
    [InlineData("phone", "62812345678", null)]
    [InlineData("phone", "021 1234567", null)]
    [InlineData("phone", "0211234", "FORM-112")]
    [InlineData("phone", "02112345", null)]
    [InlineData("phone", "0212345678901234", null)]
    [InlineData("phone", "02123456789012345", "FORM-112")]
    [InlineData("phone", "0112345678", "FORM-112")]
    [InlineData("phone", "812345678", "FORM-112")]
    [InlineData("phone", "+63812345678", "FORM-112")]
    [InlineData("email", "a@b.c", null)]
    [InlineData("email", "a.b+c@d-e.co.id", null)]
    [InlineData("email", "a@b", "FORM-113")]
    [InlineData("email", "a b@c.d", "FORM-113")]
    [InlineData("email", "@c.d", "FORM-113")]
    [InlineData("email", "a@c..d", "FORM-113")]
    [InlineData("email", "a@c.d\n", "FORM-113")]
    [InlineData("email", "a,b@c.d", "FORM-113")]
    public void The_number_of_a_paper_and_an_address_have_their_shapes(string kind, string typed, string? fault)
    {
        var problems = Form(Field("textfield", "x", $$""", "properties": {"kind": "{{kind}}"}"""))
            .Validate(FeelContext.Of(("x", typed)), Quiet);

        Assert.Equal(
            fault is null ? [] : [kind == "nik" ? $"FORM-110 {fault}" : fault],
            problems.Select(p => $"{p.Rule} {string.Join(' ', p.Arguments)}".Trim())
        );
    }

    [Fact]
    public void A_mail_address_is_no_longer_than_mail_allows()
    {
        string Long(int length) => $"{new string('a', 64)}@{new string('b', length - 68)}.id";

        Assert.True(Shapes.Email(Long(254)));
        Assert.False(Shapes.Email(Long(255)));
        Assert.False(Shapes.Email($"{new string('a', 65)}@b.id"));
    }

    [Theory]
    [InlineData("Untuk {{nama}}.", "Untuk [Ani].")]
    [InlineData("{{= nama }}{{umur + 1}}", "[Ani][8]")]
    [InlineData("}} {x} {", "}} {x} {")]
    [InlineData("", "")]
    [InlineData("{{nama}} {{nama}}!", "[Ani] [Ani]!")]
    public void Words_of_a_service_hold_answers_between_double_braces(string text, string filled)
    {
        var template = FormTemplate.Parse(text, new Place("t"));

        Assert.Empty(template.Problems);
        Assert.Equal(
            filled,
            template.Value!.Fill(FeelContext.Of(("nama", "Ani"), ("umur", 7)), Quiet, value => $"[{value}]")
        );
        Assert.Equal(text.Split("{{").Length - 1, template.Value.Slots.Count());
    }

    [Theory]
    [InlineData("a {{b", "FORM-030", "The braces {{ are not closed by }}.")]
    [InlineData("a {{b}} {{c", "FORM-030", "The braces {{ are not closed by }}.")]
    [InlineData("a {{1 +}}", "FEEL-101", "Expected an expression, found the end.")]
    public void Braces_without_an_end_or_without_sense_are_told(string text, string number, string said)
    {
        var at = new Place("t", "x", 3, 4);
        var template = FormTemplate.Parse(text, at);

        Assert.Null(template.Value);
        Assert.Equal(new Problem(number, said, at), Assert.Single(template.Problems));
    }

    [Theory]
    [InlineData("r", "r", null)]
    [InlineData("r[0]", "r", 0)]
    [InlineData("r[12]", "r", 12)]
    [InlineData("f", null, null)]
    [InlineData("x", null, null)]
    [InlineData("nowhere", null, null)]
    [InlineData("r[]", null, null)]
    [InlineData("r[-1]", null, null)]
    [InlineData("r[a]", null, null)]
    [InlineData("r[1]x", null, null)]
    [InlineData("r[1", null, null)]
    [InlineData("", null, null)]
    [InlineData(null, null, null)]
    public void What_a_button_of_a_repeating_group_posts_is_read_back(string? posted, string? group, int? remove)
    {
        var form = Form(
            Field("textfield", "x"),
            Rows("r", "", Field("textfield", "y")),
            Rows("f", ", \"allowAddRemove\": false", Field("textfield", "y"))
        );

        var change = RowChange.Read(form.Fields, posted);
        Assert.Equal((group, remove), (change?.Group, change?.Remove));
        if (change is not null)
            Assert.Equal(posted, change.ToString());
    }

    [Theory]
    [InlineData("[]", null, "[{}]", 0)]
    [InlineData("[{y: 1}]", null, "[{y: 1}, {}]", 1)]
    [InlineData("[{y: 1}, {y: 2}]", null, "[{y: 1}, {y: 2}]", 1)]
    [InlineData("[{y: 1}, {y: 2}]", 0, "[{y: 2}]", 0)]
    [InlineData("[{y: 1}, {y: 2}]", 1, "[{y: 1}]", 0)]
    [InlineData("[{y: 1}]", 0, "[]", null)]
    [InlineData("[{y: 1}]", 5, "[{y: 1}]", 0)]
    public void A_row_is_added_or_taken_out_and_the_reader_stays_near(string rows, int? remove, string left, int? at)
    {
        var form = Form(Rows("r", ", \"properties\": {\"max\": \"2\"}", Field("textfield", "y")));
        var change = new RowChange("r", remove);

        var changed = change.In(form, FeelContext.Of(("r", Feel.Evaluated.Value(rows))));

        Assert.Equal(left, Genggam.Standards.Feel.Functions.Text.Of(changed["r"]));
        Assert.Equal(at, change.RowAfter(changed));
        Assert.True(FeelEquality.Same(changed, new RowChange("x", null).In(form, changed)));
    }
}
