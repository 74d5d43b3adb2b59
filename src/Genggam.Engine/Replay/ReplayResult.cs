using System.Collections.Immutable;

namespace Genggam.Engine;

/// <summary>How one past case compares under a draft. A closed set.</summary>
public abstract record ReplayResult
{
    /// <summary>Of <see cref="NotReplayable.Why"/>: a person in the case was erased.</summary>
    public const string Erased = "erased";

    private ReplayResult() { }

    /// <summary>What made the difference first; null where there is none.</summary>
    public Cause? Cause { get; init; }

    public sealed record Same(CaseOutcome Outcome) : ReplayResult;

    public sealed record Other(CaseOutcome Was, CaseOutcome WouldBe) : ReplayResult;

    /// <summary>Somebody would have been shown something else at <paramref name="Element"/>: a person must judge anew.</summary>
    public sealed record NeedsJudgement(CaseOutcome Was, string Element) : ReplayResult;

    /// <summary>Something outside would have been asked that was not asked then.</summary>
    public sealed record NeedsAnswer(CaseOutcome Was, string Element) : ReplayResult;

    /// <summary>The facts are gone: the keys of <paramref name="Subjects"/> are destroyed.</summary>
    public sealed record NotReplayable(ImmutableArray<string> Subjects) : ReplayResult
    {
        public string Why { get; init; } = Erased;
    }
}
