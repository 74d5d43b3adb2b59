using System.Collections.Immutable;
using Genggam.Conformance.Bpmn;
using Genggam.Engine;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;

namespace Genggam.Benchmarks.Fuzz;

/// <summary>A release that has nothing but a process, and a case of it that is driven at random.</summary>
internal static class Sample
{
    private const int Commands = 8;

    public static Release Release(ProcessModel process) => BareRelease.Of(process, "x", "officer");

    public static void Drive(World world, FeelContext data, Random random)
    {
        var now = new DateTimeOffset(2026, 1, 15, 9, 0, 0, TimeSpan.FromHours(7));
        var subjects = ImmutableSortedDictionary<string, Guid>.Empty;
        var citizen = Actor.Citizen("citizen");
        var state = Case.New("sample");
        Do(new Command.Submit("B-1", "office", "Asia/Jakarta", subjects, new Personal(data)), citizen);
        for (var i = 0; i < Commands && state.Status == CaseStatus.Open; i++)
        {
            if (state.Timers.Values.MinBy(t => t.Due) is { } timer && random.Next(3) == 0)
            {
                now = timer.Due > now ? timer.Due : now;
                Do(new Command.TimerDue(timer.Id), Actor.System);
            }
            else if (state.Awaited.Values.FirstOrDefault() is { } awaited)
                Do(new Command.EffectFailed(awaited.Effect, "x") { Code = "X" }, Actor.System);
            else if (state.Subscriptions.Values.FirstOrDefault(s => s.Kind == "message") is { } waiting)
                Do(
                    new Command.MessageArrived(waiting.Name ?? "", Personal.Text(waiting.Key), Personal.Nothing),
                    Actor.System
                );
            else if (state.Subscriptions.Values.FirstOrDefault(s => s.Kind == "signal") is { } signal)
                Do(new Command.SignalArrived(signal.Name ?? ""), Actor.System);
            else if (state.Tasks.Values.FirstOrDefault() is { } task)
            {
                var by = task.Role == OpenTask.ApplicantRole ? citizen : Actor.Officer("officer", "office", task.Role);
                Do(new Command.Claim(task.Id), by);
                Do(new Command.Complete(task.Id, "approve", Personal.Nothing, Personal.Nothing, []), by);
            }
            else if (state.Incidents.Values.FirstOrDefault() is { } incident)
                Do(new Command.Retry(incident.Element), Actor.System);
        }

        void Do(Command command, Actor by)
        {
            var verdict = CaseLogic.Decide(world, state, command, by, new Moment(now));
            var stamp = Stamp.Of(world, new Moment(now), by, "fuzz");
            state = CaseLogic.Fold(
                state,
                new CaseEntry(command, verdict.Events, verdict.Effects, verdict.Refused, stamp)
            );
        }
    }
}
