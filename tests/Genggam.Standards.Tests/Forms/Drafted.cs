using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Standards.Tests.Forms;

/// <summary>Small forms written in a test.</summary>
internal static class Drafted
{
    public static readonly FeelEnvironment Quiet = new(DateTimeOffset.UnixEpoch);

    public static string Json(params string[] fields) => Pages(Page("a", fields));

    public static string Pages(params string[] pages) =>
        $$"""{"type": "default", "id": "f", "components": [{{string.Join(",\n", pages)}}]}""";

    public static string Page(string id, params string[] fields) =>
        $$"""{"type": "group", "id": "{{id}}", "components": [{{string.Join(",\n", fields)}}]}""";

    public static string Field(string type, string key, string more = "") =>
        $$"""{"type": "{{type}}", "key": "{{key}}"{{more}}}""";

    public static string Computed(string key, string expression, string more = "") =>
        Field(
            "expression",
            key,
            $$""", "expression": {{System.Text.Json.JsonSerializer.Serialize(expression)}}{{more}}"""
        );

    public static string Rows(string path, string more, params string[] fields) =>
        $$"""{"type": "dynamiclist", "path": "{{path}}"{{more}}, "components": [{{string.Join(",\n", fields)}}]}""";

    public static FeelContext Answers(string json) => (FeelContext)FeelJson.Parse(json);

    /// <summary>A form without a fault.</summary>
    public static FormModel Form(params string[] fields) => Sound(Json(fields));

    public static FormModel Sound(string json)
    {
        var reading = FormReader.Read(json, "f.form");
        Assert.Empty(reading.Problems);
        return reading.Value!;
    }

    public static string[] Faults(params string[] fields) =>
        [.. FormReader.Read(Json(fields), "f.form").Problems.Select(p => p.Number)];

    /// <summary>Numbers of the rules that an answer breaks.</summary>
    public static string[] Broken(string field, FeelValue answer) =>
        [.. Form(field).Validate(FeelContext.Empty.WithAt("x", answer), Quiet).Select(p => p.Rule)];

    public static PostedAnswers Post(FormModel form, params (string Name, string Value)[] posted)
    {
        var all = posted.ToLookup(p => p.Name, p => (string?)p.Value);
        return PostedAnswers.Read(form.Fields, name => [.. all[name]]);
    }
}
