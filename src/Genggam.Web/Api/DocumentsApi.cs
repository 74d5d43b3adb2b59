using System.Security.Claims;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office;
using Genggam.Office.Agencies;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.Documents;
using Genggam.Office.Effects;
using Genggam.Office.People;
using Genggam.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Genggam.Web.Api;

internal sealed record DocumentList(IReadOnlyList<DocumentView> Items);

/// <summary>What the public check says of a code, as <c>/periksa</c> does.</summary>
/// <param name="Status"><c>valid</c>, <c>expired</c>, <c>revoked</c> or <c>replaced</c>.</param>
/// <param name="Holder">Null where the holder's data was erased.</param>
/// <param name="Demo">True for a document that is none: it was issued by a demo.</param>
internal sealed record DocumentCheck(
    string Code,
    string Status,
    string Name,
    string Number,
    string? Holder,
    string Issuer,
    DateTimeOffset IssuedAt,
    DateTimeOffset? ValidUntil,
    string? ReplacedBy,
    string Sha256,
    bool Demo
);

/// <summary>Issued documents. Whether one is genuine anyone may ask; the file is for its agency.</summary>
internal static class DocumentsApi
{
    public static void MapDocuments(this IEndpointRouteBuilder api)
    {
        api.MapGet("/cases/{id:guid}/documents", OfCase)
            .RequireAuthorization(ClientScopes.ReadDocuments)
            .WithName("ListDocuments")
            .WithSummary("The documents of a case")
            .Produces<DocumentList>();
        api.MapGet("/documents/{code}", Check)
            .AllowAnonymous()
            .RequireRateLimiting(RateLimits.Lookup)
            .WithName("CheckDocument")
            .WithSummary("Whether a document is genuine and valid")
            .Produces<DocumentCheck>();
        api.MapGet("/documents/{code}/pdf", Pdf)
            .RequireAuthorization(ClientScopes.ReadDocuments)
            .WithName("DownloadDocument")
            .WithSummary("The signed PDF")
            .Produces<byte[]>(contentType: "application/pdf");
    }

    private static async Task<IResult> OfCase(
        Guid id,
        ClaimsPrincipal user,
        CaseWork work,
        ApiTexts texts,
        HttpContext http
    )
    {
        if (await work.Own(id, Caller.Of(user), http.RequestAborted) is not { } loaded)
            return new Problem(Refusals.NoSuchCase);
        var text = texts.For(http.Request);
        return TypedResults.Ok(
            new DocumentList([.. loaded.Case.Documents.Select(d => DocumentView.Of(d, loaded.Release, text))])
        );
    }

    private static async Task<IResult> Check(
        string code,
        JournalStore journal,
        ServiceCatalogue catalogue,
        Agencies agencies,
        OfficeOptions office,
        TimeProvider clock,
        ApiTexts texts,
        HttpRequest request
    )
    {
        if (
            !DocumentCode.TryParse(code, out var read)
            || await journal.Documents.FindByCode(read.ToString()) is not { } found
            || await journal.Cases.Find(found.Case) is not { } row
        )
            return new Problem(Refusals.NoSuchDocument);
        var language = texts.For(request).Language;
        return TypedResults.Ok(
            new DocumentCheck(
                found.Code,
                found.Status == DocumentStatus.Valid && found.ValidUntil <= clock.GetUtcNow()
                    ? "expired"
                    : found.Status.ToString().ToLowerInvariant(),
                catalogue.Release(row.Summary.ReleaseHash).TextsIn(language)[$"letters.{found.Letter}.name"],
                found.Number,
                found.HolderName,
                agencies.Find(row.Summary.Agency)?.Name.In(language) ?? row.Summary.Agency,
                found.IssuedAt,
                found.ValidUntil,
                found.ReplacedBy,
                found.ContentHash.ToString(),
                office.Demo
            )
        );
    }

    private static async Task<IResult> Pdf(string code, ClaimsPrincipal user, JournalStore journal, Looks looks)
    {
        var caller = Caller.Of(user);
        if (
            !DocumentCode.TryParse(code, out var read)
            || await journal.Documents.FindByCode(read.ToString()) is not { } found
            || (await journal.Cases.Find(found.Case))?.Summary.Agency != caller.Agency
            || await journal.Blobs.Read(IssueLetter.PdfOf(found.Code)) is not BlobContent.Found file
        )
            return new Problem(Refusals.NoSuchDocument);
        await looks.ByProgram(found.Case, caller.Office, Looks.Letter);
        return Results.File(file.Bytes.ToArray(), file.Info.MediaType, file.Info.Name);
    }
}
