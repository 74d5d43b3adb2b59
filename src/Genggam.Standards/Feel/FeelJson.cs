using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Genggam.Standards.Feel;

/// <summary>
/// FEEL values as JSON, in one canonical text that reads back to the same value. A number that a double cannot
/// hold exactly is {"$number":"…"}; dates, times and durations are {"$date":"…"}, {"$time":"…"},
/// {"$datetime":"…"}, {"$duration":"…"}, {"$period":"…"}; a range is {"$range":["[",start,end,")"]}; a context
/// with an entry whose name begins with $ is {"$context":[[name,value],…]}.
/// </summary>
public static class FeelJson
{
    private static readonly JsonWriterOptions Compact = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The deepest text that is written of a value, tags and all, reads back.</summary>
    public const int MaxDepth = 512;

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = MaxDepth };

    public static string ToJson(FeelValue value) => Written(value, Write);

    /// <summary>For letters, pages and the API: moments as ISO 8601 strings, ranges and functions as FEEL text. Not read back.</summary>
    public static string Plain(FeelValue value) => Written(value, WritePlain);

    /// <exception cref="JsonException">The text is not JSON, a tag is wrong, or a number is beyond FEEL.</exception>
    public static FeelValue Parse(string json)
    {
        using var document = JsonDocument.Parse(json, Deep);
        return Read(document.RootElement);
    }

    /// <exception cref="JsonException">A tag is wrong, or a number is beyond FEEL.</exception>
    public static FeelValue Read(JsonElement json) =>
        json.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number => FeelNumber.Read(json.GetRawText())
                ?? throw new JsonException($"The number {json.GetRawText()} is too large."),
            JsonValueKind.Array => new FeelList([.. json.EnumerateArray().Select(Read)]),
            JsonValueKind.Object => ReadObject(json),
            _ => FeelValue.Null,
        };

    /// <exception cref="NotSupportedException">The value holds a function: functions are not data.</exception>
    public static void Write(Utf8JsonWriter writer, FeelValue value)
    {
        switch (value)
        {
            case FeelNumber number when !number.IsDecimal || !IsDoubleSafe(number.Value):
                Tagged(writer, "$number", number.ToString());
                break;
            case FeelDate or FeelTime or FeelDateTime or FeelDuration or FeelPeriod:
                Tagged(writer, TagOf(value), value.ToString()!);
                break;
            case FeelRange range:
                WriteRange(writer, range);
                break;
            case FeelContext context when context.Names.Any(name => name.StartsWith('$')):
                WriteEscaped(writer, context);
                break;
            case FeelFunction:
                throw new NotSupportedException("A function cannot be written as data.");
            default:
                WriteShape(writer, value, Write);
                break;
        }
    }

    /// <summary>Like <see cref="Plain"/>.</summary>
    public static void WritePlain(Utf8JsonWriter writer, FeelValue value)
    {
        if (value is FeelNull or FeelBoolean or FeelString or FeelNumber or FeelList or FeelContext)
            WriteShape(writer, value, WritePlain);
        else
            writer.WriteStringValue(value.ToString());
    }

    private static string Written(FeelValue value, Action<Utf8JsonWriter, FeelValue> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Compact))
            write(writer, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteShape(Utf8JsonWriter writer, FeelValue value, Action<Utf8JsonWriter, FeelValue> inner)
    {
        switch (value)
        {
            case FeelBoolean truth:
                writer.WriteBooleanValue(truth.Value);
                break;
            case FeelString text:
                writer.WriteStringValue(text.Value);
                break;
            case FeelNumber { IsDecimal: true } number:
                writer.WriteNumberValue(number.Value);
                break;
            case FeelNumber:
                writer.WriteRawValue(value.ToString()!);
                break;
            case FeelList list:
                writer.WriteStartArray();
                foreach (var item in list.Items)
                    inner(writer, item);
                writer.WriteEndArray();
                break;
            case FeelContext context:
                writer.WriteStartObject();
                foreach (var name in context.Names)
                {
                    writer.WritePropertyName(name);
                    inner(writer, context[name]);
                }
                writer.WriteEndObject();
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }

    private static void WriteRange(Utf8JsonWriter writer, FeelRange range)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("$range");
        writer.WriteStringValue(range.StartIncluded ? "[" : "(");
        Write(writer, range.Start);
        Write(writer, range.End);
        writer.WriteStringValue(range.EndIncluded ? "]" : ")");
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WriteEscaped(Utf8JsonWriter writer, FeelContext context)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("$context");
        foreach (var name in context.Names)
        {
            writer.WriteStartArray();
            writer.WriteStringValue(name);
            Write(writer, context[name]);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Tagged(Utf8JsonWriter writer, string tag, string text)
    {
        writer.WriteStartObject();
        writer.WriteString(tag, text);
        writer.WriteEndObject();
    }

    private static string TagOf(FeelValue value) =>
        value switch
        {
            FeelDate => "$date",
            FeelTime => "$time",
            FeelDateTime => "$datetime",
            FeelDuration => "$duration",
            _ => "$period",
        };

    private static bool IsDoubleSafe(decimal value) =>
        decimal.TryParse(
            decimal.ToDouble(value).ToString("R", CultureInfo.InvariantCulture),
            NumberStyles.Float,
            CultureInfo.InvariantCulture,
            out var back
        )
        && back == value;

    private static FeelValue ReadObject(JsonElement json)
    {
        using var entries = json.EnumerateObject();
        if (entries.MoveNext() && entries.Current.Name.StartsWith('$'))
            return ReadTagged(entries.Current);
        return FeelContext.Of(json.EnumerateObject().Select(entry => (entry.Name, Read(entry.Value))));
    }

    private static FeelValue ReadTagged(JsonProperty entry)
    {
        var text = entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString()! : "";
        FeelValue? read = entry.Name switch
        {
            "$number" => FeelNumber.Read(text),
            "$date" => FeelDate.Read(text),
            "$time" => FeelTime.Read(text),
            "$datetime" => FeelDateTime.Read(text),
            "$duration" => FeelDuration.Read(text),
            "$period" => FeelPeriod.Read(text),
            "$range" when entry.Value is { ValueKind: JsonValueKind.Array } range && range.GetArrayLength() == 4 =>
                new FeelRange(IsText(range[0], "["), Read(range[1]), Read(range[2]), IsText(range[3], "]")),
            "$context" when entry.Value.ValueKind == JsonValueKind.Array => FeelContext.Of(
                entry.Value.EnumerateArray().Select(pair => (pair[0].GetString()!, Read(pair[1]))).ToImmutableArray()
            ),
            _ => null,
        };
        return read ?? throw new JsonException($"{entry.Name} does not hold what its tag says.");
    }

    private static bool IsText(JsonElement json, string text) =>
        json.ValueKind == JsonValueKind.String && json.GetString() == text;
}
