using System.Collections.Immutable;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Dmn;

/// <summary>One evaluation of a model: required decisions once each, knowledge as functions.</summary>
internal sealed class ModelRun(DmnModel model, Evaluation evaluation, FeelContext inputs)
{
    private readonly Dictionary<string, FeelValue> known = new(StringComparer.Ordinal);
    private readonly HashSet<string> running = new(StringComparer.Ordinal);
    private readonly List<RuleFired> fired = [];

    public IReadOnlyList<RuleFired> Fired => fired;

    public FeelValue Decision(Decision decision)
    {
        if (known.TryGetValue(decision.Id, out var value))
            return value;
        if (!running.Add(decision.Id))
            return evaluation.Warn("DMN-202", $"The decision {decision.Name} needs itself.", decision.At);
        var scope = new Scope(Required(decision.Requires));
        value = decision.Logic is { } logic ? Box(logic, scope, decision) : FeelValue.Null;
        running.Remove(decision.Id);
        return known[decision.Id] = Typed(value, decision.Type, decision.At);
    }

    public FeelValue Service(DecisionService service)
    {
        var given = service.InputDecisions.Select(model.Find).OfType<Decision>();
        foreach (var decision in given)
            known[decision.Id] = inputs[decision.Name];
        var outputs = service.Outputs.Select(model.Find).OfType<Decision>().ToList();
        return outputs is [var only]
            ? Decision(only)
            : outputs.Aggregate(FeelContext.Empty, (all, d) => all.With(d.Name, Decision(d)));
    }

    private FeelContext Required(ImmutableArray<string> ids)
    {
        var names = FeelContext.Empty;
        foreach (var id in ids)
            if (model.Find(id) is { } decision)
                names = names.With(decision.Name, Decision(decision));
            else if (model.Inputs.FirstOrDefault(i => i.Id == id) is { } input)
                names = names.With(input.Name, Typed(inputs[input.Name], input.Type, new Place(model.Name, input.Id)));
            else if (model.Knowledge.FirstOrDefault(k => k.Id == id) is { } knowledge)
                names = names.With(knowledge.Name, Function(knowledge));
            else if (model.Services.FirstOrDefault(s => s.Id == id) is { } service)
                names = names.With(service.Name, Function(service));
        return names;
    }

    private FeelFunction Function(KnowledgeModel knowledge) =>
        new(
            knowledge.Name,
            knowledge.Logic?.Parameters ?? [],
            knowledge.Type,
            (_, arguments) =>
                knowledge.Logic is { Body: { } body } logic
                    ? Box(body, Bind(logic.Parameters, arguments, new Scope(Required(knowledge.Requires))), null)
                    : FeelValue.Null
        );

    private FeelFunction Function(DecisionService service)
    {
        var parameters = service
            .InputDatas.Select(id => model.Inputs.FirstOrDefault(i => i.Id == id))
            .Select(i => (i?.Name, i?.Type))
            .Concat(
                service.InputDecisions.Select(id => ((string?)model.Find(id)?.Name, (FeelType?)model.Find(id)?.Type))
            )
            .Where(p => p.Item1 is not null)
            .Select(p => new FunctionParameter(p.Item1!, p.Item2 ?? FeelType.Any))
            .ToImmutableArray();
        return new FeelFunction(
            service.Name,
            parameters,
            FeelType.Any,
            (_, arguments) =>
            {
                var given = inputs;
                for (var i = 0; i < parameters.Length; i++)
                    given = given.With(parameters[i].Name, arguments[i]);
                return new ModelRun(model, evaluation, given).Service(service);
            }
        );
    }

    private FeelValue Box(BoxedExpression? box, Scope scope, Decision? decision)
    {
        if (box is null || !evaluation.Spend(1, box.At))
            return FeelValue.Null;
        return box switch
        {
            BoxedLiteral b => b.Expression.Evaluate(evaluation, scope),
            DecisionTable b => Table(b, scope, decision),
            BoxedContext b => Context(b, scope, decision),
            BoxedList b => new FeelList([.. b.Items.Select(i => Box(i, scope, decision))]),
            BoxedRelation b => new FeelList([.. b.Rows.Select(row => Row(b.Columns, row, scope, decision))]),
            BoxedFunction b => new FeelFunction(
                "",
                b.Parameters,
                FeelType.Any,
                (_, arguments) => Box(b.Body, Bind(b.Parameters, arguments, scope), decision)
            ),
            BoxedInvocation b => Invoke(b, scope, decision),
            BoxedConditional b => Box(b.If, scope, decision) is FeelBoolean { Value: true }
                ? Box(b.Then, scope, decision)
                : Box(b.Else, scope, decision),
            BoxedFilter b => Filter(b, scope, decision),
            BoxedIteration b => Iterate(b, scope, decision),
            _ => throw new ArgumentOutOfRangeException(nameof(box)),
        };
    }

