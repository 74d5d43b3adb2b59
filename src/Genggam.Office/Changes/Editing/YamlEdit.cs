using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Genggam.Office.Changes;

/// <summary>
/// Changes one value of a YAML file where it stands: comments, order and every other character stay. Entries of a list
/// count from 1, as in the keys of texts.
/// </summary>
internal static partial class YamlEdit
{
    /// <summary>The file with another value at a dotted path, or with the value added behind its neighbours.</summary>
    /// <returns>Null where that cannot be done without touching anything else.</returns>
    /// <param name="write">How a value stands in the place of another; without it as a word or, where it must, in quotes.</param>
    public static string? Set(
        string yaml,
        string path,
        string value,
        Func<YamlScalarNode, string, string>? write = null
    )
    {
        if (Read(yaml) is not { } before || Root(yaml) is not { } root)
            return null;
        var steps = path.Split('.');
        var (node, depth) = Deepest(root, steps);
        var edited = (node, steps.Length - depth) switch
        {
            (YamlScalarNode scalar, 0) => Replace(yaml, scalar, write?.Invoke(scalar, value) ?? Written(value)),
            (YamlMappingNode map, > 0) => Insert(yaml, map, steps[depth..], value),
            _ => null,
        };
        return edited is not null && Read(edited) is { } after && Only(before, after, path, value) ? edited : null;
    }

    /// <summary>Every value by dotted path; null where the file is no YAML.</summary>
    public static ImmutableSortedDictionary<string, string>? Read(string yaml)
    {
        if (Root(yaml) is not { } root)
            return null;
        var values = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        Flatten(root, "", (path, value) => values[path] = value);
        return values.ToImmutable();
    }

    /// <summary>The same in the order of the file; none where it is no YAML.</summary>
    public static ImmutableArray<(string Path, string Value)> InOrder(string yaml)
    {
        var values = ImmutableArray.CreateBuilder<(string, string)>();
        if (Root(yaml) is { } root)
            Flatten(root, "", (path, value) => values.Add((path, value)));
        return values.ToImmutable();
    }

    private static YamlNode? Root(string yaml)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents.Count == 1 ? stream.Documents[0].RootNode : null;
        }
        catch (YamlException)
        {
            return null;
        }
    }

    private static (YamlNode Node, int Depth) Deepest(YamlNode node, string[] steps)
    {
        for (var depth = 0; depth < steps.Length; depth++)
        {
            var next = node switch
            {
                YamlMappingNode map => map
                    .Children.FirstOrDefault(c => (c.Key as YamlScalarNode)?.Value == steps[depth])
                    .Value,
                YamlSequenceNode list
                    when int.TryParse(steps[depth], NumberStyles.None, CultureInfo.InvariantCulture, out var at)
                        && at >= 1
                        && at <= list.Children.Count => list.Children[at - 1],
                _ => null,
            };
            if (next is null)
                return (node, depth);
            node = next;
        }
        return (node, steps.Length);
    }

    private static string Replace(string yaml, YamlScalarNode scalar, string written)
    {
        var (start, end) = ((int)scalar.Start.Index, (int)scalar.End.Index);
        // A block runs up to the next token: what is between belongs to what follows.
        while (end > start && char.IsWhiteSpace(yaml[end - 1]))
            end--;
        return yaml[..start] + written + yaml[end..];
    }

    private static string? Insert(string yaml, YamlMappingNode map, string[] steps, string value)
    {
        if (map.Style == YamlDotNet.Core.Events.MappingStyle.Flow || map.Children.Count == 0)
            return null;
        var indent = (int)map.Children[0].Key.Start.Column - 1;
        var lines = new StringBuilder();
        for (var i = 0; i < steps.Length; i++)
            lines
                .Append(' ', indent + 2 * i)
                .Append(Written(steps[i]))
                .Append(i < steps.Length - 1 ? ":" : $": {Written(value)}")
                .Append('\n');
        var end = LastCharacter(map.Children[^1].Value);
        while (end > 0 && char.IsWhiteSpace(yaml[end - 1]))
            end--;
        var line = yaml.IndexOf('\n', end);
        return line < 0 ? $"{yaml}\n{lines}" : yaml[..(line + 1)] + lines + yaml[(line + 1)..];
    }

    private static int LastCharacter(YamlNode node) =>
        node switch
        {
            YamlMappingNode { Style: not YamlDotNet.Core.Events.MappingStyle.Flow, Children.Count: > 0 } map =>
                LastCharacter(map.Children[^1].Value),
            YamlSequenceNode { Style: not YamlDotNet.Core.Events.SequenceStyle.Flow, Children.Count: > 0 } list =>
                LastCharacter(list.Children[^1]),
            _ => (int)node.End.Index,
        };

    /// <summary>As a plain word where nothing in it has a meaning, else in quotes.</summary>
    private static string Written(string value) =>
        Plain().IsMatch(value) ? value
        : value.All(c => c >= ' ' && c is not '\u007f') ? $"'{value.Replace("'", "''", StringComparison.Ordinal)}'"
        : Quoted(value);

    internal static string Quoted(string value)
    {
        var written = new StringBuilder("\"");
        foreach (var c in value)
            written.Append(
                c switch
                {
                    '"' => "\\\"",
                    '\\' => "\\\\",
                    '\n' => "\\n",
                    '\r' => "\\r",
                    '\t' => "\\t",
                    < ' ' or '\u007f' => $"\\x{(int)c:x2}",
                    _ => c.ToString(),
                }
            );
        return written.Append('"').ToString();
    }

    private static bool Only(
        ImmutableSortedDictionary<string, string> before,
        ImmutableSortedDictionary<string, string> after,
        string path,
        string value
    ) => after.SequenceEqual(before.SetItem(path, value));

    private static void Flatten(YamlNode node, string path, Action<string, string> found)
    {
        switch (node)
        {
            case YamlScalarNode scalar:
                found(path, scalar.Value ?? "");
                break;
            case YamlMappingNode map:
                foreach (var (key, child) in map.Children)
                    Flatten(child, path.Length == 0 ? $"{key}" : $"{path}.{key}", found);
                break;
            case YamlSequenceNode list:
                for (var i = 0; i < list.Children.Count; i++)
                    Flatten(list.Children[i], string.Create(CultureInfo.InvariantCulture, $"{path}.{i + 1}"), found);
                break;
        }
    }

    [GeneratedRegex(
        @"^(?!(?i:true|false|null|yes|no|on|off|y|n|~)\z)[\p{L}\p{Nd}]([\p{L}\p{M}\p{Nd} .,;()/_–—’+%&?!-]*[\p{L}\p{M}\p{Nd}.,;()/_%?!])?\z",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Plain();
}
