using System.Collections.Immutable;
using System.Globalization;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Engine;

/// <summary>
/// A case that is told step by step, through the same engine as a live one. Documents count as issued at once; time passes by
/// the waits that are told, and what falls due meanwhile comes in its order. The same steps give the same case.
/// </summary>
public sealed class Rehearsal(World world, DateTimeOffset at, string agency, string zone)
{
    /// <summary>Letters that one step brings with it; a process that asks for them in a circle would have no end.</summary>
    internal const int MaxAnswers = 100;

    /// <summary>Timers that come due in one wait; a cycle of a day does in 27 years.</summary>
    private const int MaxRung = 10_000;
    private const string Applicant = "pemohon";
    private static readonly ImmutableSortedDictionary<string, Guid> Nobody = ImmutableSortedDictionary<
        string,
        Guid
    >.Empty;
    private readonly List<AskedLetter> asked = [];
    private readonly List<CaseEntry> entries = [];
    private Refusal? refusedSubmission;

    public Case Case { get; private set; } = Case.New("example");

    /// <summary>How late it is after the steps so far.</summary>
    public DateTimeOffset Now { get; private set; } = at;

    /// <summary>What the engine said to the last step; null where it took it.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>Every letter that was asked for.</summary>
    public IReadOnlyList<AskedLetter> Asked => asked;

    /// <summary>The journal of the case.</summary>
    public IReadOnlyList<CaseEntry> Entries => entries;

    /// <summary>How it stands, as an example says it: names in the order of the alphabet.</summary>
    public ExampleEnd End =>
        new(
            Case.Status switch
            {
                CaseStatus.New => "refused",
                CaseStatus.Open => "open",
                _ => "closed",
            },
            Case.Outcome,
            [.. Case.Tasks.Values.Select(t => t.Element).Order(StringComparer.Ordinal)],
            [.. Case.Documents.Select(d => d.Letter).Order(StringComparer.Ordinal)],
            refusedSubmission?.Reason ?? Case.Determination?.Reason,
            Case.Deadline
        );

    /// <returns>What is otherwise than the step says; null where nothing is.</returns>
    public ExampleFault? Step(int index, ExampleStep step)
    {
        Refused = null;
        return step switch
        {
            ExampleStep.Submit s => Try(
                index,
                s.Refused,
                new Command.Submit(
                    "CONTOH-1",
                    agency,
                    zone,
                    Nobody,
                    Answers(world.Effective.Form(world.Effective.Service.Apply.Form), s.Data)
                ),
                Actor.Citizen(Applicant)
            ),
            ExampleStep.Complete s => Complete(index, s),
            ExampleStep.Withdraw s => Try(
                index,
                s.Refused,
                new Command.Withdraw(Personal.Text(s.Reason)),
                Actor.Citizen(Applicant)
            ),
            ExampleStep.Wait s => Wait(index, s.Time),
            ExampleStep.Message s => Try(
                index,
                s.Refused,
                new Command.MessageArrived(s.Name, Personal.Text(s.Key), new Personal(s.Data)),
                Actor.System
            ),
            ExampleStep.Signal s => Try(index, s.Refused, new Command.SignalArrived(s.Name), Actor.System),
            _ => throw new ArgumentOutOfRangeException(nameof(step)),
        };
    }

