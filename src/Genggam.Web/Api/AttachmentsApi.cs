using Genggam.Journal;
using Genggam.Office.Applications;
using Genggam.Office.People;
using Genggam.Standards.Feel;
using Genggam.Standards.Forms;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Genggam.Web.Api;

/// <summary>A stored file. It goes into the answers as it is; its <c>id</c> alone is enough.</summary>
internal sealed record AttachmentView(string Id, string Nama, string Jenis, long Ukuran, string Sha256);

/// <summary>The parts of an upload, for the description of the API.</summary>
/// <param name="Nik">Whose application it is for: the file is sealed under that person's key.</param>
internal sealed record AttachmentForm(string Nik, IFormFile File);

/// <summary>Files for applications, told by their content as in the browser.</summary>
internal static class AttachmentsApi
{
    /// <summary>A file, its name and the frame of the form around it.</summary>
    private const long LargestUpload = Attachments.MaxBytes + 64 * 1024;

    public static void MapAttachments(this IEndpointRouteBuilder api) =>
        api.MapPost("/attachments", Add)
            .RequireAuthorization(ClientScopes.Submit)
            .WithName("AddAttachment")
            .WithSummary("Store a file for the answers of an application")
            .Produces<AttachmentView>(StatusCodes.Status201Created)
            .WithMetadata(new SizeLimit(LargestUpload))
            .Accepts<AttachmentForm>("multipart/form-data")
            .DisableAntiforgery();

    private static async Task<IResult> Add(JournalStore journal, Attachments attachments, HttpContext http)
    {
        if (!http.Request.HasFormContentType)
            return new Problem(ProblemNumbers.WrongMediaType);
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var nik = form["nik"].ToString();
        if (Nik.Parse(nik) is not NikResult.Plausible)
            return Problem.At(Engine.Refusals.FieldsAtFault, "/nik", FieldRules.WrongNik, "NIK");
        if (form.Files.GetFile("file") is not { } file)
            return new Problem("GG-603");
        await using var content = file.OpenReadStream();
        var owner = await journal.Subjects.OfNik(nik);
        return await attachments.Add(owner, file.FileName, content, http.RequestAborted) switch
        {
            AttachResult.Attached added => TypedResults.Json(
                View(added.File),
                ApiJson.Default.AttachmentView,
                statusCode: StatusCodes.Status201Created
            ),
            AttachResult.TooLarge => new Problem("GG-602"),
            AttachResult.Empty => new Problem("GG-603"),
            _ => new Problem("GG-601"),
        };
    }

    private static AttachmentView View(FeelContext file) =>
        new(
            file["id"].ToString()!,
            file["nama"].ToString()!,
            file["jenis"].ToString()!,
            (long)((FeelNumber)file["ukuran"]).Value,
            file["sha256"].ToString()!
        );
}
