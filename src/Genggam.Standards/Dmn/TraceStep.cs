using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Standards.Dmn;

/// <summary>How a value came about, for a person who asks why.</summary>
public abstract record TraceStep
{
    private protected TraceStep() { }
}

/// <summary>A decision that was asked, what it was given, and what happened on the way (the decisions it asked come first).</summary>
/// <param name="Warnings">Those that arose in its own logic.</param>
public sealed record DecisionStep(
    string Name,
    Place At,
    ImmutableArray<(string Name, FeelValue Value)> Given,
    ImmutableArray<TraceStep> Steps,
    FeelValue Value,
    ImmutableArray<Problem> Warnings
) : TraceStep;

/// <summary>A decision table: its inputs by their text, and each rule in turn.</summary>
public sealed record TableStep(
    Place At,
    string Policy,
    ImmutableArray<(string Text, FeelValue Value)> Inputs,
    ImmutableArray<RuleStep> Rules
) : TraceStep;

/// <summary>A rule that was tried.</summary>
/// <param name="Column">The first input whose test did not hold, from 1; 0 where the rule held.</param>
/// <param name="Test">The text of that test.</param>
public sealed record RuleStep(int Number, string Id, int Column, string Test, ImmutableArray<string> Annotations)
{
    public bool Held => Column == 0;
}

/// <summary>A result and how it came about.</summary>
public sealed record DmnExplanation(DmnResult Result, ImmutableArray<TraceStep> Steps);
