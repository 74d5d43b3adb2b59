using System.Security.Claims;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Effects;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Genggam.Web.Portal;

/// <summary>Files, only to those who may see them.</summary>
internal static class Downloads
{
    public static void MapDownloads(this IEndpointRouteBuilder app)
    {
        app.MapGet("/berkas/{id:guid}/dokumen/{code}", Document).RequireAuthorization(Policies.SignedIn);
    }

    private static async Task<IResult> Document(
        Guid id,
        string code,
        ClaimsPrincipal user,
        CaseReader reader,
        JournalStore journal,
        Looks looks,
        CancellationToken cancel
    )
    {
        var loaded = await reader.Load(new CaseId(id), cancel);
        if (loaded is null || !user.MayRead(loaded) || loaded.Case.Documents.All(d => d.Code != code))
            return Results.NotFound();
        if (await journal.Blobs.Read(IssueLetter.PdfOf(code)) is not BlobContent.Found file)
            return Results.NotFound();
        if (user.Officer() is { } officer)
            await looks.Record(loaded, officer, Looks.Letter);
        return Results.File(file.Bytes.ToArray(), file.Info.MediaType, file.Info.Name);
    }
}