    private FeelValue Table(DecisionTable table, Scope scope, Decision? decision)
    {
        var (value, rules) = TableRun.Evaluate(table, evaluation, scope);
        foreach (var index in rules)
        {
            var rule = table.Rules[index];
            fired.Add(new RuleFired(decision?.Name ?? table.At.Element ?? "", rule.Id, index + 1, rule.Annotations));
        }
        return value;
    }

    private FeelValue Context(BoxedContext box, Scope scope, Decision? decision)
    {
        var context = FeelContext.Empty;
        foreach (var (name, type, value) in box.Entries)
        {
            var result = Typed(Box(value, new Scope(context, scope), decision), type, value.At);
            if (name is null)
                return result;
            context = context.With(name, result);
        }
        return context;
    }

    private FeelContext Row(
        ImmutableArray<string> columns,
        ImmutableArray<BoxedExpression> row,
        Scope scope,
        Decision? decision
    )
    {
        var context = FeelContext.Empty;
        for (var i = 0; i < columns.Length; i++)
            context = context.With(columns[i], i < row.Length ? Box(row[i], scope, decision) : FeelValue.Null);
        return context;
    }

    private FeelValue Invoke(BoxedInvocation box, Scope scope, Decision? decision)
    {
        if (Box(box.Called, scope, decision) is not FeelFunction function)
            return evaluation.Warn("FEEL-207", "What is called is no function.", box.At);
        var values = box.Bindings.Select(b => Box(b.Value, scope, decision)).ToList();
        if (function.Builtin is { } builtin)
            return builtin.Call(evaluation, [.. box.Bindings.Select(b => b.Name)], values, box.At);
        var ordered = new FeelValue[function.Parameters.Length];
        for (var i = 0; i < ordered.Length; i++)
        {
            var place = box.Bindings.Select(b => b.Name).ToList().IndexOf(function.Parameters[i].Name);
            ordered[i] = place < 0 ? FeelValue.Null : Typed(values[place], function.Parameters[i].Type, box.At);
        }
        return function.Body(evaluation, ordered);
    }

    private FeelValue Filter(BoxedFilter box, Scope scope, Decision? decision)
    {
        var source = Box(box.In, scope, decision);
        var items =
            source is FeelList list ? list.Items
            : source.IsNull ? []
            : [source];
        return new FeelList([
            .. items.Where(i =>
                Box(
                    box.Match,
                    i is FeelContext c ? new Scope(c, scope.With("item", i)) : scope.With("item", i),
                    decision
                )
                    is FeelBoolean { Value: true }
            ),
        ]);
    }

    private FeelValue Iterate(BoxedIteration box, Scope scope, Decision? decision)
    {
        if (Box(box.In, scope, decision) is not FeelList list)
            return evaluation.Warn("FEEL-206", "There is nothing to iterate over.", box.At);
        var results = new List<FeelValue>();
        foreach (var item in list.Items)
            results.Add(
                Box(box.Each, scope.With(box.Variable, item).With("partial", new FeelList([.. results])), decision)
            );
        return box.Kind switch
        {
            IterationKind.For => new FeelList([.. results]),
            IterationKind.Some => results.Any(r => r is FeelBoolean { Value: true }) ? true
            : results.All(r => r is FeelBoolean) ? false
            : FeelValue.Null,
            _ => results.Any(r => r is FeelBoolean { Value: false }) ? false
            : results.All(r => r is FeelBoolean) ? true
            : FeelValue.Null,
        };
    }

    private static Scope Bind(
        ImmutableArray<FunctionParameter> parameters,
        IReadOnlyList<FeelValue> arguments,
        Scope scope
    )
    {
        var names = FeelContext.Empty;
        for (var i = 0; i < parameters.Length && i < arguments.Count; i++)
            names = names.With(parameters[i].Name, arguments[i]);
        return new Scope(names, scope);
    }

    private FeelValue Typed(FeelValue value, FeelType type, Place at) =>
        TypeConformance.Convert(value, type) ?? evaluation.Warn("DMN-203", $"The value is not of the type {type}.", at);
}
