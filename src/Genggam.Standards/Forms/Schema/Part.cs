using System.Globalization;
using System.Text.Json;

namespace Genggam.Standards.Forms.Schema;

/// <summary>A piece of a form's JSON and the path that leads to it. Asking for what is not there gives nothing.</summary>
internal readonly record struct Part(JsonElement Json, string Path)
{
    internal bool IsObject => Json.ValueKind == JsonValueKind.Object;

    internal Part? Find(string name) =>
        IsObject && Json.TryGetProperty(name, out var found) && found.ValueKind != JsonValueKind.Null
            ? new Part(found, $"{Path}/{name}")
            : null;

    internal IEnumerable<string> Names() => IsObject ? Json.EnumerateObject().Select(p => p.Name) : [];

    internal string? Text(string name) =>
        Find(name) is { Json: { ValueKind: JsonValueKind.String } text } ? text.GetString() : null;

    internal bool IsTrue(string name) => Find(name) is { Json.ValueKind: JsonValueKind.True };

    internal IEnumerable<Part> Items(string name)
    {
        if (Find(name) is not { Json.ValueKind: JsonValueKind.Array } list)
            yield break;
        var index = 0;
        foreach (var item in list.Json.EnumerateArray())
            yield return new Part(item, string.Create(CultureInfo.InvariantCulture, $"{list.Path}/{index++}"));
    }

    /// <summary>A number, or a number written as text as form editors do; null where it is neither.</summary>
    internal decimal? Number() =>
        Json.ValueKind switch
        {
            JsonValueKind.Number => Json.TryGetDecimal(out var number) ? number : null,
            JsonValueKind.String => decimal.TryParse(
                Json.GetString(),
                NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
                CultureInfo.InvariantCulture,
                out var number
            )
                ? number
                : null,
            _ => null,
        };
}
