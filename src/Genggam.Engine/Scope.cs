using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

[JsonConverter(typeof(JsonStringEnumConverter<ScopeKind>))]
public enum ScopeKind
{
    /// <summary>The level of a sub-process, of an event sub-process or of a called process.</summary>
    Body,

    /// <summary>A loop or multi-instance marker at work.</summary>
    Loop,

    /// <summary>One round of a loop, or an activity that has variables of its own.</summary>
    Instance,
}

/// <summary>A part of a case with tokens or variables of its own (BPMN 2.0, 10.4.1).</summary>
/// <param name="Element">The activity, or the event sub-process.</param>
/// <param name="Parent">The scope around it; null on the level of the process.</param>
/// <param name="Token">The token that waits at the activity meanwhile; null for an event sub-process and a round.</param>
/// <param name="Locals">Variables that end with the scope. FEEL sees the inner ones before the outer.</param>
public sealed record Scope(int Id, ScopeKind Kind, string Element, int? Parent, int? Token, FeelContext Locals)
{
    /// <summary>Tokens and scopes right inside; with none left, the level is done.</summary>
    public int Inside { get; init; }

    /// <summary>An event sub-process took over: what stood here before has ended, its handlers too.</summary>
    public bool Interrupted { get; init; }

    /// <summary>Of a loop: rounds in all; 0 where a condition decides.</summary>
    public int Total { get; init; }
    public int Started { get; init; }
    public int Completed { get; init; }

    /// <summary>Of a loop over a list: the items; of another: empty.</summary>
    public ImmutableArray<FeelValue> Items { get; init; } = [];

    /// <summary>Of a loop: what its rounds left, in the order of the rounds.</summary>
    public ImmutableSortedDictionary<int, FeelValue> Collected { get; init; } =
        ImmutableSortedDictionary<int, FeelValue>.Empty;

    /// <summary>Of a round: its number, from 1.</summary>
    public int Round { get; init; }
}

/// <summary>Something that a catching event, a boundary event or an event sub-process waits for inside a case.</summary>
/// <param name="Kind">message, signal or conditional.</param>
/// <param name="Token">The token it hangs on; null for the start of an event sub-process, which hangs on a scope.</param>
/// <param name="Key">What a message must carry to be meant for this one; null where its name is enough.</param>
public sealed record Subscription(
    string Id,
    string Element,
    int? Token,
    int? Scope,
    string Kind,
    string? Name,
    string? Key
)
{
    /// <summary>Of a condition: it held when it was asked last.</summary>
    public bool Holds { get; init; }
}

/// <summary>A message that came early.</summary>
public sealed record KeptMessage(string Id, string Name, string? Key, FeelContext Data);
