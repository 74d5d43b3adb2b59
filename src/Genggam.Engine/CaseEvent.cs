using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>Something that happened in a case. <see cref="CaseLogic.Fold"/> over these, in order, is the case.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(SubjectsNamed), "subjects")]
[JsonDerivedType(typeof(DataWritten), "data")]
[JsonDerivedType(typeof(ClockStarted), "clock")]
[JsonDerivedType(typeof(ClockStopped), "clock-stopped")]
[JsonDerivedType(typeof(TokenPlaced), "token")]
[JsonDerivedType(typeof(TokenTaken), "token-taken")]
[JsonDerivedType(typeof(TaskOpened), "task")]
[JsonDerivedType(typeof(TaskAssigned), "task-assigned")]
[JsonDerivedType(typeof(TaskCompleted), "task-done")]
[JsonDerivedType(typeof(TaskCancelled), "task-cancelled")]
[JsonDerivedType(typeof(ReturnProposed), "return-proposed")]
[JsonDerivedType(typeof(Returned), "returned")]
[JsonDerivedType(typeof(TimerSet), "timer")]
[JsonDerivedType(typeof(TimerCleared), "timer-cleared")]
[JsonDerivedType(typeof(AnswerAwaited), "awaiting")]
[JsonDerivedType(typeof(AnswerTaken), "answered")]
[JsonDerivedType(typeof(ScopeOpened), "scope")]
[JsonDerivedType(typeof(ScopeClosed), "scope-closed")]
[JsonDerivedType(typeof(LocalsWritten), "locals")]
[JsonDerivedType(typeof(ItemCollected), "item")]
[JsonDerivedType(typeof(Interrupted), "interrupted")]
[JsonDerivedType(typeof(Subscribed), "subscribed")]
[JsonDerivedType(typeof(Unsubscribed), "unsubscribed")]
[JsonDerivedType(typeof(ConditionTurned), "condition")]
[JsonDerivedType(typeof(Thrown), "thrown")]
[JsonDerivedType(typeof(MessageKept), "message-kept")]
[JsonDerivedType(typeof(MessageTaken), "message-taken")]
[JsonDerivedType(typeof(DecisionMade), "decision")]
[JsonDerivedType(typeof(Warned), "warned")]
[JsonDerivedType(typeof(Determined), "determined")]
[JsonDerivedType(typeof(DocumentIssued), "issued")]
[JsonDerivedType(typeof(DocumentRevoked), "revoked")]
[JsonDerivedType(typeof(Commented), "comment")]
[JsonDerivedType(typeof(IncidentRaised), "incident")]
[JsonDerivedType(typeof(IncidentCleared), "incident-cleared")]
[JsonDerivedType(typeof(Closed), "closed")]
[JsonDerivedType(typeof(Migrated), "migrated")]
[JsonDerivedType(typeof(MigrationUndone), "migration-undone")]
[JsonDerivedType(typeof(TaskChanged), "task-changed")]
public abstract record CaseEvent
{
    private protected CaseEvent() { }

    public sealed record Opened(
        string Number,
        string Agency,
        string Zone,
        string Applicant,
        ImmutableSortedDictionary<string, Guid> Subjects
    ) : CaseEvent;

    /// <summary>Other people stand in these roles from now on: what is written of them is sealed under their keys.</summary>
    public sealed record SubjectsNamed(ImmutableSortedDictionary<string, Guid> Subjects) : CaseEvent;

    /// <summary>Values laid over the case data, contexts merged name by name.</summary>
    public sealed record DataWritten(Personal Values) : CaseEvent;

    /// <summary>The office's time runs from <paramref name="From"/>: the application was received complete.</summary>
    public sealed record ClockStarted(DateTimeOffset From, DateTimeOffset Due) : CaseEvent;

    /// <summary>The applicant has the case: the office's time does not run.</summary>
    public sealed record ClockStopped : CaseEvent;

    public sealed record TokenPlaced(int Token, string Element, string? Flow) : CaseEvent
    {
        /// <summary>Null on the level of the process.</summary>
        public int? Scope { get; init; }

        /// <summary>Set where it waits for more tokens to begin with.</summary>
        public bool? Gathers { get; init; }

        /// <summary>Set where it stopped at an activity.</summary>
        public Progress? Stopped { get; init; }
    }

    public sealed record TokenTaken(int Token) : CaseEvent;

    public sealed record TaskOpened(string Task, string Element, int Token, string Role, string? Form) : CaseEvent;

    public sealed record TaskAssigned(string Task, string? To) : CaseEvent;

    public sealed record TaskCompleted(string Task, string Outcome, string By) : CaseEvent;

    public sealed record TaskCancelled(string Task) : CaseEvent;

    /// <summary>An officer who may not return again wrote down the defects for the supervisor who may.</summary>
    public sealed record ReturnProposed(string Task, string By, ImmutableArray<Defect> Defects) : CaseEvent;

    public sealed record Returned(ImmutableArray<Defect> Defects) : CaseEvent;

    public sealed record TimerSet(string Timer, string Element, int Token, DateTimeOffset Due) : CaseEvent
    {
        public int? Scope { get; init; }

