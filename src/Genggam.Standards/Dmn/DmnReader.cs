using System.Xml;
using System.Xml.Linq;

namespace Genggam.Standards.Dmn;

/// <summary>Reads DMN XML of 1.1 to 1.5. No DTD, no external reference, at most 4 MB; every problem has its place.</summary>
public static class DmnReader
{
    public const int MaxCharacters = SourceXml.MaxCharacters;

    public static Reading<DmnModel> Read(string xml, string file)
    {
        XDocument document;
        try
        {
            document = SourceXml.Load(xml);
        }
        catch (XmlException e)
        {
            var problem = new Problem("DMN-001", e.Message, new Place(file, null, e.LineNumber, e.LinePosition));
            return new Reading<DmnModel>(null, [problem]);
        }
        if (document.Root!.Name.LocalName != "definitions")
            return new Reading<DmnModel>(
                null,
                [new Problem("DMN-002", "The file holds no DMN definitions.", new Place(file))]
            );
        var elements = new ModelReader(document.Root, file);
        return new Reading<DmnModel>(elements.Model(), elements.Problems);
    }
}
