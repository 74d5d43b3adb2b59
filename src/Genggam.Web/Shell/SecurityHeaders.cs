using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Genggam.Web.Shell;

/// <summary>What every answer tells the browser to refuse.</summary>
internal static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; "
        + "img-src 'self' data:; object-src 'none'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A page that shows something of this site in a frame.</summary>
    public static void MayFrameOwn(HttpContext context) =>
        context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy + "; frame-src 'self'";

    /// <summary>Something that pages of this site, and no others, may show in a frame.</summary>
    public static void MayBeFramedByOwn(HttpContext context)
    {
        context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy.Replace(
            "frame-ancestors 'none'",
            "frame-ancestors 'self'",
            StringComparison.Ordinal
        );
        context.Response.Headers.XFrameOptions = "SAMEORIGIN";
    }

    /// <summary>
    /// A page with a library that styles single elements by attributes in its markup. Style elements stay refused, and scripts
    /// in markup with them.
    /// </summary>
    public static void MayStyleByAttribute(HttpContext context) =>
        context.Response.Headers.ContentSecurityPolicy = ContentSecurityPolicy + "; style-src-attr 'unsafe-inline'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = ContentSecurityPolicy;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                headers["Referrer-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                context.Response.OnStarting(NameCharset, context.Response);
                return next(context);
            }
        );

    /// <summary>Neither a browser nor a proxy keeps what somebody who is signed in was shown.</summary>
    public static IApplicationBuilder UseNothingKept(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (context.User.Identity is { IsAuthenticated: true })
                    context.Response.OnStarting(Forbid, context.Response);
                return next(context);
            }
        );

    /// <summary>Static files say themselves how long they count, pages with forms that they do not.</summary>
    private static Task Forbid(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        if (headers.CacheControl.Count == 0)
            headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }

    /// <summary>Whatever the framework says of a text file, all of ours are UTF-8.</summary>
    private static Task NameCharset(object response)
    {
        var answer = (HttpResponse)response;
        if (
            answer.ContentType is { } type
            && (type.StartsWith("text/", StringComparison.Ordinal) || type.EndsWith("+xml", StringComparison.Ordinal))
            && !type.Contains("charset=", StringComparison.OrdinalIgnoreCase)
        )
            answer.ContentType = $"{type}; charset=utf-8";
        return Task.CompletedTask;
    }
}
