using System.Globalization;
using Genggam.Standards;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Genggam.Office.Catalogue;

/// <summary>A place in a YAML file that is read with positions: what is missing or wrong is collected, never thrown.</summary>
internal sealed class YamlNode
{
    private readonly YamlDotNet.RepresentationModel.YamlNode? node;
    private readonly Mark at;
    private readonly string path;
    private readonly YamlReading reading;

    private YamlNode(YamlDotNet.RepresentationModel.YamlNode? node, Mark at, string path, YamlReading reading)
    {
        this.node = node;
        this.at = at;
        this.path = path;
        this.reading = reading;
    }

    public static YamlNode Read(string text, string file, List<Problem> problems)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            var root = stream.Documents.Count > 0 ? stream.Documents[0].RootNode : null;
            return new YamlNode(root, root?.Start ?? Mark.Empty, "", new YamlReading(file, problems));
        }
        catch (YamlException e)
        {
            // Where the scanner began to read a value says little: the fault is where it stopped.
            var at = e.Message.StartsWith("While scanning", StringComparison.Ordinal) ? e.End : e.Start;
            problems.Add(new Problem("YAML-001", e.Message, new Place(file, null, (int)at.Line, (int)at.Column)));
            return new YamlNode(null, at, "", new YamlReading(file, problems));
        }
    }

    public bool Exists => node is not null && node is not YamlScalarNode { Value: null or "" or "~" or "null" };

    public YamlNode this[string key]
    {
        get
        {
            if (Exists)
                reading.Asked(node!, path, key);
            YamlDotNet.RepresentationModel.YamlNode? child = null;
            (node as YamlMappingNode)?.Children.TryGetValue(new YamlScalarNode(key), out child);
            return new(child, child?.Start ?? at, Join(key), reading);
        }
    }

    public IEnumerable<(string Key, YamlNode Value)> Entries
    {
        get
        {
            if (Exists && node is not YamlMappingNode)
                reading.Misshapen(node!, path, "holds keys with a value each");
            return node is YamlMappingNode map
                ? map.Children.Select(c =>
                    (Name(c.Key), new YamlNode(c.Value, c.Value.Start, Join(Name(c.Key)), reading))
                )
                : [];
        }
    }

    public IEnumerable<YamlNode> Items
    {
        get
        {
            if (Exists && node is not YamlSequenceNode)
                reading.Misshapen(node!, path, "is a list");
            return node is YamlSequenceNode list
                ? list.Children.Select(
                    (c, i) => new YamlNode(c, c.Start, Join((i + 1).ToString(CultureInfo.InvariantCulture)), reading)
                )
                : [];
        }
    }

    /// <summary>
    /// Reports what a reader that has read all it knows never looked at: keys it does not know, and values of another shape
    /// than it asked for.
    /// </summary>
    public void Unread() => reading.Report();

    public bool IsMap => node is YamlMappingNode;

    public bool IsList => node is YamlSequenceNode;

    /// <summary>Whether the value was written in quotes: then it is text, whatever it looks like.</summary>
    public bool Quoted => node is YamlScalarNode { Style: ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted };

    public string? Text => Exists && node is YamlScalarNode scalar ? scalar.Value : null;

    public string Need(string what = "a text")
    {
        if (Text is { } text)
            return text;
        Wrong(Exists ? $"needs {what}" : $"is missing: it needs {what}");
        return "";
    }

    /// <summary>Something must stand here; the reader has no value to take its place.</summary>
    public YamlNode Given()
    {
        if (!Exists)
            Wrong("is missing");
        return this;
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

    /// <summary>Where it stands; where it should, for what is not there.</summary>
    public Place At => reading.PlaceOf(path, at);

    public void Wrong(string what) => reading.Wrong("YAML-002", path, what, at);

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

    internal static string Name(YamlDotNet.RepresentationModel.YamlNode key) => (key as YamlScalarNode)?.Value ?? "";
}
