using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Genggam.Office.Documents;

/// <summary>The worded part of a letter, ready for <see cref="LetterContent"/>.</summary>
public sealed record LetterWording(
    string Title,
    string? OtherTitle,
    IReadOnlyList<string> Opening,
    IReadOnlyList<LetterRow> Rows,
    IReadOnlyList<string> Closing
);

/// <summary>What filling in the texts gave.</summary>
public abstract record WordingResult
{
    private WordingResult() { }

    public sealed record Worded(LetterWording Wording) : WordingResult;

    /// <summary>DOC-107: a slot has no data.</summary>
    public sealed record Refused(DocumentRefusal Refusal) : WordingResult;
}

/// <summary>
/// Fills the texts of a letter with case data. <c>letters.X.title</c>, <c>opening</c>, <c>closing</c> and <c>rows</c> are
/// read; a row is "Label | value". A slot is <c>{anak.nama}</c>, <c>{anak.lahir:date}</c> (24 November 2026) or
/// <c>{anak.kelamin:forms.permohonan.fields.anak.kelamin.options}</c> (the text under that key). A row that ends in
/// <c>| optional</c> is left out when its data are missing. A template's values are never read as markup.
/// </summary>
public sealed partial class LetterText(
    IReadOnlyDictionary<string, IReadOnlyList<string>> texts,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? otherTexts,
    LetterDates dates
)
{
    public WordingResult Fill(string letter, JsonObject data)
    {
        var key = $"letters.{letter}.";
        var labels = Lines(otherTexts, key + "rows");
        var rows = new List<LetterRow>();
        foreach (var (index, line) in Lines(texts, key + "rows").Index())
        {
            var parts = line.Split('|', StringSplitOptions.TrimEntries);
            var value = FillLine(parts.ElementAtOrDefault(1) ?? "", data, out var missing);
            if (missing is null)
                rows.Add(new(parts[0], index < labels.Count ? labels[index].Split('|')[0].Trim() : null, value));
            else if (parts is not [_, _, "optional"])
                return new WordingResult.Refused(DocumentRefusal.RowEmpty(parts[0], missing));
        }
        var title = Lines(texts, key + "title");
        List<string> opening = [],
            closing = [];
        foreach (var (part, into) in (ReadOnlySpan<(string, List<string>)>)[("opening", opening), ("closing", closing)])
        foreach (var line in Lines(texts, key + part))
        {
            into.Add(FillLine(line, data, out var missing));
            if (missing is not null)
                return new WordingResult.Refused(DocumentRefusal.RowEmpty(line, missing));
        }
        return new WordingResult.Worded(
            new(
                title is [var own, ..] ? own : letter,
                Lines(otherTexts, key + "title") is [var other, ..] ? other : null,
                opening,
                rows,
                closing
            )
        );
    }

    /// <summary>The slots of a line: the path, and the word after the colon or nothing.</summary>
    internal static IEnumerable<(string Path, string As)> Slots(string line) =>
        Slot().Matches(line).Select(m => (m.Groups["path"].Value, m.Groups["as"].Value));

    internal static string WithoutSlots(string line) => Slot().Replace(line, "");

    private static IReadOnlyList<string> Lines(IReadOnlyDictionary<string, IReadOnlyList<string>>? texts, string key) =>
        texts?.GetValueOrDefault(key) ?? [];

    private string FillLine(string line, JsonObject data, out string? missing)
    {
        string? empty = null;
        var filled = Slot()
            .Replace(
                line,
                slot =>
                {
                    var value = Find(data, slot.Groups["path"].Value) is { Length: > 0 } found
                        ? Show(found, slot.Groups["as"].Value)
                        : null;
                    empty ??= value is null ? slot.Value : null;
                    return value ?? "";
                }
            );
        missing = empty;
        return filled;
    }

    private string? Show(string value, string form) =>
        form switch
        {
            "" => value,
            "date" => DateOnly.TryParseExact(
                value.Split('T')[0],
                "yyyy-MM-dd",
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var date
            )
                ? dates.Write(date)
                : null,
            _ => Lines(texts, $"{form}.{value}") is [var text, ..] ? text : null,
        };

    private static string? Find(JsonNode? node, string path)
    {
        foreach (var step in path.Split('.'))
            node = (node as JsonObject)?[step];
        return node is JsonValue value ? value.ToString() : null;
    }

    [GeneratedRegex(@"\{(?<path>[a-z0-9_.]+)(:(?<as>[a-z0-9_.\-]+))?\}")]
    private static partial Regex Slot();
}
