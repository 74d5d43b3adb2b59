using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Dmn;

/// <summary>An expression in a box (DMN 1.5, 10.2). A closed tree.</summary>
internal abstract record BoxedExpression(Place At)
{
    /// <summary>The type its element declares.</summary>
    public FeelType Type { get; init; } = FeelType.Any;
}

internal sealed record BoxedLiteral(FeelExpression Expression, Place At) : BoxedExpression(At);

internal sealed record BoxedContext(
    ImmutableArray<(string? Name, FeelType Type, BoxedExpression Value)> Entries,
    Place At
) : BoxedExpression(At);

internal sealed record BoxedList(ImmutableArray<BoxedExpression> Items, Place At) : BoxedExpression(At);

internal sealed record BoxedColumn(string Name, FeelType Type);

internal sealed record BoxedRelation(
    ImmutableArray<BoxedColumn> Columns,
    ImmutableArray<ImmutableArray<BoxedExpression>> Rows,
    Place At
) : BoxedExpression(At);

/// <param name="External">The kind of a function that is not FEEL, such as Java.</param>
internal sealed record BoxedFunction(
    ImmutableArray<FunctionParameter> Parameters,
    BoxedExpression? Body,
    string? External,
    Place At
) : BoxedExpression(At);

/// <summary>Stands for what could not be read: null, with the problem as a warning.</summary>
internal sealed record BoxedUnread(Problem Problem, Place At) : BoxedExpression(At);

internal sealed record BoxedInvocation(
    BoxedExpression Called,
    ImmutableArray<(string Name, BoxedExpression? Value)> Bindings,
    Place At
) : BoxedExpression(At);

internal sealed record BoxedConditional(BoxedExpression If, BoxedExpression Then, BoxedExpression Else, Place At)
    : BoxedExpression(At);

internal sealed record BoxedFilter(BoxedExpression In, BoxedExpression Match, Place At) : BoxedExpression(At);

internal enum IterationKind
{
    For,
    Some,
    Every,
}

internal sealed record BoxedIteration(
    IterationKind Kind,
    string Variable,
    BoxedExpression In,
    BoxedExpression Each,
    Place At
) : BoxedExpression(At);

internal enum HitPolicy
{
    Unique,
    First,
    Any,
    Priority,
    RuleOrder,
    OutputOrder,
    Collect,
}

internal enum Aggregation
{
    None,
    Sum,
    Count,
    Min,
    Max,
}

internal sealed record TableInput(FeelExpression? Expression, FeelExpression? Allowed, FeelType Type, Place At);

/// <param name="Values">The allowed outputs, in the order of their priority.</param>
internal sealed record TableOutput(
    string? Name,
    FeelExpression? Values,
    FeelExpression? Default,
    FeelType Type,
    Place At
);

internal sealed record TableRule(
    string Id,
    ImmutableArray<FeelExpression> Tests,
    ImmutableArray<FeelExpression> Outputs,
    ImmutableArray<string> Annotations
);

internal sealed record DecisionTable(
    HitPolicy Policy,
    Aggregation Aggregation,
    ImmutableArray<TableInput> Inputs,
    ImmutableArray<TableOutput> Outputs,
    ImmutableArray<TableRule> Rules,
    Place At
) : BoxedExpression(At);
