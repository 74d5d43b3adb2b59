using System.Collections.Immutable;
using Genggam.Engine;

namespace Genggam.Office.Changes;

/// <summary>Something that a change and the release in force both say otherwise than the release the change began from.</summary>
/// <param name="Place">In the file: the rule, value or key.</param>
/// <param name="Mine">As the change says it; null where it does not.</param>
public sealed record SaidTwice(string Place, string? Was, string? Mine, string? Theirs)
{
    /// <param name="language">Of the sentences of rules.</param>
    public static ImmutableArray<SaidTwice> Of(Draft draft, Release inForce, string path, string language)
    {
        var was = Sayings.Of(draft.Base, draft.Base.Parts, path, language);
        var mine = Sayings.Of(draft.Release, draft.Parts, path, language);
        var theirs = Sayings.Of(inForce, inForce.Parts, path, language);
        return
        [
            .. from place in was.Keys.Union(mine.Keys).Union(theirs.Keys).Order(NaturalOrder.Keys)
            let said = new SaidTwice(
                place,
                was.GetValueOrDefault(place),
                mine.GetValueOrDefault(place),
                theirs.GetValueOrDefault(place)
            )
            where said.Mine != said.Was && said.Theirs != said.Was && said.Mine != said.Theirs
            select said,
        ];
    }
}
