using System.Text.Json.Serialization;

namespace Genggam.Engine;

/// <summary>
/// Something to be done outside after the entry is durable. The id, <c>sequence.index</c>, follows from the case alone,
/// so doing it twice is recognised everywhere.
/// </summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "act")]
[JsonDerivedType(typeof(IssueDocument), "issue")]
[JsonDerivedType(typeof(SendNotice), "notice")]
[JsonDerivedType(typeof(SetTimer), "timer")]
[JsonDerivedType(typeof(ClearTimer), "clear-timer")]
[JsonDerivedType(typeof(SendMessage), "message")]
[JsonDerivedType(typeof(BroadcastSignal), "signal")]
[JsonDerivedType(typeof(PublishStatus), "status")]
public abstract record Effect(string Id)
{
    /// <summary>Render, sign and register a letter, then answer with <see cref="Command.DocumentReady"/>.</summary>
    public sealed record IssueDocument(string Id, string Letter) : Effect(Id);

    /// <summary>Tell the applicant; <paramref name="Notice"/> is a key of the release's texts.</summary>
    public sealed record SendNotice(string Id, string Notice) : Effect(Id);

    /// <summary>Answer with <see cref="Command.TimerDue"/> at the instant.</summary>
    public sealed record SetTimer(string Id, string Timer, DateTimeOffset Due) : Effect(Id);

    public sealed record ClearTimer(string Id, string Timer) : Effect(Id);

    /// <summary>
    /// Bring a message to the case that waits for it, or open one that begins with it. Key and data stand in the entry's
    /// <see cref="CaseEvent.Thrown"/> of this effect.
    /// </summary>
    public sealed record SendMessage(string Id, string Message) : Effect(Id);

    /// <summary>Bring a signal to every case that waits for it.</summary>
    public sealed record BroadcastSignal(string Id, string Signal) : Effect(Id);

    /// <summary>Let verifiers know that a document is no longer valid.</summary>
    public sealed record PublishStatus(string Id, string Code) : Effect(Id);
}
