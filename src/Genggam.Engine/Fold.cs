using System.Collections.Immutable;

namespace Genggam.Engine;

/// <summary>What a case is and what happens next: two pure functions.</summary>
public static partial class CaseLogic
{
    public const string Granted = "granted";
    public const string Rejected = "rejected";
    public const string Withdrawn = "withdrawn";

    /// <summary>The case after an entry: every event folded, the sequence and the case's time moved on.</summary>
    public static Case Fold(Case state, CaseEntry entry)
    {
        var at = Later(state.LastAt, entry.Stamp.At);
        var folded = state;
        foreach (var happened in entry.Events)
            folded = Fold(folded, happened, at);
        return Ended(state, folded, entry);
    }

    /// <summary>The case after an entry whose events <paramref name="folded"/> has already.</summary>
    internal static Case Ended(Case before, Case folded, CaseEntry entry)
    {
        var after = folded with
        {
            Sequence = before.Sequence + 1,
            LastAt = Later(before.LastAt, entry.Stamp.At),
            Release = entry.Stamp.Core,
            Overlay = entry.Stamp.Overlay,
        };
        return entry.Events.IsEmpty || entry.Command is Command.UndoMigration
            ? after
            : after with
            {
                Before = entry.Command is Command.Migrate && entry.Effects.All(IsTime) ? before : null,
            };
    }

    /// <summary>What can be taken back when it is done: nobody outside has heard of it.</summary>
    private static bool IsTime(Effect effect) => effect is Effect.SetTimer or Effect.ClearTimer;

    /// <param name="at">Case time: the later of the entry's instant and the last entry.</param>
    public static Case Fold(Case state, CaseEvent happened, DateTimeOffset at) =>
        happened switch
        {
            CaseEvent.Opened e => state with
            {
                Status = CaseStatus.Open,
                Number = e.Number,
                Agency = e.Agency,
                Zone = e.Zone,
                Applicant = e.Applicant,
                Subjects = e.Subjects,
                OpenedAt = at,
            },
            CaseEvent.SubjectsNamed e => state with { Subjects = state.Subjects.SetItems(e.Subjects) },
            CaseEvent.DataWritten e => state with { Data = state.Data.Merge(e.Values.Values) },
            CaseEvent.ClockStarted e => state with { Deadline = e.Due, ClockFrom = e.From },
            CaseEvent.ClockStopped => state with { Deadline = null, ClockFrom = null },
            CaseEvent.TokenPlaced e => Inside(
                state with
                {
                    LastToken = Math.Max(state.LastToken, e.Token),
                    Tokens = state.Tokens.SetItem(
                        e.Token,
                        new Token(e.Token, e.Element, e.Flow)
                        {
                            Scope = e.Scope,
                            Gathers = e.Gathers == true,
                            Stopped = e.Stopped,
                        }
                    ),
                },
                e.Scope,
                1
            ),
            CaseEvent.TokenTaken e => Inside(
                state with
                {
                    Tokens = state.Tokens.Remove(e.Token),
                },
                state.Tokens.GetValueOrDefault(e.Token)?.Scope,
                -1
            ),
            CaseEvent.TaskOpened e => state with
            {
                Tasks = state.Tasks.SetItem(e.Task, new OpenTask(e.Task, e.Element, e.Token, e.Role, e.Form, null, at)),
                TimesOpened = state.TimesOpened.SetItem(e.Element, state.TimesOpened.GetValueOrDefault(e.Element) + 1),
            },
            CaseEvent.TaskAssigned e => state.Tasks.TryGetValue(e.Task, out var task)
                ? state with
                {
                    Tasks = state.Tasks.SetItem(e.Task, task with { Assignee = e.To }),
                }
                : state,
            CaseEvent.ReturnProposed e => state.Tasks.TryGetValue(e.Task, out var task)
                ? state with
                {
                    Tasks = state.Tasks.SetItem(e.Task, task with { Proposed = e.Defects }),
                }
                : state,
            CaseEvent.TaskCompleted e => state.Tasks.TryGetValue(e.Task, out var task)
                ? state with
                {
                    Tasks = state.Tasks.Remove(e.Task),
                    DoneBy = state.DoneBy.SetItem(task.Element, e.By),
                    Defects = task.Role == OpenTask.ApplicantRole ? [] : state.Defects,
                }
                : state,
            CaseEvent.TaskCancelled e => state with { Tasks = state.Tasks.Remove(e.Task) },
            CaseEvent.Returned e => state with { Returns = state.Returns + 1, Defects = e.Defects },
            CaseEvent.TimerSet e => state with
            {
                Timers = state.Timers.SetItem(
                    e.Timer,
                    new OpenTimer(e.Timer, e.Element, e.Token, e.Due)
                    {
                        Scope = e.Scope,
                        Counted = e.Counted,
                        Left = e.Left switch
                        {
                            null => 1,
                            0 => null,
                            var left => left,
                        },
                    }
                ),
            },
            CaseEvent.TimerCleared e => state with { Timers = state.Timers.Remove(e.Timer) },
            CaseEvent.AnswerAwaited e => state with
            {
                Awaited = state.Awaited.SetItem(e.Effect, new AwaitedAnswer(e.Effect, e.Element, e.Token)),
            },
            CaseEvent.AnswerTaken e => state with { Awaited = state.Awaited.Remove(e.Effect) },
            CaseEvent.DecisionMade or CaseEvent.Commented => state,
            CaseEvent.Warned e => state with { Warnings = state.Warnings.AddRange(e.Warnings) },
            CaseEvent.Determined e => state with
            {
                Determination = new Determination(e.Outcome, e.Reason, e.LegalBasis, e.Rules, at),
            },
            CaseEvent.DocumentIssued e => state with
            {
                Documents = state.Documents.Add(
                    new IssuedDocument(e.Letter, e.Number, e.Code, e.Sha256, e.IssuedOn, e.ValidUntil, false)
                ),
            },
            CaseEvent.DocumentRevoked e => state with
            {
                Documents = [.. state.Documents.Select(d => d.Code == e.Code ? d with { Revoked = true } : d)],
            },
            CaseEvent.IncidentRaised e => state with
            {
                Incidents = state.Incidents.SetItem(
                    e.Element,
                    new Incident(e.Element, e.Token, e.Number, e.Problem, at) { Missed = e.Missed ?? [] }
                ),
            },
            CaseEvent.IncidentCleared e => state with { Incidents = state.Incidents.Remove(e.Element) },
            CaseEvent.Closed e => state with { Status = CaseStatus.Closed, Outcome = e.Outcome, Deadline = null },
            CaseEvent.Migrated or CaseEvent.MigrationUndone or CaseEvent.TaskChanged => FoldMove(state, happened),
            _ => FoldScope(state, happened),
        };

    private static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
