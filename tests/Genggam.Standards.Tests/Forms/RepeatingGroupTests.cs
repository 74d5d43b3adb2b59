using System.Text.Json;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using static Genggam.Standards.Tests.Forms.Drafted;

namespace Genggam.Standards.Tests.Forms;

public sealed class RepeatingGroupTests
{
    private const string Asked = """, "validate": {"required": true}""";

    private static readonly FormModel Children = Form(
        Field("textfield", "kota"),
        Rows(
            "anak",
            """, "properties": {"min": "1", "max": "3"}""",
            Field("textfield", "nama", Asked),
            Field("datetime", "lahir"),
            Field("number", "biaya.sekolah"),
            Field("textfield", "sekolah", Asked + """, "conditional": {"hide": "=this.biaya.sekolah = null"}"""),
            Computed("nomor", "=i[1]"),
            Computed("sapaan", """=this.nama + " dari " + kota + parent.kota""")
        ),
        Computed("jumlah", "=sum(anak.biaya.sekolah)")
    );

    [Fact]
    public void Rows_come_from_a_page_by_their_numbers_and_close_up()
    {
        var read = Post(
            Children,
            ("anak[0].nama", "Ani"),
            ("anak[0].lahir.day", "1"),
            ("anak[0].lahir.month", "2"),
            ("anak[0].lahir.year", "2020"),
            ("anak[2].nama", " Budi "),
            ("anak[2].biaya.sekolah", "1.500"),
            ("anak[7].nama", "beyond the most")
        );
        var rows = ((FeelList)read.Data["anak"]).Items.Cast<FeelContext>().ToArray();
        Assert.Equal(["Ani", "Budi"], rows.Select(r => $"{r["nama"]}"));
        Assert.Equal(FeelDate.Of(2020, 2, 1), rows[0]["lahir"]);
        Assert.Equal("1500", $"{rows[1].At("biaya.sekolah")}");
    }

    [Fact]
    public void A_row_that_was_opened_and_left_blank_stays_until_the_answers_are_settled()
    {
        var read = Post(Children, ("anak", "0"), ("anak", "1"), ("anak", "2"), ("anak[1].nama", "Ani"));
        Assert.Equal(3, ((FeelList)read.Data["anak"]).Items.Length);
        var settled = read.WithoutBlankRows(Children.Fields).Data;
        Assert.Equal("Ani", $"{settled.At("anak[0].nama")}");
        Assert.Single(((FeelList)settled["anak"]).Items);
    }

    [Fact]
    public void Only_blank_rows_go_and_only_down_to_the_fewest()
    {
        var two = Answers("""{"anak": [{"nama": "Ani"}, {"nama": null}, {"nama": "Budi"}]}""");
        var settled = new PostedAnswers(two, []).WithoutBlankRows(Children.Fields).Data;
        Assert.Equal(
            ["Ani", "Budi"],
            Children.Answers(settled, Quiet).Where(f => f.Row?.Name == "nama").Select(f => $"{settled.At(f.Key)}")
        );
        var blank = Answers("""{"anak": [{"nama": null}, {"nama": null}]}""");
        Assert.Equal(1, Count(new PostedAnswers(blank, []).WithoutBlankRows(Children.Fields).Data));
    }

    [Fact]
    public void The_rows_of_a_group_come_after_the_group_itself() =>
        Assert.Equal(
            ["anak", "anak[0].nama"],
            Children.Field("anak")!.WithRows(Answers("""{"anak": [{"nama": "Ani"}]}""")).Take(2).Select(f => f.Key)
        );

    [Fact]
    public void What_is_wrong_names_its_row()
    {
        var data = Answers("""{"anak": [{"nama": "Ani"}, {"biaya": {"sekolah": "seribu"}, "lahir": "2020-02-31"}]}""");
        Assert.Equal(
            [
                ("anak[1].nama", "FORM-101"),
                ("anak[1].lahir", "FORM-115"),
                ("anak[1].biaya.sekolah", "FORM-107"),
                ("anak[1].sekolah", "FORM-101"),
            ],
            Children.Validate(data, Quiet).Select(p => (p.Key, p.Rule))
        );
    }

