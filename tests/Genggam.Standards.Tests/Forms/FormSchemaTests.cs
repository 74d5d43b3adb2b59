using System.Text.Json;
using Genggam.Standards.Forms;
using static Genggam.Standards.Tests.Forms.Drafted;

namespace Genggam.Standards.Tests.Forms;

public sealed class FormSchemaTests
{
    [Fact]
    public void A_form_tells_a_machine_its_paths_types_and_limits()
    {
        const string asked = """, "validate": {"required": true}""";
        var schema = Form(
                Field(
                    "textfield",
                    "anak.nama",
                    """, "label": "Nama", "validate": {"required": true, "maxLength": 60}"""
                ),
                Field("datetime", "anak.lahir", asked),
                Field("checklist", "bukti", """, "values": [{"value": "a"}, {"value": "b"}]"""),
                Field("textfield", "ibu.nik", """, "properties": {"kind": "nik"}"""),
                Field("checkbox", "benar", asked),
                Field("number", "berat", asked + """, "conditional": {"hide": "=benar = true"}""")
            )
            .JsonSchema();
        using var json = JsonDocument.Parse(schema);
        const string expected = """
            {
              "anak": {
                "type": "object",
                "properties": {
                  "nama": { "title": "Nama", "type": "string", "maxLength": 60 },
                  "lahir": { "type": "string", "format": "date" }
                },
                "required": ["nama", "lahir"]
              },
              "bukti": { "type": "array", "uniqueItems": true, "items": { "type": "string", "enum": ["a", "b"] } },
              "ibu": {
                "type": "object",
                "properties": { "nik": { "type": "string", "maxLength": 2000, "pattern": "^[0-9]{16}$" } }
              },
              "benar": { "type": "boolean", "const": true },
              "berat": { "type": "number" }
            }
            """;
        Assert.True(
            JsonElement.DeepEquals(JsonElement.Parse(expected), json.RootElement.GetProperty("properties")),
            schema
        );
        var required = json.RootElement.GetProperty("required").EnumerateArray().Select(r => r.GetString());
        Assert.Equal(["anak", "benar"], required);
    }

    [Theory]
    [InlineData("datetime", """, "subtype": "time" """, "08.00", true)]
    [InlineData("datetime", """, "subtype": "time" """, "08:00:00", true)]
    [InlineData("datetime", """, "subtype": "time" """, "8:05", true)]
    [InlineData("datetime", """, "subtype": "time" """, "24:00", false)]
    [InlineData("datetime", """, "subtype": "datetime" """, "2026-11-30T08:00:00", true)]
    [InlineData("datetime", """, "subtype": "datetime" """, "2026-11-30T8", false)]
    public void A_pattern_of_the_schema_takes_what_the_service_reads(
        string type,
        string settings,
        string answer,
        bool taken
    )
    {
        var form = Form(Field(type, "x", settings));
        using var json = JsonDocument.Parse(form.JsonSchema());
        var pattern = json.RootElement.GetProperty("properties").GetProperty("x").GetProperty("pattern").GetString()!;

        Assert.Equal(taken, System.Text.RegularExpressions.Regex.IsMatch(answer, pattern));
        var read = PostedAnswers.Read(form.Fields, Answers($$"""{"x": "{{answer}}"}"""));
        Assert.Equal(taken, form.Validate(read, Quiet).Count == 0);
    }

    [Fact]
    public void The_schema_says_how_many_decimals_and_both_patterns()
    {
        var form = Form(
            Field("number", "a", """, "decimalDigits": 2"""),
            Field("textfield", "b", """, "validate": {"pattern": "^3578"}, "properties": {"kind": "nik"}""")
        );
        using var json = JsonDocument.Parse(form.JsonSchema());
        var properties = json.RootElement.GetProperty("properties");

        Assert.Equal(0.01m, properties.GetProperty("a").GetProperty("multipleOf").GetDecimal());
        Assert.Equal("^[0-9]{16}$", properties.GetProperty("b").GetProperty("pattern").GetString());
        Assert.Equal("^3578", properties.GetProperty("b").GetProperty("allOf")[0].GetProperty("pattern").GetString());
    }

    [Fact]
    public void A_machine_is_told_of_addresses_and_attachments()
    {
        using var json = JsonDocument.Parse(
            Form(Field("textfield", "surel", """, "properties": {"kind": "email"}"""), Field("filepicker", "ktp"))
                .JsonSchema()
        );
        var properties = json.RootElement.GetProperty("properties");
        Assert.Equal("email", properties.GetProperty("surel").GetProperty("format").GetString());
        Assert.Contains("upload", properties.GetProperty("ktp").GetProperty("description").GetString());
    }
}
