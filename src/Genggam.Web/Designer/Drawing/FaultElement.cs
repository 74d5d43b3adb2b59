using System.Xml;
using System.Xml.Linq;
using Genggam.Standards;

namespace Genggam.Web.Designer.Drawing;

/// <summary>On which element of a drawing a fault is shown, and what that is called.</summary>
internal static class FaultElement
{
    /// <summary>
    /// The smallest element with an id at the place of the fault, where that lies in the one that the fault names; else that.
    /// </summary>
    public static string? Of(string? xml, Place place)
    {
        if (xml is null || place.Element is null || place.Line == 0 || Root(xml) is not { } root)
            return place.Element;
        var at = root.DescendantsAndSelf().LastOrDefault(e => IsBefore(e, place));
        var around = at?.AncestorsAndSelf().Select(e => (string?)e.Attribute("id")).OfType<string>().ToList();
        return around is [var nearest, ..] && around.Contains(place.Element) ? nearest : place.Element;
    }

    /// <summary>What the element is called, or the nearest one around it that has a name: a cell has its decision's.</summary>
    public static string? Name(string xml, string id) =>
        Root(xml)
            ?.Descendants()
            .FirstOrDefault(e => (string?)e.Attribute("id") == id)
            ?.AncestorsAndSelf()
            .SkipLast(1)
            .Select(e => (string?)e.Attribute("name"))
            .FirstOrDefault(name => !string.IsNullOrWhiteSpace(name));

    private static bool IsBefore(IXmlLineInfo element, Place place) =>
        (element.LineNumber, element.LinePosition).CompareTo((place.Line, place.Column)) <= 0;

    private static XElement? Root(string xml)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml));
            return XDocument.Load(reader, LoadOptions.SetLineInfo).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
