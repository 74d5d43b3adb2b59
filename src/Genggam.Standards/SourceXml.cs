using System.Xml;
using System.Xml.Linq;

namespace Genggam.Standards;

/// <summary>XML of unknown origin: no DTD, no external reference, bounded, every element with its line.</summary>
internal static class SourceXml
{
    private const int MaxDepth = 200;

    public const int MaxCharacters = 4 * 1024 * 1024;

    /// <exception cref="XmlException">It is no well-formed XML, or asks for what is not allowed.</exception>
    public static XDocument Load(string xml, LoadOptions options = LoadOptions.None)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = MaxCharacters,
        };
        using var reader = XmlReader.Create(new StringReader(xml), settings);
        try
        {
            var document = XDocument.Load(reader, LoadOptions.SetLineInfo | options);
            // Whoever reads the elements goes down into them.
            return Deeper(document.Root!, MaxDepth) is IXmlLineInfo deep
                ? throw new XmlException(
                    $"Elements are nested more than {MaxDepth} deep.",
                    null,
                    deep.LineNumber,
                    deep.LinePosition
                )
                : document;
        }
        catch (XmlException e) when (e.LineNumber == 0 && DocumentType(xml) is { } at)
        {
            throw new XmlException("A DOCTYPE, with its entities, is not read: take it out.", e, at.Line, at.Column);
        }
    }

    /// <summary>The first element, in the order of the file, that lies more levels below; null where none does.</summary>
    public static XElement? Deeper(XElement root, int levels)
    {
        var (element, depth) = (root, 0);
        while (depth <= levels)
            if (From(element.FirstNode) is { } inner)
                (element, depth) = (inner, depth + 1);
            else
            {
                XElement? next = null;
                while (element != root && (next = From(element.NextNode)) is null)
                    (element, depth) = (element.Parent!, depth - 1);
                if (next is null)
                    return null;
                element = next;
            }
        return element;
    }

    /// <summary>This node or the first behind it that is an element.</summary>
    private static XElement? From(XNode? node)
    {
        while (node is not (null or XElement))
            node = node.NextNode;
        return (XElement?)node;
    }

    /// <summary>The reader refuses a document type without a place.</summary>
    private static (int Line, int Column)? DocumentType(string xml) =>
        xml.IndexOf("<!DOCTYPE", StringComparison.Ordinal) is >= 0 and var at
            ? (xml.AsSpan(0, at).Count('\n') + 1, at - xml.LastIndexOf('\n', at))
            : null;
}
