using Genggam.Office.Watching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Shell;

/// <summary>Notes how long each page and each address of the API takes, by the template of its address. Files are not pages.</summary>
internal static class PageTiming
{
    public static IApplicationBuilder UsePageTiming(this IApplicationBuilder app)
    {
        var times = app.ApplicationServices.GetRequiredService<PageTimes>();
        var clock = app.ApplicationServices.GetRequiredService<TimeProvider>();
        return app.Use(
            async (context, next) =>
            {
                if (Route(context) is not { } route)
                {
                    await next(context);
                    return;
                }
                var began = clock.GetTimestamp();
                try
                {
                    await next(context);
                }
                finally
                {
                    Tell(context, route);
                    // What was turned away was not served, and would make the page look fast.
                    if (context.Response.StatusCode != StatusCodes.Status503ServiceUnavailable)
                    {
                        var took = clock.GetElapsedTime(began);
                        times.Add(route, took);
                        Meters.Page(route, context.Response.StatusCode, took);
                    }
                }
            }
        );
    }

    private static void Tell(HttpContext context, string route)
    {
        if (context.Features.Get<IHttpActivityFeature>()?.Activity is not { IsAllDataRequested: true } span)
            return;
        span.DisplayName = $"{context.Request.Method} {route}";
        span.SetTag("http.route", route);
        span.SetTag("http.request.method", context.Request.Method);
        span.SetTag("http.response.status_code", context.Response.StatusCode);
    }

    /// <summary>Null for what is no page.</summary>
    public static string? Route(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route } endpoint
        && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
            ? route
            : null;
}
