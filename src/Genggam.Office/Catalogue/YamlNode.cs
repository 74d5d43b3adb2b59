using System.Globalization;
using Genggam.Standards;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Genggam.Office.Catalogue;

/// <summary>A place in a YAML file that is read with positions: what is missing or wrong is collected, never thrown.</summary>
internal sealed class YamlNode
{
    private readonly YamlDotNet.RepresentationModel.YamlNode? node;
    private readonly string file;
    private readonly string path;
    private readonly List<Problem> problems;

    private YamlNode(YamlDotNet.RepresentationModel.YamlNode? node, string file, string path, List<Problem> problems)
    {
        this.node = node;
        this.file = file;
        this.path = path;
        this.problems = problems;
    }

    public static YamlNode Read(string text, string file, List<Problem> problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            return new YamlNode(stream.Documents.Count > 0 ? stream.Documents[0].RootNode : null, file, "", problems);
        }
        catch (YamlException e)
        {
            problems.Add(
                new Problem("YAML-001", e.Message, new Place(file, null, (int)e.Start.Line, (int)e.Start.Column))
            );
            return new YamlNode(null, file, "", problems);
        }
    }

    public bool Exists => node is not null && node is not YamlScalarNode { Value: null or "" or "~" or "null" };

    public YamlNode this[string key] =>
        new(
            node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var child)
                ? child
                : null,
            file,
            path.Length == 0 ? key : $"{path}.{key}",
            problems
        );

    public IEnumerable<(string Key, YamlNode Value)> Entries =>
        node is YamlMappingNode map
            ? map.Children.Select(c => (Name(c.Key), new YamlNode(c.Value, file, Join(Name(c.Key)), problems)))
            : [];

    public IEnumerable<YamlNode> Items =>
        node is YamlSequenceNode list
            ? list.Children.Select(
                (c, i) => new YamlNode(c, file, Join((i + 1).ToString(CultureInfo.InvariantCulture)), problems)
            )
            : [];

    public bool IsMap => node is YamlMappingNode;

    public bool IsList => node is YamlSequenceNode;

    /// <summary>Whether the value was written in quotes: then it is text, whatever it looks like.</summary>
    public bool Quoted => node is YamlScalarNode { Style: ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted };

    public string? Text => Exists && node is YamlScalarNode scalar ? scalar.Value : null;

    public string Need(string what = "a text")
    {
        if (Text is { } text)
            return text;
        Wrong($"needs {what}");
        return "";
    }

    public int Int(int otherwise = 0) => Number(otherwise, s => int.Parse(s, CultureInfo.InvariantCulture));

    public decimal Decimal(decimal otherwise = 0) =>
        Number(otherwise, s => decimal.Parse(s, CultureInfo.InvariantCulture));

    public bool Bool(bool otherwise = false) =>
        Text switch
        {
            null => otherwise,
            "true" => true,
            "false" => false,
            _ => Wrong("is true or false", otherwise),
        };

    public T Enum<T>(T otherwise)
        where T : struct, Enum
    {
        if (Text is not { } text)
            return otherwise;
        return System.Enum.TryParse<T>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value)
            ? value
            : Wrong($"is one of {string.Join(", ", System.Enum.GetNames<T>()).ToLowerInvariant()}", otherwise);
    }

    public void Wrong(string what) =>
        problems.Add(
            new Problem(
                "YAML-002",
                $"{path} {what}",
                new Place(file, path, (int)(node?.Start.Line ?? 0), (int)(node?.Start.Column ?? 0))
            )
        );

    private T Wrong<T>(string what, T otherwise)
    {
        Wrong(what);
        return otherwise;
    }

    private T Number<T>(T otherwise, Func<string, T> parse)
    {
        if (Text is not { } text)
            return otherwise;
        try
        {
            return parse(text);
        }
        catch (Exception e) when (e is FormatException or OverflowException)
        {
            return Wrong("is a number", otherwise);
        }
    }

    private string Join(string key) => path.Length == 0 ? key : $"{path}.{key}";

    private static string Name(YamlDotNet.RepresentationModel.YamlNode key) => (key as YamlScalarNode)?.Value ?? "";
}
