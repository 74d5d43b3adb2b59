using System.Collections.Immutable;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>Finds where two lanes part first.</summary>
internal static class Parting
{
    /// <summary>The first turn that is not the same; null where one lane goes the way of the other as far as both go.</summary>
    public static Cause? OfTurns(List<Turn> was, List<Turn> would)
    {
        for (var i = 0; i < Math.Min(was.Count, would.Count); i++)
            if (!Same(was[i], would[i]))
                return Between(was[i].Happened, would[i].Happened);
        return was.Count == would.Count
            ? null
            : Between(
                was.Count > would.Count ? was[would.Count].Happened : null,
                would.Count > was.Count ? would[was.Count].Happened : null
            );
    }

    /// <summary>Why an application was let in on one side and not on the other, or refused otherwise.</summary>
    public static Cause OfDoor(Release recorded, Release draft, Refusal? was, Refusal? would)
    {
        if ((would ?? was) is { Fields: [var field, ..] })
            return new Cause(CauseKind.Field, field.Key, Rules(was), would is null ? [] : [field.Rule]);
        if (would is { Number: Refusals.FieldsAtFault })
            return new Cause(CauseKind.Field, "", Rules(was), []);
        return new Cause(
            CauseKind.Guard,
            draft.Service.Apply.Guard ?? recorded.Service.Apply.Guard ?? "",
            Rules(was),
            Rules(would)
        );
    }

    /// <summary>What stands in the service itself, where the case went the same way.</summary>
    public static Cause? OfOutcomes(CaseOutcome was, CaseOutcome would)
    {
        if (was.Fee != would.Fee)
            return new Cause(CauseKind.Fee, "", [], []);
        if (was.Deadline != would.Deadline)
            return new Cause(CauseKind.TimeLimit, "", [], []);
        if (was.AskedItems != would.AskedItems)
            return new Cause(CauseKind.Questions, "", [], []);
        return was.Letters.SequenceEqual(would.Letters, StringComparer.Ordinal)
            ? null
            : new Cause(CauseKind.Letters, "", was.Letters, would.Letters);
    }

    private static ImmutableArray<string> Rules(Refusal? refusal) => refusal?.Rules ?? [];

    private static bool Same(Turn a, Turn b) =>
        (a.Happened, b.Happened) switch
        {
            (CaseEvent.DecisionMade x, CaseEvent.DecisionMade y) => x.Element == y.Element
                && x.Decision == y.Decision
                && x.Rules.SequenceEqual(y.Rules, StringComparer.Ordinal)
                && (
                    a.Gave is null
                        ? b.Gave is null
                        : b.Gave is not null && FeelEquality.Same(a.Gave.Values, b.Gave.Values)
                ),
            (CaseEvent.TokenPlaced x, CaseEvent.TokenPlaced y) => x.Element == y.Element,
            (CaseEvent.Determined x, CaseEvent.Determined y) => x.Outcome == y.Outcome
                && x.Reason == y.Reason
                && x.LegalBasis == y.LegalBasis,
            _ => false,
        };

    private static Cause Between(CaseEvent? was, CaseEvent? would)
    {
        if (was is CaseEvent.DecisionMade || would is CaseEvent.DecisionMade)
        {
            var (before, now) = (was as CaseEvent.DecisionMade, would as CaseEvent.DecisionMade);
            return new Cause(CauseKind.Decision, (now ?? before)!.Decision, before?.Rules ?? [], now?.Rules ?? []);
        }
        if (was is CaseEvent.Determined before2 && would is CaseEvent.Determined now2)
            return new Cause(CauseKind.Determination, "", Act(before2), Act(now2));
        return new Cause(CauseKind.Element, Place(would) ?? Place(was) ?? "", Places(was), Places(would));
    }

    private static ImmutableArray<string> Act(CaseEvent.Determined act) =>
        [act.Outcome, .. act.Reason is { } r ? [r] : Array.Empty<string>()];

    private static string? Place(CaseEvent? turn) => (turn as CaseEvent.TokenPlaced)?.Element;

    private static ImmutableArray<string> Places(CaseEvent? turn) =>
        turn switch
        {
            CaseEvent.TokenPlaced placed => [placed.Element],
            CaseEvent.Determined act => Act(act),
            _ => [],
        };
}
