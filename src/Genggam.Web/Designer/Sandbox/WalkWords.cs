using Genggam.Engine;
using Genggam.Office.Changes.Sandbox;
using Genggam.Standards.Bpmn;
using Genggam.Web.Portal;
using Genggam.Web.Texts;

namespace Genggam.Web.Designer.Sandbox;

/// <summary>Steps and what follows them, in words.</summary>
internal sealed class WalkWords(Release release, Text text)
{
    private readonly TextBook texts = release.TextsIn(text.Language);

    public string Title(WalkMoment moment) => Title(moment.Step);

    public string Title(ExampleStep step) =>
        step switch
        {
            ExampleStep.Submit => text["walk.steps.submit"],
            ExampleStep.Complete { Roles: var roles } s when !roles.IsEmpty && !IsApplicants(s.Task) => text[
                "walk.steps.complete",
                TaskName(s.Task),
                Outcome(s),
                s.By
            ],
            ExampleStep.Complete s => text["walk.steps.answer", TaskName(s.Task)],
            ExampleStep.Wait => text["walk.steps.wait"],
            ExampleStep.Withdraw => text["walk.steps.withdraw"],
            ExampleStep.Message s => text["walk.steps.message", s.Name],
            ExampleStep.Signal s => text["walk.steps.signal", s.Name],
            _ => "",
        };

    /// <summary>What followed, each with when: what fell due, was decided, opened, issued, sent.</summary>
    public IEnumerable<(DateTimeOffset At, string Line)> Followed(WalkMoment moment) =>
        from entry in moment.Entries
        from line in Of(entry)
        select (entry.Stamp.At, line);

    private IEnumerable<string> Of(CaseEntry entry)
    {
        if (entry.Command is Command.TimerDue)
            yield return text["walk.follows.timer"];
        foreach (var happened in entry.Events)
            if (Of(happened) is { } line)
                yield return line;
        foreach (var notice in entry.Effects.OfType<Effect.SendNotice>())
            yield return text["walk.follows.notice", texts[$"notices.{notice.Notice}.subject"]];
        foreach (var sent in entry.Effects.OfType<Effect.SendMessage>())
            yield return text["walk.follows.message", sent.Message];
    }

    private string? Of(CaseEvent happened) =>
        happened switch
        {
            CaseEvent.TaskOpened e => text["walk.follows.opened", TaskName(e.Element)],
            CaseEvent.Determined e => text[
                "walk.follows.determined",
                text[$"states.{e.Outcome}"],
                RefusalWords.Reason(e.Reason, release, text) ?? ""
            ],
            CaseEvent.DocumentIssued e => text["walk.follows.issued", texts[$"letters.{e.Letter}.name"], e.Number],
            CaseEvent.IncidentRaised e => text["walk.follows.incident", e.Element, e.Number],
            CaseEvent.Closed => text["walk.follows.closed"],
            _ => null,
        };

    private string TaskName(string element) =>
        texts.Find($"tasks.{element}.name") ?? release.Process.Find(element)?.Name ?? element;

    private string Outcome(ExampleStep.Complete step) =>
        texts.Find($"tasks.{step.Task}.outcomes.{step.Outcome}") ?? step.Outcome;

    private bool IsApplicants(string task) =>
        (release.Process.Find(task) as UserTask)?.CandidateGroups.Contains(OpenTask.ApplicantRole) == true;
}
