using System.Collections.Immutable;
using System.Globalization;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Engine;

/// <summary>Runs an example through the same engine as a live case. Documents count as issued; time passes by its waits.</summary>
public static class ExampleRunner
{
    private const string Applicant = "pemohon";

    /// <summary>Letters that one step brings with it; a process that asks for them in a circle would have no end.</summary>
    private const int MaxAnswers = 100;

    /// <summary>Timers that come due in one wait; a cycle of a day does in 27 years.</summary>
    private const int MaxRung = 10_000;
    private static readonly ImmutableSortedDictionary<string, Guid> Nobody = ImmutableSortedDictionary<
        string,
        Guid
    >.Empty;

    public static ExampleRun Run(World world, Example example)
    {
        var run = new Running(world, example);
        for (var i = 0; i < example.Steps.Length; i++)
            if (run.Step(i, example.Steps[i]) is { } fault)
                return Ended(fault);
        return Ended([.. run.Compare(example.Then)]);

        ExampleRun Ended(params ImmutableArray<ExampleFault> faults) =>
            new(faults, [.. run.Asked]) { Entries = [.. run.Entries] };
    }

    private sealed class Running(World world, Example example)
    {
        private Case state = Case.New("example");
        private Refusal? refusedSubmission;
        private DateTimeOffset now = example.At;

        public List<AskedLetter> Asked { get; } = [];
        public List<CaseEntry> Entries { get; } = [];

