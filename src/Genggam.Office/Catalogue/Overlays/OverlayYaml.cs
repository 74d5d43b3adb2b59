using System.Collections.Immutable;
using System.Globalization;
using Genggam.Engine;
using Genggam.Standards;

namespace Genggam.Office.Catalogue.Overlays;

/// <summary>What <c>overlay.yaml</c> and the texts of an overlay say, and where.</summary>
/// <param name="Core">Null where the file does not name the core that it fits.</param>
/// <param name="Places">Of parts in overlay.yaml.</param>
/// <param name="TextPlaces">By language and key.</param>
internal sealed record OverlayRead(
    Variation Variation,
    string? Core,
    Place CoreAt,
    Place RegionAt,
    Place AgencyAt,
    IReadOnlyDictionary<VariedPart, Place> Places,
    IReadOnlyDictionary<(string Language, string Key), Place> TextPlaces,
    IReadOnlyDictionary<string, Place> LawPlaces
);

/// <summary>Reads an overlay's files. What it knows is all that a region can vary: any other key is refused (YAML-003).</summary>
internal static class OverlayYaml
{
    /// <param name="texts">By language the text of the file.</param>
    /// <param name="prefix">Of the files in the places of problems.</param>
    public static OverlayRead Read(
        string yaml,
        IEnumerable<(string Language, string Text)> texts,
        string prefix,
        List<Problem> problems
    )
    {
        var file = prefix + OverlayFolder.File;
        problems.AddRange(PlainYaml.Problems(yaml, file));
        var root = YamlNode.Read(yaml, file, problems);
        var places = new Dictionary<VariedPart, Place>();
        var (region, agency, core) = (root["region"], root["agency"], root["core"]);
        var laws = SharedYaml.Laws(root["legal"]);
        var lawPlaces = root["legal"].Entries.ToDictionary(e => e.Key, e => e.Value.At, StringComparer.Ordinal);
        var textPlaces = new Dictionary<(string, string), Place>();
        var books = texts
            .Select(t => Texts(t.Language, t.Text, $"{prefix}texts/{t.Language}.yaml", textPlaces, problems))
            .ToImmutableSortedDictionary(book => book.Language, book => book, StringComparer.Ordinal);
        var variation = new Variation(
            region.Need("the code of an area"),
            agency.Need("an agency"),
            core.Text ?? "",
            TimeLimit(root["time_limit"], places),
            Fee(root["fee"], places),
            Opening(root["opening"], places),
            [.. root["optional"].Items.Select(field => Optional(field, places))],
            laws,
            books
        );
        root.Unread();
        return new OverlayRead(variation, core.Text, core.At, region.At, agency.At, places, textPlaces, lawPlaces);
    }

    private static TimeLimit? TimeLimit(YamlNode node, Dictionary<VariedPart, Place> places)
    {
        if (!node.Exists)
            return null;
        places[VariedPart.TimeLimit] = node["amount"].At;
        return ServiceYaml.TimeLimit(node);
    }

    private static Fee? Fee(YamlNode node, Dictionary<VariedPart, Place> places)
    {
        if (!node.Exists)
            return null;
        places[VariedPart.Fee] = node["amount"].At;
        return ServiceYaml.Fee(node);
    }

    private static Opening? Opening(YamlNode node, Dictionary<VariedPart, Place> places)
    {
        if (!node.Exists)
            return null;
        places[VariedPart.Opening] = node.At;
        return new Opening(OpeningYaml.Windows(node), null, node["legal_basis"].Text);
    }

    private static OptionalField Optional(YamlNode node, Dictionary<VariedPart, Place> places)
    {
        var field = node["field"].Need("the key of a field");
        places[VariedPart.OfField(field)] = node["field"].At;
        return new OptionalField(field, node["legal_basis"].Text, node["unverified"].Bool());
    }

    private static TextBook Texts(
        string language,
        string text,
        string file,
        Dictionary<(string, string), Place> places,
        List<Problem> problems
    )
    {
        problems.AddRange(PlainYaml.Problems(text, file));
        var entries = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        Flatten(YamlNode.Read(text, file, problems), "");
        return new TextBook(language, entries.ToImmutable());

        void Flatten(YamlNode node, string key)
        {
            if (node.IsMap)
                foreach (var (name, value) in node.Entries)
                    Flatten(value, key.Length == 0 ? name : $"{key}.{name}");
            else if (node.IsList)
                foreach (var (index, item) in node.Items.Index())
                    Flatten(item, string.Create(CultureInfo.InvariantCulture, $"{key}.{index + 1}"));
            else if (node.Text is { } said)
                (entries[key], places[(language, key)]) = (said.Trim(), node.At);
        }
    }
}
