using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Genggam.Engine;

/// <summary>Why a case stays under the release it has.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StayReason>))]
public enum StayReason
{
    /// <summary>It has not begun or is over.</summary>
    NotRunning,

    /// <summary>It is under the target already.</summary>
    AlreadyThere,

    /// <summary>It is under neither of the two releases.</summary>
    OtherRelease,

    /// <summary>A document is being made under the old release; when it is there the case may move.</summary>
    AwaitsAnswer,

    /// <summary>Its deadline has passed, and under the old release silence grants.</summary>
    SilenceHasGranted,

    /// <summary>The transitional provision has it finish under the old release.</summary>
    Provision,

    /// <summary>The transitional provision gives no answer for this case.</summary>
    ProvisionUnclear,

    /// <summary>A join of the new process would wait for a branch that the case never took.</summary>
    JoinWouldWait,
}

/// <summary>What a migration means for one case. A closed set.</summary>
public abstract record MigrationVerdict
{
    private MigrationVerdict() { }

    /// <param name="Deadline">Whether the legal deadline stays or is counted anew.</param>
    public sealed record Moves(DeadlineRule Deadline) : MigrationVerdict;

    /// <summary>The case stands at elements that the new process has not, has elsewhere, or has as another kind.</summary>
    public sealed record NeedsMapping(ImmutableArray<string> Elements) : MigrationVerdict
    {
        public bool Equals(NeedsMapping? other) =>
            other is not null && Elements.SequenceEqual(other.Elements, StringComparer.Ordinal);

        public override int GetHashCode() => Elements.Length;
    }

    public sealed record Stays(StayReason Reason) : MigrationVerdict
    {
        /// <summary>The reason as refusals and lists name it, such as <c>awaits-answer</c>.</summary>
        public string Name => JsonNamingPolicy.KebabCaseLower.ConvertName(Reason.ToString());
    }
}
