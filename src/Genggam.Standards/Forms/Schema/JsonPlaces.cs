using System.Text;
using System.Text.Json;

namespace Genggam.Standards.Forms.Schema;

/// <summary>Where the parts of a JSON text stand: lines and columns by a path such as <c>/components/0/key</c>.</summary>
internal sealed class JsonPlaces
{
    private readonly string file;
    private readonly byte[] bytes;
    private readonly Dictionary<string, int> offsets = new(StringComparer.Ordinal);

    /// <exception cref="JsonException">The text is not JSON.</exception>
    internal JsonPlaces(string json, string file, int maxDepth)
    {
        this.file = file;
        bytes = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = maxDepth });
        var owners = new Stack<(string Path, int Next)>();
        var name = "";
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                name = reader.GetString()!;
                continue;
            }
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
            {
                owners.Pop();
                continue;
            }
            var path = "";
            if (owners.TryPop(out var owner))
            {
                // An array counts its items; an object, marked by -1, names them.
                path = owner.Next < 0 ? $"{owner.Path}/{name}" : $"{owner.Path}/{owner.Next}";
                owners.Push(owner.Next < 0 ? owner : (owner.Path, owner.Next + 1));
            }
            offsets[path] = (int)reader.TokenStartIndex;
            if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                owners.Push((path, reader.TokenType == JsonTokenType.StartObject ? -1 : 0));
        }
    }

    /// <summary>A component, called by its key or its id; a repeating group by the path of its rows.</summary>
    internal Place Of(Part component) =>
        Of(
            component.Path,
            component.Text(component.Text("type") == "dynamiclist" ? "path" : "key") ?? component.Text("id")
        );

    internal Place Of(string path, string? element)
    {
        if (!offsets.TryGetValue(path, out var offset))
            return new Place(file, element);
        var before = bytes.AsSpan(0, offset);
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        var column = Encoding.UTF8.GetCharCount(before[lineStart..]) + 1;
        return new Place(file, element, before.Count((byte)'\n') + 1, column);
    }

    /// <summary>The places of the characters of a text: an escape such as \n or \u0041 stands for one.</summary>
    internal Func<int, Place> Inside(string path, string? element)
    {
        var quote = Of(path, element);
        var columns = offsets.TryGetValue(path, out var offset) ? Columns(offset + 1) : [];
        return at => at < columns.Count ? quote with { Column = quote.Column + 1 + columns[at] } : quote;
    }

    /// <summary>How far behind the opening quote of a text each of its characters is written, its closing quote the last.</summary>
    private List<int> Columns(int begin)
    {
        var columns = new List<int> { 0 };
        for (var at = begin; at < bytes.Length && bytes[at] != '"'; )
            if (bytes[at] == '\\')
            {
                var escape = bytes[at + 1] == 'u' ? 6 : 2;
                columns.Add(columns[^1] + escape);
                at += escape;
            }
            else
            {
                _ = Rune.DecodeFromUtf8(bytes.AsSpan(at), out var rune, out var length);
                columns.AddRange(Enumerable.Range(columns[^1] + 1, rune.Utf16SequenceLength));
                at += length;
            }
        return columns;
    }
}
