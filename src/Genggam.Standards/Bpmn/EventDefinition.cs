using System.Collections.Immutable;

namespace Genggam.Standards.Bpmn;

/// <summary>What an event waits for or throws (BPMN 2.0, 10.5.5). A closed set.</summary>
public abstract record EventDefinition
{
    private protected EventDefinition() { }
}

public enum TimerKind
{
    Date,
    Duration,
    Cycle,
}

/// <param name="Time">A cycle is a repeating interval of ISO 8601, <c>R3/PT10S</c>, as a string.</param>
public sealed record TimerDefinition(TimerKind Kind, FeelText Time) : EventDefinition;

public sealed record TerminateDefinition : EventDefinition;

/// <summary>A message, signal, error, escalation, link, condition, cancel or compensation, by its standard name.</summary>
/// <param name="Kind">The element's name without its ending: message, signal, error, …</param>
/// <param name="Reference">The id of the message, signal, error, escalation or compensated activity.</param>
public sealed record NamedDefinition(string Kind, string? Reference) : EventDefinition
{
    /// <summary>The name of the message, signal or link, or the code of the error or escalation.</summary>
    public string? Name { get; init; }

    /// <summary>What a conditional event waits for.</summary>
    public FeelText? Condition { get; init; }

    /// <summary>What picks the waiting case when a message arrives (zeebe:subscription).</summary>
    public FeelText? CorrelationKey { get; init; }
}

/// <summary>Several definitions on one event: a catching one waits for any or for all of them, a throwing one throws each.</summary>
public sealed record MultipleDefinition(ImmutableArray<EventDefinition> Parts, bool All) : EventDefinition;
