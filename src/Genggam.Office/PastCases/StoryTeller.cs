using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.Effects;
using Genggam.Standards.Feel;

namespace Genggam.Office.PastCases;

/// <summary>
/// Tells one story at a time through the same runner, engine and journal as a live case, up to the present. Letters are
/// issued; nobody is sent a notice.
/// </summary>
internal sealed class StoryTeller(
    StoryClock clock,
    JournalStore journal,
    ServiceCatalogue catalogue,
    CaseReader reader,
    CaseRunner runner,
    Submission submission,
    IssueLetter letters,
    StoryPapers papers,
    OfficerOf officers
)
{
    private const int MostLetters = 20;

    /// <param name="present">The story breaks off here: what would come later has not happened.</param>
    /// <returns>False where the application was refused for its form, so that no case came of it.</returns>
    public async Task<bool> Tell(Story story, DateTimeOffset present, CancellationToken cancel)
    {
        var chance = new Random(story.Seed);
        var submit = story.Example.Steps.OfType<ExampleStep.Submit>().First();
        var form = story.Release.Form(story.Release.Service.Apply.Form);
        var retelling = new Retelling(story, form, submit.Data);
        var owner = await journal.Subjects.OfNik(story.Applicant.Nik);
        var by = Actor.Citizen(owner.Value.ToString("N"));
        clock.Now = story.Start;
        var data = await papers.HandIn(
            form,
            key => Label(story, form!.Id, key),
            retelling.Of(submit.Data),
            owner,
            cancel
        );
        var opened = await submission.Submit(
            story.Release,
            story.Agency,
            data,
            owner,
            by,
            story.Channel,
            $"story/{story.Seed}",
            cancel
        );
        if (opened is not SubmitResult.Submitted { Case: var id, State: var state })
            return opened is SubmitResult.Refused { Refusal.Number: Refusals.NotEligible };
        await AnswerLetters(id, state, cancel);
        foreach (var step in story.Example.Steps.SkipWhile(s => s != submit).Skip(1))
            if (!await Go(story, retelling, id, by, step, chance, present, cancel))
                break;
        return true;
    }

    private async Task<bool> Go(
        Story story,
        Retelling retelling,
        CaseId id,
        Actor applicant,
        ExampleStep step,
        Random chance,
        DateTimeOffset present,
        CancellationToken cancel
    )
    {
        var data = step is ExampleStep.Complete done ? retelling.Of(done.Data) : FeelContext.Empty;
        var at = step is ExampleStep.Wait wait
            ? clock.Now + wait.Time
            : WorkingTime.After(catalogue.Calendar, story.Zone, clock.Now, chance, retelling.LastDay(data));
        if (at > present)
            return false;
        await Pass(id, at, cancel);
        switch (step)
        {
            case ExampleStep.Complete complete:
                return await Complete(story, id, applicant, complete, data, cancel);
            case ExampleStep.Withdraw withdraw:
                await Run(id, new Command.Withdraw(Personal.Text(withdraw.Reason)), applicant, story.Channel, cancel);
                return true;
            default:
                return true;
        }
    }

    private async Task<bool> Complete(
        Story story,
        CaseId id,
        Actor applicant,
        ExampleStep.Complete step,
        FeelContext data,
        CancellationToken cancel
    )
    {
        var now = (await reader.Load(id, cancel))!.Case;
        if (now.Tasks.Values.FirstOrDefault(t => t.Element == step.Task) is not { } task)
            return false;
        var mine = task.Role == OpenTask.ApplicantRole;
        var by = mine
            ? applicant
            : Actor.Officer(officers(story.Agency, step.Roles[^1], step.By), story.Agency, step.Roles);
        var channel = mine ? story.Channel : "desk";
        if (!mine && task.Assignee is { } holder && holder != by.Id)
            await Run(id, new Command.Unclaim(task.Id), Actor.Officer(holder, story.Agency), channel, cancel);
        if (!mine && task.Assignee != by.Id)
            await Run(id, new Command.Claim(task.Id), by, channel, cancel);
        var form = story.Release.Form(task.Form ?? story.Release.Service.Apply.Form);
        var answers = await papers.HandIn(
            form,
            key => Label(story, form!.Id, key),
            data,
            new SubjectId(now.Subjects[EntryCodec.Applicant]),
            cancel
        );
        var command = new Command.Complete(
            task.Id,
            step.Outcome,
            new Personal(answers),
            Personal.Text(step.Reasons),
            step.Defects
        );
        return await Run(id, command, by, channel, cancel) || step.Refused is not null;
    }

    /// <summary>Lets time go by: what falls due until then happens when it falls due.</summary>
    private async Task Pass(CaseId id, DateTimeOffset until, CancellationToken cancel)
    {
        while (
            (await reader.Load(id, cancel))!.Case.Timers.Values.OrderBy(t => t.Due).FirstOrDefault(t => t.Due <= until)
                is { } timer
        )
        {
            clock.Now = timer.Due > clock.Now ? timer.Due : clock.Now;
            if (!await Run(id, new Command.TimerDue(timer.Id), Actor.System, "system", cancel))
                throw new InvalidOperationException($"A timer of case {id.Value} was refused when it fell due.");
        }
        clock.Now = until;
    }

    private async Task<bool> Run(CaseId id, Command command, Actor by, string channel, CancellationToken cancel)
    {
        if (await runner.Run(id, command, by, channel, null, cancel) is not RunResult.Accepted accepted)
            return false;
        await AnswerLetters(id, accepted.Case, cancel);
        return true;
    }

    private async Task AnswerLetters(CaseId id, Case now, CancellationToken cancel)
    {
        for (var letter = 0; letter < MostLetters && now.Awaited.Values.FirstOrDefault() is { } awaited; letter++)
        {
            var loaded = (await reader.Load(id, cancel))!;
            var effect = loaded
                .Entries.SelectMany(e => e.Effects)
                .OfType<Effect.IssueDocument>()
                .Single(e => e.Id == awaited.Effect);
            if (
                await letters.Issue(id, effect, cancel) is not IssueLetterResult.Issued issued
                || await runner.Run(
                    id,
                    issued.Answer,
                    Actor.System,
                    "system",
                    EntryDraft.EffectId(id, effect.Id),
                    cancel
                )
                    is not RunResult.Accepted answered
            )
                return;
            now = answered.Case;
        }
    }

    private static string Label(Story story, string form, string key) =>
        story.Release.TextsIn("id")[$"forms.{form}.fields.{key}.label"];
}
