using System.Collections.Immutable;

namespace Genggam.Office.Changes;

/// <summary>A sentence of a service in every language that it has it in.</summary>
public sealed record TextRow(string Key, ImmutableSortedDictionary<string, string> ByLanguage);

/// <summary>A text that somebody typed over the one they saw; null where there was none.</summary>
public sealed record TypedText(string Language, string Key, string? Was, string Now);

/// <summary>The texts of a draft, side by side in its languages.</summary>
public static class TextEdit
{
    private const string Folder = "texts/";

    /// <summary>The languages of the draft, Indonesian first.</summary>
    public static ImmutableArray<string> Languages(Draft draft) =>
        [
            .. draft
                .Parts.Keys.Where(p => p.StartsWith(Folder, StringComparison.Ordinal))
                .Select(Path.GetFileNameWithoutExtension)
                .OfType<string>()
                .OrderBy(l => l != "id")
                .ThenBy(l => l, StringComparer.Ordinal),
        ];

    /// <summary>Texts whose key begins with <paramref name="group"/>, in the order of the alphabet.</summary>
    public static IReadOnlyList<TextRow> Read(Draft draft, string group) =>
        Rows(draft, key => key == group || key.StartsWith(group + ".", StringComparison.Ordinal));

    /// <summary>Texts that hold these words in one of the languages, in the order of the alphabet.</summary>
    public static IReadOnlyList<TextRow> Find(Draft draft, string words) =>
        [
            .. Rows(draft, _ => true)
                .Where(row => row.ByLanguage.Values.Any(t => t.Contains(words, StringComparison.OrdinalIgnoreCase))),
        ];

    private static IReadOnlyList<TextRow> Rows(Draft draft, Func<string, bool> takes)
    {
        var byLanguage = Languages(draft).ToDictionary(l => l, l => Values(draft, l), StringComparer.Ordinal);
        return
        [
            .. byLanguage
                .Values.SelectMany(values => values.Keys)
                .Where(takes)
                .Distinct(StringComparer.Ordinal)
                .OrderBy(key => key, NaturalOrder.Keys)
                .Select(key => new TextRow(
                    key,
                    byLanguage
                        .Where(l => l.Value.ContainsKey(key))
                        .ToImmutableSortedDictionary(l => l.Key, l => l.Value[key], StringComparer.Ordinal)
                )),
        ];
    }

    /// <summary>The first words of all keys, each with how many texts it has.</summary>
    public static IReadOnlyList<(string Group, int Texts)> Groups(Draft draft) =>
        [
            .. Languages(draft)
                .SelectMany(l => Values(draft, l).Keys)
                .Distinct(StringComparer.Ordinal)
                .GroupBy(key => GroupOf(key), StringComparer.Ordinal)
                .OrderBy(g => g.Key, StringComparer.Ordinal)
                .Select(g => (g.Key, g.Count())),
        ];

    public static EditOutcome Change(Draft draft, IEnumerable<TypedText> texts)
    {
        var written = new Dictionary<string, byte[]?>(StringComparer.Ordinal);
        foreach (var file in texts.Where(t => t.Now != (t.Was ?? "")).GroupBy(t => $"{Folder}{t.Language}.yaml"))
        {
            if (draft.Text(file.Key) is not { } yaml)
                return EditOutcome.No(ChangeRefusal.Unknown);
            foreach (var text in file)
            {
                var there = YamlEdit.Read(yaml)?.GetValueOrDefault(text.Key)?.Trim();
                if (there == text.Now.Trim())
                    continue;
                if (there != text.Was?.Trim())
                    return EditOutcome.No(ChangeRefusal.Conflict, $"{text.Language}.{text.Key}", there ?? "");
                if (YamlEdit.Set(yaml, text.Key, text.Now.Trim()) is not { } edited)
                    return EditOutcome.No(ChangeRefusal.CannotEdit, $"{text.Language}.{text.Key}", file.Key);
                yaml = edited;
            }
            written[file.Key] = System.Text.Encoding.UTF8.GetBytes(yaml);
        }
        return new EditOutcome.Files(written);
    }

    /// <summary>Of forms the form too: they have the most texts.</summary>
    private static string GroupOf(string key) =>
        key.Split('.') is ["forms", var form, ..] ? $"forms.{form}" : key.Split('.')[0];

    private static ImmutableSortedDictionary<string, string> Values(Draft draft, string language) =>
        (draft.Text($"{Folder}{language}.yaml") is { } yaml ? YamlEdit.Read(yaml) : null)
        ?? ImmutableSortedDictionary<string, string>.Empty;
}
