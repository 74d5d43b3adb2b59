using System.Security.Claims;
using Genggam.Journal;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;
using Genggam.Office.Changes.DryRuns;
using Genggam.Office.Changes.Sandbox;
using Genggam.Office.Documents;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Genggam.Web.Designer;

/// <summary>Files of a draft as they are, and what a dry run of it found.</summary>
internal static class DesignerEndpoints
{
    public static void MapDesigner(this IEndpointRouteBuilder app)
    {
        app.MapGet("/rancang/{id:guid}/unduh.zip", Pack).RequireAuthorization(Policies.Designer);
        app.MapGet("/rancang/{id:guid}/unduh/{*path}", Download).RequireAuthorization(Policies.Designer);
        app.MapGet("/rancang/{id:guid}/uji/{run:guid}/unduh.{format}", Export).RequireAuthorization(Policies.Designer);
        app.MapGet("/rancang/{id:guid}/coba/surat/{number:int}.pdf", Sample).RequireAuthorization(Policies.Designer);
    }

    /// <summary>The cases that a dry run found, by pseudonym, as a table or with the whole report.</summary>
    private static async Task<IResult> Export(
        Guid id,
        Guid run,
        string format,
        HttpContext http,
        ChangeDesk desk,
        Ownership ownership,
        ServiceCatalogue catalogue,
        DryRuns runs,
        DryRunExport export
    )
    {
        if (
            format is not ("csv" or "json")
            || await desk.Find(new ChangeId(id)) is not { } change
            || !ownership.MayRead(http.User.Officer()!, change.Service)
            || await runs.Status(run) is not { State: DryRunState.Done } status
            || !status.Asked.Selection.IsOf(catalogue.Release(change.Base))
            || catalogue.Release(status.Asked.Draft).Key != change.Service
        )
            return Results.NotFound();
        return Results.Stream(
            target =>
                format == "csv"
                    ? export.WriteCsv(run, named: false, target, http.RequestAborted)
                    : export.WriteJson(run, named: false, target, http.RequestAborted),
            format == "csv" ? "text/csv; charset=utf-8" : "application/json",
            $"uji-{run:N}.{format}"
        );
    }

    /// <summary>All files of a draft, as <c>genggam check</c> takes them; published they have the hash of the draft.</summary>
    private static async Task<IResult> Pack(Guid id, ClaimsPrincipal user, ChangeDesk desk, Ownership ownership) =>
        await desk.Load(new ChangeId(id)) is { } draft && ownership.MayRead(user.Officer()!, draft.Change.Service)
            ? Results.File(
                FolderZip.Pack(FolderLayout.FolderOf(draft.Base), draft.Parts),
                "application/zip",
                $"{draft.Change.Service}.zip"
            )
            : Results.NotFound();

    /// <summary>A letter of the walk through a draft, laid out as a sample.</summary>
    private static async Task<IResult> Sample(
        Guid id,
        int number,
        HttpContext http,
        ChangeDesk desk,
        Ownership ownership,
        WalkDesk walks,
        WalkLetters letters
    ) =>
        await desk.Load(new ChangeId(id)) is { } draft
        && http.User.Officer() is { } me
        && ownership.MayRead(me, draft.Change.Service)
        && walks.Faults(draft).IsEmpty
        && await walks.Find(draft, me) is { } walk
        && walk.Told.Asked.ElementAtOrDefault(number - 1) is { } asked
        && await letters.LayOut(walk, asked, http.RequestAborted) is RenderResult.Rendered pages
            ? Results.File(pages.Bytes, "application/pdf", $"contoh-{asked.Letter}.pdf")
            : Results.NotFound();

    /// <summary>Always to be saved: a drawing or letter of a draft is not a page of this site.</summary>
    private static async Task<IResult> Download(
        Guid id,
        string path,
        ClaimsPrincipal user,
        ChangeDesk desk,
        Ownership ownership
    ) =>
        await desk.Load(new ChangeId(id)) is { } draft
        && ownership.MayRead(user.Officer()!, draft.Change.Service)
        && draft.Parts.TryGetValue(path, out var bytes)
            ? Results.File(bytes.ToArray(), "application/octet-stream", Path.GetFileName(path))
            : Results.NotFound();
}
