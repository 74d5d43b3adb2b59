using Genggam.Web.Account;
using Genggam.Web.Shell;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Genggam.Web.Errors;

/// <summary>What somebody sent that could not be taken, so that it can be sent again and not typed again.</summary>
/// <param name="Path">Where it was going, on this site.</param>
/// <param name="Fields">What was typed, without the form's token and without secrets.</param>
/// <param name="TooLong">Answers to be made shorter: one that is too long as far as a page can hold it, or the long ones of a form that is too large as a whole.</param>
/// <param name="Secrets">Names of fields that are never written into a page.</param>
/// <param name="Files">Names of files, which a page cannot hold.</param>
/// <param name="ByOfficer">Sent to a page of officers, whose sign-in asks for more.</param>
public sealed record SentForm(
    string Path,
    IReadOnlyList<KeyValuePair<string, string>> Fields,
    IReadOnlyList<KeyValuePair<string, string>> TooLong,
    IReadOnlyList<string> Secrets,
    IReadOnlyList<string> Files,
    bool ByOfficer
)
{
    private const int Short = 4096;

    /// <summary>Before the name of a field that a sign-in carries along.</summary>
    internal const string Kept = "titip.";

    /// <summary>The field of a sign-in with the names of files that went with what it carries along.</summary>
    internal const string KeptFiles = "titip-berkas";

    /// <summary>The field of a sign-in that says that an officer signs in.</summary>
    internal const string KeptOfficer = "titip-petugas";

    /// <summary>What a sign-in carried along.</summary>
    internal static SentForm Carried(string path, IFormCollection form) =>
        new(
            path,
            [
                .. form.Where(f => f.Key.StartsWith(Kept, StringComparison.Ordinal))
                    .SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key[Kept.Length..], v ?? ""))),
            ],
            [],
            [],
            [.. form[KeptFiles].OfType<string>()],
            form.ContainsKey(KeptOfficer)
        );

    /// <summary>Null where nothing was sent, it can no longer be read, or another site may have made the browser send it.</summary>
    internal static async Task<SentForm?> Read(HttpContext http)
    {
        if (!IsOwn(http) || Goal(http) is not { } path)
            return null;
        // With a token that is no longer good the framework lets nobody read the form; here it is only shown to its sender.
        http.Features.Set<IAntiforgeryValidationFeature>(null);
        if (!http.Request.HasFormContentType)
            return null;
        try
        {
            var form = await http.Request.ReadFormAsync();
            var sent = Of(path, form, Limit(form, http.Request.ContentLength));
            return sent with { ByOfficer = http.WasForOfficers() };
        }
        catch (Exception gone) when (gone is IOException or InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>The form's token was good, or the browser itself says that a page of this site sent the form.</summary>
    private static bool IsOwn(HttpContext http) =>
        http.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: true }
        || http.Request.Headers["Sec-Fetch-Site"] == "same-origin";

    private static string? Goal(HttpContext http) =>
        http.Features.Get<IExceptionHandlerPathFeature>() is { } failed ? failed.Path + http.Request.QueryString
        : http.Features.Get<IStatusCodeReExecuteFeature>() is { } refused
            ? refused.OriginalPath + refused.OriginalQueryString
        : null;

    /// <summary>Letters of an answer that can be sent on as it is.</summary>
    private static int Limit(IFormCollection form, long? size) =>
        form.Files.Count == 0
        && size > FormGuard.LargestForm
        && form.All(f => f.Value.All(v => v is null || v.Length <= FormGuard.LargestField))
            ? Short
            : FormGuard.LargestField;

    private static SentForm Of(string path, IFormCollection form, int limit)
    {
        var typed = form.Where(f => f.Key != GenggamWeb.FormToken && !IsSecret(f.Key))
            .SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, v ?? "")))
            .ToLookup(f => f.Value.Length > limit);
        return new(
            path,
            [.. typed[false]],
            [
                .. typed[true]
                    .Select(f =>
                        KeyValuePair.Create(f.Key, f.Value[..Math.Min(f.Value.Length, FormGuard.LargestField)])
                    ),
            ],
            [.. form.Keys.Where(IsSecret)],
            [.. form.Files.Where(f => f.FileName.Length > 0).Select(f => f.FileName)],
            false
        );
    }

    private static bool IsSecret(string name) => name.Contains("password", StringComparison.OrdinalIgnoreCase);
}
