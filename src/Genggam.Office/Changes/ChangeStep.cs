using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Genggam.Engine;

namespace Genggam.Office.Changes;

/// <summary>What was done to a change. A closed set; each is a row that stays.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "is")]
[JsonDerivedType(typeof(Opened), "opened")]
[JsonDerivedType(typeof(Saved), "saved")]
[JsonDerivedType(typeof(Rebased), "rebased")]
[JsonDerivedType(typeof(Asked), "asked")]
[JsonDerivedType(typeof(SentBack), "sent-back")]
[JsonDerivedType(typeof(Approved), "approved")]
[JsonDerivedType(typeof(GivenUp), "given-up")]
[JsonDerivedType(typeof(TakenBack), "taken-back")]
[JsonDerivedType(typeof(TakenUp), "taken-up")]
public abstract record ChangeStep
{
    private ChangeStep() { }

    /// <param name="Base">The release that the change begins from.</param>
    public sealed record Opened(string Service, string Base, string Title, string? Reason) : ChangeStep;

    /// <param name="Paths">The files that the step wrote or took away.</param>
    /// <param name="As">The earlier step whose files they are again; null where somebody wrote them.</param>
    public sealed record Saved(ImmutableArray<string> Paths, long? As = null) : ChangeStep;

    /// <summary>The change stands on another release from now on, its files merged with what is new there.</summary>
    public sealed record Rebased(string Base, ImmutableArray<string> Paths) : ChangeStep;

    /// <summary>The author asks a second person to publish it.</summary>
    public sealed record Asked(PublicationRequest Request) : ChangeStep;

    /// <summary>The second person will not publish it as it is.</summary>
    public sealed record SentBack(string Note) : ChangeStep;

    /// <param name="Publication">The number of the publication that came of it.</param>
    public sealed record Approved(long Publication) : ChangeStep;

    public sealed record GivenUp(string? Note) : ChangeStep;

    /// <summary>An owner no longer asks for it to be published.</summary>
    /// <param name="Note">Why, where somebody wrote it.</param>
    public sealed record TakenBack(string? Note = null) : ChangeStep;

    /// <summary>What was given up goes on as it was left.</summary>
    public sealed record TakenUp : ChangeStep;

    internal byte[] ToBytes() => JsonSerializer.SerializeToUtf8Bytes(this, ChangeJson.Default.ChangeStep);

    internal static ChangeStep Read(byte[] bytes) =>
        JsonSerializer.Deserialize(bytes, ChangeJson.Default.ChangeStep)
        ?? throw new JsonException("A step of a change is empty.");
}

/// <summary>What is to be published, from when, and what stands behind it.</summary>
/// <param name="Hash">The release that the author checked: what is published is that, or nothing.</param>
/// <param name="Starts">See <see cref="Genggam.Engine.PublicationStart"/>; null for as soon as it is approved.</param>
/// <param name="Decree">The number of the decree (SK) behind the service standard, where the law asks for one.</param>
/// <param name="Consultation">The number of the minutes of the public consultation, where the law asks for one.</param>
/// <param name="Warnings">What the author knows that the check warns of.</param>
/// <param name="ConsultationHeld">The day of the consultation.</param>
/// <param name="ConsultationLink">Where its minutes can be read.</param>
/// <param name="Running">What becomes of running cases; null where nobody said it.</param>
public sealed record PublicationRequest(
    string Hash,
    string? Starts,
    string Note,
    string? Decree,
    string? Consultation,
    int Warnings,
    DateOnly? ConsultationHeld = null,
    string? ConsultationLink = null,
    RunningCases? Running = null
)
{
    internal Minutes Minutes => new(Consultation, ConsultationHeld, ConsultationLink);
}

/// <summary>What becomes of cases that run under the release in force when another takes its place.</summary>
/// <param name="Move">They go on under the new one as soon as it is in force; else they finish as they began.</param>
public sealed record RunningCases(bool Move, DeadlineRule Deadline = default, TimerRule Timers = default)
{
    public MigrationPlan Plan(string from, string to) => new("", from, to) { Deadline = Deadline, Timers = Timers };
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull
)]
[JsonSerializable(typeof(ChangeStep))]
internal sealed partial class ChangeJson : JsonSerializerContext;
