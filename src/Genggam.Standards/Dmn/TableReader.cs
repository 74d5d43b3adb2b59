using System.Collections.Immutable;
using System.Globalization;
using System.Xml.Linq;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Dmn;

/// <summary>Reads decision tables (DMN 1.5, 8.3).</summary>
internal sealed class TableReader(ModelReader reader, ItemTypes types)
{
    public DecisionTable Read(XElement e, IReadOnlyList<string> names)
    {
        var outputs = Children(e, "output").Select(o => Output(o, names)).ToImmutableArray();
        var rules = Children(e, "rule").Select((r, i) => Rule(r, i, names)).ToImmutableArray();
        foreach (var (rule, element) in rules.Zip(Children(e, "rule")))
            if (rule.Outputs.Length != outputs.Length)
                reader.Wrong(
                    "DMN-101",
                    $"The rule has {rule.Outputs.Length} outputs, the table {outputs.Length}.",
                    element
                );
        return new DecisionTable(
            Policy(e),
            (string?)e.Attribute("aggregation") is { } aggregation
                ? Enum.Parse<Aggregation>(aggregation, ignoreCase: true)
                : Aggregation.None,
            [.. Children(e, "input").Select(i => Input(i, names))],
            outputs,
            [.. rules.Where(r => r.Outputs.Length == outputs.Length)],
            reader.At(e)
        );
    }

    private static HitPolicy Policy(XElement e) =>
        ((string?)e.Attribute("hitPolicy") ?? "UNIQUE") switch
        {
            "FIRST" => HitPolicy.First,
            "ANY" => HitPolicy.Any,
            "PRIORITY" => HitPolicy.Priority,
            "RULE ORDER" => HitPolicy.RuleOrder,
            "OUTPUT ORDER" => HitPolicy.OutputOrder,
            "COLLECT" => HitPolicy.Collect,
            _ => HitPolicy.Unique,
        };

    private TableInput Input(XElement e, IReadOnlyList<string> names)
    {
        var expression = Children(e, "inputExpression").FirstOrDefault();
        var values = Children(e, "inputValues").FirstOrDefault();
        return new TableInput(
            expression is null ? null
                : Text(expression) is { } text ? reader.Feel(text, expression, names)
                : null,
            values is null ? null
                : Text(values) is { } allowed ? reader.Feel(allowed, values, names, tests: true)
                : null
        );
    }

    private TableOutput Output(XElement e, IReadOnlyList<string> names)
    {
        var values = Children(e, "outputValues").FirstOrDefault();
        var standard = Children(e, "defaultOutputEntry").FirstOrDefault();
        return new TableOutput(
            (string?)e.Attribute("name"),
            values is null || Text(values) is not { } allowed ? null : reader.Feel(allowed, values, names, tests: true),
            standard is null || Text(standard) is not { } text ? null : reader.Feel(text, standard, names),
            types.Of((string?)e.Attribute("typeRef"))
        );
    }

    private TableRule Rule(XElement e, int index, IReadOnlyList<string> names) =>
        new(
            (string?)e.Attribute("id") ?? (index + 1).ToString(CultureInfo.InvariantCulture),
            [
                .. Children(e, "inputEntry")
                    .Select(i => reader.Feel(Text(i) ?? "-", i, names, tests: true))
                    .OfType<FeelExpression>(),
            ],
            [
                .. Children(e, "outputEntry")
                    .Select(o => reader.Feel(Text(o) ?? "null", o, names))
                    .OfType<FeelExpression>(),
            ],
            [.. Children(e, "annotationEntry").Select(a => Text(a) ?? "")]
        );

    private static IEnumerable<XElement> Children(XElement e, string name) =>
        e.Elements().Where(c => c.Name.LocalName == name);

    private static string? Text(XElement e) =>
        Children(e, "text").FirstOrDefault()?.Value.Trim() is { Length: > 0 } text ? text : null;
}
