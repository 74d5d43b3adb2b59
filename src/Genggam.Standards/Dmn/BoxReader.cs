using System.Collections.Immutable;
using System.Xml.Linq;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Dmn;

/// <summary>Reads boxed expressions.</summary>
internal sealed class BoxReader(ModelReader reader, ItemTypes types)
{
    private static readonly HashSet<string> Boxes =
    [
        "literalExpression",
        "decisionTable",
        "context",
        "list",
        "relation",
        "functionDefinition",
        "invocation",
        "conditional",
        "filter",
        "for",
        "some",
        "every",
    ];

    /// <summary>The one boxed expression in an element; null where there is none.</summary>
    public BoxedExpression? Child(XElement owner, IReadOnlyList<string> names) =>
        owner.Elements().FirstOrDefault(e => Boxes.Contains(e.Name.LocalName)) is { } box ? Read(box, names) : null;

    private BoxedExpression? Read(XElement e, IReadOnlyList<string> names) =>
        e.Name.LocalName switch
        {
            "literalExpression" => Literal(e, names),
            "decisionTable" => new TableReader(reader, types).Read(e, names),
            "context" => Context(e, names),
            "list" => new BoxedList(
                [.. e.Elements().Where(IsBox).Select(b => Read(b, names)).OfType<BoxedExpression>()],
                reader.At(e)
            ),
            "relation" => Relation(e, names),
            "functionDefinition" => Function(e, names),
            "invocation" => Invocation(e, names),
            "conditional" => Conditional(e, names),
            "filter" => Filter(e, names),
            var loop => Iteration(e, loop, names),
        };

    public BoxedFunction Function(XElement e, IReadOnlyList<string> names)
    {
        var parameters = e.Elements()
            .Where(p => p.Name.LocalName == "formalParameter")
            .Select(p => new FunctionParameter(ModelReader.Name(p), types.Of((string?)p.Attribute("typeRef"))))
            .ToImmutableArray();
        var kind = (string?)e.Attribute("kind") ?? "FEEL";
        if (kind != "FEEL")
        {
            reader.Problems.Add(
                new Problem(
                    "DMN-005",
                    $"A function of the kind {kind} cannot be called.",
                    reader.At(e),
                    Severity.Warning
                )
            );
            return new BoxedFunction(parameters, null, reader.At(e));
        }
        var inner = names
            .Concat(parameters.Select(p => p.Name))
            .Concat(parameters.SelectMany(p => types.Names(p.Type)))
            .ToList();
        return new BoxedFunction(parameters, Child(e, inner), reader.At(e));
    }

    private BoxedLiteral? Literal(XElement e, IReadOnlyList<string> names)
    {
        var text = e.Elements().FirstOrDefault(t => t.Name.LocalName == "text");
        return text is not null && reader.Feel(text.Value, text, names) is { } expression
            ? new BoxedLiteral(expression, reader.At(e)) { Type = types.Of((string?)e.Attribute("typeRef")) }
            : null;
    }

    private BoxedContext Context(XElement e, IReadOnlyList<string> names)
    {
        var inner = names.ToList();
        var entries = ImmutableArray.CreateBuilder<(string?, FeelType, BoxedExpression)>();
        foreach (var entry in e.Elements().Where(x => x.Name.LocalName == "contextEntry"))
        {
            var variable = entry.Elements().FirstOrDefault(v => v.Name.LocalName == "variable");
            var type = types.Of((string?)variable?.Attribute("typeRef"));
            if (Child(entry, inner) is { } value)
                entries.Add((variable is null ? null : ModelReader.Name(variable), type, value));
            if (variable is not null)
                inner.AddRange(types.Names(type).Prepend(ModelReader.Name(variable)));
        }
        return new BoxedContext(entries.ToImmutable(), reader.At(e));
    }

    private BoxedRelation Relation(XElement e, IReadOnlyList<string> names) =>
        new(
            [.. e.Elements().Where(c => c.Name.LocalName == "column").Select(ModelReader.Name)],
            [
                .. e.Elements()
                    .Where(r => r.Name.LocalName == "row")
                    .Select(r =>
                        r.Elements()
                            .Where(IsBox)
                            .Select(b => Read(b, names))
                            .OfType<BoxedExpression>()
                            .ToImmutableArray()
                    ),
            ],
            reader.At(e)
        );

    private BoxedInvocation? Invocation(XElement e, IReadOnlyList<string> names)
    {
        if (Child(e, names) is not { } called)
            return null;
        var bindings = e.Elements()
            .Where(b => b.Name.LocalName == "binding")
            .Select(b => (ModelReader.Name(b.Elements().First(p => p.Name.LocalName == "parameter")), Child(b, names)));
        return new BoxedInvocation(called, [.. bindings], reader.At(e));
    }

    private BoxedConditional? Conditional(XElement e, IReadOnlyList<string> names) =>
        Part(e, "if", names) is { } condition
        && Part(e, "then", names) is { } then
        && Part(e, "else", names) is { } otherwise
            ? new BoxedConditional(condition, then, otherwise, reader.At(e))
            : null;

    private BoxedFilter? Filter(XElement e, IReadOnlyList<string> names) =>
        Part(e, "in", names) is { } source && Part(e, "match", [.. names, "item"]) is { } match
            ? new BoxedFilter(source, match, reader.At(e))
            : null;

    private BoxedIteration? Iteration(XElement e, string kind, IReadOnlyList<string> names)
    {
        var variable = (string?)e.Attribute("iteratorVariable") ?? "item";
        var each = Part(e, kind == "for" ? "return" : "satisfies", [.. names, variable, "partial"]);
        return Part(e, "in", names) is { } source && each is not null
            ? new BoxedIteration(
                Enum.Parse<IterationKind>(kind, ignoreCase: true),
                variable,
                source,
                each,
                reader.At(e)
            )
            : null;
    }

    private BoxedExpression? Part(XElement e, string name, IReadOnlyList<string> names) =>
        e.Elements().FirstOrDefault(p => p.Name.LocalName == name) is { } part ? Child(part, names) : null;

    private static bool IsBox(XElement e) => Boxes.Contains(e.Name.LocalName);
}
