using Genggam.Engine;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Office.PastCases.Telling;

/// <summary>People who do as an example of their service says: for a service that has no profile.</summary>
internal sealed class ExampleConduct(
    PastCaseSetting setting,
    Retelling retelling,
    Example example,
    Actor applicant,
    string channel
) : IConduct
{
    private readonly Queue<ExampleStep> steps = new(
        example.Steps.SkipWhile(s => s is not ExampleStep.Submit).Skip(1).Where(s => s.Refused is null)
    );
    private TimeSpan waited;

    /// <summary>The example's answers with every named file handed in.</summary>
    public static FeelContext WithFiles(PastCaseSetting setting, FormModel? form, FeelContext answers)
    {
        foreach (var field in form?.Fields.Where(f => f.Kind == FieldKind.File) ?? [])
            if (answers.At(field.Key) is FeelList { Items: [var name, ..] })
                answers = answers.WithAt(field.Key, setting.HandIn(name.ToString() ?? "berkas"));
        return answers;
    }

    public IReadOnlyList<PlannedAct> OnOpened(OpenTask task, Case state)
    {
        Rest();
        if (!steps.TryPeek(out var step) || step is not ExampleStep.Complete complete || complete.Task != task.Element)
            return [];
        steps.Dequeue();
        var data = retelling.Of(complete.Data);
        var mine = task.Role == OpenTask.ApplicantRole;
        var by = mine ? applicant : setting.Officer(complete.Roles[^1], complete.Roles[^1], complete.Roles);
        var wait = setting.Dice.Spread(2, 1);
        var claimed = setting.Office.Hours.After(state.LastAt + waited, wait, retelling.LastDay(data));
        var done = setting.Office.Hours.After(claimed, setting.Dice.Spread(0.3, 0.6));
        waited = TimeSpan.Zero;
        var command = new Command.Complete(
            task.Id,
            complete.Outcome,
            new Personal(WithFiles(setting, setting.Release.Form(task.Form), data)),
            Personal.Text(complete.Reasons),
            complete.Defects
        );
        var finish = new PlannedAct(done, command, by, mine ? channel : PastCaseSetting.Desk);
        return mine
            ? [finish]
            : [new PlannedAct(claimed, new Command.Claim(task.Id), by, PastCaseSetting.Desk), finish];
    }

    public PlannedAct? Unasked(Case state)
    {
        Rest();
        if (!steps.TryPeek(out var step) || step is not ExampleStep.Withdraw withdraw)
            return null;
        steps.Dequeue();
        var at = setting.Office.Hours.After(state.LastAt + waited, setting.Dice.Spread(3, 1));
        return new PlannedAct(at, new Command.Withdraw(Personal.Text(withdraw.Reason)), applicant, channel);
    }

    private void Rest()
    {
        while (steps.TryPeek(out var step) && step is ExampleStep.Wait wait)
        {
            waited += wait.Time;
            steps.Dequeue();
        }
    }
}