    private ExampleFault? Complete(int index, ExampleStep.Complete step)
    {
        var task = Case.Tasks.Values.FirstOrDefault(t => t.Element == step.Task);
        if (task is null && step.Refused is null)
            return new ExampleFault(
                index,
                $"open task {step.Task}",
                $"open tasks {string.Join(", ", Case.Tasks.Values.Select(t => t.Element))}"
            );
        var applicant = task?.Role == OpenTask.ApplicantRole;
        var by = applicant ? Actor.Citizen(Applicant) : Actor.Officer(step.By, agency, step.Roles);
        var id = task?.Id ?? step.Task;
        if (task is { Assignee: { } holder } && holder != by.Id)
            Release(id, Actor.Officer(holder, agency));
        if (!applicant && task is not null && task.Assignee != by.Id)
        {
            var claim = Decide(new Command.Claim(id), by);
            if (claim.Refused is not null)
                return claim.Refused.Number == step.Refused ? null : Otherwise(index, step.Refused, claim.Refused);
            Take(new Command.Claim(id), claim, by);
        }
        var form = world.Effective.Form((world.Effective.Process.Find(step.Task) as UserTask)?.FormId);
        var command = new Command.Complete(
            id,
            step.Outcome,
            Answers(form, step.Data),
            Personal.Text(step.Reasons),
            step.Defects
        );
        return Try(index, step.Refused, command, by);
    }

    private ExampleFault? Try(int index, string? expected, Command command, Actor by)
    {
        var verdict = Decide(command, by);
        if (verdict.Refused?.Number != expected)
            return Otherwise(index, expected, verdict.Refused);
        if (verdict.Refused is null)
            Take(command, verdict, by);
        else if (command is Command.Submit)
            refusedSubmission = verdict.Refused;
        return null;
    }

    private Verdict Decide(Command command, Actor by)
    {
        var verdict = CaseLogic.Decide(world, Case, command, by, new Moment(Now));
        Refused = verdict.Refused;
        return verdict;
    }

    /// <summary>Another officer goes on with the task: the one who held it has let it go.</summary>
    private void Release(string task, Actor holder)
    {
        var command = new Command.Unclaim(task);
        Take(command, Decide(command, holder), holder);
    }

    /// <summary>An example writes dates and times as text and names its files; a case holds what was typed and uploaded.</summary>
    private Personal Answers(FormModel? form, FeelContext data)
    {
        var told = form is null ? data : PostedAnswers.Told(form.Fields, data);
        return new Personal(StandIns.Files(world.Effective, told));
    }

    private ExampleFault? Wait(int index, TimeSpan time)
    {
        var until = Now + time;
        var rung = 0;
        while (Case.Timers.Values.OrderBy(t => t.Due).FirstOrDefault(t => t.Due <= until) is { } timer)
        {
            if (++rung > MaxRung)
                return new ExampleFault(
                    index,
                    string.Create(CultureInfo.InvariantCulture, $"at most {MaxRung} timers in one wait"),
                    $"{timer.Element} comes due again and again"
                );
            Now = timer.Due > Now ? timer.Due : Now;
            var command = new Command.TimerDue(timer.Id);
            Take(command, Decide(command, Actor.System), Actor.System);
        }
        Now = until;
        return null;
    }

    private void Take(Command command, Verdict verdict, Actor by)
    {
        Fold(command, verdict, by);
        for (var i = 0; i < MaxAnswers && Case.Awaited.Values.FirstOrDefault() is { } awaited; i++)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"CONTOH/{Case.Documents.Length + 1}");
            var today = world.Zones.Day(Now, Case.Zone);
            var before = Case;
            var answer = new Command.DocumentReady(awaited.Effect, number, number, number, today, null);
            Fold(answer, Decide(answer, Actor.System), Actor.System);
            asked.Add(new AskedLetter(Case.Documents[^1].Letter, before, Now));
        }
    }

    private void Fold(Command command, Verdict verdict, Actor by)
    {
        var stamp = Stamp.Of(world, new Moment(Now), by, "example");
        entries.Add(new CaseEntry(command, verdict.Events, verdict.Effects, verdict.Refused, stamp));
        Case = CaseLogic.Fold(Case, entries[^1]);
    }

    private static ExampleFault Otherwise(int index, string? expected, Refusal? found) =>
        new(
            index,
            expected is null ? "accepted" : $"refused {expected}",
            found is null
                ? "accepted"
                : $"refused {found.Number} {found.Reason}{string.Concat(found.Fields.Select(f => $" [{f.Key}: {f.Rule}]"))}"
        );
}