        public ExampleFault? Step(int index, ExampleStep step) =>
            step switch
            {
                ExampleStep.Submit s => Try(
                    index,
                    s.Refused,
                    new Command.Submit(
                        "CONTOH-1",
                        example.Agency,
                        example.Zone,
                        Nobody,
                        new Personal(WithFiles(s.Data))
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
                _ => throw new ArgumentOutOfRangeException(nameof(step)),
            };

        public IEnumerable<ExampleFault> Compare(ExampleEnd then)
        {
            var status = state.Status switch
            {
                CaseStatus.New => "refused",
                CaseStatus.Open => "open",
                _ => "closed",
            };
            if (state.Incidents.Values.FirstOrDefault() is { } incident)
                yield return new ExampleFault(
                    null,
                    "no incident",
                    $"{incident.Number} at {incident.Element}: {incident.Problem}"
                );
            if (state.Awaited.Values.FirstOrDefault() is { } awaited)
                yield return new ExampleFault(
                    null,
                    string.Create(CultureInfo.InvariantCulture, $"at most {MaxAnswers} letters in one step"),
                    $"{awaited.Element} asks for another"
                );
            if (then.State is { } wanted && wanted != status)
                yield return new ExampleFault(null, $"state {wanted}", $"state {status}");
            if (then.Outcome is { } outcome && outcome != state.Outcome)
                yield return new ExampleFault(null, $"outcome {outcome}", $"outcome {state.Outcome ?? "none"}");
            var reason = refusedSubmission?.Reason ?? state.Determination?.Reason;
            if (then.Reason is { } why && why != reason)
                yield return new ExampleFault(null, $"reason {why}", $"reason {reason ?? "none"}");
            if (then.Deadline is { } due && due != state.Deadline)
                yield return new ExampleFault(null, $"deadline {due:o}", $"deadline {state.Deadline:o}");
            if (
                then.Waiting is { } waiting
                && Differs(waiting, state.Tasks.Values.Select(t => t.Element), out var tasks)
            )
                yield return new ExampleFault(null, $"waiting {string.Join(", ", waiting)}", $"waiting {tasks}");
            if (
                then.Documents is { } letters
                && Differs(letters, state.Documents.Select(d => d.Letter), out var issued)
            )
                yield return new ExampleFault(null, $"documents {string.Join(", ", letters)}", $"documents {issued}");
        }

        private ExampleFault? Complete(int index, ExampleStep.Complete step)
        {
            var task = state.Tasks.Values.FirstOrDefault(t => t.Element == step.Task);
            if (task is null && step.Refused is null)
                return new ExampleFault(
                    index,
                    $"open task {step.Task}",
                    $"open tasks {string.Join(", ", state.Tasks.Values.Select(t => t.Element))}"
                );
            var applicant = task?.Role == OpenTask.ApplicantRole;
            var by = applicant ? Actor.Citizen(Applicant) : Actor.Officer(step.By, example.Agency, step.Roles);
            var id = task?.Id ?? step.Task;
            if (task is { Assignee: { } holder } && holder != by.Id)
                Release(id, Actor.Officer(holder, example.Agency));
            if (!applicant && task is not null && task.Assignee != by.Id)
            {
                var claim = CaseLogic.Decide(world, state, new Command.Claim(id), by, new Moment(now));
                if (claim.Refused is null)
                    Take(new Command.Claim(id), claim, by);
                else
                    return claim.Refused.Number == step.Refused ? null : Refused(index, step.Refused, claim.Refused);
            }
            var command = new Command.Complete(
                id,
                step.Outcome,
                new Personal(WithFiles(step.Data)),
                Personal.Text(step.Reasons),
                step.Defects
            );
            return Try(index, step.Refused, command, by);
        }

        private ExampleFault? Try(int index, string? expected, Command command, Actor by)
        {
            var verdict = CaseLogic.Decide(world, state, command, by, new Moment(now));
            if (verdict.Refused?.Number != expected)
                return Refused(index, expected, verdict.Refused);
            if (verdict.Refused is null)
                Take(command, verdict, by);
            else if (command is Command.Submit)
                refusedSubmission = verdict.Refused;
            return null;
        }

        /// <summary>Another officer goes on with the task: the one who held it has let it go.</summary>
        private void Release(string task, Actor holder)
        {
            var command = new Command.Unclaim(task);
            Take(command, CaseLogic.Decide(world, state, command, holder, new Moment(now)), holder);
        }

        /// <summary>An example names its files; a case holds what was uploaded.</summary>
        private FeelContext WithFiles(FeelContext data)
        {
            foreach (
                var field in world.Core.Forms.Values.SelectMany(f => f.Fields).Where(f => f.Kind == FieldKind.File)
            )
                if (data.At(field.Key) is FeelList names)
                    data = data.WithAt(
                        field.Key,
                        new FeelList([.. names.Items.Select(n => FeelContext.Of(("id", n), ("nama", n)))])
                    );
            return data;
        }

        private ExampleFault? Wait(int index, TimeSpan time)
        {
            var until = now + time;
            var rung = 0;
            while (state.Timers.Values.OrderBy(t => t.Due).FirstOrDefault(t => t.Due <= until) is { } timer)
            {
                if (++rung > MaxRung)
                    return new ExampleFault(
                        index,
                        string.Create(CultureInfo.InvariantCulture, $"at most {MaxRung} timers in one wait"),
                        $"{timer.Element} comes due again and again"
                    );
                now = timer.Due > now ? timer.Due : now;
                var command = new Command.TimerDue(timer.Id);
                Take(command, CaseLogic.Decide(world, state, command, Actor.System, new Moment(now)), Actor.System);
            }
            now = until;
            return null;
        }

        private void Take(Command command, Verdict verdict, Actor by)
        {
            Fold(command, verdict, by);
            for (var i = 0; i < MaxAnswers && state.Awaited.Values.FirstOrDefault() is { } awaited; i++)
            {
                var number = string.Create(CultureInfo.InvariantCulture, $"CONTOH/{state.Documents.Length + 1}");
                var today = world.Zones.Day(now, state.Zone);
                var before = state;
                var answer = new Command.DocumentReady(awaited.Effect, number, number, number, today, null);
                Fold(answer, CaseLogic.Decide(world, state, answer, Actor.System, new Moment(now)), Actor.System);
                Asked.Add(new AskedLetter(state.Documents[^1].Letter, before, now));
            }
        }

        private void Fold(Command command, Verdict verdict, Actor by)
        {
            var stamp = Stamp.Of(world, new Moment(now), by, "example");
            Entries.Add(new CaseEntry(command, verdict.Events, verdict.Effects, verdict.Refused, stamp));
            state = CaseLogic.Fold(state, Entries[^1]);
        }

        private static ExampleFault Refused(int index, string? expected, Refusal? found) =>
            new(
                index,
                expected is null ? "accepted" : $"refused {expected}",
                found is null
                    ? "accepted"
                    : $"refused {found.Number} {found.Reason}{string.Concat(found.Fields.Select(f => $" [{f.Key}: {f.Rule}]"))}"
            );

        private static bool Differs(ImmutableArray<string> wanted, IEnumerable<string> found, out string listed)
        {
            var have = found.Order(StringComparer.Ordinal).ToList();
            listed = string.Join(", ", have);
            return !have.SequenceEqual(wanted.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        }
    }
}
