using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Forms;

/// <summary>Reads a form of the bpmn.io schema. At most 1 MB; what the platform cannot show is a problem, never left out.</summary>
public static class FormReader
{
    public const int MaxCharacters = 1024 * 1024;
    private const int FieldsPerPage = 6;

    private static readonly HashSet<string> Decoration = ["text", "separator", "spacer", "button", "html"];

    public static Reading<FormModel> Read(string json, string file)
    {
        if (json.Length > MaxCharacters)
            return new Reading<FormModel>(
                null,
                [new Problem("FORM-002", "The form is larger than 1 MB.", new Place(file))]
            );
        try
        {
            using var document = JsonDocument.Parse(json, new JsonDocumentOptions { MaxDepth = 32 });
            return new Reader(json, file).Form(document.RootElement);
        }
        catch (JsonException e)
        {
            var at = new Place(file, null, (int)(e.LineNumber ?? 0) + 1, (int)(e.BytePositionInLine ?? 0) + 1);
            return new Reading<FormModel>(null, [new Problem("FORM-001", "The file is not JSON.", at)]);
        }
    }

    private sealed class Reader(string json, string file)
    {
        private readonly List<Problem> problems = [];
        private readonly HashSet<string> keys = new(StringComparer.Ordinal);

        public Reading<FormModel> Form(JsonElement root)
        {
            var pages = ImmutableArray.CreateBuilder<FormPage>();
            foreach (var component in Components(root))
            {
                var type = Text(component, "type");
                if (type == "group")
                    pages.Add(Page(component));
                else if (type is not null && !Decoration.Contains(type))
                    Wrong("FORM-003", "A field stands outside a group; a group is a page.", Place(component));
            }
            return new Reading<FormModel>(new FormModel(Text(root, "id") ?? Path(file), pages.ToImmutable()), problems);
        }

        private FormPage Page(JsonElement group)
        {
            var fields = ImmutableArray.CreateBuilder<FormField>();
            foreach (var component in Components(group))
                if (
                    Text(component, "type") is { } type
                    && !Decoration.Contains(type)
                    && Field(component, type) is { } field
                )
                    fields.Add(field);
            if (fields.Count > FieldsPerPage)
                problems.Add(
                    new Problem(
                        "FORM-004",
                        "A page with many fields is hard on a phone.",
                        Place(group),
                        Severity.Warning
                    )
                );
            return new FormPage(Text(group, "id") ?? "", Hide(group), fields.ToImmutable(), Place(group));
        }

        private FormField? Field(JsonElement component, string type)
        {
            var at = Place(component);
            if (Kind(component, type) is not { } kind)
            {
                Wrong("FORM-005", $"A field of the type {type} cannot be shown.", at);
                return null;
            }
            var key = Text(component, "key");
            if (key is null)
                Wrong("FORM-006", "The field has no key.", at);
            else if (!keys.Add(key))
                Wrong("FORM-007", $"The key {key} occurs twice.", at);
            return new FormField(
                key ?? "",
                kind,
                Text(component, "label"),
                Constraints(component, at),
                [.. Options(component)],
                Hide(component),
                Properties(component),
                at
            );
        }

        private static FieldKind? Kind(JsonElement component, string type) =>
            type switch
            {
                "textfield" => FieldKind.Text,
                "textarea" => FieldKind.LongText,
                "number" => FieldKind.Number,
                "datetime" when Text(component, "subtype") is null or "date" => FieldKind.Date,
                "radio" => FieldKind.Choice,
                "select" => FieldKind.Dropdown,
                "checkbox" => FieldKind.YesNo,
                "checklist" => FieldKind.Choices,
                "filepicker" => FieldKind.File,
                _ => null,
            };

        private FieldConstraints Constraints(JsonElement component, Place at)
        {
            if (!component.TryGetProperty("validate", out var rules))
                return new FieldConstraints(false, null, null, null, null, null);
            return new FieldConstraints(
                rules.TryGetProperty("required", out var required) && required.ValueKind == JsonValueKind.True,
                (int?)Number(rules, "minLength"),
                (int?)Number(rules, "maxLength"),
                Number(rules, "min"),
                Number(rules, "max"),
                Pattern(Text(rules, "pattern"), at)
            );
        }

        private Regex? Pattern(string? pattern, Place at)
        {
            if (pattern is null)
                return null;
            try
            {
                // No pattern can take long: the matcher does not go back.
                return new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
            }
            catch (Exception e) when (e is ArgumentException or NotSupportedException)
            {
                Wrong("FORM-008", $"The pattern {pattern} cannot be used.", at);
                return null;
            }
        }

        private FeelExpression? Hide(JsonElement component)
        {
            if (
                !component.TryGetProperty("conditional", out var conditional)
                || Text(conditional, "hide") is not { Length: > 0 } hide
            )
                return null;
            var reading = FeelExpression.Parse(hide.TrimStart('='), Place(component), []);
            problems.AddRange(reading.Problems);
            return reading.Value;
        }

        private static IEnumerable<FieldOption> Options(JsonElement component) =>
            component.TryGetProperty("values", out var values) && values.ValueKind == JsonValueKind.Array
                ? values
                    .EnumerateArray()
                    .Select(v => new FieldOption(Text(v, "value") ?? "", Text(v, "label") ?? Text(v, "value") ?? ""))
                : [];

        private static ImmutableSortedDictionary<string, string> Properties(JsonElement component) =>
            component.TryGetProperty("properties", out var properties) && properties.ValueKind == JsonValueKind.Object
                ? properties
                    .EnumerateObject()
                    .ToImmutableSortedDictionary(p => p.Name, p => p.Value.ToString(), StringComparer.Ordinal)
                : ImmutableSortedDictionary<string, string>.Empty;

        private static IEnumerable<JsonElement> Components(JsonElement owner) =>
            owner.ValueKind == JsonValueKind.Object
            && owner.TryGetProperty("components", out var list)
            && list.ValueKind == JsonValueKind.Array
                ? list.EnumerateArray()
                : [];

        /// <summary>The document tree has no positions: the line is where the key or id stands in the text.</summary>
        private Place Place(JsonElement component)
        {
            var name = Text(component, "key") ?? Text(component, "id");
            var at = name is null ? -1 : json.IndexOf($"\"{name}\"", StringComparison.Ordinal);
            if (at < 0)
                return new Place(file, name);
            var before = json.AsSpan(0, at);
            return new Place(file, name, before.Count('\n') + 1, at - before.LastIndexOf('\n'));
        }

        private void Wrong(string number, string message, Place at) => problems.Add(new Problem(number, message, at));

        private static string? Text(JsonElement owner, string name) =>
            owner.ValueKind == JsonValueKind.Object
            && owner.TryGetProperty(name, out var value)
            && value.ValueKind == JsonValueKind.String
                ? value.GetString()
                : null;

        private static decimal? Number(JsonElement owner, string name) =>
            owner.TryGetProperty(name, out var value)
                ? value.ValueKind switch
                {
                    JsonValueKind.Number => value.GetDecimal(),
                    JsonValueKind.String
                        when decimal.TryParse(
                            value.GetString(),
                            NumberStyles.Number,
                            CultureInfo.InvariantCulture,
                            out var number
                        ) => number,
                    _ => null,
                }
                : null;

        private static string Path(string file) => file.Split('/')[^1].Split('.')[0];
    }
}
