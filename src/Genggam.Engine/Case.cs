using System.Collections.Immutable;
using System.Text.Json.Serialization;
using Genggam.Standards.Feel;

namespace Genggam.Engine;

public enum CaseStatus
{
    /// <summary>No application was accepted yet.</summary>
    New,
    Open,
    Closed,
}

/// <summary>A case (berkas): the fold of its journal.</summary>
/// <param name="Sequence">Entries so far.</param>
/// <param name="Subjects">Whose data stands in the case: subject ids by top-level name of the data.</param>
/// <param name="Data">What the applicant gave and officers and decisions added. FEEL reads it.</param>
/// <param name="DoneBy">Who finished each user task, by element; the last one where a task came twice.</param>
public sealed record Case(
    string Id,
    long Sequence,
    CaseStatus Status,
    string? Number,
    string? Agency,
    string Zone,
    string? Applicant,
    ImmutableSortedDictionary<string, Guid> Subjects,
    DateTimeOffset OpenedAt,
    DateTimeOffset LastAt,
    DateTimeOffset? Deadline,
    FeelContext Data,
    int LastToken,
    ImmutableSortedDictionary<int, Token> Tokens,
    ImmutableSortedDictionary<string, OpenTask> Tasks,
    ImmutableSortedDictionary<string, OpenTimer> Timers,
    ImmutableSortedDictionary<string, AwaitedAnswer> Awaited,
    ImmutableSortedDictionary<string, Incident> Incidents,
    ImmutableSortedDictionary<string, string> DoneBy,
    ImmutableSortedDictionary<string, int> TimesOpened,
    int Returns,
    ImmutableArray<Defect> Defects,
    Determination? Determination,
    ImmutableArray<IssuedDocument> Documents,
    string? Outcome
)
{
    /// <summary>Running sub-processes, called processes, loops and their rounds, by id.</summary>
    public ImmutableSortedDictionary<int, Scope> Scopes { get; init; } = ImmutableSortedDictionary<int, Scope>.Empty;

    /// <summary>Messages, signals and conditions that are waited for, by id.</summary>
    public ImmutableSortedDictionary<string, Subscription> Subscriptions { get; init; } =
        ImmutableSortedDictionary.Create<string, Subscription>(StringComparer.Ordinal);

    /// <summary>Messages that came before anything waited for them, the oldest first.</summary>
    public ImmutableArray<KeptMessage> Messages { get; init; } = [];

    /// <summary>Where values were missing that expressions or decisions should have given: number and place, the oldest first.</summary>
    public ImmutableArray<string> Warnings { get; init; } = [];

    /// <summary>An event sub-process of the process itself took over.</summary>
    public bool Interrupted { get; init; }

    /// <summary>When the office's time began to run; it does not where there is no <see cref="Deadline"/>.</summary>
    public DateTimeOffset? ClockFrom { get; init; }

    /// <summary>The hash of the core that the last entry was made under.</summary>
    public string? Release { get; init; }

    /// <summary>The hash of the overlay that the last entry was made under, where it was made under one.</summary>
    public string? Overlay { get; init; }

    /// <summary>The migration that moved the case last.</summary>
    public string? MovedBy { get; init; }

    /// <summary>The case before it moved to its release, as long as that can be undone: nothing was done in it since.</summary>
    public Case? Before { get; init; }

    public static Case New(string id) =>
        new(
            id,
            0,
            CaseStatus.New,
            null,
            null,
            "Asia/Jakarta",
            null,
            ImmutableSortedDictionary.Create<string, Guid>(StringComparer.Ordinal),
            default,
            default,
            null,
            FeelContext.Empty,
            0,
            ImmutableSortedDictionary<int, Token>.Empty,
            ImmutableSortedDictionary.Create<string, OpenTask>(StringComparer.Ordinal),
            ImmutableSortedDictionary.Create<string, OpenTimer>(StringComparer.Ordinal),
            ImmutableSortedDictionary.Create<string, AwaitedAnswer>(StringComparer.Ordinal),
            ImmutableSortedDictionary.Create<string, Incident>(StringComparer.Ordinal),
            ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal),
            ImmutableSortedDictionary.Create<string, int>(StringComparer.Ordinal),
            0,
            [],
            null,
            [],
            null
        );

    /// <summary>The rounds that a task stands in, each with its loop, the outermost first; none outside of a loop.</summary>
    public ImmutableArray<(Scope Loop, Scope Round)> RoundsOf(OpenTask task)
    {
        var rounds = ImmutableArray.CreateBuilder<(Scope, Scope)>();
        var scope = Tokens.GetValueOrDefault(task.Token)?.Scope;
        while (scope is { } id && Scopes.TryGetValue(id, out var here))
        {
            if (here is { Round: > 0, Parent: { } loop })
                rounds.Insert(0, (Scopes[loop], here));
            scope = here.Parent;
        }
        return rounds.ToImmutable();
    }

    /// <summary>The task that waits for the applicant, when the case was returned.</summary>
    public OpenTask? WithApplicant => Tasks.Values.FirstOrDefault(t => t.Role == OpenTask.ApplicantRole);
}

