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

    /// <summary>Let verifiers know that a document is no longer valid.</summary>
    public sealed record PublishStatus(string Id, string Code) : Effect(Id);
}