    [Theory]
    [InlineData("""{}""", "FORM-122")]
    [InlineData("""{"anak": []}""", "FORM-122")]
    [InlineData("""{"anak": [{"nama": "a"}, {"nama": "b"}, {"nama": "c"}, {"nama": "d"}]}""", "FORM-123")]
    [InlineData("""{"anak": ["Ani"]}""", "FORM-104")]
    [InlineData("""{"anak": "Ani"}""", "FORM-104")]
    [InlineData("""{"anak": {"nama": "Ani"}}""", "FORM-104")]
    public void A_group_keeps_to_its_bounds(string answers, string rule) =>
        Assert.Equal([("anak", rule)], Children.Validate(Answers(answers), Quiet).Select(p => (p.Key, p.Rule)));

    [Fact]
    public void FEEL_in_a_row_reads_the_row_what_is_around_it_and_its_number()
    {
        var data = Children.Computed(
            Answers("""{"kota": "Solo", "anak": [{"nama": "Ani"}, {"nama": "Budi", "biaya": {"sekolah": 7}}]}"""),
            Quiet
        );
        Assert.Equal("Budi dari SoloSolo", $"{data.At("anak[1].sapaan")}");
        Assert.Equal(("1", "2"), ($"{data.At("anak[0].nomor")}", $"{data.At("anak[1].nomor")}"));
        Assert.Equal(
            [
                "anak[1].nama",
                "anak[1].lahir",
                "anak[1].biaya.sekolah",
                "anak[1].sekolah",
                "anak[1].nomor",
                "anak[1].sapaan",
            ],
            Children.Visible(Children.Field("anak")!, 1, data, Quiet).Select(f => f.Key)
        );
        Assert.DoesNotContain(Children.Answers(data, Quiet), f => f.Key == "anak[0].sekolah");
    }

    [Fact]
    public void An_answer_called_parent_does_not_hide_what_surrounds_the_row()
    {
        var form = Form(
            Field("textfield", "parent"),
            Rows("anak", "", Field("textfield", "nama"), Computed("x", "=parent + _parent_.parent + _this_.nama"))
        );
        var data = form.Computed(Answers("""{"parent": "dari", "anak": [{"nama": "baris"}]}"""), Quiet);
        Assert.Equal("daridaribaris", $"{data.At("anak[0].x")}");
    }

    [Fact]
    public void Rows_are_summed_outside_and_typed_as_everywhere_when_they_come_as_JSON()
    {
        var sent = Answers(
            """{"anak": [{"nama": "Ani", "lahir": "2020-01-31", "x": 1, "nomor": 9}, "Budi"], "jumlah": 5}"""
        );
        var read = PostedAnswers.Read(Children.Fields, sent);
        Assert.Equal("""{"anak":[{"nama":"Ani","lahir":{"$date":"2020-01-31"}},"Budi"]}""", FeelJson.ToJson(read));
        var sum = Answers("""{"anak": [{"biaya": {"sekolah": 3}}, {"biaya": {"sekolah": 4}}]}""");
        Assert.Equal("7", $"{Children.Computed(sum, Quiet)["jumlah"]}");
    }

    [Fact]
    public void One_answer_of_a_row_is_found_by_its_key_and_can_be_corrected_alone()
    {
        var name = Children.Field("anak[1].nama")!;
        Assert.Equal(("anak.nama", true), (name.TextKey, name.Constraints.Required));
        Assert.Null(Children.Field("anak[3].nama"));
        Assert.Null(Children.Field("anak[1].umur"));
        var before = Answers("""{"anak": [{"nama": "Ani"}, {"nama": "Budy", "lahir": null}]}""");
        var read = PostedAnswers.Read([name], key => key == "anak[1].nama" ? ["Budi"] : [], before);
        Assert.Equal("""{"anak":[{"nama":"Ani"},{"nama":"Budi","lahir":null}]}""", FeelJson.ToJson(read.Data));
    }

