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
[JsonDerivedType(typeof(DecisionMade), "decision")]
[JsonDerivedType(typeof(Determined), "determined")]
[JsonDerivedType(typeof(DocumentIssued), "issued")]
[JsonDerivedType(typeof(DocumentRevoked), "revoked")]
[JsonDerivedType(typeof(Commented), "comment")]
[JsonDerivedType(typeof(IncidentRaised), "incident")]
[JsonDerivedType(typeof(IncidentCleared), "incident-cleared")]
[JsonDerivedType(typeof(Closed), "closed")]
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

    public sealed record TokenPlaced(int Token, string Element, string? Flow) : CaseEvent;

    public sealed record TokenTaken(int Token) : CaseEvent;

    public sealed record TaskOpened(string Task, string Element, int Token, string Role, string? Form) : CaseEvent;

    public sealed record TaskAssigned(string Task, string? To) : CaseEvent;

    public sealed record TaskCompleted(string Task, string Outcome, string By) : CaseEvent;

    public sealed record TaskCancelled(string Task) : CaseEvent;

    /// <summary>An officer who may not return again wrote down the defects for the supervisor who may.</summary>
    public sealed record ReturnProposed(string Task, string By, ImmutableArray<Defect> Defects) : CaseEvent;

    public sealed record Returned(ImmutableArray<Defect> Defects) : CaseEvent;

    public sealed record TimerSet(string Timer, string Element, int Token, DateTimeOffset Due) : CaseEvent;

    public sealed record TimerCleared(string Timer) : CaseEvent;

    public sealed record AnswerAwaited(string Effect, string Element, int Token) : CaseEvent;

    public sealed record AnswerTaken(string Effect) : CaseEvent;

    /// <summary>A decision was evaluated; <paramref name="Rules"/> are the ids of the rules that fired, in order.</summary>
    public sealed record DecisionMade(string Element, string Decision, ImmutableArray<string> Rules) : CaseEvent;

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
    public sealed record IncidentRaised(string Element, int Token, string Number, string Problem) : CaseEvent;

    public sealed record IncidentCleared(string Element) : CaseEvent;

    public sealed record Closed(string Outcome) : CaseEvent;
}
