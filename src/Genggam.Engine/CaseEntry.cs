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
        for (var i = 0; i < Events.Length; i++)
            if (Values(i) is { } values && !(Values(i + 1) is { } next && FeelEquality.Same(values, next)))
                yield return values;
    }

    /// <summary>What a called process writes around itself stands twice, since it notes it for itself too.</summary>
    private FeelContext? Values(int index) =>
        index >= Events.Length
            ? null
            : Events[index] switch
            {
                CaseEvent.DataWritten data => data.Values.Values,
                CaseEvent.LocalsWritten locals => locals.Values.Values,
                _ => null,
            };
}
