using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>An entry as the journal keeps it: open JSON (see <see cref="EntryBytes"/>), and per subject the values that are encrypted under that key.</summary>
public sealed record SealedEntry(byte[] Open, ImmutableSortedDictionary<string, byte[]> Parts);

/// <summary>An entry read back. <paramref name="Erased"/> names the subjects whose key is destroyed: their values are null.</summary>
public sealed record OpenedEntry(CaseEntry Entry, ImmutableArray<string> Erased);

/// <summary>
/// Takes the personal values out of an entry and puts them back. In the open JSON <c>{"$p":[block,name,...]}</c> stands
/// where they were; a value that occurs twice in an entry (in the command and in its event) is kept once.
/// </summary>
public static partial class EntryCodec
{
    internal const string Mark = "$p";

    private static readonly JsonDocumentOptions Deep = new() { MaxDepth = FeelJson.MaxDepth };

    /// <summary>The subject of every name that the release does not list.</summary>
    public const string Applicant = OpenTask.ApplicantRole;

    public static SealedEntry Split(CaseEntry entry, ImmutableSortedDictionary<string, Subject> subjects)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(entry, EntryJson.Default.CaseEntry);
        var open = new ArrayBufferWriter<byte>(json.Length);
        var parts = new Dictionary<string, (ArrayBufferWriter<byte> Bytes, Utf8JsonWriter Json)>(
            StringComparer.Ordinal
        );
        var blocks = new Dictionary<string, int>(StringComparer.Ordinal);
        using (var document = JsonDocument.Parse(json, Deep))
        using (var writer = new Utf8JsonWriter(open))
            Copy(document.RootElement, writer, Seal);

        var sealedParts = ImmutableSortedDictionary.CreateBuilder<string, byte[]>(StringComparer.Ordinal);
        foreach (var (subject, part) in parts)
        {
            part.Json.WriteEndObject();
            part.Json.Dispose();
            sealedParts.Add(subject, part.Bytes.WrittenSpan.ToArray());
        }
        return new SealedEntry(EntryBytes.Packed(open.WrittenSpan), sealedParts.ToImmutable());

        void Seal(JsonElement values, Utf8JsonWriter writer)
        {
            var raw = values.GetRawText();
            var known = blocks.TryGetValue(raw, out var block);
            if (!known)
                blocks[raw] = block = blocks.Count;
            writer.WriteStartArray();
            writer.WriteNumberValue(block);
            foreach (var value in values.EnumerateObject())
            {
                writer.WriteStringValue(value.Name);
                if (known)
                    continue;
                var part = Part(subjects.ContainsKey(value.Name) ? value.Name : Applicant);
                part.WritePropertyName(Key(block, value.Name));
                value.Value.WriteTo(part);
            }
            writer.WriteEndArray();
        }

        Utf8JsonWriter Part(string subject)
        {
            if (parts.TryGetValue(subject, out var part))
                return part.Json;
            var bytes = new ArrayBufferWriter<byte>();
            var json = new Utf8JsonWriter(bytes);
            json.WriteStartObject();
            parts[subject] = (bytes, json);
            return json;
        }
    }

    /// <summary>Whether two entries say the same in every byte of theirs that the journal keeps.</summary>
    internal static bool SameBytes(CaseEntry a, CaseEntry b) =>
        JsonSerializer
            .SerializeToUtf8Bytes(a, EntryJson.Default.CaseEntry)
            .AsSpan()
            .SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(b, EntryJson.Default.CaseEntry));

    internal static bool SameBytes(CaseEvent a, CaseEvent b) =>
        JsonSerializer
            .SerializeToUtf8Bytes(a, EntryJson.Default.CaseEvent)
            .AsSpan()
            .SequenceEqual(JsonSerializer.SerializeToUtf8Bytes(b, EntryJson.Default.CaseEvent));

    /// <summary>The entry as it is after it was written and read.</summary>
    internal static CaseEntry ReadBack(CaseEntry entry) =>
        JsonSerializer.Deserialize(
            JsonSerializer.SerializeToUtf8Bytes(entry, EntryJson.Default.CaseEntry),
            EntryJson.Default.CaseEntry
        )!;

    /// <summary>A command as bytes, for telling whether two are the same.</summary>
    public static byte[] Body(Command command) =>
        JsonSerializer.SerializeToUtf8Bytes(command, EntryJson.Default.Command);

    /// <summary>An effect as the outbox keeps it. It holds no personal data.</summary>
    public static byte[] Body(Effect effect) => JsonSerializer.SerializeToUtf8Bytes(effect, EntryJson.Default.Effect);

    public static Effect Effect(ReadOnlyMemory<byte> body) =>
        JsonSerializer.Deserialize(body.Span, EntryJson.Default.Effect)
        ?? throw new JsonException("An effect is empty.");

    /// <param name="parts">The decrypted part of each subject; null where the key is destroyed.</param>
    public static OpenedEntry Join(ReadOnlyMemory<byte> open, IReadOnlyDictionary<string, byte[]?> parts)
    {
        var entry = Read(open, parts.Values.Where(p => p is not null).Select(p => new ReadOnlyMemory<byte>(p)));
        return new OpenedEntry(
            entry,
            [.. parts.Where(p => p.Value is null).Select(p => p.Key).Order(StringComparer.Ordinal)]
        );
    }

    /// <param name="parts">The decrypted parts, whosever they are, without those that are erased.</param>
    public static CaseEntry Read(ReadOnlyMemory<byte> open, IEnumerable<ReadOnlyMemory<byte>> parts)
    {
        using var values = new PersonalParts(parts, Deep);
        using var json = EntryBytes.Open(open);
        return JsonSerializer.Deserialize(json.Span, EntryJson.Default.CaseEntry)
            ?? throw new JsonException("An entry of the journal is empty.");
    }

    internal static string Key(int block, string name) =>
        string.Create(CultureInfo.InvariantCulture, $"{block}/{name}");

    private static void Copy(JsonElement element, Utf8JsonWriter writer, Action<JsonElement, Utf8JsonWriter> personal)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in element.EnumerateObject())
                {
                    writer.WritePropertyName(property.Name);
                    if (property.NameEquals(Mark))
                        personal(property.Value, writer);
                    else
                        Copy(property.Value, writer, personal);
                }
                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in element.EnumerateArray())
                    Copy(item, writer, personal);
                writer.WriteEndArray();
                break;
            default:
                element.WriteTo(writer);
                break;
        }
    }

    [JsonSourceGenerationOptions(
        PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        UseStringEnumConverter = true,
        MaxDepth = FeelJson.MaxDepth
    )]
    [JsonSerializable(typeof(CaseEntry))]
    private sealed partial class EntryJson : JsonSerializerContext;
}
