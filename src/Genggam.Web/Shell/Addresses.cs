using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Genggam.Web.Shell;

/// <summary>
/// An address, method or media type that is not there is said to be so, before anybody is asked who they are. This is no
/// endpoint that takes what is left over: one would hide that only the method is wrong.
/// </summary>
internal static class Addresses
{
    public static IApplicationBuilder UseKnownAddresses(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                switch (context.GetEndpoint())
                {
                    case RouteEndpoint:
                        return next(context);
                    case { RequestDelegate: { } refuse }:
                        return refuse(context);
                    default:
                        context.Response.StatusCode = StatusCodes.Status404NotFound;
                        return Task.CompletedTask;
                }
            }
        );
}
