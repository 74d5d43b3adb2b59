using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Dmn.Reading;

/// <summary>Reads decision tables (DMN 1.5, 8.3).</summary>
internal sealed class TableReader(ModelReader reader, ItemTypes types)
{
    public DecisionTable Read(XElement e, IReadOnlyList<string> names)
    {
        var inputs = Children(e, "input").Select(i => Input(i, names)).ToImmutableArray();
        var outputs = Children(e, "output").Select(o => Output(o, names)).ToImmutableArray();
        var rules = Children(e, "rule").Select((r, i) => Rule(r, i, names)).ToImmutableArray();
        var fitting = ImmutableArray.CreateBuilder<TableRule>();
        foreach (var (rule, element) in rules.Zip(Children(e, "rule")))
            if (
                Fits(rule.Outputs.Length, outputs.Length, "outputs", element)
                && Fits(rule.Tests.Length, inputs.Length, "inputs", element)
            )
                fitting.Add(rule);
        return new DecisionTable(Policy(e), Aggregated(e), inputs, outputs, fitting.ToImmutable(), reader.At(e));
    }

    /// <summary>Whether a rule has as many cells as the table has columns; said where it has not.</summary>
    private bool Fits(int cells, int columns, string kind, XElement rule)
    {
        if (cells != columns)
            reader.Wrong("DMN-101", $"The rule has {cells} {kind}, the table {columns}.", rule);
        return cells == columns;
    }

    private Aggregation Aggregated(XElement e) =>
        (string?)e.Attribute("aggregation") switch
        {
            null => Aggregation.None,
            "SUM" => Aggregation.Sum,
            "COUNT" => Aggregation.Count,
            "MIN" => Aggregation.Min,
            "MAX" => Aggregation.Max,
            var other => Unknown(e, $"There is no aggregation {other}.", Aggregation.None),
        };

    private T Unknown<T>(XElement e, string message, T instead)
    {
        reader.Wrong("DMN-013", message, e);
        return instead;
    }

    private HitPolicy Policy(XElement e) =>
        ((string?)e.Attribute("hitPolicy") ?? "UNIQUE") switch
        {
            "UNIQUE" => HitPolicy.Unique,
            "FIRST" => HitPolicy.First,
            "ANY" => HitPolicy.Any,
            "PRIORITY" => HitPolicy.Priority,
            "RULE ORDER" => HitPolicy.RuleOrder,
            "OUTPUT ORDER" => HitPolicy.OutputOrder,
            "COLLECT" => HitPolicy.Collect,
            var other => Unknown(e, $"There is no hit policy {other}.", HitPolicy.Unique),
        };

    private TableInput Input(XElement e, IReadOnlyList<string> names)
    {
        var expression = Children(e, "inputExpression").FirstOrDefault();
        var values = Children(e, "inputValues").FirstOrDefault();
        return new TableInput(
            Feel(expression, names, tests: false),
            Feel(values, names, tests: true),
            expression is null ? FeelType.Any : types.Of((string?)expression.Attribute("typeRef"), expression),
            reader.At(e)
        );
    }

    private TableOutput Output(XElement e, IReadOnlyList<string> names)
    {
        var values = Children(e, "outputValues").FirstOrDefault();
        var standard = Children(e, "defaultOutputEntry").FirstOrDefault();
        return new TableOutput(
            (string?)e.Attribute("name"),
            Feel(values, names, tests: true),
            Feel(standard, names, tests: false),
            types.Of((string?)e.Attribute("typeRef"), e),
            reader.At(e)
        );
    }

    private TableRule Rule(XElement e, int index, IReadOnlyList<string> names) =>
        new(
            (string?)e.Attribute("id") ?? (index + 1).ToString(CultureInfo.InvariantCulture),
            [.. Children(e, "inputEntry").Select(i => Feel(i, names, tests: true) ?? Empty(i, "-", tests: true))],
            [.. Children(e, "outputEntry").Select(o => Feel(o, names, tests: false) ?? Empty(o, "null", tests: false))],
            [.. Children(e, "annotationEntry").Select(a => Text(a)?.Value.Trim() ?? "")]
        );

    private static IEnumerable<XElement> Children(XElement e, string name) =>
        e.Elements().Where(c => c.Name.LocalName == name);

    private FeelExpression? Feel(XElement? owner, IReadOnlyList<string> names, bool tests) =>
        owner is not null && Text(owner) is { } text ? reader.Feel(text.Value, text, names, tests) : null;

    private FeelExpression Empty(XElement cell, string text, bool tests) => reader.Feel(text, cell, [], tests);

    /// <summary>The text element of a cell; null where nothing stands in it.</summary>
    private static XElement? Text(XElement e) =>
        Children(e, "text").FirstOrDefault() is { } text && !string.IsNullOrWhiteSpace(text.Value) ? text : null;
}
