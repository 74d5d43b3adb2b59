using System.Collections.Frozen;
using System.Globalization;
using System.Reflection;
using YamlDotNet.RepresentationModel;

namespace Genggam.Web.Texts;

/// <summary>
/// Every sentence of the pages, by language and dotted key. A further language is one more file beside
/// <c>id.yaml</c>; its own name for itself is the key <c>language.name</c>.
/// </summary>
internal sealed class TextCatalogue
{
    public const string Default = "id";

    private readonly FrozenDictionary<string, FrozenDictionary<string, string>> byLanguage;

    private TextCatalogue(Dictionary<string, FrozenDictionary<string, string>> byLanguage)
    {
        this.byLanguage = byLanguage.ToFrozenDictionary();
        Languages = [.. byLanguage.Keys.OrderBy(l => l != Default).ThenBy(l => l, StringComparer.Ordinal)];
    }

    /// <summary>The default first.</summary>
    public IReadOnlyList<string> Languages { get; }

    public static TextCatalogue Load()
    {
        var assembly = typeof(TextCatalogue).Assembly;
        return new(
            assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith("texts/", StringComparison.Ordinal))
                .GroupBy(LanguageOf, StringComparer.Ordinal)
                .ToDictionary(
                    files => files.Key,
                    files => files.SelectMany(name => Read(assembly, name)).ToFrozenDictionary()
                )
        );
    }

    public FrozenDictionary<string, string> In(string language) =>
        byLanguage.TryGetValue(language, out var texts) ? texts : byLanguage[Default];

    /// <summary>Each part of the house has files of its own: <c>id.yaml</c>, <c>case.id.yaml</c>.</summary>
    private static string LanguageOf(string resource) => Path.GetFileNameWithoutExtension(resource).Split('.')[^1];

    private static FrozenDictionary<string, string> Read(Assembly assembly, string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return Read(reader).ToFrozenDictionary();
    }

    /// <summary>A file of texts by dotted key; entries of a list count from 1.</summary>
    internal static Dictionary<string, string> Read(TextReader reader)
    {
        var yaml = new YamlStream();
        yaml.Load(reader);
        var texts = new Dictionary<string, string>();
        Flatten(yaml.Documents[0].RootNode, "", texts);
        return texts;
    }

    private static void Flatten(YamlNode node, string path, Dictionary<string, string> texts)
    {
        switch (node)
        {
            case YamlScalarNode scalar:
                texts[path] = scalar.Value ?? "";
                break;
            case YamlMappingNode map:
                foreach (var (key, value) in map.Children)
                    Flatten(value, path.Length == 0 ? $"{key}" : $"{path}.{key}", texts);
                break;
            case YamlSequenceNode list:
                for (var i = 0; i < list.Children.Count; i++)
                    Flatten(list.Children[i], string.Create(CultureInfo.InvariantCulture, $"{path}.{i + 1}"), texts);
                break;
        }
    }
}
