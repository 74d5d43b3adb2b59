using System.Globalization;
using Genggam.Standards;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;
using Node = YamlDotNet.RepresentationModel.YamlNode;

namespace Genggam.Office.Catalogue;

/// <summary>What a reader asked of one file, so that what nobody asked for can be named.</summary>
internal sealed class YamlReading(string file, List<Problem> problems)
{
    private readonly Dictionary<Node, (string Path, SortedSet<string> Keys)> asked = new(
        ReferenceEqualityComparer.Instance
    );
    private readonly Dictionary<Node, (string Path, string Shape)> misshapen = new(ReferenceEqualityComparer.Instance);

    public void Asked(Node node, string path, string key)
    {
        if (!asked.TryGetValue(node, out var known))
            asked[node] = known = (path, new SortedSet<string>(StringComparer.Ordinal));
        known.Keys.Add(key);
    }

    public void Misshapen(Node node, string path, string shape) => misshapen[node] = (path, shape);

    public void Report()
    {
        foreach (var (node, (path, keys)) in asked)
            if (node is YamlMappingNode map)
                foreach (var key in map.Children.Keys)
                    Unknown(YamlNode.Name(key), key, path, keys);
            else
                Wrong("YAML-004", path, $"holds keys: {string.Join(", ", keys)}", node.Start);
        foreach (var (node, (path, shape)) in misshapen)
            Wrong("YAML-004", path, shape, node.Start);
    }

    public void Wrong(string number, string path, string what, Mark at) =>
        problems.Add(
            new Problem(number, string.Create(CultureInfo.InvariantCulture, $"{path} {what}"), PlaceOf(path, at))
        );

    public Place PlaceOf(string path, Mark at) => new(file, path, (int)at.Line, (int)at.Column);

    private void Unknown(string name, Node key, string path, SortedSet<string> known)
    {
        if (known.Contains(name))
            return;
        var remedy = Nearest.Meant(name, known, $": known here are {string.Join(", ", known)}");
        Wrong("YAML-003", path.Length == 0 ? name : $"{path}.{name}", $"is no key that is read{remedy}", key.Start);
    }
}
