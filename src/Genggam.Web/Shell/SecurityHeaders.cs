using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Genggam.Web.Shell;

/// <summary>What every answer tells the browser to refuse.</summary>
internal static class SecurityHeaders
{
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; connect-src 'self'; "
        + "img-src 'self' data:; form-action 'self'; base-uri 'self'; frame-ancestors 'none'";

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
                return next(context);
            }
        );
}
