using System.Collections.Immutable;

namespace Genggam.Office.Watching;

/// <summary>What a condition is about.</summary>
public enum Topic
{
    Journal,
    Checkpoint,
    Effects,
    Letters,
    Notices,
    Deadlines,
    Pages,
    Disk,
    Tls,
    Signing,
    Drill,
    Clock,
    Memory,
}

/// <summary>The worse the greater.</summary>
public enum ConditionState
{
    Good,

    /// <summary>Somebody should look at it in working hours.</summary>
    Look,

    /// <summary>Somebody must act now.</summary>
    Alarm,
}

/// <summary>How one thing of the installation is.</summary>
/// <param name="Says">Which sentence says so, among those of the topic.</param>
/// <param name="Slots">What the sentence is filled with: counts, days, sizes and names of pages, never anything of a person.</param>
public sealed record Condition(Topic Topic, ConditionState State, string Says, ImmutableArray<object> Slots);

/// <summary>What a condition means and what is to be done about it, in words of a language.</summary>
/// <param name="Do">Null where nothing is to be done.</param>
public sealed record ConditionWords(string Title, string State, string Means, string? Do);

/// <summary>Puts a condition into words; connected by whoever has the texts.</summary>
public delegate ConditionWords TellCondition(Condition condition, string language);
