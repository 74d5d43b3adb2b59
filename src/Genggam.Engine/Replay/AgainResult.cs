using System.Collections.Immutable;

namespace Genggam.Engine;

/// <summary>Whether a past case, decided again under the worlds of its own stamps, comes to what its journal says. A closed set.</summary>
public abstract record AgainResult
{
    private AgainResult() { }

    /// <param name="Entries">How many were decided again.</param>
    public sealed record Same(int Entries) : AgainResult;

    /// <summary>The facts are gone: the keys of <paramref name="Subjects"/> are destroyed.</summary>
    public sealed record Erased(ImmutableArray<string> Subjects) : AgainResult;

    /// <param name="Entry">The first entry that differs, from 1.</param>
    /// <param name="Part">events, effects, refusal, or world where what it was decided under is not kept.</param>
    /// <param name="Recorded">What the journal says first that differs: a kind or a number, never a value of a person.</param>
    /// <param name="Now">What followed instead.</param>
    public sealed record Different(int Entry, string Part, string? Recorded, string? Now) : AgainResult;
}
