using Microsoft.Extensions.Logging;

namespace Genggam.Office.People;

/// <summary>
/// What happened at the doors, for whoever watches over an installation (docs/operations/security.md). Accounts stand there by
/// an id that leads to nobody outside of it; no name, NIK, contact, address of a browser, or anything that was typed.
/// </summary>
public sealed partial class SecurityLog(ILoggerFactory loggers)
{
    /// <summary>The category of these lines, to be kept apart or sent on by it.</summary>
    public const string Category = "Genggam.Security";

    private readonly ILogger log = loggers.CreateLogger(Category);

    [LoggerMessage(101, LogLevel.Information, "Signed in: account {Account} ({Kind}) by {Method}")]
    public partial void SignedIn(Guid account, AccountKind kind, string method);

    /// <param name="account">Null where there is no such account.</param>
    /// <param name="why">One of a few fixed words.</param>
    [LoggerMessage(102, LogLevel.Warning, "Sign-in refused: account {Account}, {Why}")]
    public partial void SignInRefused(Guid? account, string why);

    [LoggerMessage(103, LogLevel.Warning, "Locked after too many tries: account {Account}")]
    public partial void Locked(Guid account);

    /// <param name="own">False where somebody else chose it.</param>
    [LoggerMessage(104, LogLevel.Information, "Password replaced: account {Account}, by its owner: {Own}")]
    public partial void PasswordReplaced(Guid account, bool own);

    [LoggerMessage(105, LogLevel.Information, "Second factor replaced: account {Account}")]
    public partial void SecondFactorReplaced(Guid account);

    [LoggerMessage(106, LogLevel.Information, "Sessions ended: account {Account}, {Why}")]
    public partial void SessionsEnded(Guid account, string why);

    /// <param name="who">The id of an account or of a client of the API; nobody where there is none.</param>
    /// <param name="route">The pattern of the address, never the address itself.</param>
    [LoggerMessage(201, LogLevel.Warning, "Access refused: {Who} at {Method} {Route}, request {Request}")]
    public partial void AccessRefused(string who, string method, string route, string request);

    /// <param name="who">A citizen by pseudonym.</param>
    [LoggerMessage(205, LogLevel.Warning, "Access refused: {Who} asked for case {CaseId} of somebody else")]
    public partial void CaseRefused(string who, Guid caseId);

    [LoggerMessage(202, LogLevel.Warning, "Too often: limit {Limit} at {Route}, request {Request}")]
    public partial void TooOften(string limit, string route, string request);

    [LoggerMessage(203, LogLevel.Warning, "Form refused: {Why} at {Route}, request {Request}")]
    public partial void FormRefused(string why, string route, string request);

    [LoggerMessage(204, LogLevel.Warning, "Token refused: {Why}, request {Request}")]
    public partial void TokenRefused(string why, string request);
}
