using System.Collections.Immutable;
using System.Xml.Linq;

namespace Genggam.Office.Changes;

/// <summary>An element of a drawing: what it says, and where it is drawn.</summary>
/// <param name="Place">Its corners or way, as the file has them; empty where it is not drawn.</param>
/// <param name="Ends">What a line leads from and to.</param>
internal sealed record DrawnElement(
    string Id,
    string Kind,
    string? Name,
    ImmutableSortedDictionary<string, string> Said,
    string Place,
    ImmutableArray<string> Ends
)
{
    private static readonly string[] EndNames = ["sourceRef", "targetRef"];

    /// <param name="stands">What is an element of its own.</param>
    /// <param name="isLeftOut">What no element says of itself.</param>
    public static IReadOnlyList<DrawnElement> Of(
        XElement? root,
        Func<XElement, bool> stands,
        Func<XElement, bool> isLeftOut
    )
    {
        if (root is null)
            return [];
        var places = Places(root);
        var all = root.Descendants().Where(stands).DistinctBy(XmlAccount.Id).ToList();
        var names = all.ToDictionary(XmlAccount.Id, e => (string?)e.Attribute("name"), StringComparer.Ordinal);
        return [.. all.Select(Read)];

        DrawnElement Read(XElement element)
        {
            var id = XmlAccount.Id(element);
            ImmutableArray<string> ends = [.. EndNames.Select(end => (string?)element.Attribute(end)).OfType<string>()];
            var between = ends is [var from, var to] ? $"{Called(from)} → {Called(to)}" : null;
            return new DrawnElement(
                id,
                element.Name.LocalName,
                names[id] is { Length: > 0 } name ? name : between,
                XmlAccount.Of(element, child => stands(child) || isLeftOut(child)),
                places.GetValueOrDefault(id, ""),
                ends
            );
        }

        string Called(string id) => names.GetValueOrDefault(id) is { Length: > 0 } name ? name : id;
    }

    /// <summary>What became of each that is not as it was. A line that only follows what it joins did not move.</summary>
    public static ImmutableArray<ElementOtherwise> Compare(
        IReadOnlyList<DrawnElement> was,
        IReadOnlyList<DrawnElement> now
    )
    {
        var pairs = Pairing.Of(was, now, e => e.Id);
        var shifted = pairs
            .Where(p => p.Was is null || p.Now is null || p.Was.Place != p.Now.Place)
            .Select(p => (p.Now ?? p.Was)!.Id)
            .ToHashSet(StringComparer.Ordinal);
        return [.. pairs.Select(p => Otherwise(p.Was, p.Now, shifted)).OfType<ElementOtherwise>()];
    }

    private static ElementOtherwise? Otherwise(DrawnElement? was, DrawnElement? now, HashSet<string> shifted)
    {
        if (was is null)
            return now!.As(Became.Added, []);
        if (now is null)
            return was.As(Became.Removed, []);
        var aspects = AspectOtherwise.Between(was.Said, now.Said);
        if (was.Kind != now.Kind)
            aspects = aspects.Insert(0, new AspectOtherwise("kind", was.Kind, now.Kind));
        if (!aspects.IsEmpty)
            return now.As(Became.Changed, aspects);
        return shifted.Contains(now.Id) && !now.Ends.Any(shifted.Contains) ? now.As(Became.Moved, []) : null;
    }

    private ElementOtherwise As(Became became, ImmutableArray<AspectOtherwise> aspects) =>
        new(Id, Kind, Name, became, aspects);

    /// <summary>Diagram interchange of both standards: a shape has bounds, an edge has waypoints.</summary>
    private static Dictionary<string, string> Places(XElement root) =>
        root.Descendants()
            .Select(e =>
                (
                    Of: (string?)e.Attribute("bpmnElement") ?? (string?)e.Attribute("dmnElementRef"),
                    Place: string.Join(
                        ' ',
                        e.Elements()
                            .Where(part => part.Name.LocalName is "Bounds" or "waypoint")
                            .SelectMany(part => part.Attributes().Select(a => a.Value))
                    )
                )
            )
            .Where(drawn => drawn is { Of: not null, Place.Length: > 0 })
            .DistinctBy(drawn => drawn.Of)
            .ToDictionary(drawn => drawn.Of!, drawn => drawn.Place, StringComparer.Ordinal);
}
