using System.Collections.Immutable;
using System.Xml.Linq;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Dmn.Reading;

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
        owner.Elements().FirstOrDefault(IsBox) is { } box ? Read(box, names) : null;

    private BoxedExpression Read(XElement e, IReadOnlyList<string> names) =>
        Kind(e, names) with
        {
            Type = types.Of((string?)e.Attribute("typeRef"), e),
        };

    private BoxedExpression Kind(XElement e, IReadOnlyList<string> names) =>
        e.Name.LocalName switch
        {
            "literalExpression" => Literal(e, names),
            "decisionTable" => new TableReader(reader, types).Read(e, names),
            "context" => Context(e, names),
            "list" => new BoxedList([.. e.Elements().Where(IsBox).Select(b => Read(b, names))], reader.At(e)),
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
            .Select(p => new FunctionParameter(ModelReader.Name(p), types.Of((string?)p.Attribute("typeRef"), p)))
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
            return new BoxedFunction(parameters, null, kind, reader.At(e));
        }
        var inner = names
            .Concat(parameters.Select(p => p.Name))
            .Concat(parameters.SelectMany(p => types.Names(p.Type)))
            .ToList();
        return new BoxedFunction(parameters, Child(e, inner), null, reader.At(e));
    }

    private BoxedExpression Literal(XElement e, IReadOnlyList<string> names)
    {
        var text = e.Elements().FirstOrDefault(t => t.Name.LocalName == "text");
        if (text is null)
            return Unread(e, "The literal expression has no text.");
        return (string?)e.Attribute("expressionLanguage") is { Length: > 0 } language && !IsFeel(language)
            ? Unread(e, $"Expressions are written in FEEL, not in {language}.")
            : new BoxedLiteral(reader.Feel(text.Value, text, names), reader.At(e));
    }

    private static bool IsFeel(string language) => language.Contains("FEEL", StringComparison.OrdinalIgnoreCase);

    private BoxedUnread Unread(XElement e, string message)
    {
        var problem = new Problem("DMN-011", message, reader.At(e));
        reader.Problems.Add(problem);
        return new BoxedUnread(problem, reader.At(e));
    }

    private BoxedContext Context(XElement e, IReadOnlyList<string> names)
    {
        var inner = names.ToList();
        var entries = ImmutableArray.CreateBuilder<(string?, FeelType, BoxedExpression)>();
        foreach (var entry in e.Elements().Where(x => x.Name.LocalName == "contextEntry"))
        {
            var variable = entry.Elements().FirstOrDefault(v => v.Name.LocalName == "variable");
            var type = variable is null ? FeelType.Any : types.Of((string?)variable.Attribute("typeRef"), variable);
            var value = Child(entry, inner) ?? Unread(entry, "The entry of the context has no expression.");
            entries.Add((variable is null ? null : ModelReader.Name(variable), type, value));
            if (variable is not null)
                inner.AddRange(types.Names(type).Prepend(ModelReader.Name(variable)));
        }
        return new BoxedContext(entries.ToImmutable(), reader.At(e));
    }

    private BoxedRelation Relation(XElement e, IReadOnlyList<string> names) =>
        new(
            [
                .. e.Elements()
                    .Where(c => c.Name.LocalName == "column")
                    .Select(c => new BoxedColumn(ModelReader.Name(c), types.Of((string?)c.Attribute("typeRef"), c))),
            ],
            [
                .. e.Elements()
                    .Where(r => r.Name.LocalName == "row")
                    .Select(r => r.Elements().Where(IsBox).Select(b => Read(b, names)).ToImmutableArray()),
            ],
            reader.At(e)
        );

    private BoxedExpression Invocation(XElement e, IReadOnlyList<string> names)
    {
        if (Child(e, names) is not { } called)
            return Unread(e, "The invocation does not say what it calls.");
        var bindings = e.Elements()
            .Where(b => b.Name.LocalName == "binding")
            .Select(b => (Parameter(b), Child(b, names)));
        return new BoxedInvocation(called, [.. bindings], reader.At(e));
    }

    private static string Parameter(XElement binding) =>
        binding.Elements().FirstOrDefault(p => p.Name.LocalName == "parameter") is { } parameter
            ? ModelReader.Name(parameter)
            : "";

    private BoxedConditional Conditional(XElement e, IReadOnlyList<string> names) =>
        new(Part(e, "if", names), Part(e, "then", names), Part(e, "else", names), reader.At(e));

    private BoxedFilter Filter(XElement e, IReadOnlyList<string> names) =>
        new(Part(e, "in", names), Part(e, "match", [.. names, "item"]), reader.At(e));

    private BoxedIteration Iteration(XElement e, string kind, IReadOnlyList<string> names)
    {
        var variable = ((string?)e.Attribute("iteratorVariable") ?? "item").Trim();
        return new BoxedIteration(
            Enum.Parse<IterationKind>(kind, ignoreCase: true),
            variable,
            Part(e, "in", names),
            Part(e, kind == "for" ? "return" : "satisfies", [.. names, variable, "partial"]),
            reader.At(e)
        );
    }

    private BoxedExpression Part(XElement e, string name, IReadOnlyList<string> names) =>
        e.Elements().FirstOrDefault(p => p.Name.LocalName == name) is { } part && Child(part, names) is { } child
            ? child
            : Unread(e, $"The {e.Name.LocalName} has no {name}.");

    private static bool IsBox(XElement e) => Boxes.Contains(e.Name.LocalName);
}
