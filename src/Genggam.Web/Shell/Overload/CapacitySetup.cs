using System.Globalization;
using Genggam.Office.Watching;
using Genggam.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Shell.Overload;

/// <summary>Turns away what comes beyond capacity, with 503 and when to come again; what has a place is finished.</summary>
internal static class CapacitySetup
{
    public static IServiceCollection AddCapacity(this IServiceCollection services, IConfiguration configuration) =>
        services
            .AddSingleton(configuration.GetSection("Genggam:Capacity").Get<CapacityOptions>() ?? new CapacityOptions())
            .AddSingleton<Capacity>()
            .AddSingleton<BusyPage>();

    /// <summary>Before anything is looked up.</summary>
    public static IApplicationBuilder UseCapacityForReads(this IApplicationBuilder app) =>
        app.UseCapacity(c => c.Reads, IsRead);

    /// <summary>After a form has come in whole: a slow line, which sends for minutes, takes no place of others.</summary>
    public static IApplicationBuilder UseCapacityForWrites(this IApplicationBuilder app) =>
        app.UseCapacity(c => c.Writes, request => !IsRead(request));

    private static IApplicationBuilder UseCapacity(
        this IApplicationBuilder app,
        Func<Capacity, Capacity.Lane> laneOf,
        Func<HttpRequest, bool> isOf
    )
    {
        var lane = laneOf(app.ApplicationServices.GetRequiredService<Capacity>());
        return app.Use(
            async (context, next) =>
            {
                if (!isOf(context.Request) || IsAlwaysServed(context))
                {
                    await next(context);
                    return;
                }
                using var place = await lane.Enter(context.RequestAborted);
                if (place.IsAcquired)
                {
                    // Behind those that have just come in: else they would wait for a thread where nobody counts them.
                    await Task.Yield();
                    await next(context);
                    return;
                }
                Meters.Shed(lane.Name);
                await TurnAway(context);
            }
        );
    }

    private static bool IsRead(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    /// <summary>Files too: they cost next to nothing, and the page about too many requests has a style sheet.</summary>
    private static bool IsAlwaysServed(HttpContext context) =>
        PageTiming.Route(context) is null
        || context.GetEndpoint()!.Metadata.GetMetadata<AlwaysServedAttribute>() is not null;

    private static async Task TurnAway(HttpContext context)
    {
        var services = context.RequestServices;
        var response = context.Response;
        response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        response.Headers.RetryAfter = Math.Ceiling(
                services.GetRequiredService<CapacityOptions>().RetryAfter.TotalSeconds
            )
            .ToString(CultureInfo.InvariantCulture);
        response.Headers.CacheControl = "no-store";
        if (context.Request.Path.StartsWithSegments(ApiSetup.Root))
        {
            await new Problem(ProblemNumbers.Busy).ExecuteAsync(context);
            return;
        }
        var page = services.GetRequiredService<BusyPage>();
        var body = IsRead(context.Request) ? page.Read : page.Write;
        response.ContentType = "text/html; charset=utf-8";
        response.ContentLength = body.Length;
        if (!HttpMethods.IsHead(context.Request.Method))
            await response.Body.WriteAsync(body, context.RequestAborted);
    }
}
