using Genggam.Standards.Feel;

namespace Genggam.Engine;

public static partial class CaseLogic
{
    /// <summary>What follows from a command. No clock, no chance, no outside: the same inputs give the same verdict, for ever.</summary>
    public static Verdict Decide(World world, Case state, Command command, Actor by, Moment now) =>
        Decide(world, state, command, by, now, null);

    /// <param name="answers">
    /// Of an application: what the same form made of the same answers at the same time, where it found no fault in them.
    /// Null where that is not known.
    /// </param>
    internal static Verdict Decide(World world, Case state, Command command, Actor by, Moment now, FeelContext? answers)
    {
        if (state.Status == CaseStatus.New && command is not Command.Submit)
            return No(Refusals.NoSuchCase);
        if (
            state.Status == CaseStatus.Closed
            && command is not (Command.Submit or Command.RevokeDocument or Command.Comment or Command.UndoMigration)
        )
            return No(Refusals.CaseClosed);

        var run = new ProcessRun(world, state, now);
        return command switch
        {
            Command.Submit c => Submission.Submit(run, c, by, answers),
            Command.Withdraw c => Submission.Withdraw(run, c, by),
            Command.Claim c => TaskRules.Claim(run, c, by),
            Command.Unclaim c => TaskRules.Unclaim(run, c, by),
            Command.Reassign c => TaskRules.Reassign(run, c, by),
            Command.Complete c => TaskRules.Complete(run, c, by),
            Command.Comment c => TaskRules.Comment(run, c, by),
            Command.TimerDue c => Answers.TimerDue(run, c),
            Command.DocumentReady c => Answers.DocumentReady(run, c),
            Command.MessageArrived c => Answers.MessageArrived(run, c),
            Command.SignalArrived c => Answers.SignalArrived(run, c),
            Command.EffectFailed c => Answers.EffectFailed(run, c),
            Command.Retry c => Answers.Retry(run, c, by),
            Command.RevokeDocument c => Answers.Revoke(run, c, by),
            Command.Migrate c => Moving.Migrate(run, c, by),
            Command.UndoMigration c => Moving.Undo(run, c, by),
            _ => throw new ArgumentOutOfRangeException(nameof(command)),
        };
    }

    private static Verdict No(string number) => Verdict.Refuse(new Refusal(number));
}
