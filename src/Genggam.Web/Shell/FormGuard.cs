using Genggam.Office.People;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Shell;

/// <summary>
/// Refuses a form that is too large or cut off before anything works on it. It is read as a whole where the server can,
/// so that the page with the refusal gives back what was typed; what is larger still is drained, so that the browser gets
/// the page at all and not a broken connection.
/// </summary>
internal static class FormGuard
{
    /// <summary>Letters of one typed answer.</summary>
    public const int LargestField = 64 * 1024;

    /// <summary>Letters of a file of a service that is changed as text or as a drawing.</summary>
    public const int LargestText = 2 * 1024 * 1024;

    /// <summary>Bytes of a form without files.</summary>
    public const long LargestForm = 512 * 1024;

    /// <summary>Bytes of a form with files, together.</summary>
    public const long LargestUpload = 12 * 1024 * 1024;

    private const int LargestRead = 24 * 1024 * 1024;

    public static IServiceCollection AddFormGuard(this IServiceCollection services) =>
        services.Configure<FormOptions>(options =>
        {
            options.ValueLengthLimit = LargestRead;
            options.MultipartBodyLengthLimit = LargestRead;
            options.ValueCountLimit = 512;
        });

    public static IApplicationBuilder UseFormGuard(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (
                    !HttpMethods.IsGet(context.Request.Method)
                    && context.Request.HasFormContentType
                    && !await Fits(context)
                )
                {
                    context
                        .RequestServices.GetRequiredService<SecurityLog>()
                        .FormRefused("too large", RefusedAccessLog.Route(context), context.TraceIdentifier);
                    context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                    return;
                }
                await next(context);
            }
        );

    private static async Task<bool> Fits(HttpContext context)
    {
        if (context.Request.ContentLength > LargestRead)
        {
            await Drain(context);
            return false;
        }
        try
        {
            var form = await context.Request.ReadFormAsync(context.RequestAborted);
            var withFiles = context.Request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);
            var largest = context.Request.Path.StartsWithSegments("/rancang") ? LargestText : LargestField;
            return (context.Request.ContentLength ?? 0) <= (withFiles ? LargestUpload : LargestForm)
                && form.All(field => field.Value.All(typed => typed is null || typed.Length <= largest));
        }
        catch (Exception refused) when (refused is InvalidDataException or BadHttpRequestException)
        {
            await Drain(context);
            return false;
        }
    }

    private static async Task Drain(HttpContext context)
    {
        try
        {
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        }
        catch (Exception cut) when (cut is IOException or BadHttpRequestException)
        {
            context.Response.Headers.Connection = "close";
        }
    }
}
