using System.Collections.Immutable;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Functions;

namespace Genggam.Standards.Dmn.Reading;

/// <summary>
/// Names in FEEL that stand for nothing where they are said: evaluation would give null with a warning (DMN 1.5, 10.3.2.12).
/// And members that the type of a name has not, though its value may.
/// </summary>
internal sealed class UnknownNames(DmnModel model, List<Problem> problems)
{
    private readonly List<FeelPath> inputs = [];

    private readonly HashSet<string> elements =
    [
        .. model.Inputs.Select(i => i.Name),
        .. model.Decisions.Select(d => d.Name),
        .. model.Knowledge.Select(k => k.Name),
        .. model.Services.Select(s => s.Name),
    ];

    /// <returns>What is read of the model's input data.</returns>
    public static ImmutableArray<FeelPath> Find(DmnModel model, List<Problem> problems)
    {
        var find = new UnknownNames(model, problems);
        foreach (var decision in model.Decisions)
            find.In(decision.Logic, find.Required(decision.Requires));
        foreach (var knowledge in model.Knowledge)
            // A model may call itself.
            find.In(knowledge.Logic, find.Required(knowledge.Requires).SetItem(knowledge.Name, Known.Anything));
        return [.. find.inputs];
    }

    /// <summary>In the tests of an item definition, which see nothing but the value.</summary>
    public static void Find(FeelExpression tests, List<Problem> problems)
    {
        foreach (var path in tests.Paths.Where(p => !p.InFilter))
            problems.Add(Unknown(path, "."));
    }

    private ImmutableDictionary<string, Known> Required(ImmutableArray<string> references)
    {
        var scope = ImmutableDictionary.CreateBuilder<string, Known>(StringComparer.Ordinal);
        foreach (var reference in references)
            if (NameOf(reference) is var (name, known))
                scope[name] = known;
        return scope.ToImmutable();
    }

    /// <summary>The name that a required element has in scope, and its type; of an imported one those of the import.</summary>
    private (string Name, Known Known)? NameOf(string reference)
    {
        var (import, owner, id) = model.Resolve(reference);
        if (import is { Name.Length: > 0 })
            return (import.Name, Known.Anything);
        if (owner.Find(id) is { } decision)
            return (decision.Name, new Known(decision.Type));
        if (owner.Inputs.FirstOrDefault(i => i.Id == id) is { } input)
            return (input.Name, new Known(input.Type, owner == model));
        var name =
            owner.Knowledge.FirstOrDefault(k => k.Id == id)?.Name
            ?? owner.Services.FirstOrDefault(s => s.Id == id)?.Name;
        return name is null ? null : (name, Known.Anything);
    }

    private void In(BoxedExpression? box, ImmutableDictionary<string, Known> scope)
    {
        switch (box)
        {
            case BoxedLiteral b:
                In(b.Expression, scope);
                break;
            case DecisionTable b:
                foreach (var expression in Expressions(b))
                    In(expression, scope);
                break;
            case BoxedContext b:
                foreach (var (name, type, value) in b.Entries)
                {
                    In(value, scope);
                    scope = name is null ? scope : scope.SetItem(name, new Known(type));
                }
                break;
            case BoxedList b:
                All(b.Items, scope);
                break;
            case BoxedRelation b:
                All(b.Rows.SelectMany(row => row), scope);
                break;
            case BoxedFunction b:
                In(b.Body, scope.SetItems(b.Parameters.Select(p => KeyValuePair.Create(p.Name, new Known(p.Type)))));
                break;
            case BoxedInvocation b:
                All([b.Called, .. b.Bindings.Select(binding => binding.Value)], scope);
                break;
            case BoxedConditional b:
                All([b.If, b.Then, b.Else], scope);
                break;
            case BoxedFilter b:
                // The entries of the items are in scope of the match, and come with the data.
                In(b.In, scope);
                break;
            case BoxedIteration b:
                In(b.In, scope);
                In(b.Each, scope.SetItem(b.Variable, Known.Anything).SetItem("partial", Known.Anything));
                break;
        }
    }

    private void All(IEnumerable<BoxedExpression?> boxes, ImmutableDictionary<string, Known> scope)
    {
        foreach (var box in boxes)
            In(box, scope);
    }

    private static IEnumerable<FeelExpression> Expressions(DecisionTable table) =>
        table
            .Inputs.SelectMany(i => new[] { i.Expression, i.Allowed })
            .Concat(table.Outputs.SelectMany(o => new[] { o.Values, o.Default }))
            .Concat(table.Rules.SelectMany(r => r.Tests.Concat(r.Outputs)))
            .OfType<FeelExpression>();

    private void In(FeelExpression expression, ImmutableDictionary<string, Known> scope)
    {
        foreach (var path in expression.Paths.Where(p => !p.InFilter))
            if (!scope.TryGetValue(path.Root, out var known))
                problems.Add(
                    Unknown(
                        path,
                        elements.Contains(path.Root)
                            ? ": the model has it, but it is not required here."
                            : Nearest.Meant(path.Root, scope.Keys.Concat(Builtins.Names))
                    )
                );
            else
            {
                Members(path, known.Type);
                if (known.IsInput)
                    inputs.Add(path);
            }
    }

    /// <summary>Each member must be an entry of what is before it, where its type names the entries.</summary>
    private void Members(FeelPath path, FeelType type)
    {
        foreach (var (count, member) in path.Members.Index())
        {
            if (Plain(type) is not ContextType { Entries: { IsEmpty: false } entries })
                return;
            if (entries.FirstOrDefault(e => e.Name == member) is not { Name: not null } entry)
            {
                var owner = path with { Members = path.Members[..count] };
                problems.Add(
                    new Problem(
                        "DMN-014",
                        $"{owner} has no {member}{Nearest.Meant(member, entries.Select(e => e.Name))}",
                        path.At,
                        Severity.Warning
                    )
                );
                return;
            }
            type = entry.Type;
        }
    }

    /// <summary>Under its names; of a list the type of its items, whose members FEEL reads as a list.</summary>
    private static FeelType Plain(FeelType type) =>
        TypeConformance.Plain(type) is ListType list ? Plain(list.Item) : TypeConformance.Plain(type);

    private static Problem Unknown(FeelPath path, string remedy) =>
        new(DmnReader.UnknownName, $"The name {path.Root} is not known here{remedy}", path.At, Severity.Warning);

    /// <param name="IsInput">Whether it is input data of the model itself.</param>
    private sealed record Known(FeelType Type, bool IsInput = false)
    {
        public static readonly Known Anything = new(FeelType.Any);
    }
}
