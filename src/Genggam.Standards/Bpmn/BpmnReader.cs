using System.Xml;
using System.Xml.Linq;

namespace Genggam.Standards.Bpmn;

/// <summary>
/// Reads BPMN 2.0 XML: the first executable process, and the others of the file with the global tasks as what it may call.
///  No DTD, no external reference, at most 4 MB; every problem has its place.
/// </summary>
public static class BpmnReader
{
    public const int MaxCharacters = SourceXml.MaxCharacters;

    private const int MaxDepth = 64;

    internal static readonly XNamespace Model = "http://www.omg.org/spec/BPMN/20100524/MODEL";

    public static Reading<ProcessModel> Read(string xml, string file)
    {
        if (xml.Length > MaxCharacters)
            return Refused("BPMN-010", "The file is larger than 4 MB.", new Place(file));
        XDocument document;
        try
        {
            document = SourceXml.Load(xml, LoadOptions.PreserveWhitespace);
        }
        catch (XmlException e)
        {
            return Refused("BPMN-001", e.Message, new Place(file, null, e.LineNumber, e.LinePosition));
        }
        var root = document.Root!;
        if (root.Name != Model + "definitions")
            return Refused(
                "BPMN-009",
                $"The file begins with {root.Name.LocalName}, not with definitions of BPMN 2.0.",
                SourceText.PlaceOf(root, file)
            );
        if (SourceXml.Deeper(root, MaxDepth - 1) is { } deep)
            return Refused("BPMN-005", "The file is nested too deeply.", SourceText.PlaceOf(deep, file));
        var process =
            root.Elements(Model + "process").FirstOrDefault(p => XmlBoolean.Of(p.Attribute("isExecutable")) == true)
            ?? root.Elements(Model + "process").FirstOrDefault();
        if (process is null)
            return Refused("BPMN-002", "The file holds no process.", new Place(file));
        var nodes = new NodeReader(file, root);
        var others = root.Elements()
            .Where(e => e != process && (e.Name == Model + "process" || NodeParts.IsGlobalTask(e)))
            .Select(nodes.Callable)
            .ToList();
        return new Reading<ProcessModel>(nodes.Process(process).Calling(others), nodes.Problems);
    }

    private static Reading<ProcessModel> Refused(string number, string message, Place at) =>
        new(null, [new Problem(number, message, at)]);
}
