using System.Security.Claims;
using Genggam.Journal;
using Genggam.Office.Changes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Genggam.Web.Designer;

/// <summary>Files of a draft, as they are.</summary>
internal static class DesignerEndpoints
{
    public static void MapDesigner(this IEndpointRouteBuilder app) =>
        app.MapGet("/rancang/{id:guid}/unduh/{*path}", Download).RequireAuthorization(Policies.Designer);

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
