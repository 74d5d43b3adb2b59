using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;

namespace Genggam.Office.Changes;

public enum ColumnKind
{
    Asked,
    Given,
    Note,
}

/// <param name="Said">What the file says of the column.</param>
public sealed record DrawnColumn(
    string Id,
    ColumnKind Kind,
    string Label,
    ImmutableSortedDictionary<string, string> Said
);

/// <param name="Cells">One for each column.</param>
public sealed record DrawnRule(string Id, ImmutableArray<string> Cells);

/// <summary>
/// A decision as its file says it (DMN 1.5, 8), whether or not it can be evaluated: a table, or an expression.
/// </summary>
/// <param name="Columns">What is asked, what is given, and what is noted; none where it is no table.</param>
public sealed record DrawnDecision(
    string Id,
    string Name,
    ImmutableArray<string> Requires,
    string Policy,
    ImmutableArray<DrawnColumn> Columns,
    ImmutableArray<DrawnRule> Rules,
    string? Expression
)
{
    private static readonly string[] Entries = ["inputEntry", "outputEntry", "annotationEntry"];

    /// <summary>Those of a file; none where it is no XML.</summary>
    public static ImmutableArray<DrawnDecision> Of(string? xml)
    {
        if (XmlAccount.Root(xml) is not { } root)
            return [];
        var names = root.Elements()
            .Where(e => e.Attribute("id") is not null)
            .DistinctBy(XmlAccount.Id)
            .ToDictionary(XmlAccount.Id, e => (string?)e.Attribute("name") ?? XmlAccount.Id(e), StringComparer.Ordinal);
        return [.. XmlAccount.Named(root, "decision").Select(d => Read(d, names))];
    }

    /// <summary>What a table is made of and accounts for by itself.</summary>
    internal static bool IsOfTable(XElement element) =>
        element.Name.LocalName is "rule" or "input" or "output" or "annotation"
        && element.Parent?.Name.LocalName == "decisionTable";

    private static DrawnDecision Read(XElement decision, Dictionary<string, string> names)
    {
        var table = XmlAccount.Named(decision, "decisionTable").FirstOrDefault();
        return new DrawnDecision(
            XmlAccount.Id(decision),
            (string?)decision.Attribute("name") ?? XmlAccount.Id(decision),
            [
                .. XmlAccount
                    .Named(decision, "informationRequirement")
                    .Elements()
                    .Select(r => ((string?)r.Attribute("href") ?? "").TrimStart('#'))
                    .Select(id => names.GetValueOrDefault(id, id)),
            ],
            (string?)table?.Attribute("hitPolicy") ?? "UNIQUE",
            [
                .. ColumnsOf(table, "input", ColumnKind.Asked),
                .. ColumnsOf(table, "output", ColumnKind.Given),
                .. ColumnsOf(table, "annotation", ColumnKind.Note),
            ],
            [.. XmlAccount.Named(table, "rule").Select(Rule)],
            table is null && XmlAccount.Named(decision, "literalExpression").FirstOrDefault() is { } literal
                ? Text(literal)
                : null
        );
    }

    private static IEnumerable<DrawnColumn> ColumnsOf(XElement? table, string name, ColumnKind kind) =>
        XmlAccount
            .Named(table, name)
            .Select(
                (column, index) =>
                    new DrawnColumn(
                        (string?)column.Attribute("id")
                            ?? string.Create(CultureInfo.InvariantCulture, $"{name} {index + 1}"),
                        kind,
                        (string?)column.Attribute("label")
                            ?? (string?)column.Attribute("name")
                            ?? Text(XmlAccount.Named(column, "inputExpression").FirstOrDefault()),
                        XmlAccount.Of(column, _ => false)
                    )
            );

    private static DrawnRule Rule(XElement rule) =>
        new(XmlAccount.Id(rule), [.. Entries.SelectMany(kind => XmlAccount.Named(rule, kind)).Select(Text)]);

    private static string Text(XElement? expression) =>
        XmlAccount.Named(expression, "text").FirstOrDefault()?.Value.Trim() ?? "";
}