        /// <summary>Times that a cycle comes due, this one included; 0 for one without end, null for once.</summary>
        public int? Left { get; init; }

        /// <summary>Of a cycle of months: where its months are counted from.</summary>
        public Counted? Counted { get; init; }
    }

    public sealed record TimerCleared(string Timer) : CaseEvent;

    public sealed record AnswerAwaited(string Effect, string Element, int Token) : CaseEvent;

    public sealed record AnswerTaken(string Effect) : CaseEvent;

    /// <summary>A level or a loop begins. Its id comes from the same count as the tokens'.</summary>
    /// <param name="Locals">Variables that end with it; null where it has none.</param>
    public sealed record ScopeOpened(
        int Scope,
        ScopeKind Kind,
        string Element,
        int? Parent,
        int? Token,
        Personal? Locals
    ) : CaseEvent
    {
        /// <summary>Of a loop: rounds in all; null where a condition decides.</summary>
        public int? Total { get; init; }

        /// <summary>Of a loop over a list: the list, under the name of the activity.</summary>
        public Personal? Items { get; init; }

        /// <summary>Of a round of a loop: its number, from 1.</summary>
        public int? Round { get; init; }
    }

    /// <param name="Completed">Set where a round of a loop came to its end; otherwise it was broken off, or is no round.</param>
    public sealed record ScopeClosed(int Scope, bool? Completed) : CaseEvent;

    /// <summary>Values laid over the variables of a scope, contexts merged name by name.</summary>
    public sealed record LocalsWritten(int Scope, Personal Values) : CaseEvent;

    /// <summary>What a round of a loop leaves, under the name of the collection.</summary>
    public sealed record ItemCollected(int Scope, int Round, Personal Item) : CaseEvent;

    /// <summary>An event sub-process took the scope over; null is the process itself.</summary>
    public sealed record Interrupted(int? Scope) : CaseEvent;

    /// <summary>A message, signal or condition is waited for from now on.</summary>
    /// <param name="Key">A message must carry it; it may be a person's number, so it is sealed.</param>
    public sealed record Subscribed(
        string Id,
        string Element,
        int? Token,
        int? Scope,
        string Kind,
        string? Name,
        Personal? Key
    ) : CaseEvent;

    public sealed record Unsubscribed(string Id) : CaseEvent;

    public sealed record ConditionTurned(string Id, bool Holds) : CaseEvent;

    /// <summary>An error, escalation, signal or message was thrown.</summary>
    /// <param name="Effect">The effect that carries it to other cases; null where it stays in this one.</param>
    /// <param name="Sent">What a message carries, and its key under the name <c>key</c>.</param>
    public sealed record Thrown(string Element, string Kind, string? Name, string? Effect, Personal? Sent) : CaseEvent;

    /// <summary>A message came before anything waited for it.</summary>
    public sealed record MessageKept(string Id, string Name, Personal? Key, Personal Data) : CaseEvent;

    public sealed record MessageTaken(string Id) : CaseEvent;

    /// <summary>A decision was evaluated; <paramref name="Rules"/> are the ids of the rules that fired, in order.</summary>
    public sealed record DecisionMade(string Element, string Decision, ImmutableArray<string> Rules) : CaseEvent;

    /// <summary>Expressions or decisions gave no value where one was to be had, and the case goes on without it.</summary>
    /// <param name="Warnings">Number and place of each, without any value.</param>
    public sealed record Warned(ImmutableArray<string> Warnings) : CaseEvent;

    /// <summary>The official act. Reason and legal basis are keys of the release's texts.</summary>
    public sealed record Determined(string Outcome, string? Reason, string? LegalBasis, ImmutableArray<string> Rules)
        : CaseEvent;

    public sealed record DocumentIssued(
        string Letter,
        string Number,
        string Code,
        string Sha256,
        DateOnly IssuedOn,
        DateOnly? ValidUntil
    ) : CaseEvent;

    public sealed record DocumentRevoked(string Code, Personal Reason, string LegalBasis) : CaseEvent;

    public sealed record Commented(string By, Personal Text) : CaseEvent;

    /// <summary>The case cannot go on by itself; an operator must act. Nothing is lost.</summary>
    public sealed record IncidentRaised(string Element, int Token, string Number, string Problem) : CaseEvent
    {
        /// <summary>What an event that cannot wait has no value for, all that is missing by now.</summary>
        public ImmutableArray<Missed>? Missed { get; init; }
    }

    public sealed record IncidentCleared(string Element) : CaseEvent;

    public sealed record Closed(string Outcome) : CaseEvent;

    /// <summary>The case goes on under another release. Timers and what is waited for are told apart, by their own events.</summary>
    /// <param name="Migration">The id of the plan.</param>
    /// <param name="Renamed">Elements and flows of the case that the new process calls otherwise.</param>
    public sealed record Migrated(
        string Migration,
        string From,
        string To,
        ImmutableSortedDictionary<string, string> Renamed
    ) : CaseEvent;

    /// <summary>The case is in all as it was before it moved.</summary>
    public sealed record MigrationUndone(string Migration, string From, string To) : CaseEvent;

    /// <summary>An open task is another role's, or is done by another form.</summary>
    public sealed record TaskChanged(string Task, string Role, string? Form) : CaseEvent;
}
