using Genggam.Office.People;
using Genggam.Web.Errors;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Shell;

/// <summary>
/// Lets an error page answer a POST. It is read as a GET, else it would ask for a form's token again; and the empty
/// page that the framework leaves for a form without a valid token is marked as empty, so that the error page comes.
/// </summary>
internal static class ErrorPages
{
    public static IApplicationBuilder UseErrorPagesForPosts(this IApplicationBuilder app) =>
        app.Use(
            async (context, next) =>
            {
                var failed = context.Features.Get<IExceptionHandlerFeature>() is not null;
                var again = failed || context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
                if (again)
                {
                    // Before the page begins: the framework does not wait for a body that is still on its way.
                    if (
                        HttpMethods.IsPost(context.Request.Method) && (failed || GivesBack(context.Response.StatusCode))
                    )
                        context.Features.Set(await SentForm.Read(context));
                    context.Request.Method = HttpMethods.Get;
                }
                await next(context);
                if (
                    !again
                    && context.Features.Get<IAntiforgeryValidationFeature>() is { IsValid: false }
                    && context.Response.StatusCode == StatusCodes.Status400BadRequest
                )
                    context
                        .RequestServices.GetRequiredService<SecurityLog>()
                        .FormRefused("no token of this site", RefusedAccessLog.Route(context), context.TraceIdentifier);
                if (
                    HttpMethods.IsPost(context.Request.Method)
                    && context.Response is { StatusCode: StatusCodes.Status400BadRequest, HasStarted: false }
                )
                    context.Response.ContentType = null;
            }
        );

    /// <summary>Whether the page of this refusal gives back what was sent.</summary>
    private static bool GivesBack(int code) =>
        code
            is StatusCodes.Status400BadRequest
                or StatusCodes.Status401Unauthorized
                or StatusCodes.Status413PayloadTooLarge;
}
