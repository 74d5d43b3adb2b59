using System.Text.Json;
using System.Text.Json.Serialization;
using Genggam.Standards.Feel;

namespace Genggam.Web.Api;

/// <summary>Answers as plain JSON. The tags of the journal mean nothing here: what programs send is never more than data.</summary>
internal sealed class AnswersJson : JsonConverter<FeelContext>
{
    public override FeelContext Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.StartObject ? Object(ref reader) : throw new JsonException();

    public override void Write(Utf8JsonWriter writer, FeelContext value, JsonSerializerOptions options) =>
        FeelJson.WritePlain(writer, value);

    private static FeelContext Object(ref Utf8JsonReader reader)
    {
        var entries = new List<(string, FeelValue)>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            var name = reader.GetString()!;
            reader.Read();
            entries.Add((name, Value(ref reader)));
        }
        return FeelContext.Of(entries);
    }

    private static FeelValue Value(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                using (var number = JsonDocument.ParseValue(ref reader))
                    return FeelNumber.Read(number.RootElement.GetRawText()) ?? throw new JsonException();
            case JsonTokenType.True:
                return true;
            case JsonTokenType.False:
                return false;
            case JsonTokenType.StartObject:
                return Object(ref reader);
            case JsonTokenType.StartArray:
                var items = new List<FeelValue>();
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
                    items.Add(Value(ref reader));
                return new FeelList([.. items]);
            default:
                return FeelValue.Null;
        }
    }
}
