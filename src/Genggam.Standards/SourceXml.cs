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
        return XDocument.Load(reader, LoadOptions.SetLineInfo | options);
    }
}
