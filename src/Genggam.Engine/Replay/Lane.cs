using System.Collections.Immutable;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;

namespace Genggam.Engine;

/// <summary>A turn of a case that tells why it came to what it did: a decision with what it gave, a place, or the act.</summary>
internal readonly record struct Turn(CaseEvent Happened, Personal? Gave);

/// <summary>One side of a replay: a case as it runs under the releases of one side, and what it came to.</summary>
internal sealed class Lane
{
    private Release? opened;
    private DateTimeOffset? deadline;
    private int waits;

    public Case State { get; private set; } = Case.New("replay");
    public Refusal? Refused { get; private set; }

    /// <summary>The first command after the application that was refused, and why.</summary>
    public (Command Command, Refusal Why)? No { get; private set; }

    public List<Turn> Turns { get; } = [];

    /// <summary>The tasks that somebody finished, with what followed.</summary>
    public List<CaseEntry> Finished { get; } = [];

    public bool IsOver => State.Status == CaseStatus.Closed || Refused is not null;

    public void Take(Release under, CaseEntry entry) => Take(under, entry, CaseLogic.Fold(State, entry));

    private void Take(Release under, CaseEntry entry, Case after)
    {
        opened ??= under;
        if (entry.Refused is not null && entry.Command is Command.Submit)
            Refused = entry.Refused;
        if (entry.Command is Command.Complete)
            Finished.Add(entry);
        for (var i = 0; i < entry.Events.Length; i++)
            Note(entry.Events[i], i + 1 < entry.Events.Length ? entry.Events[i + 1] : null);
        State = after;
    }

    /// <inheritdoc cref="CaseLogic.Decide(World, Case, Command, Actor, Moment, FeelContext?)" path="/param"/>
    public void Decide(World world, Command command, Stamp stamp, FeelContext? answers = null)
    {
        var now = new Moment(stamp.At, stamp.Seed);
        var verdict = CaseLogic.Decide(world, State, command, stamp.Actor, now, answers);
        if (verdict.Refused is { } no && command is not Command.Submit)
            No ??= (command, no);
        var entry = new CaseEntry(command, verdict.Events, verdict.Effects, verdict.Refused, stamp);
        Take(
            world.Effective,
            entry,
            verdict.Folded is { } folded ? CaseLogic.Ended(State, folded, entry) : CaseLogic.Fold(State, entry)
        );
    }

    /// <summary>A document carries no new fact: where one is asked for, it counts as issued.</summary>
    public void AnswerDocuments(World world, Stamp stamp, int limit)
    {
        for (; limit > 0 && State.Awaited.Values.FirstOrDefault() is { } awaited; limit--)
            Decide(
                world,
                new Command.DocumentReady(awaited.Effect, "-", "-", "-", world.Zones.Day(stamp.At, State.Zone), null),
                stamp
            );
    }

    public CaseOutcome Outcome()
    {
        var service = opened!.Service;
        return new(
            Refused is not null ? CaseOutcome.Refused : State.Outcome ?? CaseOutcome.Open,
            Refused is not null ? Refused.Reason : State.Determination?.Reason,
            Refused is not null ? 0 : service.Fee.Amount,
            deadline,
            waits,
            opened.Form(service.Apply.Form)?.Fields.Count(f => f.Kind != FieldKind.Computed) ?? 0,
            [.. State.Documents.Select(d => d.Letter)]
        );
    }

    private void Note(CaseEvent happened, CaseEvent? next)
    {
        switch (happened)
        {
            case CaseEvent.ClockStarted clock:
                deadline ??= clock.Due;
                break;
            case CaseEvent.TaskOpened:
                waits++;
                break;
            case CaseEvent.DecisionMade:
                Turns.Add(
                    new(
                        happened,
                        next switch
                        {
                            CaseEvent.DataWritten data => data.Values,
                            CaseEvent.LocalsWritten locals => locals.Values,
                            _ => null,
                        }
                    )
                );
                break;
            case CaseEvent.TokenPlaced or CaseEvent.Determined:
                Turns.Add(new(happened, null));
                break;
        }
    }
}
