using Genggam.Office.Changes;

namespace Genggam.Office.Tests.Changes.Comparing;

public sealed class FormDifferenceTests
{
    private const string Name = """{ "type": "textfield", "id": "f1", "key": "anak.nama", "label": "Nama" }""";
    private const string Place = """
        { "type": "radio", "id": "f2", "key": "anak.tempat", "label": "Tempat", "validate": { "required": true },
          "values": [{ "value": "rumah", "label": "Rumah" }, { "value": "rs", "label": "Rumah sakit" }] }
        """;

    private static string Of(string was, string now) =>
        string.Join(
            '\n',
            FormDifference
                .Of("f.form", was, now)!
                .Fields.Select(f =>
                    $"{f.Became} {f.Id}"
                    + string.Concat(f.Aspects.Select(a => $" {a.Name}: {a.Was ?? "nothing"} -> {a.Now ?? "nothing"}"))
                )
        );

    private static string Form(params string[] fields) =>
        $$"""{ "type": "default", "id": "f", "components": [{{string.Join(',', fields)}}] }""";

    [Fact]
    public void A_field_that_need_not_be_answered_any_more_and_an_option_that_is_new_are_told() =>
        Assert.Equal(
            "Changed anak.tempat validate.required: true -> nothing values.lain: nothing -> Tempat lain",
            Of(
                Form(Name, Place),
                Form(
                    Name,
                    Place
                        .Replace("true", "false", StringComparison.Ordinal)
                        .Replace(
                            "}]",
                            "}, { \"value\": \"lain\", \"label\": \"Tempat lain\" }]",
                            StringComparison.Ordinal
                        )
                )
            )
        );

    [Fact]
    public void Fields_that_are_new_and_gone_are_named_by_their_keys() =>
        Assert.Equal("Removed anak.nama\nAdded ibu.nama", Of(Form(Name, Place), Form(New("ibu.nama"), Place)));

    [Fact]
    public void Another_order_is_a_move_of_one_field() =>
        Assert.Equal("Moved x", Of(Form(Name, Place, New("x")), Form(New("x"), Name, Place)));

    [Fact]
    public void A_tool_that_gives_other_ids_changes_nothing() =>
        Assert.Empty(Of(Form(Name, Place), Form(Name.Replace("f1", "Field_1x"), Place.Replace("f2", "Field_0k"))));

    [Fact]
    public void A_field_put_into_a_group_stands_on_another_page() =>
        Assert.Equal(
            "Changed anak.nama page: nothing -> Anak\nAdded g",
            string.Join(
                '\n',
                Of(Form(Name), Form($$"""{ "type": "group", "id": "g", "label": "Anak", "components": [{{Name}}] }"""))
                    .Split('\n')
                    .OrderByDescending(x => x, StringComparer.Ordinal)
            )
        );

    [Fact]
    public void A_form_that_is_no_json_is_told_by_its_lines_only() =>
        Assert.Null(FormDifference.Of("f.form", Form(Name), "{"));

    private static string New(string key) =>
        $$"""{ "type": "textfield", "id": "{{key}}", "key": "{{key}}", "label": "Baru" }""";
}
