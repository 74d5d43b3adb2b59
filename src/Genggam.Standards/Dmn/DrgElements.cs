using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Dmn;

public sealed record InputData(string Id, string Name, FeelType Type)
{
    public Place At { get; internal init; } = new("");
}

/// <summary>A decision with what it needs: input data, other decisions, business knowledge.</summary>
public sealed record Decision(string Id, string Name, ImmutableArray<string> Requires, Place At)
{
    internal FeelType Type { get; init; } = FeelType.Any;

    internal BoxedExpression? Logic { get; init; }
}

/// <summary>Business knowledge: a function that decisions call by name.</summary>
/// <param name="Result">The type of what it gives.</param>
internal sealed record KnowledgeModel(
    string Id,
    string Name,
    BoxedFunction? Logic,
    ImmutableArray<string> Requires,
    FeelType Result,
    Place At
);

/// <summary>A decision service (DMN 1.5, 6.3.11): some decisions of the model, as a function.</summary>
/// <param name="Result">The type of what it gives.</param>
internal sealed record DecisionService(
    string Id,
    string Name,
    ImmutableArray<string> Outputs,
    ImmutableArray<string> InputDecisions,
    ImmutableArray<string> InputDatas,
    FeelType Result,
    Place At
);

/// <summary>A model under the name that its importer gives it; empty where its names stand beside the importer's own.</summary>
internal sealed record ModelImport(string Name, DmnModel Model);
