using Genggam.Engine;
using Genggam.Office.Changes;
using Microsoft.AspNetCore.Http;

namespace Genggam.Web.Api;

/// <summary>
/// The numbers of what the API itself refuses, beside those of the engine (<see cref="Refusals"/>) and of attachments
/// (GG-601 to GG-603), and the status each is answered with.
/// </summary>
internal static class ProblemNumbers
{
    public const string BrokenJson = "GG-701";
    public const string WrongShape = "GG-702";
    public const string TooLarge = "GG-703";
    public const string WrongMediaType = "GG-704";
    public const string TokenMissing = "GG-705";
    public const string TokenNotValid = "GG-706";
    public const string ScopeMissing = "GG-707";
    public const string TooMany = "GG-708";
    public const string KeyMissing = "GG-709";
    public const string NotFound = "GG-710";
    public const string OtherAgency = "GG-711";
    public const string Broken = "GG-712";
    public const string Away = "GG-713";
    public const string WrongMethod = "GG-714";
    public const string WrongQuery = "GG-715";
    public const string NotFiledHere = "GG-716";
    public const string Busy = "GG-717";

    private static readonly Dictionary<string, int> Status = new(StringComparer.Ordinal)
    {
        [Refusals.AlreadySubmitted] = StatusCodes.Status409Conflict,
        [Refusals.FieldsAtFault] = StatusCodes.Status422UnprocessableEntity,
        [Refusals.NotEligible] = StatusCodes.Status422UnprocessableEntity,
        [Refusals.RulesUnclear] = StatusCodes.Status422UnprocessableEntity,
        [Refusals.KeyReused] = StatusCodes.Status409Conflict,
        [Refusals.NotOfferedHere] = StatusCodes.Status422UnprocessableEntity,
        [Refusals.NotYetOpen] = StatusCodes.Status409Conflict,
        [Refusals.IntakeOver] = StatusCodes.Status409Conflict,
        [Refusals.IntakePaused] = StatusCodes.Status409Conflict,
        [Refusals.TaskNotOpen] = StatusCodes.Status409Conflict,
        [Refusals.NotYourRole] = StatusCodes.Status403Forbidden,
        [Refusals.HeldByAnother] = StatusCodes.Status409Conflict,
        [Refusals.SeparationOfDuties] = StatusCodes.Status403Forbidden,
        [Refusals.UnknownOutcome] = StatusCodes.Status422UnprocessableEntity,
        [Refusals.ReturnNeedsDefects] = StatusCodes.Status422UnprocessableEntity,
        [Refusals.ReturnNeedsSupervisor] = StatusCodes.Status403Forbidden,
        [Refusals.RejectionNeedsReasons] = StatusCodes.Status422UnprocessableEntity,
        [Refusals.ClaimFirst] = StatusCodes.Status409Conflict,
        [Refusals.CaseClosed] = StatusCodes.Status409Conflict,
        [Refusals.ApplicantOnly] = StatusCodes.Status403Forbidden,
        [Refusals.AlreadyDetermined] = StatusCodes.Status409Conflict,
        [Refusals.NoSuchCase] = StatusCodes.Status404NotFound,
        [Refusals.NotAwaited] = StatusCodes.Status409Conflict,
        [Refusals.NoSuchDocument] = StatusCodes.Status404NotFound,
        [ChangeRefusal.Unknown] = StatusCodes.Status404NotFound,
        [ChangeRefusal.NotOpen] = StatusCodes.Status409Conflict,
        [ChangeRefusal.Conflict] = StatusCodes.Status409Conflict,
        [ChangeRefusal.Unfit] = StatusCodes.Status422UnprocessableEntity,
        [ChangeRefusal.NotReady] = StatusCodes.Status422UnprocessableEntity,
        [ChangeRefusal.OtherHash] = StatusCodes.Status409Conflict,
        [ChangeRefusal.OlderCore] = StatusCodes.Status409Conflict,
        [ChangeRefusal.BadStart] = StatusCodes.Status422UnprocessableEntity,
        [ChangeRefusal.Nothing] = StatusCodes.Status409Conflict,
        [ChangeRefusal.NotHeard] = StatusCodes.Status422UnprocessableEntity,
        [ChangeRefusal.BadMinutes] = StatusCodes.Status422UnprocessableEntity,
        ["GG-601"] = StatusCodes.Status415UnsupportedMediaType,
        ["GG-602"] = StatusCodes.Status413PayloadTooLarge,
        ["GG-603"] = StatusCodes.Status422UnprocessableEntity,
        [BrokenJson] = StatusCodes.Status400BadRequest,
        [WrongShape] = StatusCodes.Status400BadRequest,
        [TooLarge] = StatusCodes.Status413PayloadTooLarge,
        [WrongMediaType] = StatusCodes.Status415UnsupportedMediaType,
        [TokenMissing] = StatusCodes.Status401Unauthorized,
        [TokenNotValid] = StatusCodes.Status401Unauthorized,
        [ScopeMissing] = StatusCodes.Status403Forbidden,
        [TooMany] = StatusCodes.Status429TooManyRequests,
        [KeyMissing] = StatusCodes.Status400BadRequest,
        [NotFound] = StatusCodes.Status404NotFound,
        [OtherAgency] = StatusCodes.Status403Forbidden,
        [Broken] = StatusCodes.Status500InternalServerError,
        [Away] = StatusCodes.Status503ServiceUnavailable,
        [WrongMethod] = StatusCodes.Status405MethodNotAllowed,
        [WrongQuery] = StatusCodes.Status400BadRequest,
        [NotFiledHere] = StatusCodes.Status403Forbidden,
        [Busy] = StatusCodes.Status503ServiceUnavailable,
    };

    public static IReadOnlyCollection<string> All => Status.Keys;

    public static int StatusOf(string number) => Status[number];

    /// <summary>The number of a refusal that the framework made by status alone.</summary>
    public static string OfStatus(int status) =>
        status switch
        {
            StatusCodes.Status404NotFound => NotFound,
            StatusCodes.Status405MethodNotAllowed => WrongMethod,
            StatusCodes.Status413PayloadTooLarge => TooLarge,
            StatusCodes.Status415UnsupportedMediaType => WrongMediaType,
            StatusCodes.Status429TooManyRequests => TooMany,
            StatusCodes.Status503ServiceUnavailable => Away,
            >= 400 and < 500 => WrongQuery,
            _ => Broken,
        };
}
