using System.Collections.Immutable;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Functions;

namespace Genggam.Standards.Dmn.Reading;

/// <summary>
/// Names in FEEL that stand for nothing where they are said. Evaluation would give null with a warning (DMN 1.5, 10.3.2.12):
/// they are warnings of the reading too.
/// </summary>
internal sealed class UnknownNames(DmnModel model, List<Problem> problems)
{
    private readonly HashSet<string> elements =
    [
        .. model.Inputs.Select(i => i.Name),
        .. model.Decisions.Select(d => d.Name),
        .. model.Knowledge.Select(k => k.Name),
        .. model.Services.Select(s => s.Name),
    ];

    public static void Find(DmnModel model, List<Problem> problems)
    {
        var find = new UnknownNames(model, problems);
        foreach (var decision in model.Decisions)
            find.In(decision.Logic, find.Required(decision.Requires));
        foreach (var knowledge in model.Knowledge)
            // A model may call itself.
            find.In(knowledge.Logic, find.Required(knowledge.Requires).Add(knowledge.Name));
    }

    /// <summary>In the tests of an item definition, which see nothing but the value.</summary>
    public static void Find(FeelExpression tests, List<Problem> problems)
    {
        foreach (var (name, at) in tests.Unknown(ImmutableHashSet<string>.Empty))
            problems.Add(Unknown(name, at, "."));
    }

    private ImmutableHashSet<string> Required(ImmutableArray<string> references) =>
        [.. references.Select(NameOf).OfType<string>()];

    /// <summary>The name that a required element has in scope; of an imported one that of the import.</summary>
    private string? NameOf(string reference)
    {
        var (import, owner, id) = model.Resolve(reference);
        return import is { Name.Length: > 0 }
            ? import.Name
            : owner.Find(id)?.Name
                ?? owner.Inputs.FirstOrDefault(i => i.Id == id)?.Name
                ?? owner.Knowledge.FirstOrDefault(k => k.Id == id)?.Name
                ?? owner.Services.FirstOrDefault(s => s.Id == id)?.Name;
    }

    private void In(BoxedExpression? box, ImmutableHashSet<string> scope)
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
                foreach (var (name, _, value) in b.Entries)
                {
                    In(value, scope);
                    scope = name is null ? scope : scope.Add(name);
                }
                break;
            case BoxedList b:
                All(b.Items, scope);
                break;
            case BoxedRelation b:
                All(b.Rows.SelectMany(row => row), scope);
                break;
            case BoxedFunction b:
                In(b.Body, scope.Union(b.Parameters.Select(p => p.Name)));
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
                In(b.Each, scope.Add(b.Variable).Add("partial"));
                break;
        }
    }

    private void All(IEnumerable<BoxedExpression?> boxes, ImmutableHashSet<string> scope)
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

    private void In(FeelExpression expression, ImmutableHashSet<string> scope)
    {
        foreach (var (name, at) in expression.Unknown(scope))
            problems.Add(
                Unknown(
                    name,
                    at,
                    elements.Contains(name)
                        ? ": the model has it, but it is not required here."
                        : Nearest.Meant(name, scope.Concat(Builtins.Names))
                )
            );
    }

    private static Problem Unknown(string name, Place at, string remedy) =>
        new(DmnReader.UnknownName, $"The name {name} is not known here{remedy}", at, Severity.Warning);
}
