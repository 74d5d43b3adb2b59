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

public sealed record TimerDefinition(TimerKind Kind, FeelText Time) : EventDefinition;

public sealed record TerminateDefinition : EventDefinition;

/// <summary>A message, signal, error, escalation, link, condition or compensation, by its standard name.</summary>
/// <param name="Kind">The element's name without its ending: message, signal, error, …</param>
public sealed record NamedDefinition(string Kind, string? Reference) : EventDefinition;
