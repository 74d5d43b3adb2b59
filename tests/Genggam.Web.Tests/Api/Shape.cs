using System.Text.Json;
using System.Text.Json.Nodes;

namespace Genggam.Web.Tests.Api;

/// <summary>Compares a body with the schema that describes it: kinds, required and known names, items. Nothing else.</summary>
internal static class Shape
{
    public static IEnumerable<string> Faults(JsonNode document, JsonNode schema, JsonNode? body, string at)
    {
        if (schema["$ref"] is { } reference)
        {
            var target = ((string)reference!).Split('/')[1..].Aggregate(document, (node, step) => node[step]!);
            return Faults(document, target, body, at);
        }
        if (schema["oneOf"] is JsonArray choices)
            return choices.Any(c => !Faults(document, c!, body, at).Any()) ? [] : [$"{at} fits none of its choices"];
        if (
            schema["type"] is { } type
            && !Kinds(type).Any(k => k == Kind(body) || (k == "number" && Kind(body) == "integer"))
        )
            return [$"{at} is {Kind(body)} in place of {type.ToJsonString()}"];
        return body switch
        {
            JsonObject entries => Entries(document, schema, entries, at),
            JsonArray items when schema["items"] is { } item => items.SelectMany(
                (entry, i) => Faults(document, item, entry, $"{at}/{i}")
            ),
            _ => [],
        };
    }

    private static IEnumerable<string> Entries(JsonNode document, JsonNode schema, JsonObject body, string at)
    {
        foreach (var name in schema["required"]?.AsArray() ?? [])
            if (!body.ContainsKey((string)name!))
                yield return $"{at}/{name} is missing";
        foreach (var (name, value) in body)
        {
            var described = schema["properties"]?[name] ?? schema["additionalProperties"];
            if (described is null && schema["properties"] is not null)
                yield return $"{at}/{name} is not described";
            else if (described is JsonObject)
                foreach (var fault in Faults(document, described, value, $"{at}/{name}"))
                    yield return fault;
        }
    }

    private static string[] Kinds(JsonNode type) =>
        type is JsonArray several ? [.. several.Select(t => (string)t!)] : [(string)type!];

    private static string Kind(JsonNode? body) =>
        body?.GetValueKind() switch
        {
            null or JsonValueKind.Null => "null",
            JsonValueKind.Object => "object",
            JsonValueKind.Array => "array",
            JsonValueKind.String => "string",
            JsonValueKind.True or JsonValueKind.False => "boolean",
            _ when body.ToJsonString().All(c => char.IsAsciiDigit(c) || c == '-') => "integer",
            _ => "number",
        };
}
