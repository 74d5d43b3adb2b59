namespace Genggam.Engine;

/// <summary>Whether a running case moves from one release of its service to another. Pure: the same case, plan and instant give the same verdict.</summary>
public static class Migration
{
    /// <param name="old">The release that the plan leaves.</param>
    /// <param name="target">The world of the release that the plan leads to.</param>
    public static MigrationVerdict Judge(
        MigrationPlan plan,
        Release old,
        World target,
        Case state,
        DateTimeOffset now
    ) => Judge(plan, old, target, state, now, out _);

    internal static MigrationVerdict Judge(
        MigrationPlan plan,
        Release old,
        World target,
        Case state,
        DateTimeOffset now,
        out Passage passage
    )
    {
        // The process is the core's in every region.
        old = old.Core;
        passage = new Passage(plan, old, target.Core, state);
        if (Standing(plan, old, target.Core, state, now) is { } reason)
            return new MigrationVerdict.Stays(reason);
        MigrationVerdict moves = new MigrationVerdict.Moves(plan.Deadline);
        if (target.Effective.Service.Transition is { } decision)
            moves =
                Provision.Ask(decision, target, state, now, plan.Deadline)
                ?? new MigrationVerdict.Stays(StayReason.ProvisionUnclear);
        if (moves is not MigrationVerdict.Moves)
            return moves;
        if (passage.Unplaced() is { IsEmpty: false } unplaced)
            return new MigrationVerdict.NeedsMapping(unplaced);
        return passage.WouldWait() ? new MigrationVerdict.Stays(StayReason.JoinWouldWait) : moves;
    }

    /// <summary>What keeps the case whatever the two processes are.</summary>
    private static StayReason? Standing(
        MigrationPlan plan,
        Release old,
        Release next,
        Case state,
        DateTimeOffset now
    ) =>
        state.Status != CaseStatus.Open ? StayReason.NotRunning
        : state.Release == plan.To && plan.From != plan.To ? StayReason.AlreadyThere
        : old.Hash != plan.From || next.Hash != plan.To || old.Id != next.Id || plan.From == plan.To
            ? StayReason.OtherRelease
        : state.Release is { } release && release != plan.From ? StayReason.OtherRelease
        : !state.Awaited.IsEmpty ? StayReason.AwaitsAnswer
        : state.Deadline < now && old.Service.DeemedApproval.Applies ? StayReason.SilenceHasGranted
        : null;
}
