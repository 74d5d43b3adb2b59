using System.Collections.Immutable;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Dmn.Run;

/// <summary>Evaluates boxed expressions (DMN 1.5, 10.2), each to the type that it declares.</summary>
/// <param name="owner">The decision or knowledge whose logic it is.</param>
internal sealed class BoxRun(Session session, string owner)
{
    private readonly Evaluation evaluation = session.Evaluation;

    public FeelValue Value(BoxedExpression? box, Scope scope)
    {
        if (box is null || !evaluation.Enter(box.At))
            return FeelValue.Null;
        return evaluation.Leave(session.Typed(Compute(box, scope), box.Type, box.At), box.At);
    }

    /// <summary>The body of a function with its parameters bound.</summary>
    public FeelValue Call(BoxedFunction function, BoxedExpression body, IReadOnlyList<FeelValue> arguments, Scope scope)
    {
        var names = FeelContext.Empty;
        for (var i = 0; i < function.Parameters.Length; i++)
            names = names.With(function.Parameters[i].Name, arguments[i]);
        return Value(body, new Scope(names, scope));
    }

    private FeelValue Compute(BoxedExpression box, Scope scope) =>
        box switch
        {
            BoxedLiteral b => b.Expression.Evaluate(evaluation, scope),
            DecisionTable b => Table(b, scope),
            BoxedContext b => Context(b, scope),
            BoxedList b => new FeelList([.. b.Items.Select(i => Value(i, scope))]),
            BoxedRelation b => new FeelList([.. b.Rows.Select(row => Row(b.Columns, row, scope))]),
            BoxedFunction b => Function(b, scope),
            BoxedInvocation b => Invoke(b, scope),
            BoxedConditional b => Choose(b, scope),
            BoxedFilter b => Filter(b, scope),
            BoxedIteration b => Iterate(b, scope),
            BoxedUnread b => evaluation.Warn(b.Problem),
            _ => throw new ArgumentOutOfRangeException(nameof(box)),
        };

    private FeelValue Table(DecisionTable table, Scope scope)
    {
        var run = new TableRun(table, evaluation, new InterpretedCells(table, evaluation, scope), session.Trace);
        var value = run.Value();
        foreach (var index in run.Fired)
        {
            var rule = table.Rules[index];
            session.Fired.Add(new RuleFired(owner, rule.Id, index + 1, rule.Annotations));
        }
        return value;
    }

    /// <summary>The context, or what its last entry gives where that has no name.</summary>
    private FeelValue Context(BoxedContext box, Scope scope)
    {
        var context = FeelContext.Empty;
        foreach (var (name, type, value) in box.Entries)
        {
            var result = session.Typed(Value(value, new Scope(context, scope)), type, value.At);
            if (name is null)
                return result;
            if (context.TryGet(name, out _))
                return evaluation.Warn("FEEL-215", $"The context has two entries {name}.", value.At);
            context = context.With(name, result);
        }
        return context;
    }

    private FeelContext Row(ImmutableArray<BoxedColumn> columns, ImmutableArray<BoxedExpression> row, Scope scope)
    {
        var context = FeelContext.Empty;
        for (var i = 0; i < columns.Length; i++)
            context = context.With(
                columns[i].Name,
                i < row.Length ? session.Typed(Value(row[i], scope), columns[i].Type, row[i].At) : FeelValue.Null
            );
        return context;
    }

    private FeelFunction Function(BoxedFunction box, Scope scope) =>
        new(
            "",
            box.Parameters,
            FeelType.Any,
            (_, arguments) =>
                box.External is { } kind
                    ? evaluation.Warn(
                        "FEEL-203",
                        $"External functions cannot be called, and this is of the kind {kind}.",
                        box.At
                    )
                : box.Body is { } body ? Call(box, body, arguments, scope)
                : evaluation.Warn("DMN-209", "The function has no logic.", box.At)
        );

    private FeelValue Invoke(BoxedInvocation box, Scope scope)
    {
        var called = Value(box.Called, scope);
        if (called is not FeelFunction function)
            return evaluation.Warn("FEEL-207", $"What is called is a {Kind.Of(called)}, no function.", box.At);
        var values = box.Bindings.Select(b => Value(b.Value, scope)).ToList();
        return evaluation.Invoke(function, values, box.At, [.. box.Bindings.Select(b => b.Name)]);
    }

    private FeelValue Choose(BoxedConditional box, Scope scope)
    {
        var condition = Value(box.If, scope);
        return condition switch
        {
            FeelBoolean { Value: true } => Value(box.Then, scope),
            FeelBoolean or FeelNull => Value(box.Else, scope),
            _ => evaluation.NoTruth(condition, box.If.At),
        };
    }

    private FeelValue Filter(BoxedFilter box, Scope scope)
    {
        var source = Value(box.In, scope);
        return evaluation.Filter(source, item => Value(box.Match, Evaluation.ItemScope(item, scope)), box.Match.At);
    }

    private FeelValue Iterate(BoxedIteration box, Scope scope)
    {
        if (evaluation.Items(Value(box.In, scope), box.In.At) is not { } items)
            return FeelValue.Null;
        var results = new List<FeelValue>();
        foreach (var item in items)
        {
            var inner = scope.With(box.Variable, item);
            if (box.Kind == IterationKind.For && !evaluation.Spend(results.Count, box.At))
                return FeelValue.Null;
            if (box.Kind == IterationKind.For)
                inner = inner.With("partial", new FeelList([.. results]));
            results.Add(Value(box.Each, inner));
        }
        if (box.Kind == IterationKind.For)
            return new FeelList([.. results]);
        var stops = box.Kind == IterationKind.Some;
        if (results.Any(r => r is FeelBoolean b && b.Value == stops))
            return stops;
        return results.Find(r => r is not FeelBoolean) is { } neither
            ? evaluation.NoTruth(neither, box.Each.At)
            : !stops;
    }
}
