namespace Genggam.Engine;

/// <summary>The types of service task that the engine knows.</summary>
public static class ServiceKinds
{
    /// <summary>Makes the determination; headers outcome, reason, legalBasis.</summary>
    public const string Determine = "determine";

    /// <summary>Issues a letter and waits for it; header letter.</summary>
    public const string IssueDocument = "issue-document";

    /// <summary>Tells the applicant; header notice.</summary>
    public const string SendNotice = "send-notice";

    public static readonly IReadOnlyList<string> All = [Determine, IssueDocument, SendNotice];
}
