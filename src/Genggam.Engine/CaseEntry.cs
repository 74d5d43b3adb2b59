using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>One entry of a case's journal: what came in, what followed, and what it was decided under.</summary>
public sealed record CaseEntry(
    Command Command,
    ImmutableArray<CaseEvent> Events,
    ImmutableArray<Effect> Effects,
    Refusal? Refused,
    Stamp Stamp
)
{
    /// <summary>All values that the entry wrote, to the case or to a part of it such as one round of a loop, in order.</summary>
    public IEnumerable<FeelContext> Written()
    {
        foreach (var happened in Events)
            if (happened is CaseEvent.DataWritten data)
                yield return data.Values.Values;
            else if (happened is CaseEvent.LocalsWritten locals)
                yield return locals.Values.Values;
    }
}
