using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;

namespace Genggam.Web.Shell;

/// <summary>An error page that answers a POST is still only read: as a POST it would ask for a form's token again.</summary>
internal static class ErrorPages
{
    public static IApplicationBuilder UseErrorPagesAsGet(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                if (
                    context.Features.Get<IStatusCodeReExecuteFeature>() is not null
                    || context.Features.Get<IExceptionHandlerFeature>() is not null
                )
                    context.Request.Method = HttpMethods.Get;
                return next(context);
            }
        );
}
