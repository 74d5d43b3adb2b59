using System.Xml.Linq;

namespace Genggam.Standards.Dmn.Reading;

/// <summary>Item definitions that lead back to themselves, by reference or through a component.</summary>
internal sealed class TypeCircles
{
    private readonly Dictionary<string, HashSet<string>> uses = new(StringComparer.Ordinal);

    public TypeCircles(IEnumerable<XElement> definitions)
    {
        foreach (var definition in definitions)
            uses[ModelReader.Name(definition)] = Uses(definition);
        Names = [.. uses.Keys.Where(LeadsBack)];
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

    private bool LeadsBack(string name)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([name]);
        while (open.TryPop(out var next))
            if (uses.TryGetValue(next, out var used) || uses.TryGetValue(next.Split('.')[0], out used))
                foreach (var further in used)
                {
                    if (further == name || further.Split('.')[0] == name)
                        return true;
                    if (seen.Add(further))
                        open.Push(further);
                }
        return false;
    }
}
