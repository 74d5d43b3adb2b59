using System.Collections.Immutable;
using Genggam.Standards.Forms;

namespace Genggam.Engine;

/// <summary>One side of a replay: a case as it runs under one world, and what it came to.</summary>
internal sealed class Lane(World world)
{
    private DateTimeOffset? deadline;
    private int waits;

    public World World { get; } = world;
    public Case State { get; private set; } = Case.New("replay");
    public Refusal? Refused { get; private set; }

    public void Take(CaseEntry entry)
    {
        if (entry.Refused is not null && entry.Command is Command.Submit)
            Refused = entry.Refused;
        deadline ??= entry.Events.OfType<CaseEvent.ClockStarted>().FirstOrDefault()?.Due;
        waits += entry.Events.OfType<CaseEvent.TaskOpened>().Count();
        State = CaseLogic.Fold(State, entry);
    }

    public void Decide(Command command, Stamp stamp)
    {
        var verdict = CaseLogic.Decide(World, State, command, stamp.Actor, new Moment(stamp.At, stamp.Seed));
        Take(new CaseEntry(command, verdict.Events, verdict.Effects, verdict.Refused, stamp));
    }

    /// <summary>A document carries no new fact: where one is asked for, it counts as issued.</summary>
    public void AnswerDocuments(Stamp stamp, int limit)
    {
        for (; limit > 0 && State.Awaited.Values.FirstOrDefault() is { } awaited; limit--)
            Decide(
                new Command.DocumentReady(awaited.Effect, "-", "-", "-", World.Zones.Day(stamp.At, State.Zone), null),
                stamp
            );
    }

    public CaseOutcome Outcome() =>
        new(
            Refused is not null ? CaseOutcome.Refused : State.Outcome ?? CaseOutcome.Open,
            Refused?.Reason ?? State.Determination?.Reason,
            World.Core.Service.Fee.Amount,
            deadline,
            waits,
            World.Core.Form(World.Core.Service.Apply.Form)?.Fields.Count(f => f.Kind != FieldKind.Computed) ?? 0,
            [.. State.Documents.Select(d => d.Letter)]
        );
}