    [Fact]
    public void Rows_are_added_up_to_the_most_and_taken_out_where_they_stand()
    {
        var data = Answers("""{"anak": [{"nama": "Ani"}, {"nama": "Budi"}]}""");
        var more = Change("anak").In(Children, data);
        Assert.Equal((3, 2), (Count(more), Change("anak").RowAfter(more)));
        Assert.Equal(3, Count(Change("anak").In(Children, more)));
        var less = Change("anak[0]").In(Children, data);
        Assert.Equal(("Budi", 0), ($"{less.At("anak[0].nama")}", Change("anak[0]").RowAfter(less)));
        Assert.Equal("anak[0]", Change("anak[0]").ToString());
        Assert.Equal(2, Count(Change("anak[2]").In(Children, data)));
    }

    [Theory]
    [InlineData("kota")]
    [InlineData("anak[x]")]
    [InlineData("anak[0].nama")]
    [InlineData("")]
    [InlineData(null)]
    public void A_button_that_names_no_row_changes_nothing(string? posted) =>
        Assert.Null(RowChange.Read(Children.Fields, posted));

    [Fact]
    public void A_machine_is_told_of_an_array_of_objects()
    {
        using var json = JsonDocument.Parse(Children.JsonSchema());
        const string expected = """
            {
              "type": "array",
              "minItems": 1,
              "maxItems": 3,
              "items": {
                "type": "object",
                "properties": {
                  "nama": { "type": "string", "maxLength": 2000 },
                  "lahir": { "type": "string", "format": "date" },
                  "biaya": { "type": "object", "properties": { "sekolah": { "type": "number" } } },
                  "sekolah": { "type": "string", "maxLength": 2000 },
                  "nomor": { "readOnly": true },
                  "sapaan": { "readOnly": true }
                },
                "required": ["nama"]
              }
            }
            """;
        var children = json.RootElement.GetProperty("properties").GetProperty("anak");
        Assert.True(JsonElement.DeepEquals(JsonElement.Parse(expected), children), Children.JsonSchema());
    }

    [Theory]
    [InlineData("FORM-025", "")]
    [InlineData("FORM-021", """{"type": "filepicker", "key": "foto"}""")]
    [InlineData("FORM-021", """{"type": "dynamiclist", "path": "cucu", "components": []}""")]
    [InlineData("FORM-007", """{"type": "number", "key": "a"}, {"type": "number", "key": "a"}""")]
    [InlineData("FORM-013", """{"type": "number", "key": "a"}, {"type": "number", "key": "a.b"}""")]
    [InlineData(
        "FORM-024",
        """{"type": "number", "key": "a"}, {"type": "expression", "key": "b", "expression": "=a * 2"}"""
    )]
    [InlineData("FORM-026", """{"type": "number", "key": "a", "properties": {"source": "person.nik"}}""")]
    [InlineData("FORM-022", """{"type": "expression", "key": "b", "expression": "=this.b"}""")]
    public void A_row_that_cannot_work_is_refused(string number, string fields) =>
        Assert.Equal([number], Faults(Rows("anak", "", fields)));

    [Theory]
    [InlineData("FORM-015", """, "properties": {"max": "0"}""")]
    [InlineData("FORM-015", """, "properties": {"min": "3", "max": "2"}""")]
    [InlineData("FORM-015", """, "properties": {"max": "many"}""")]
    [InlineData("FORM-015", """, "properties": {"max": "101"}""")]
    [InlineData("FORM-015", """, "defaultRepetitions": 21""")]
    [InlineData("FORM-015", """, "isRepeating": false""")]
    public void Bounds_that_cannot_be_are_refused(string number, string more) =>
        Assert.Equal([number], Faults(Rows("anak", more, Field("textfield", "nama"))));

    private static RowChange Change(string posted) => RowChange.Read(Children.Fields, posted)!;

    private static int Count(FeelContext data) => ((FeelList)data["anak"]).Items.Length;
}
