using System.Globalization;
using System.Text.Json;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>
/// The opened parts of an entry while the entry is read: a mark <c>{"$p":[block,name,...]}</c> finds its values here. Values
/// that stand twice in an entry are read once.
/// </summary>
internal sealed class PersonalParts : IDisposable
{
    private const char Tag = '$';

    // The serializer gives a converter nothing of the call it works for; the thread that reads the entry does.
    [ThreadStatic]
    private static PersonalParts? current;

    private readonly List<JsonDocument> parts = [];
    private readonly Dictionary<int, Personal> read = [];

    public PersonalParts(IEnumerable<ReadOnlyMemory<byte>> given, JsonDocumentOptions options)
    {
        foreach (var part in given)
            parts.Add(JsonDocument.Parse(part, options));
        current = this;
    }

    public static Personal Of(int block, List<string> names) =>
        (current ?? throw new JsonException("Marks of values are read only with the parts they stand in.")).Find(
            block,
            names
        );

    public void Dispose()
    {
        current = null;
        foreach (var part in parts)
            part.Dispose();
    }

    private Personal Find(int block, List<string> names)
    {
        if (read.TryGetValue(block, out var known))
            return known;
        var values =
            names is [[Tag, ..] tag] && Find(EntryCodec.Key(block, tag)) is { } tagged
                ? Tagged(tag, tagged)
                : FeelContext.Of(
                    names.Select(n =>
                        (n, Find(EntryCodec.Key(block, n)) is { } value ? FeelJson.Read(value) : FeelValue.Null)
                    )
                );
        return read[block] = new Personal(values);
    }

    private JsonElement? Find(string key)
    {
        foreach (var part in parts)
            if (part.RootElement.TryGetProperty(key, out var value))
                return value;
        return null;
    }

    /// <summary>A context with names of its own kind is written as one tagged value.</summary>
    private static FeelContext Tagged(string tag, JsonElement value)
    {
        using var document = JsonDocument.Parse(
            string.Create(CultureInfo.InvariantCulture, $"{{\"{tag}\":{value.GetRawText()}}}"),
            new JsonDocumentOptions { MaxDepth = FeelJson.MaxDepth }
        );
        return FeelJson.Read(document.RootElement) as FeelContext ?? FeelContext.Empty;
    }
}
