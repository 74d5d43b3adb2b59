using System.Xml;
using System.Xml.Linq;

namespace Genggam.Standards;

/// <summary>XML of unknown origin: no DTD, no external reference, bounded, every element with its line.</summary>
internal static class SourceXml
{
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
            return XDocument.Load(reader, LoadOptions.SetLineInfo | options);
        }
        catch (XmlException e) when (e.LineNumber == 0 && DocumentType(xml) is { } at)
        {
            throw new XmlException("A DOCTYPE, with its entities, is not read: take it out.", e, at.Line, at.Column);
        }
    }

    /// <summary>The reader refuses a document type without a place.</summary>
    private static (int Line, int Column)? DocumentType(string xml) =>
        xml.IndexOf("<!DOCTYPE", StringComparison.Ordinal) is >= 0 and var at
            ? (xml.AsSpan(0, at).Count('\n') + 1, at - xml.LastIndexOf('\n', at))
            : null;
}
