using System.Xml.Linq;

namespace Genggam.Standards.Dmn.Reading;

/// <summary>Item definitions that lead back to themselves, by reference or through a component.</summary>
internal sealed class TypeCircles
{
    public TypeCircles(IReadOnlyCollection<XElement> definitions)
    {
        var names = definitions.Select(ModelReader.Name).ToHashSet(StringComparer.Ordinal);
        var uses = new Dictionary<string, IEnumerable<string>>(StringComparer.Ordinal);
        foreach (var definition in definitions)
            uses[ModelReader.Name(definition)] = Uses(definition).Select(n => names.Contains(n) ? n : n.Split('.')[0]);
        Names = Circles.In(uses);
    }

    public HashSet<string> Names { get; }

    private static HashSet<string> Uses(XElement definition) =>
        definition
            .Descendants()
            .Where(e => e.Name.LocalName == "typeRef")
            .Select(e => e.Value.Trim())
            .Concat(
                definition
                    .Descendants()
                    .SelectMany(e => e.Attributes())
                    .Where(a => a.Name.LocalName is "typeRef" or "outputTypeRef")
                    .Select(a => a.Value.Trim())
            )
            .Select(name => name[(name.LastIndexOf(':') + 1)..])
            .ToHashSet(StringComparer.Ordinal);
}
