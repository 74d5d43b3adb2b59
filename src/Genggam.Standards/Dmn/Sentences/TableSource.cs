using System.Xml;
using System.Xml.Linq;
using Genggam.Standards.Dmn.Reading;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Dmn.Sentences;

/// <summary>The file behind the tables of a model: what a model does not keep, found again by its place.</summary>
internal sealed class TableSource
{
    private readonly string xml;
    private readonly int[] lines;
    private readonly Dictionary<(int Line, int Column), XElement> elements;
    private readonly HashSet<string> shared;

    public TableSource(DmnSource source)
    {
        xml = source.Xml;
        lines = FeelPlaces.LineStarts(xml);
        var all = SourceXml.Load(xml, LoadOptions.PreserveWhitespace).Descendants().ToList();
        elements = all.ToDictionary(e => (((IXmlLineInfo)e).LineNumber, ((IXmlLineInfo)e).LinePosition));
        shared = all.Where(e => e.Name.LocalName is "rule" or "decisionTable" && Id(e) is not null)
            .GroupBy(e => Id(e)!, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key)
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Where the characters of a cell stand.</summary>
    public FeelPlaces Places(FeelExpression cell) => new(elements[(cell.At.Line, cell.At.Column)], cell.At, xml, lines);

    public string? Label(Place column) =>
        (string?)elements[(column.Line, column.Column)].Attribute("label") is { } label
        && !string.IsNullOrWhiteSpace(label)
            ? label.Trim()
            : null;

    /// <summary>The id of a table; null where it has none of its own.</summary>
    public string? TableId(Place table) => OwnId(elements[(table.Line, table.Column)]);

    /// <summary>The id of the rule that a cell stands in; null where it has none of its own.</summary>
    public string? RuleId(FeelExpression cell) =>
        elements[(cell.At.Line, cell.At.Column)].Ancestors().FirstOrDefault(e => e.Name.LocalName == "rule") is { } rule
            ? OwnId(rule)
            : null;

    private string? OwnId(XElement e) => Id(e) is { Length: > 0 } id && !shared.Contains(id) ? id : null;

    private static string? Id(XElement e) => (string?)e.Attribute("id");
}
