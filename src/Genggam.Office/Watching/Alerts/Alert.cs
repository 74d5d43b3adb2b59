using System.Collections.Immutable;

namespace Genggam.Office.Watching.Alerts;

public enum AlertChange
{
    Worse,
    Better,

    /// <summary>An alarm that stays.</summary>
    Still,
}

/// <summary>Something to be told.</summary>
/// <param name="Was">What was told before; <see cref="ConditionState.Good"/> where nothing was.</param>
public sealed record Alert(AlertChange Change, ConditionState Was, Condition Condition);

/// <summary>Puts alerts into a message in a language; connected by whoever has the texts.</summary>
public delegate AlertLetter TellAlerts(ImmutableArray<Alert> alerts, string language);

public sealed record AlertLetter(string Subject, string Body);

/// <summary>A way to an operator. Never throws for what the other side does.</summary>
public interface IAlertChannel
{
    /// <summary>Tells this way from others, also after a restart.</summary>
    string Name { get; }

    /// <summary>False where the same should be tried at the next look.</summary>
    Task<bool> Send(ImmutableArray<Alert> alerts, CancellationToken cancel);
}
