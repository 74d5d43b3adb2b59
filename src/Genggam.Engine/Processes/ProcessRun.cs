using System.Collections.Immutable;
using System.Globalization;
using Genggam.Standards.Bpmn;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>
/// One verdict in the making: events are folded as they are emitted, so every rule reads the case as it is now. Lives for
/// one call of <see cref="CaseLogic.Decide"/>.
/// </summary>
internal sealed partial class ProcessRun
{
    private readonly ImmutableArray<CaseEvent>.Builder events = ImmutableArray.CreateBuilder<CaseEvent>();
    private readonly ImmutableArray<Effect>.Builder effects = ImmutableArray.CreateBuilder<Effect>();
    private readonly DateTimeOffset at;
    private readonly long sequence;

    public ProcessRun(World world, Case state, Moment now)
    {
        World = world;
        State = state;
        at = now.At > state.LastAt ? now.At : state.LastAt;
        sequence = state.Sequence + 1;
        Environment = new FeelEnvironment(world.Zones.Local(at, state.Zone));
    }

    public World World { get; }
    public Case State { get; private set; }
    public FeelEnvironment Environment { get; }

    /// <summary>Case time: the later of now and the last entry.</summary>
    public DateTimeOffset CaseTime => at;

    public DateOnly Today => World.Zones.Day(at, State.Zone);

    private ProcessModel Process => World.Effective.Process;

    public Verdict Verdict() => new(events.ToImmutable(), effects.ToImmutable(), null) { Folded = State };

    public void Emit(CaseEvent happened)
    {
        events.Add(happened);
        State = CaseLogic.Fold(State, happened, at);
    }

    /// <summary>Asks for something outside; the id is <c>sequence.index</c>.</summary>
    public string Do(Func<string, Effect> effect)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{sequence}.{effects.Count}");
        effects.Add(effect(id));
        return id;
    }

    /// <summary>The office's time starts: the application is with the office, complete as far as the applicant knows.</summary>
    public void StartClock() =>
        Emit(new CaseEvent.ClockStarted(at, LegalClock.Due(at, World.Effective.Service.TimeLimit, World, State.Zone)));

    public (FeelValue Value, ImmutableArray<string> Rules) Ask(string decision, FeelContext data)
    {
        if (!World.Effective.Decisions.TryGetValue(decision, out var model))
            return (FeelValue.Null, []);
        var result = model.Decide(decision, WithCase(data), Environment);
        if (result.Value.Anywhere(v => v.IsNull))
            Warn(result.Warnings.Take(3));
        return (
            HoldsFunction(result.Value) ? FeelValue.Null : result.Value,
            [.. result.Fired.Select(f => $"{f.Decision}/{f.Rule}")]
        );
    }

    private FlowNode Node(string id) => Process.Find(id)!;

    private IEnumerable<SequenceFlow> Outgoing(FlowNode node) => Process.LevelOf(node.Id).Outgoing(node.Id);

    private IEnumerable<SequenceFlow> Incoming(FlowNode node) => Process.LevelOf(node.Id).Incoming(node.Id);

    private IEnumerable<BoundaryEvent> Boundaries(FlowNode node) => Process.LevelOf(node.Id).Boundaries(node.Id);
}
