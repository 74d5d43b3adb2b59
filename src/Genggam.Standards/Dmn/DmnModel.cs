using System.Collections.Immutable;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Run;

namespace Genggam.Standards.Dmn;

/// <summary>A rule of a decision table that met its input.</summary>
/// <param name="Rule">The rule's id, its number from 1 where it has none.</param>
public sealed record RuleFired(string Decision, string Rule, int Index, ImmutableArray<string> Annotations);

public sealed record DmnResult(FeelValue Value, IReadOnlyList<RuleFired> Fired, IReadOnlyList<Problem> Warnings);

public sealed record InputData(string Id, string Name, FeelType Type);

/// <summary>A decision with what it needs: input data, other decisions, business knowledge.</summary>
public sealed record Decision(string Id, string Name, ImmutableArray<string> Requires, Place At)
{
    internal FeelType Type { get; init; } = FeelType.Any;

    internal BoxedExpression? Logic { get; init; }
}

/// <summary>Business knowledge: a function that decisions call by name.</summary>
internal sealed record KnowledgeModel(
    string Id,
    string Name,
    BoxedFunction? Logic,
    ImmutableArray<string> Requires,
    FeelType Type
);

/// <summary>A decision service (DMN 1.5, 6.3.11): some decisions of the model, as a function.</summary>
internal sealed record DecisionService(
    string Id,
    string Name,
    ImmutableArray<string> Outputs,
    ImmutableArray<string> InputDecisions,
    ImmutableArray<string> InputDatas
);

/// <summary>The decisions of a file and how they hang together.</summary>
public sealed class DmnModel
{
    internal DmnModel(
        string name,
        ImmutableArray<InputData> inputs,
        ImmutableArray<Decision> decisions,
        ImmutableArray<KnowledgeModel> knowledge,
        ImmutableArray<DecisionService> services
    )
    {
        Name = name;
        Inputs = inputs;
        Decisions = decisions;
        Knowledge = knowledge;
        Services = services;
    }

    public string Name { get; }
    public ImmutableArray<InputData> Inputs { get; }
    public ImmutableArray<Decision> Decisions { get; }
    internal ImmutableArray<KnowledgeModel> Knowledge { get; }
    internal ImmutableArray<DecisionService> Services { get; }

    /// <summary>Evaluates a decision, by id or name, and what it requires. Each required decision is evaluated once.</summary>
    public DmnResult Decide(string decision, FeelContext inputs, FeelEnvironment environment)
    {
        var evaluation = new Evaluation(environment);
        var run = new ModelRun(this, evaluation, inputs);
        var value =
            Find(decision) is { } found ? run.Decision(found)
            : Services.FirstOrDefault(s => s.Id == decision || s.Name == decision) is { } service ? run.Service(service)
            : evaluation.Warn("DMN-201", $"The model has no decision {decision}.", new Place(Name));
        return new DmnResult(value, run.Fired, evaluation.Warnings);
    }

    internal Decision? Find(string idOrName) =>
        Decisions.FirstOrDefault(d => d.Id == idOrName) ?? Decisions.FirstOrDefault(d => d.Name == idOrName);
}
