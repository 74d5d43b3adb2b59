using System.Collections.Immutable;
using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Genggam.Office.Changes;

/// <summary>
/// What the elements of a file say of themselves, as plain values; whatever vendor wrote it, and whether or not it runs.
/// </summary>
internal static class XmlAccount
{
    private const string Instance = "http://www.w3.org/2001/XMLSchema-instance";

    /// <summary>Null where it is no XML.</summary>
    public static XElement? Root(string? xml)
    {
        if (xml is null)
            return null;
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml));
            return XDocument.Load(reader).Root;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    public static string Id(XElement element) => (string?)element.Attribute("id") ?? "";

    public static IEnumerable<XElement> Named(XElement? of, string name) =>
        of?.Elements().Where(e => e.Name.LocalName == name) ?? [];

    /// <summary>
    /// Attributes and texts of an element and of what it is made of, by a path of local names. The ids of its parts and how
    /// it is laid out are not said.
    /// </summary>
    /// <param name="isApart">What stands in it and is accounted for by itself.</param>
    public static ImmutableSortedDictionary<string, string> Of(XElement element, Func<XElement, bool> isApart)
    {
        var said = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        Say(element, "", named: false, isApart, said);
        return said.ToImmutable();
    }

    private static void Say(
        XElement element,
        string path,
        bool named,
        Func<XElement, bool> isApart,
        ImmutableSortedDictionary<string, string>.Builder said
    )
    {
        foreach (var attribute in element.Attributes())
            if (
                !attribute.IsNamespaceDeclaration
                && attribute.Name.NamespaceName != Instance
                && attribute.Name.LocalName != "id"
                && !(named && attribute.Name.LocalName is "name" or "key")
            )
                said[Under(path, attribute.Name.LocalName)] = attribute.Value;
        if (path.Length > 0 && !element.HasElements && element.Value.Trim() is { Length: > 0 } text)
            said[path] = text;
        foreach (var kind in element.Elements().Where(e => !isApart(e)).GroupBy(e => e.Name.LocalName))
        foreach (var (index, child) in kind.Index())
        {
            // What wraps the extensions of every vendor says nothing itself.
            if (kind.Key == "extensionElements")
            {
                Say(child, path, false, isApart, said);
                continue;
            }
            var name = NameOf(child);
            var which = name ?? (kind.Count() > 1 ? (index + 1).ToString(CultureInfo.InvariantCulture) : null);
            Say(child, Under(path, which is null ? kind.Key : $"{kind.Key}.{which}"), name is not null, isApart, said);
        }
    }

    private static string? NameOf(XElement element) =>
        (string?)element.Attribute("name") ?? (string?)element.Attribute("key");

    private static string Under(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";
}
