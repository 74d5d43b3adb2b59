using System.Collections.Immutable;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Dmn.Run;

/// <summary>Evaluates the elements of one model: required decisions once each, knowledge and services as functions.</summary>
internal sealed class ModelRun(DmnModel model, Session session)
{
    public FeelValue Decision(Decision decision)
    {
        if (session.Knows(decision, out var value))
            return value;
        if (!session.Begin(decision))
            return session.Evaluation.Warn("DMN-202", $"The decision {decision.Name} needs itself.", decision.At);
        if (session.Evaluation.Enter(decision.At))
        {
            session.Trace?.Open(decision, session.Evaluation);
            var scope = Required(decision.Requires);
            value = new BoxRun(session, decision.Name).Value(decision.Logic, new Scope(scope));
            value = session.Typed(value, decision.Type, decision.At);
            session.Trace?.Close(scope, value, session.Evaluation);
            value = session.Evaluation.Leave(value, decision.At);
        }
        session.End(decision);
        return session.Know(decision, value);
    }

    /// <summary>A service asked by itself: its input decisions are given like input data.</summary>
    public FeelValue Service(DecisionService service)
    {
        foreach (var (run, decision) in Decisions(service.InputDecisions))
            session.Know(decision, session.Typed(session.Given(run.Model, decision.Name), decision.Type, decision.At));
        return session.Typed(Outputs(service), service.Result, service.At);
    }

    private DmnModel Model => model;

    /// <summary>The value of the only output decision, or a context of all of them by name (DMN 1.5, 10.4).</summary>
    private FeelValue Outputs(DecisionService service)
    {
        var outputs = Decisions(service.Outputs).ToList();
        return outputs is [var (run, only)]
            ? run.Decision(only)
            : outputs.Aggregate(FeelContext.Empty, (all, o) => all.With(o.Decision.Name, o.Run.Decision(o.Decision)));
    }

    private IEnumerable<(ModelRun Run, Decision Decision)> Decisions(ImmutableArray<string> references)
    {
        foreach (var reference in references)
        {
            var (_, owner, id) = model.Resolve(reference);
            if (owner.Find(id) is { } decision)
                yield return (new ModelRun(owner, session), decision);
        }
    }

    /// <summary>What an element has in scope by its requirements; of an imported model in a context under the import's name.</summary>
    public FeelContext Required(ImmutableArray<string> references)
    {
        var names = FeelContext.Empty;
        foreach (var reference in references)
        {
            var (import, owner, id) = model.Resolve(reference);
            if (new ModelRun(owner, session).Element(id) is not var (name, value))
                continue;
            names = import is not { Name.Length: > 0 }
                ? names.With(name, value)
                : names.With(import.Name, (names[import.Name] as FeelContext ?? FeelContext.Empty).With(name, value));
        }
        return names;
    }

    /// <summary>An element that is required, under its name; null where the model has none of the id.</summary>
    public (string Name, FeelValue Value)? Element(string id) =>
        model.Find(id) is { } decision ? (decision.Name, Decision(decision))
        : model.Inputs.FirstOrDefault(i => i.Id == id) is { } input ? (input.Name, Input(input))
        : model.Knowledge.FirstOrDefault(k => k.Id == id) is { } knowledge ? (knowledge.Name, Function(knowledge))
        : model.Services.FirstOrDefault(s => s.Id == id) is { } service ? (service.Name, Function(service))
        : null;

    private FeelValue Input(InputData input) =>
        session.Knows(input, out var known)
            ? known
            : session.Know(input, session.Typed(session.Given(model, input.Name), input.Type, input.At));

    private FeelFunction Function(KnowledgeModel knowledge)
    {
        FeelFunction? self = null;
        self = new FeelFunction(
            knowledge.Name,
            knowledge.Logic?.Parameters ?? [],
            knowledge.Result,
            (evaluation, arguments) =>
            {
                if (knowledge.Logic is not { Body: { } body } logic)
                    return evaluation.Warn("DMN-209", $"{knowledge.Name} has no logic.", knowledge.At);
                var scope = new Scope(Required(knowledge.Requires).With(knowledge.Name, self!));
                return new BoxRun(session, knowledge.Name).Call(logic, body, arguments, scope);
            }
        );
        return self;
    }

    private FeelFunction Function(DecisionService service)
    {
        var elements = service
            .InputDatas.Select(model.Resolve)
            .Select(r => (object?)r.Model.Inputs.FirstOrDefault(i => i.Id == r.Id))
            .Concat(Decisions(service.InputDecisions).Select(d => d.Decision))
            .OfType<object>()
            .ToList();
        return new FeelFunction(
            service.Name,
            [
                .. elements.Select(e =>
                    e is Decision d ? new FunctionParameter(d.Name, d.Type)
                    : e is InputData i ? new FunctionParameter(i.Name, i.Type)
                    : throw new ArgumentOutOfRangeException(nameof(service))
                ),
            ],
            service.Result,
            (evaluation, arguments) =>
            {
                var inside = session.Inside();
                for (var i = 0; i < elements.Count; i++)
                    inside.Know(elements[i], arguments[i]);
                if (!evaluation.Enter(service.At))
                    return FeelValue.Null;
                return evaluation.Leave(new ModelRun(model, inside).Outputs(service), service.At);
            }
        );
    }
}
