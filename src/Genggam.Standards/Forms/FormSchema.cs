using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Genggam.Standards.Forms;

/// <summary>
/// A form as JSON Schema, draft 2020-12. Dotted keys become nested objects. A field that may be hidden is never required
/// here: whether it is asked depends on other answers, which the service judges. A computed field is <c>readOnly</c>: what is
/// sent for it does not count.
/// </summary>
internal static class FormSchema
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, NewLine = "\n" };

    internal static string Of(FormModel form)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
        {
            writer.WriteStartObject();
            writer.WriteString("$schema", "https://json-schema.org/draft/2020-12/schema");
            writer.WriteString("title", form.Id);
            WriteObject(writer, [.. form.Pages.SelectMany(p => p.Fields.Select(f => Entry.Of(f.Key, f, p.Hide)))]);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <param name="Rest">What is left of the key below the object that is being written.</param>
    private sealed record Entry(string Rest, FormField Field, bool Required)
    {
        public string Head => Rest.Split('.')[0];

        /// <summary>A computed field is never asked, a repeating group where it must have a row.</summary>
        public static Entry Of(string key, FormField field, Feel.FeelExpression? hide) =>
            new(
                key,
                field,
                field.Kind != FieldKind.Computed
                    && field.Closed is null
                    && (field.Constraints.Required || field.Rows is { Min: > 0 })
                    && hide is null
                    && field.Hide is null
            );

        public bool IsLeaf => !Rest.Contains('.', StringComparison.Ordinal);

        public Entry Below() => this with { Rest = Rest[(Head.Length + 1)..] };
    }

    private static void WriteObject(Utf8JsonWriter writer, IReadOnlyList<Entry> entries)
    {
        writer.WriteString("type", "object");
        writer.WriteStartObject("properties");
        foreach (var group in entries.GroupBy(e => e.Head, StringComparer.Ordinal))
        {
            writer.WriteStartObject(group.Key);
            if (group.First() is { IsLeaf: true } leaf)
                WriteField(writer, leaf.Field);
            else
                WriteObject(writer, [.. group.Select(e => e.Below())]);
            writer.WriteEndObject();
        }
        writer.WriteEndObject();
        var required = entries.Where(e => e.Required).Select(e => e.Head).Distinct(StringComparer.Ordinal).ToList();
        if (required.Count > 0)
            WriteTexts(writer, "required", required);
    }

    private static void WriteField(Utf8JsonWriter writer, FormField field)
    {
        if (field.Label is { } label)
            writer.WriteString("title", label);
        if (field.Closed is { Source: "true" })
            writer.WriteBoolean("readOnly", true);
        switch (field.Kind)
        {
            case FieldKind.Text or FieldKind.LongText:
                WriteText(writer, field);
                break;
            case FieldKind.Number:
                writer.WriteString("type", "number");
                if (field.Constraints.Min is { } min)
                    writer.WriteNumber("minimum", min);
                if (field.Constraints.Max is { } max)
                    writer.WriteNumber("maximum", max);
                if (field.Constraints.Decimals is { } digits)
                    writer.WriteNumber("multipleOf", new decimal(1, 0, 0, false, (byte)digits));
                break;
            case FieldKind.Date:
                writer.WriteString("type", "string");
                writer.WriteString("format", "date");
                break;
            case FieldKind.Time:
                writer.WriteString("type", "string");
                writer.WriteString("pattern", "^([01]?[0-9]|2[0-3])[:.][0-5][0-9]([:.][0-5][0-9])?$");
                break;
            case FieldKind.Moment:
                writer.WriteString("type", "string");
                writer.WriteString(
                    "pattern",
                    "^[0-9]{4}-[0-9]{2}-[0-9]{2}T([01]?[0-9]|2[0-3])[:.][0-5][0-9]([:.][0-5][0-9])?$"
                );
                break;
            case FieldKind.Choice or FieldKind.Dropdown:
                WriteOptions(writer, field);
                break;
            case FieldKind.Choices:
                writer.WriteString("type", "array");
                writer.WriteBoolean("uniqueItems", true);
                writer.WriteStartObject("items");
                WriteOptions(writer, field);
                writer.WriteEndObject();
                break;
            case FieldKind.YesNo:
                writer.WriteString("type", "boolean");
                if (field.Constraints.Required)
                    writer.WriteBoolean("const", true);
                break;
            case FieldKind.Computed:
                writer.WriteBoolean("readOnly", true);
                break;
            case FieldKind.Rows:
                writer.WriteString("type", "array");
                writer.WriteNumber("minItems", field.Rows!.Min);
                writer.WriteNumber("maxItems", field.Rows.Max);
                writer.WriteStartObject("items");
                WriteObject(writer, [.. field.Rows.Fields.Select(f => Entry.Of(f.Key, f, null))]);
                writer.WriteEndObject();
                break;
            case FieldKind.File:
                writer.WriteString("description", "Attachments, each named by the id that its upload gave.");
                break;
        }
    }

    private static void WriteText(Utf8JsonWriter writer, FormField field)
    {
        var limits = field.Constraints;
        writer.WriteString("type", "string");
        if (limits.MinLength is { } shortest)
            writer.WriteNumber("minLength", shortest);
        writer.WriteNumber("maxLength", limits.MaxLength ?? FieldRules.DefaultMaxLength);
        WritePatterns(writer, field.Shape is "nik" or "kk" ? "^[0-9]{16}$" : null, limits.Pattern?.ToString());
        if (field.Shape == "email")
            writer.WriteString("format", "email");
    }

    private static void WritePatterns(Utf8JsonWriter writer, string? shape, string? pattern)
    {
        if ((shape ?? pattern) is { } first)
            writer.WriteString("pattern", first);
        if (shape is null || pattern is null)
            return;
        writer.WriteStartArray("allOf");
        writer.WriteStartObject();
        writer.WriteString("pattern", pattern);
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static void WriteOptions(Utf8JsonWriter writer, FormField field)
    {
        writer.WriteString("type", "string");
        // Options that FEEL gives are known only with the answers.
        if (field.OptionsFrom is null)
            WriteTexts(writer, "enum", field.Options.Select(o => o.Value));
    }

    private static void WriteTexts(Utf8JsonWriter writer, string name, IEnumerable<string> texts)
    {
        writer.WriteStartArray(name);
        foreach (var text in texts)
            writer.WriteStringValue(text);
        writer.WriteEndArray();
    }
}
