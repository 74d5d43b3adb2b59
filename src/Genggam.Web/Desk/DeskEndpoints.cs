using System.Security.Claims;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.Cases;
using Genggam.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

namespace Genggam.Web.Desk;

/// <summary>What the desk gives besides pages: the way to the next case, and the files of a case.</summary>
internal static class DeskEndpoints
{
    public static void MapDesk(this IEndpointRouteBuilder app)
    {
        app.MapGet("/meja/berikutnya", Next).RequireAuthorization(Policies.Officer);
        app.MapGet("/meja/berkas/{id:guid}/lampiran/{file:guid}", Download).RequireAuthorization(Policies.Officer);
        app.MapGet("/meja/berkas/{id:guid}/lampiran/{file:guid}/isi", Show).RequireAuthorization(Policies.Officer);
    }

    private static async Task<IResult> Next(
        Guid? setelah,
        ClaimsPrincipal user,
        NextCase next,
        CancellationToken cancel
    ) =>
        await next.For(user.Officer()!, setelah is { } id ? new CaseId(id) : null, cancel) is { } found
            ? Results.Redirect($"/meja/berkas/{found.Value:N}")
            : Results.Redirect("/meja?habis=ya");

    private static async Task<IResult> Download(Guid id, Guid file, HttpContext http, CaseFiles files) =>
        await files.Read(id, file, http) is { } found
            ? Results.File(found.Bytes.ToArray(), found.Info.MediaType, found.Info.Name)
            : Results.NotFound();

    /// <summary>For the frame beside the answers. The type is the one its content was found to have.</summary>
    private static async Task<IResult> Show(Guid id, Guid file, HttpContext http, CaseFiles files)
    {
        if (await files.Read(id, file, http) is not { } found)
            return Results.NotFound();
        SecurityHeaders.MayBeFramedByOwn(http);
        var named = new ContentDispositionHeaderValue("inline");
        named.SetHttpFileName(found.Info.Name);
        http.Response.Headers.ContentDisposition = named.ToString();
        return Results.Bytes(found.Bytes.ToArray(), found.Info.MediaType);
    }
}

/// <summary>Files of cases, for officers of the deciding agency.</summary>
internal sealed class CaseFiles(CaseDoor door, JournalStore journal, Looks looks)
{
    /// <summary>Null where there is none or it is not for this officer. That it was opened is on record.</summary>
    public async Task<BlobContent.Found?> Read(Guid id, Guid file, HttpContext http)
    {
        if (
            http.User.Officer() is not { } officer
            || await door.Open(id, http) is not { } loaded
            || !EverIn(loaded).Contains(new BlobId(file))
            || await journal.Blobs.Read(new BlobId(file)) is not BlobContent.Found found
        )
            return null;
        await looks.Record(loaded, officer, Looks.Attachment);
        return found;
    }

    /// <summary>Also what a correction or a second inspection put in the place of an earlier file.</summary>
    private static IEnumerable<BlobId> EverIn(LoadedCase loaded) =>
        loaded.Entries.SelectMany(e => e.Written()).SelectMany(Attachments.In);
}
