using Genggam.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Genggam.Web.Api;

/// <summary>Whatever goes wrong below <c>/api</c> is answered as a numbered problem and never as a page.</summary>
internal static partial class ApiErrors
{
    public static IApplicationBuilder UseApiErrors(this IApplicationBuilder app) =>
        app.UseWhen(
            context => context.Request.Path.StartsWithSegments(ApiSetup.Root),
            api =>
                api.Use(
                    async (context, next) =>
                    {
                        if (context.Features.Get<IStatusCodePagesFeature>() is { } pages)
                            pages.Enabled = false;
                        context.Response.Headers.CacheControl = "no-store";
                        var problem = await Run(context, next);
                        if (problem is not null && !context.Response.HasStarted)
                            await problem.ExecuteAsync(context);
                    }
                )
        );

    private static async Task<Problem?> Run(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            var response = context.Response;
            return response is { StatusCode: >= 400, HasStarted: false, ContentType: null }
                ? OfStatus(context, response.StatusCode)
                : null;
        }
        catch (BadHttpRequestException refused)
        {
            return OfStatus(context, refused.StatusCode);
        }
        catch (Exception fault) when (Outage(context, fault) is { } away)
        {
            context.Response.Headers.RetryAfter = "5";
            return new Problem(ProblemNumbers.Away) { Slots = [away.Number] };
        }
        catch (Exception broken) when (!context.RequestAborted.IsCancellationRequested)
        {
            Log(context.RequestServices.GetRequiredService<ILogger<Problem>>(), context.TraceIdentifier, broken);
            return new Problem(ProblemNumbers.Broken) { Slots = [context.TraceIdentifier] };
        }
    }

    private static JournalException? Outage(HttpContext context, Exception fault) =>
        context.RequestServices.GetRequiredService<JournalStore>().Outage(fault);

    /// <summary>What the framework refuses, it refuses by a status alone.</summary>
    private static Problem OfStatus(HttpContext context, int status)
    {
        var number = ProblemNumbers.OfStatus(status);
        var query = context.Request.QueryString.Value ?? "";
        return new Problem(number) { Slots = [number == ProblemNumbers.WrongQuery ? query : context.TraceIdentifier] };
    }

    [LoggerMessage(LogLevel.Error, "Request {Reference} of the API failed")]
    private static partial void Log(ILogger logger, string reference, Exception broken);
}
