using System.Collections.Immutable;

namespace Genggam.Engine;

/// <summary>In which part of a service two releases part for a case.</summary>
public enum CauseKind
{
    /// <summary>The decision that lets an application in.</summary>
    Guard,

    /// <summary>A decision in the process.</summary>
    Decision,

    /// <summary>A field whose answer would now be refused.</summary>
    Field,

    /// <summary>The process went another way.</summary>
    Element,

    /// <summary>The official act itself: its outcome, reason or legal basis.</summary>
    Determination,

    /// <summary>The form that a person was shown.</summary>
    Form,

    /// <summary>The data that a person was shown.</summary>
    Data,

    /// <summary>A step that the draft would refuse to the one who did it.</summary>
    Step,
    Fee,
    TimeLimit,
    Questions,
    Letters,
}

/// <summary>What made the difference: the first place where the two releases part.</summary>
/// <param name="Where">The id of the decision, element, form or field; empty for what a service has once.</param>
/// <param name="Was">The rules that fired, or where the process went, as recorded.</param>
/// <param name="WouldBe">The same under the draft.</param>
public sealed record Cause(CauseKind Kind, string Where, ImmutableArray<string> Was, ImmutableArray<string> WouldBe)
{
    public bool Equals(Cause? other) =>
        other is not null
        && Kind == other.Kind
        && Where == other.Where
        && Was.SequenceEqual(other.Was, StringComparer.Ordinal)
        && WouldBe.SequenceEqual(other.WouldBe, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(Kind, Where, Was.Length, WouldBe.Length);

    public override string ToString() => $"{Kind} {Where} {string.Join(',', Was)} > {string.Join(',', WouldBe)}";
}
