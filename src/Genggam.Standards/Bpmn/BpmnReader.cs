using System.Xml;
using System.Xml.Linq;

namespace Genggam.Standards.Bpmn;

/// <summary>Reads BPMN 2.0 XML. No DTD, no external reference, at most 4 MB; every problem has its place.</summary>
public static class BpmnReader
{
    public const int MaxCharacters = 4 * 1024 * 1024;

    private const int MaxDepth = 64;

    internal static readonly XNamespace Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    public static Reading<ProcessModel> Read(string xml, string file)
    {
        XDocument document;
        try
        {
            var settings = new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                MaxCharactersInDocument = MaxCharacters,
            };
            using var reader = XmlReader.Create(new StringReader(xml), settings);
            document = XDocument.Load(reader, LoadOptions.SetLineInfo);
        }
        catch (XmlException e)
        {
            var problem = new Problem("BPMN-001", e.Message, new Place(file, null, e.LineNumber, e.LinePosition));
            return new Reading<ProcessModel>(null, [problem]);
        }
        if (document.Root!.DescendantsAndSelf().Any(e => Depth(e) > MaxDepth))
            return new Reading<ProcessModel>(
                null,
                [new Problem("BPMN-005", "The file is nested too deeply.", new Place(file))]
            );
        var process =
            document
                .Root.Elements(Model + "process")
                .FirstOrDefault(p => (string?)p.Attribute("isExecutable") == "true")
            ?? document.Root.Elements(Model + "process").FirstOrDefault();
        if (process is null)
            return new Reading<ProcessModel>(
                null,
                [new Problem("BPMN-002", "The file holds no process.", new Place(file))]
            );
        var nodes = new NodeReader(file);
        return new Reading<ProcessModel>(nodes.Process(process), nodes.Problems);
    }

    private static int Depth(XElement element)
    {
        var depth = 0;
        for (var e = element; e is not null && depth <= MaxDepth; e = e.Parent)
            depth++;
        return depth;
    }
}
