namespace Genggam.Engine.Comparison;

/// <summary>In which count of a dry run a past case, or a past application that was refused, stands: each in one.</summary>
public enum CaseClass
{
    Same,
    Other,
    NeedsJudgement,
    NeedsAnswer,
    NotReplayable,

    /// <summary>It was refused, and would be for the same reason.</summary>
    StillRefused,

    /// <summary>It was refused and would be let in.</summary>
    LetIn,

    /// <summary>It was refused and would be too, but for another reason or after other questions.</summary>
    RefusedOtherwise,
}

public static class CaseClasses
{
    public static CaseClass Of(ReplayResult result) =>
        result switch
        {
            ReplayResult.Same { Outcome.Outcome: CaseOutcome.Refused } => CaseClass.StillRefused,
            ReplayResult.Same => CaseClass.Same,
            ReplayResult.Other { Was.Outcome: CaseOutcome.Refused, WouldBe.Outcome: CaseOutcome.Refused } =>
                CaseClass.RefusedOtherwise,
            ReplayResult.Other { Was.Outcome: CaseOutcome.Refused } => CaseClass.LetIn,
            ReplayResult.Other => CaseClass.Other,
            ReplayResult.NeedsJudgement => CaseClass.NeedsJudgement,
            ReplayResult.NeedsAnswer => CaseClass.NeedsAnswer,
            _ => CaseClass.NotReplayable,
        };

    /// <summary>What the case came to; null where that cannot be told any more.</summary>
    public static CaseOutcome? Was(ReplayResult result) =>
        result switch
        {
            ReplayResult.Same same => same.Outcome,
            ReplayResult.Other other => other.Was,
            ReplayResult.NeedsJudgement judgement => judgement.Was,
            ReplayResult.NeedsAnswer answer => answer.Was,
            _ => null,
        };

    /// <summary>What it would come to; null where a person or an answer is missing.</summary>
    public static CaseOutcome? WouldBe(ReplayResult result) =>
        result switch
        {
            ReplayResult.Same same => same.Outcome,
            ReplayResult.Other other => other.WouldBe,
            _ => null,
        };
}
