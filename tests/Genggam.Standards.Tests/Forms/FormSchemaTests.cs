using System.Text.Json;
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
