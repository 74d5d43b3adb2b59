using System.Text.Json;
using System.Text.Json.Serialization;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>
/// Values about people. In memory they are plain; in the journal each top-level name is encrypted under the key of the
/// person it belongs to. The release says whose a name is; a name it does not list belongs to the applicant.
/// </summary>
[JsonConverter(typeof(PersonalConverter))]
public sealed record Personal(FeelContext Values)
{
    private const string FreeText = "_";

    public static readonly Personal Nothing = new(FeelContext.Empty);

    /// <summary>Free text an officer or applicant wrote: it may name anybody, so it is kept as the applicant's.</summary>
    public static Personal Text(string? text) =>
        string.IsNullOrWhiteSpace(text) ? Nothing : new(FeelContext.Empty.With(FreeText, text));

    public string? AsText => (Values[FreeText] as FeelString)?.Value;

    /// <summary>There was a text and it is gone with the key of the person it belonged to.</summary>
    public bool TextIsErased => Values.Names.Contains(FreeText) && Values[FreeText].IsNull;

    public bool Equals(Personal? other) => other is not null && FeelEquality.Same(Values, other.Values);

    public override int GetHashCode() => Values.Names.Length;
}

/// <summary>Writes <c>{"$p":{...}}</c>, the mark by which <see cref="EntryCodec"/> finds what must be encrypted.</summary>
internal sealed class PersonalConverter : JsonConverter<Personal>
{
    public override Personal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // The first journals kept the note of a defect as plain text.
        if (reader.TokenType == JsonTokenType.String)
            return Personal.Text(reader.GetString());
        var personal = Personal.Nothing;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isMark = reader.ValueTextEquals(EntryCodec.Mark);
            reader.Read();
            if (!isMark)
                reader.Skip();
            else
                personal = reader.TokenType == JsonTokenType.StartArray ? Marked(ref reader) : Plain(ref reader);
        }
        return personal;
    }

    private static Personal Marked(ref Utf8JsonReader reader)
    {
        reader.Read();
        var block = reader.GetInt32();
        var names = new List<string>();
        while (reader.Read() && reader.TokenType == JsonTokenType.String)
            names.Add(reader.GetString()!);
        return PersonalParts.Of(block, names);
    }

    private static Personal Plain(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return FeelJson.Read(document.RootElement) is FeelContext context ? new Personal(context) : Personal.Nothing;
    }

    public override void Write(Utf8JsonWriter writer, Personal value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName(EntryCodec.Mark);
        FeelJson.Write(writer, value.Values);
        writer.WriteEndObject();
    }
}
