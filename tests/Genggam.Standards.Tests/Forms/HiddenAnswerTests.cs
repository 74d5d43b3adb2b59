using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using static Genggam.Standards.Tests.Forms.Drafted;

namespace Genggam.Standards.Tests.Forms;

/// <summary>What the answers hide is not answered, whoever sends it.</summary>
public sealed class HiddenAnswerTests
{
    private const string UnlessMarried = """, "conditional": {"hide": "=not(kawin = true)"}""";

    private static readonly string[] Marriage =
    [
        Field("checkbox", "kawin"),
        Field("textfield", "pasangan.nama", UnlessMarried),
        Field("textfield", "catatan", """, "conditional": {"hide": "=pasangan.nama = null"}"""),
        Computed("panjang", "=if pasangan.nama = null then 0 else string length(pasangan.nama)"),
    ];

    [Fact]
    public void An_answer_that_is_hidden_is_taken_away_with_all_that_hangs_on_it()
    {
        var change = Change(
            Marriage,
            "{}",
            """{"kawin": false, "pasangan": {"nama": "Siti"}, "catatan": "ada", "panjang": 9}"""
        );

        Assert.Equal("""{"kawin":false,"pasangan":{"nama":null},"catatan":null,"panjang":0}""", Written(change));
    }

    [Fact]
    public void What_is_shown_stays_as_it_was_given() =>
        Assert.Equal(
            """{"kawin":true,"pasangan":{"nama":"Siti"},"catatan":"ada","panjang":4}""",
            Written(Change(Marriage, "{}", """{"kawin": true, "pasangan": {"nama": "Siti"}, "catatan": "ada"}"""))
        );

    [Fact]
    public void A_correction_takes_away_what_it_hides_of_before() =>
        Assert.Equal(
            """{"kawin":false,"pasangan":{"nama":null},"panjang":0}""",
            Written(
                Change(
                    Marriage,
                    """{"kawin": true, "pasangan": {"nama": "Siti"}, "panjang": 4}""",
                    """{"kawin": false}"""
                )
            )
        );

    [Fact]
    public void A_hidden_page_hides_what_stands_on_it()
    {
        var form = Sound(
            Pages(
                Page("a", Field("checkbox", "usaha")),
                """{"type": "group", "id": "b", "conditional": {"hide": "=not(usaha = true)"}, "components": [{"type": "textfield", "key": "nib"}]}"""
            )
        );

        Assert.True(Answered(form, """{"usaha": false, "nib": "1"}""")["nib"].IsNull);
        Assert.Equal("1", $"{Answered(form, """{"usaha": true, "nib": "1"}""")["nib"]}");
    }

    [Fact]
    public void In_each_row_its_own_answers_hide()
    {
        var form = Form(
            Rows(
                "anak",
                "",
                Field("checkbox", "sekolah"),
                Field("textfield", "kelas", """, "conditional": {"hide": "=not(this.sekolah = true)"}""")
            )
        );

        var kept = Answered(form, """{"anak": [{"sekolah": true, "kelas": "1"}, {"sekolah": false, "kelas": "2"}]}""");

        Assert.Equal("""{"anak":[{"sekolah":true,"kelas":"1"},{"sekolah":false,"kelas":null}]}""", Written(kept));
    }

    [Fact]
    public void A_hidden_group_has_no_rows()
    {
        var form = Form(
            Field("checkbox", "punya_anak"),
            Rows("anak", """, "conditional": {"hide": "=not(punya_anak = true)"}""", Field("textfield", "nama"))
        );

        Assert.True(Answered(form, """{"punya_anak": false, "anak": [{"nama": "Budi"}]}""")["anak"].IsNull);
    }

    [Fact]
    public void An_answer_is_looked_at_after_those_that_hide_it_wherever_it_stands()
    {
        var form = Form(
            Field("checkbox", "a"),
            Field("textfield", "c", """, "conditional": {"hide": "=b = 2"}"""),
            Computed("b", "=if d = null then 1 else d"),
            Field("number", "d", """, "conditional": {"hide": "=a = true"}""")
        );

        Assert.Equal(
            """{"a":true,"c":"isi","b":1,"d":null}""",
            Written(Answered(form, """{"a": true, "c": "isi", "b": 5, "d": 2}"""))
        );
        Assert.Equal(["a", "c", "b"], Keys(form, """{"a": true, "d": 2}"""));
    }

    [Fact]
    public void What_was_hidden_before_a_change_and_has_nothing_to_do_with_it_stays() =>
        Assert.Equal(
            """{"catatan":"baru"}""",
            Written(
                Form(
                        Field("textfield", "nama", """, "conditional": {"hide": "=true"}"""),
                        Field("textfield", "catatan")
                    )
                    .Computed(Answers("""{"nama": "Siti"}"""), Answers("""{"catatan": "baru"}"""), Quiet)
            )
        );

    [Fact]
    public void A_required_question_that_a_stale_answer_would_hide_is_asked_and_missing()
    {
        var form = Form(
            Field("textfield", "a"),
            Field("textfield", "b", """, "conditional": {"hide": "=a != \"x\""}"""),
            Field("textfield", "c", """, "conditional": {"hide": "=b = \"ya\""}, "validate": {"required": true}""")
        );
        const string stale = """{"a": "y", "b": "ya"}""";

        Assert.Equal(["a", "c"], Keys(form, stale));
        Assert.Equal(["c"], form.Validate(Answers(stale), Quiet).Select(p => p.Key));
        Assert.Equal(["c"], form.Validate(form.Pages[0], Answers(stale), Quiet).Select(p => p.Key));
    }

    [Fact]
    public void Many_fields_are_put_in_order_in_no_time()
    {
        var fields = Enumerable
            .Range(0, 5_000)
            .Select(i =>
                Field("textfield", $"f{5_000 - i}", $$""", "conditional": {"hide": "=f{{5_001 - i}} = null"}""")
            );

        var form = FormReader.Read(Json([.. fields]), "f.form").Value!;

        Assert.Empty(form.Visible(Answers("""{"f1": "a", "f4000": "b"}"""), Quiet));
    }

    [Fact]
    public void Of_two_answers_that_hide_each_other_the_first_goes()
    {
        var form = Form(
            Field("textfield", "a", """, "conditional": {"hide": "=b != null"}"""),
            Field("textfield", "b", """, "conditional": {"hide": "=a != null"}""")
        );

        Assert.Equal("""{"a":null,"b":"2"}""", Written(Answered(form, """{"a": "1", "b": "2"}""")));
    }

    private static FeelContext Change(string[] fields, string before, string change) =>
        Form(fields).Computed(Answers(before), Answers(change), Quiet);

    private static FeelContext Answered(FormModel form, string given) =>
        form.Computed(FeelContext.Empty, Answers(given), Quiet);

    private static string Written(FeelContext answers) => FeelJson.Plain(answers);

    private static string[] Keys(FormModel form, string given) =>
        [.. form.Visible(Answers(given), Quiet).Select(f => f.Key)];
}
