namespace Genggam.Engine;

/// <summary>The numbers of the engine's refusals. Texts stand under <c>refusals.NUMBER</c> in every language.</summary>
public static class Refusals
{
    /// <summary>The application is already submitted.</summary>
    public const string AlreadySubmitted = "GG-101";

    /// <summary>Some answers are missing or wrong.</summary>
    public const string FieldsAtFault = "GG-102";

    /// <summary>A rule of the service says that this applicant cannot have it.</summary>
    public const string NotEligible = "GG-103";

    /// <summary>The rules of the service gave no answer for these facts.</summary>
    public const string RulesUnclear = "GG-105";

    /// <summary>The key was used before for something else.</summary>
    public const string KeyReused = "GG-106";

    /// <summary>The chosen agency does not offer the service.</summary>
    public const string NotOfferedHere = "GG-107";

    /// <summary>The application was saved from another window since this one was opened.</summary>
    public const string SavedElsewhere = "GG-108";

    /// <summary>Applications are taken from a later day on.</summary>
    public const string NotYetOpen = "GG-112";

    /// <summary>Applications are taken no more.</summary>
    public const string IntakeOver = "GG-113";

    /// <summary>No applications are taken for a while.</summary>
    public const string IntakePaused = "GG-114";

    /// <summary>The task is no longer open: somebody was faster, or the page is old.</summary>
    public const string TaskNotOpen = "GG-201";

    /// <summary>The actor does not hold the role that the task asks for in the deciding agency.</summary>
    public const string NotYourRole = "GG-202";

    /// <summary>Another officer holds the task.</summary>
    public const string HeldByAnother = "GG-203";

    /// <summary>The same person did an earlier step that must be somebody else's.</summary>
    public const string SeparationOfDuties = "GG-204";

    /// <summary>The task knows no such outcome.</summary>
    public const string UnknownOutcome = "GG-205";

    /// <summary>A return must name every defect, and say of each what is wrong.</summary>
    public const string ReturnNeedsDefects = "GG-206";

    /// <summary>A further return needs a supervisor.</summary>
    public const string ReturnNeedsSupervisor = "GG-207";

    /// <summary>A rejection must give reasons.</summary>
    public const string RejectionNeedsReasons = "GG-208";

    /// <summary>The officer must take the task first.</summary>
    public const string ClaimFirst = "GG-209";

    /// <summary>The officer a task is given to lacks the role, or did a step that must be somebody else's.</summary>
    public const string RecipientMayNot = "GG-210";

    /// <summary>Others changed the case since the page was opened.</summary>
    public const string StalePage = "GG-211";

    /// <summary>The case is closed.</summary>
    public const string CaseClosed = "GG-301";

    /// <summary>Only the applicant may do this.</summary>
    public const string ApplicantOnly = "GG-302";

    /// <summary>The determination is made: it cannot be withdrawn any more.</summary>
    public const string AlreadyDetermined = "GG-303";

    /// <summary>There is no such case, or it is not yours.</summary>
    public const string NoSuchCase = "GG-304";

    /// <summary>Nothing waits for this answer: it was taken before, or the case moved on.</summary>
    public const string NotAwaited = "GG-401";

    /// <summary>The document is unknown or no longer valid.</summary>
    public const string NoSuchDocument = "GG-501";

    /// <summary>The case does not move to the other release; its rule says why.</summary>
    public const string StaysOnRelease = "GG-801";

    /// <summary>The case stands at elements that have no place in the other process; its rules name them.</summary>
    public const string NeedsMapping = "GG-802";

    /// <summary>The move cannot be undone: something was done in the case since, or outside because of it.</summary>
    public const string NothingToUndo = "GG-803";
}
