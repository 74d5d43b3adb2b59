using System.Globalization;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>Timers: at a date, after a duration, or again and again.</summary>
internal sealed partial class ProcessRun
{
    /// <summary>A timer came due.</summary>
    public void Ring(OpenTimer timer)
    {
        Emit(new CaseEvent.TimerCleared(timer.Id));
        var node = Node(timer.Element);
        var again = RunsOn(node) && SetNext(node, timer);
        if (StillAwaitsAll(node, timer))
        {
            Travel();
            return;
        }
        if (again && node is IntermediateCatchEvent)
            Follow(node, ScopeOf(timer));
        else
            Trigger(timer.Element, timer.Token == 0 ? null : timer.Token, ScopeOf(timer), null);
        Travel();
    }

    private int? ScopeOf(OpenTimer timer) =>
        timer.Token != 0 && State.Tokens.TryGetValue(timer.Token, out var token) ? token.Scope : timer.Scope;

    private bool StillAwaitsAll(FlowNode node, OpenTimer timer) =>
        node is ProcessEvent { Definition: MultipleDefinition { All: true } }
        && StillAwaits(timer.Element, timer.Token == 0 ? null : timer.Token, timer.Scope);

    /// <summary>A cycle comes again where what it hangs on goes on.</summary>
    private static bool RunsOn(FlowNode node) =>
        node switch
        {
            StartEvent start => !start.Interrupting,
            BoundaryEvent boundary => !boundary.CancelActivity,
            IntermediateCatchEvent => true,
            _ => false,
        };

    private bool SetNext(FlowNode node, OpenTimer timer)
    {
        if (
            timer.Left == 1
            || TimerOf(node, timer.Id) is not { Kind: TimerKind.Cycle } definition
            || Interval.Read(Evaluate(definition.Time, ScopeOf(timer)), World.Level) is not { } interval
        )
            return false;
        var counted = timer.Counted is { } since ? since with { Steps = since.Steps + 1 } : null;
        if (Next(timer.Due, interval.Every, counted) is not { } due)
            return false;
        Set(Again(timer.Id), node, timer.Token, timer.Scope, due, timer.Left is { } left ? left - 1 : 0, counted);
        return true;
    }

    /// <summary>A cycle whose step is now another may have been there already: it goes on from where it is.</summary>
    private DateTimeOffset? Next(DateTimeOffset due, FeelValue every, Counted? counted) =>
        counted is { From: var from, Steps: var steps }
        && every is FeelPeriod { Months: var months }
        && Later(from, new FeelPeriod(months * steps)) is { } next
        && next > due
            ? next
            : Later(due, every);

    /// <summary>Each time of a cycle is a timer of its own, so that doing one twice is recognised.</summary>
    private static string Again(string timer)
    {
        var mark = timer.LastIndexOf('~');
        var times = mark < 0 ? 1 : int.Parse(timer.AsSpan(mark + 1), CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{(mark < 0 ? timer : timer[..mark])}~{times + 1}");
    }

    private static TimerDefinition? TimerOf(FlowNode node, string timer)
    {
        return node is ProcessEvent waiting
            ? Parts(waiting.Definition).ElementAt(PartOf(timer)) as TimerDefinition
            : null;
    }

    private void SetTimer(FlowNode node, TimerDefinition timer, int part, int? token, int? scope)
    {
        if (First(node, timer, scope) is ({ } due, var times, var counted))
            Set(Hanging(node, part, token, scope), node, token ?? 0, token is null ? scope : null, due, times, counted);
        else
            CannotWait(node, part, token, scope, "timer");
    }

    private void Set(string id, FlowNode node, int token, int? scope, DateTimeOffset due, int? left, Counted? counted)
    {
        Emit(
            new CaseEvent.TimerSet(id, node.Id, token, due)
            {
                Scope = scope,
                Left = left == 1 ? null : left,
                Counted = left == 1 ? null : counted,
            }
        );
        Do(effect => new Effect.SetTimer(effect, id, due));
    }

    private void ClearTimer(OpenTimer timer)
    {
        Emit(new CaseEvent.TimerCleared(timer.Id));
        Do(id => new Effect.ClearTimer(id, timer.Id));
    }

    /// <summary>When it comes due first, how often, 0 being without end, and where its months are counted from.</summary>
    private (DateTimeOffset? Due, int Times, Counted? Counted) First(FlowNode node, TimerDefinition timer, int? scope)
    {
        var value = Evaluate(timer.Time, scope);
        if (timer.Kind != TimerKind.Cycle)
            return (Due(value), 1, null);
        if (Interval.Read(value, World.Level) is not { } interval)
            return (null, 0, null);
        // On the way of a token, a cycle without end would send tokens on for ever.
        if (interval.Times == 0 && node is IntermediateCatchEvent && World.Level >= EngineLevel.Three)
            return (null, 0, null);
        var due = interval.From is { } from ? Due(from) : Later(at, interval.Every);
        var counts = World.Level >= EngineLevel.Three && interval.Every is FeelPeriod;
        var counted =
            !counts || due is not { } first ? null
            : interval.From is null ? new Counted(at, 1)
            : new Counted(first, 0);
        return (due, interval.Times, counted);
    }

    /// <summary>Days, times and months are those of the office's wall clock; null where there is no such instant.</summary>
    private DateTimeOffset? Due(FeelValue value)
    {
        var office = World.Zones.Local(at, State.Zone).Offset;
        return value switch
        {
            FeelDuration or FeelPeriod => Later(at, value),
            FeelDateTime instant => instant.ToMoment(World.Level >= EngineLevel.Three ? office : null),
            FeelDate date => new FeelDateTime(date, FeelTime.Of(TimeOnly.MinValue)).ToMoment(office),
            _ => null,
        };
    }

    private DateTimeOffset? Later(DateTimeOffset from, FeelValue time)
    {
        try
        {
            return time switch
            {
                FeelDuration duration => from.AddSeconds((double)duration.Seconds),
                FeelPeriod period => World.Zones.Local(from, State.Zone).AddMonths(checked((int)period.Months)),
                _ => null,
            };
        }
        catch (Exception e) when (e is ArgumentOutOfRangeException or OverflowException)
        {
            return null;
        }
    }
}
