using System.Collections.Immutable;

namespace Genggam.Engine;

/// <summary>One entry of a case's journal: what came in, what followed, and what it was decided under.</summary>
public sealed record CaseEntry(
    Command Command,
    ImmutableArray<CaseEvent> Events,
    ImmutableArray<Effect> Effects,
    Refusal? Refused,
    Stamp Stamp
);
