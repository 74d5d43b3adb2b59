using System.Globalization;
using System.Security.Claims;
using Genggam.Engine;
using Genggam.Office.Changes;
using Genggam.Office.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Genggam.Web.Api;

/// <summary>The parts of a request for publication, for the description of the API.</summary>
/// <param name="Folder">The service folder as a zip.</param>
/// <param name="Hash">Of the release that the folder makes.</param>
/// <param name="Title">What changes.</param>
/// <param name="From">In force from midnight of this day at each office; as soon as it is approved where it is not given.</param>
/// <param name="Decree">Number of the decree (SK) on the service standard.</param>
/// <param name="Consultation">Number of the minutes of the public consultation.</param>
/// <param name="ConsultationHeld">The day of the consultation.</param>
/// <param name="ConsultationLink">Where anybody can read its minutes.</param>
internal sealed record ChangeForm(
    IFormFile Folder,
    string Hash,
    string Title,
    string? Note,
    DateOnly? From,
    string? Decree,
    string? Consultation,
    DateOnly? ConsultationHeld,
    string? ConsultationLink
);

/// <param name="State"><c>draft</c>, <c>asked</c>, <c>published</c> or <c>givenup</c>.</param>
/// <param name="Page">Where a second person reads it and publishes it.</param>
internal sealed record ChangeView(Guid Id, string Service, string State, string Hash, string Page)
{
    public static ChangeView Of(Change change) =>
        new(
            change.Id.Value,
            change.Service,
            change.State.ToString().ToLowerInvariant(),
            change.Request?.Hash ?? change.Base,
            $"/rancang/{change.Id.Value:N}/terbit"
        );
}

/// <summary>Changes of services from files. A program asks; only a second person publishes, in the browser.</summary>
internal static class ChangesApi
{
    private const long LargestUpload = FolderZip.LargestZip + 64 * 1024;

    public static void MapChanges(this IEndpointRouteBuilder api)
    {
        api.MapPost("/services/{id}/changes", Ask)
            .RequireAuthorization(ClientScopes.Publish)
            .WithName("AskForPublication")
            .WithSummary("Hand in a service folder, for a second person to publish")
            .Produces<ChangeView>(StatusCodes.Status201Created)
            .WithMetadata(new SizeLimit(LargestUpload))
            .Accepts<ChangeForm>("multipart/form-data")
            .DisableAntiforgery();
        api.MapGet("/services/{id}/changes/{change:guid}", Find)
            .RequireAuthorization(ClientScopes.Publish)
            .WithName("GetChange")
            .WithSummary("What became of a change")
            .Produces<ChangeView>();
    }

    private static async Task<IResult> Ask(string id, FolderDesk folders, ClaimsPrincipal user, HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return new Problem(ProblemNumbers.WrongMediaType);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        if (form.Files.GetFile("folder") is not { } folder)
            return Problem.At(ChangeRefusal.Unfit, "/folder", "API-101");
        PublicationStart? start = form["from"].ToString() is { Length: > 0 } from ? PublicationStart.Read(from) : null;
        if (form["from"].ToString().Length > 0 && start is null)
            return Problem.At(ChangeRefusal.BadStart, "/from", "API-101");
        DateOnly? held = null;
        if (form["consultationHeld"].ToString() is { Length: > 0 } day)
        {
            if (
                !DateOnly.TryParseExact(
                    day,
                    "yyyy-MM-dd",
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out var on
                )
            )
                return Problem.At(ChangeRefusal.Unfit, "/consultationHeld", "API-101");
            held = on;
        }
        await using var packed = folder.OpenReadStream();
        var unpacked = FolderZip.Unpack(packed, id);
        if (unpacked is UnpackResult.Refused no)
            return Of(no.Refusal);
        var files = ((UnpackResult.Unpacked)unpacked).Files;
        var ask = new PublicationAsk(
            form["hash"].ToString(),
            start,
            form["note"].ToString(),
            Given(form["decree"].ToString()),
            Given(form["consultation"].ToString())
        )
        {
            ConsultationHeld = held,
            ConsultationLink = Given(form["consultationLink"].ToString()),
        };
        var caller = Caller.Of(user).Office;
        return await folders.Ask(id, form["title"].ToString(), files, ask, caller, http.RequestAborted) switch
        {
            ChangeResult.Done done => TypedResults.Created(
                $"{ApiSetup.Root}/v1/services/{id}/changes/{done.Change.Id.Value:D}",
                ChangeView.Of(done.Change)
            ),
            ChangeResult.Refused refused => Of(refused.Refusal),
            _ => new Problem(ChangeRefusal.Conflict),
        };
    }

    private static async Task<IResult> Find(
        string id,
        Guid change,
        ChangeDesk changes,
        Ownership ownership,
        ClaimsPrincipal user
    ) =>
        await changes.Find(new Journal.ChangeId(change)) is { } found
        && found.Service == id
        && ownership.MayRead(Caller.Of(user).Office, id)
            ? TypedResults.Ok(ChangeView.Of(found))
            : new Problem(ProblemNumbers.NotFound);

    private static Problem Of(ChangeRefusal refusal) => new(refusal.Number) { Slots = [.. refusal.Slots, "", ""] };

    private static string? Given(string typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
