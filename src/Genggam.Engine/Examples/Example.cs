using System.Collections.Immutable;
using System.Globalization;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

/// <summary>A case told by the service's owner: given, when, then. The gate of publishing.</summary>
public sealed record Example(
    string Name,
    DateTimeOffset At,
    string Agency,
    string Zone,
    ImmutableArray<ExampleStep> Steps,
    ExampleEnd Then
);

/// <param name="Refused">The number of the refusal that the step must meet.</param>
public abstract record ExampleStep(string? Refused)
{
    public sealed record Submit(FeelContext Data, string? Refused) : ExampleStep(Refused);

    public sealed record Complete(
        string Task,
        string By,
        ImmutableArray<string> Roles,
        string Outcome,
        string? Reasons,
        ImmutableArray<Defect> Defects,
        FeelContext Data,
        string? Refused
    ) : ExampleStep(Refused);

    public sealed record Wait(TimeSpan Time) : ExampleStep((string?)null);

    public sealed record Withdraw(string? Reason, string? Refused) : ExampleStep(Refused);

    /// <summary>Another system, or a program of the office, answers what the process waits for.</summary>
    /// <param name="Key">What the message must carry to be meant for this case; null where its name is enough.</param>
    public sealed record Message(string Name, string? Key, FeelContext Data, string? Refused) : ExampleStep(Refused);

    public sealed record Signal(string Name, string? Refused) : ExampleStep(Refused);
}

/// <summary>What must hold at the end; a null is not looked at.</summary>
public sealed record ExampleEnd(
    string? State,
    string? Outcome,
    ImmutableArray<string>? Waiting,
    ImmutableArray<string>? Documents,
    string? Reason,
    DateTimeOffset? Deadline
);

/// <summary>A difference between what an example says and what the engine does.</summary>
/// <param name="Step">Which step, from 0; null where the end (<c>then</c>) differs.</param>
public sealed record ExampleFault(int? Step, string Expected, string Found)
{
    /// <summary>As its owner reads it, who counts the steps from 1.</summary>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{(Step is { } step ? $"step {step + 1}" : "then")}: expected {Expected}, found {Found}"
        );
}

/// <summary>What running an example gave.</summary>
/// <param name="Letters">Every letter it asked for.</param>
public sealed record ExampleRun(ImmutableArray<ExampleFault> Faults, ImmutableArray<AskedLetter> Letters)
{
    /// <summary>The journal of the case, as far as the example went.</summary>
    public ImmutableArray<CaseEntry> Entries { get; init; } = [];
}

/// <param name="Case">As it was when the letter was asked for.</param>
public sealed record AskedLetter(string Letter, Case Case, DateTimeOffset At);
