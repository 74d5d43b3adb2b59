using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>How a case begins, and how an applicant ends it.</summary>
internal static class Submission
{
    /// <inheritdoc cref="CaseLogic.Decide(World, Case, Command, Actor, Moment, FeelContext?)" path="/param"/>
    public static Verdict Submit(ProcessRun run, Command.Submit command, Actor by, FeelContext? answers)
    {
        if (run.State.Status != CaseStatus.New)
            return Refuse(Refusals.AlreadySubmitted);

        var release = run.World.Effective;
        var form = answers is null ? release.Form(release.Service.Apply.Form) : null;
        var data =
            answers ?? form?.Computed(FeelContext.Empty, command.Data.Values, run.Environment) ?? command.Data.Values;
        var faults = form?.Validate(data, run.Environment) ?? [];
        if (faults.Count > 0)
            return Verdict.Refuse(new Refusal(Refusals.FieldsAtFault) { Fields = [.. faults] });

        if (release.Service.Apply.Guard is { } guard && Guard(run, guard, data) is { } refusal)
            return Verdict.Refuse(refusal);

        run.Emit(new CaseEvent.Opened(command.Number, command.Agency, command.Zone, by.Id, command.Subjects));
        run.Emit(new CaseEvent.DataWritten(new Personal(data)));
        run.StartClock();
        run.Begin(command.Trigger);
        return run.Verdict();
    }

    /// <summary>The same question as the page "can I?", asked of the facts that were submitted.</summary>
    public static Refusal? Guard(ProcessRun run, string decision, FeelContext data)
    {
        var answer = run.Ask(decision, data);
        if (answer.Value is not FeelContext said || said["boleh"] is not FeelBoolean allowed)
            return new Refusal(Refusals.RulesUnclear) { Rules = answer.Rules };
        return allowed.Value
            ? null
            : new Refusal(
                Refusals.NotEligible,
                (said["alasan"] as FeelString)?.Value,
                (said["dasar"] as FeelString)?.Value
            )
            {
                Rules = answer.Rules,
            };
    }

    public static Verdict Withdraw(ProcessRun run, Command.Withdraw command, Actor by)
    {
        if (by.Id != run.State.Applicant)
            return Refuse(Refusals.ApplicantOnly);
        if (run.State.Determination is not null)
            return Refuse(Refusals.AlreadyDetermined);
        if (command.Reason != Personal.Nothing)
            run.Emit(new CaseEvent.Commented(by.Id, command.Reason));
        run.EndEverything();
        run.Emit(new CaseEvent.Closed(CaseLogic.Withdrawn));
        return run.Verdict();
    }

    private static Verdict Refuse(string number) => Verdict.Refuse(new Refusal(number));
}