/// <summary>Where the process stands. A token that waits at a join keeps the flow it came by.</summary>
public sealed record Token(int Id, string Element, string? Flow)
{
    /// <summary>The scope that the element stands in; null on the level of the process.</summary>
    public int? Scope { get; init; }

    /// <summary>It waits for others, since the activity begins with more than one token.</summary>
    public bool Gathers { get; init; }

    /// <summary>Where it stopped at an activity: how far that was. Journals of before do not say it.</summary>
    public Progress? Stopped { get; init; }
}

/// <summary>How far an activity was with a token.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Progress>))]
public enum Progress
{
    /// <summary>The token was on its way; where the activity begins with several, it counts as one.</summary>
    Coming,

    /// <summary>All tokens that the activity begins with had come; this one stands for them.</summary>
    Begun,

    /// <summary>The work is done; only its flows are missing.</summary>
    Done,
}

public sealed record OpenTask(
    string Id,
    string Element,
    int Token,
    string Role,
    string? Form,
    string? Assignee,
    DateTimeOffset OpenedAt
)
{
    /// <summary>The role of the person who applied (pemohon): their tasks open on the portal.</summary>
    public const string ApplicantRole = "pemohon";

    /// <summary>Defects that another officer proposed to return the case for.</summary>
    public ImmutableArray<Defect> Proposed { get; init; } = [];
}

/// <param name="Token">The token it hangs on; 0 for the start of an event sub-process, which hangs on a scope.</param>
public sealed record OpenTimer(string Id, string Element, int Token, DateTimeOffset Due)
{
    public int? Scope { get; init; }

    /// <summary>Times that a cycle still comes due, this one included; null where it comes without end.</summary>
    public int? Left { get; init; } = 1;

    /// <summary>Of a cycle of months. Journals of before counted each time from the one before it.</summary>
    public Counted? Counted { get; init; }
}

/// <summary>A month is not always as long: the third time of a cycle is two months after the first, not one after the second.</summary>
/// <param name="Steps">Steps of the cycle from then to the time that comes.</param>
public sealed record Counted(DateTimeOffset From, int Steps);

public sealed record AwaitedAnswer(string Effect, string Element, int Token);

public sealed record Incident(string Element, int Token, string Number, string Problem, DateTimeOffset At)
{
    /// <summary>Empty where it is no event that cannot wait, and in journals of before, whose problem says it in words.</summary>
    public ImmutableArray<Missed> Missed { get; init; } = [];
}

/// <summary>An event cannot wait for one of its definitions, since its time or key has no value.</summary>
/// <param name="Token">What the event would hang on.</param>
/// <param name="Part">Which of several definitions, from 0.</param>
public sealed record Missed(int Token, int Part);

/// <summary>The official act (keputusan). Reason and legal basis are keys of the release's texts.</summary>
public sealed record Determination(
    string Outcome,
    string? Reason,
    string? LegalBasis,
    ImmutableArray<string> Rules,
    DateTimeOffset At
);

public sealed record IssuedDocument(
    string Letter,
    string Number,
    string Code,
    string Sha256,
    DateOnly IssuedOn,
    DateOnly? ValidUntil,
    bool Revoked
);
