using Genggam.Office;
using Genggam.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Configuration;

namespace Genggam.Web.Shell;

/// <summary>
/// Where the public address is https, nothing is answered over plain HTTP but the questions whether the program lives and can serve: a browser is
/// led to the public address, and a program is refused, so that it does not go on sending in the open. <c>Genggam:PlainHttp</c>
/// turns it off.
/// </summary>
internal static class HttpsOnly
{
    /// <summary>Asked from within, by whoever watches over the program.</summary>
    private static readonly PathString[] health = ["/healthz", "/readyz"];

    public static void UseHttpsOnly(this WebApplication app, OfficeOptions office)
    {
        if (!office.IsHttps || app.Configuration.GetValue<bool>("Genggam:PlainHttp"))
            return;
        var home = new Uri(office.PublicUrl);
        app.Use(
            (context, next) =>
            {
                var request = context.Request;
                if (request.IsHttps || health.Contains(request.Path))
                    return next(context);
                if (ForBrowsers(request))
                    context.Response.Redirect(
                        UriHelper.BuildAbsolute(
                            home.Scheme,
                            HostString.FromUriComponent(home),
                            request.PathBase,
                            request.Path,
                            request.QueryString
                        ),
                        permanent: true,
                        preserveMethod: true
                    );
                else
                    Refuse(context);
                return Task.CompletedTask;
            }
        );
    }

    /// <summary>Without a page: it too would go in the open.</summary>
    private static void Refuse(HttpContext context)
    {
        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
            pages.Enabled = false;
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
    }

    private static bool ForBrowsers(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && !request.Path.StartsWithSegments(ApiSetup.Root)
        && !request.Path.StartsWithSegments("/openapi");
}
