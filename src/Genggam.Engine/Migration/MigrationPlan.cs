using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace Genggam.Engine;

/// <summary>What becomes of timers whose time the new process states otherwise.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TimerRule>))]
public enum TimerRule
{
    /// <summary>They come due when they would have.</summary>
    Keep,

    /// <summary>The new time is counted from the move.</summary>
    Anew,
}

/// <summary>What becomes of the legal deadline where the new release promises another time.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DeadlineRule>))]
public enum DeadlineRule
{
    /// <summary>What was promised stays.</summary>
    Keep,

    /// <summary>The new time is counted from when the office's clock started.</summary>
    Anew,
}

/// <summary>How running cases go from one release of a service to another.</summary>
/// <param name="Id">Names the migration in the journals of the cases it moves.</param>
/// <param name="From">The hash of the release that the cases leave.</param>
/// <param name="To">The hash of the release that they go on under.</param>
public sealed record MigrationPlan(string Id, string From, string To)
{
    /// <summary>Elements and flows of the new process by those of the old; what is not named keeps its id.</summary>
    public ImmutableSortedDictionary<string, string> Elements { get; init; } =
        ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public TimerRule Timers { get; init; }

    /// <summary>Where the transitional provision of the new release says nothing of it.</summary>
    public DeadlineRule Deadline { get; init; }
}
