using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Shell;

/// <summary>
/// Refuses a form that is too large or cut off before anything reads it. What was sent is drained up to the
/// server's own limit, so that the browser gets the page with the refusal and not a broken connection.
/// </summary>
internal static class FormGuard
{
    /// <summary>Bytes of one typed answer.</summary>
    public const int LargestField = 64 * 1024;

    /// <summary>Bytes of a form without files.</summary>
    public const long LargestForm = 512 * 1024;

    /// <summary>Bytes of a form with files, together.</summary>
    public const long LargestUpload = 12 * 1024 * 1024;

    public static IServiceCollection AddFormGuard(this IServiceCollection services) =>
        services.Configure<FormOptions>(options =>
        {
            options.ValueLengthLimit = LargestField;
            options.MultipartBodyLengthLimit = LargestUpload;
            options.ValueCountLimit = 512;
        });

    public static IApplicationBuilder UseFormGuard(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                if (
                    !HttpMethods.IsGet(context.Request.Method)
                    && context.Request.HasFormContentType
                    && !await Readable(context)
                )
                {
                    context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
                    return;
                }
                await next(context);
            }
        );

    private static async Task<bool> Readable(HttpContext context)
    {
        var withFiles = context.Request.ContentType!.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase);
        if (context.Request.ContentLength > (withFiles ? LargestUpload : LargestForm))
        {
            await Drain(context);
            return false;
        }
        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted);
            return true;
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
