using System.Collections.Immutable;

namespace Genggam.Engine;

public enum AgencyLevel
{
    Central,
    Provincial,
    Regency,
    Village,
}

/// <summary>How sure the platform must be who applies.</summary>
public enum Assurance
{
    Declared,
    Confirmed,
}

public enum DraftPolicy
{
    Keep,
    Upgrade,
}

/// <summary>What a service promises and asks, as its owner wrote it in <c>service.yaml</c>.</summary>
/// <param name="Subjects">Top-level names of the case data that are about a person, and where that person's NIK stands.</param>
/// <param name="Separation">Groups of user tasks that must be done by different people.</param>
/// <param name="Standard">The legal basis of each of the 14 components of the service standard (UU 25/2009 art. 21).</param>
public sealed record ServiceDefinition(
    string Id,
    int Edition,
    AgencyLevel Level,
    ImmutableArray<string> LifeEvents,
    string? Theme,
    Assurance Assurance,
    Fee Fee,
    TimeLimit TimeLimit,
    DeemedApproval DeemedApproval,
    Retention Retention,
    DraftPolicy DraftsOnNewRelease,
    EligibilityCheck Check,
    ApplicationForm Apply,
    ImmutableSortedDictionary<string, Subject> Subjects,
    ImmutableArray<string> Roles,
    ImmutableArray<ImmutableArray<string>> Separation,
    ReturnRule Returns,
    ImmutableSortedDictionary<string, string?> Standard,
    ImmutableSortedDictionary<string, Letter> Letters
)
{
    /// <summary>The decision that says which running cases move to this release; null where all may.</summary>
    public string? Transition { get; init; }

    public Opening Opening { get; init; } = Opening.Always;

    /// <summary>The components of the standard in the order the law lists them; the first six must be published.</summary>
    public static readonly ImmutableArray<string> StandardComponents =
    [
        "requirements",
        "procedure",
        "time",
        "fee",
        "product",
        "complaints",
        "legal_basis",
        "facilities",
        "competence",
        "supervision",
        "staffing",
        "service_guarantee",
        "safety_guarantee",
        "evaluation",
    ];
}

/// <param name="Amount">In whole units of the currency.</param>
public sealed record Fee(decimal Amount, string Currency, string? LegalBasis);

/// <summary>Whether silence of the office grants (fiktif positif), and why or why not.</summary>
public sealed record DeemedApproval(bool Applies, string? LegalBasis, string? Reason);

public sealed record Retention(int Years, bool MayErase, string? LegalBasis, bool Unverified);

/// <summary>The question "can I?": a short form and the decision that answers it.</summary>
public sealed record EligibilityCheck(string Form, string Decision);

/// <param name="Guard">The decision that must allow a submission; the same as the check's.</param>
public sealed record ApplicationForm(string Form, string? Guard);

public sealed record Subject(string? NikPath);

public sealed record ReturnRule(int WithoutSupervisor, string? SupervisorRole);

/// <param name="NumberPattern">Slots: {agency} {yyyy} {mm} {seq:N}.</param>
/// <param name="ValidYears">Null: valid for ever.</param>
/// <param name="Subject">Whose data the document is about.</param>
/// <param name="Holder">Path of the holder's name in the case data.</param>
/// <param name="SignerRole">The role whose holder signs.</param>
public sealed record Letter(
    string Id,
    string Template,
    string NumberPattern,
    int? ValidYears,
    string Subject,
    string Holder,
    string? SignerRole
);

/// <summary>A regulation that services cite by key.</summary>
public sealed record LegalBasis(
    string Key,
    ImmutableSortedDictionary<string, string> Title,
    string? Article,
    bool Unverified
);
