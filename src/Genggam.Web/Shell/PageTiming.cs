using Genggam.Office.Watching;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
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
                    times.Add(route, clock.GetElapsedTime(began));
                }
            }
        );
    }

    /// <summary>Null for what is no page.</summary>
    public static string? Route(HttpContext context) =>
        context.GetEndpoint() is RouteEndpoint { RoutePattern.RawText: { } route } endpoint
        && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null
            ? route
            : null;
}
