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
}
