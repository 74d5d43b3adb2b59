using System.Collections.Immutable;
using System.Xml;
using System.Xml.Linq;

namespace Genggam.Web.Designer.Drawing;

/// <param name="Cells">What is asked of each input, then what is given for each output.</param>
internal sealed record DrawnRule(string Id, ImmutableArray<string> Cells);

/// <summary>
/// A decision as its file says it (DMN 1.5, 8), whether or not it can be evaluated: a table, or an expression.
/// </summary>
internal sealed record DrawnDecision(
    string Id,
    string Name,
    ImmutableArray<string> Requires,
    string Policy,
    ImmutableArray<string> Inputs,
    ImmutableArray<string> Outputs,
    ImmutableArray<DrawnRule> Rules,
    string? Expression
)
{
    /// <summary>Those of a file; none where it is no XML.</summary>
    public static ImmutableArray<DrawnDecision> Of(string xml)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(xml));
            var root = XDocument.Load(reader).Root!;
            var names = root.Elements()
                .Where(e => e.Attribute("id") is not null)
                .DistinctBy(IdOf)
                .ToDictionary(IdOf, e => (string?)e.Attribute("name") ?? IdOf(e), StringComparer.Ordinal);
            return [.. Named(root, "decision").Select(d => Read(d, names))];
        }
        catch (XmlException)
        {
            return [];
        }
    }

    private static DrawnDecision Read(XElement decision, Dictionary<string, string> names)
    {
        var table = Named(decision, "decisionTable").FirstOrDefault();
        return new DrawnDecision(
            IdOf(decision),
            (string?)decision.Attribute("name") ?? IdOf(decision),
            [
                .. Named(decision, "informationRequirement")
                    .Elements()
                    .Select(r => ((string?)r.Attribute("href") ?? "").TrimStart('#'))
                    .Select(id => names.GetValueOrDefault(id, id)),
            ],
            (string?)table?.Attribute("hitPolicy") ?? "UNIQUE",
            [.. Named(table, "input").Select(Asked)],
            [
                .. Named(table, "output")
                    .Select(o => (string?)o.Attribute("label") ?? (string?)o.Attribute("name") ?? ""),
            ],
            [
                .. Named(table, "rule")
                    .Select(r => new DrawnRule(
                        IdOf(r),
                        [.. Named(r, "inputEntry").Concat(Named(r, "outputEntry")).Select(Text)]
                    )),
            ],
            table is null && Named(decision, "literalExpression").FirstOrDefault() is { } literal ? Text(literal) : null
        );
    }

    private static string Asked(XElement input) =>
        (string?)input.Attribute("label") ?? Text(Named(input, "inputExpression").FirstOrDefault());

    private static string IdOf(XElement element) => (string?)element.Attribute("id") ?? "";

    private static string Text(XElement? expression) => Named(expression, "text").FirstOrDefault()?.Value.Trim() ?? "";

    private static IEnumerable<XElement> Named(XElement? of, string name) =>
        of?.Elements().Where(e => e.Name.LocalName == name) ?? [];
}
