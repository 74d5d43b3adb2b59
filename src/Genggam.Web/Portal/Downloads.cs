using System.Security.Claims;
using System.Text;
using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.Cases;
using Genggam.Office.Documents.Signing;
using Genggam.Office.Effects;
using Genggam.Web.Desk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Genggam.Web.Portal;

/// <summary>Files, each to those who may see it.</summary>
internal static class Downloads
{
    /// <summary>Public keys and certificates of every agency's documents.</summary>
    public const string Keys = "/periksa/kunci.pem";

    /// <summary>The newest checkpoint of the journal, signed.</summary>
    public const string Seal = "/periksa/segel.txt";

    /// <summary>The public key that checkpoints are signed with.</summary>
    public const string SealKey = "/periksa/segel.pem";

    public static void MapDownloads(this IEndpointRouteBuilder app)
    {
        app.MapGet(
                Keys,
                (DemoCertificates certificates) =>
                    Results.Text(certificates.TrustPem(), "application/x-pem-file", Encoding.UTF8)
            )
            .AllowAnonymous();
        // The seal over all cases: whoever keeps a copy sees later whether anything before it was changed.
        app.MapGet(Seal, async (JournalStore journal) => Plain(await journal.Checkpoints.LatestNote()))
            .AllowAnonymous();
        app.MapGet(SealKey, (JournalStore journal) => Plain(journal.Checkpoints.PublicKeyPem())).AllowAnonymous();
        app.MapGet("/berkas/{id:guid}/dokumen/{code}", Document).RequireAuthorization(Policies.SignedIn);
        app.MapGet("/berkas/{id:guid}/lampiran/{file:guid}", Attachment).RequireAuthorization(Policies.Citizen);
    }

    private static IResult Plain(string? text) =>
        text is null ? Results.NotFound() : Results.Text(text, "text/plain", Encoding.UTF8);

    /// <summary>A file that the applicant handed in.</summary>
    private static async Task<IResult> Attachment(
        Guid id,
        Guid file,
        ClaimsPrincipal user,
        CaseReader reader,
        JournalStore journal,
        CancellationToken cancel
    )
    {
        var loaded = await reader.LoadOf(user.Citizen()!, user.NikProved(), new CaseId(id), cancel);
        if (loaded?.Release.Form(loaded.Release.Service.Apply.Form) is not { } form)
            return Results.NotFound();
        var theirs = form.Fields.SelectMany(f => Attachments.In(loaded.Case.Data.At(f.Key)));
        return
            theirs.Contains(new BlobId(file)) && await journal.Blobs.Read(new BlobId(file)) is BlobContent.Found found
            ? Results.File(found.Bytes.ToArray(), found.Info.MediaType, found.Info.Name)
            : Results.NotFound();
    }

    private static async Task<IResult> Document(
        Guid id,
        string code,
        HttpContext http,
        CaseDoor door,
        JournalStore journal,
        Looks looks
    )
    {
        if (await door.Open(id, http) is not { } loaded || loaded.Case.Documents.All(d => d.Code != code))
            return Results.NotFound();
        if (await journal.Blobs.Read(IssueLetter.PdfOf(code)) is not BlobContent.Found file)
            return Results.NotFound();
        if (http.User.Officer() is { } officer)
            await looks.Record(loaded, officer, Looks.Letter);
        return Results.File(file.Bytes.ToArray(), file.Info.MediaType, file.Info.Name);
    }
}
