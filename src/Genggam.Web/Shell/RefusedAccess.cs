using Genggam.Office.People;
using Genggam.Web.Account;
using Genggam.Web.Api;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Genggam.Web.Shell;

/// <summary>Tells the log of security who was refused where, and refuses as the framework does.</summary>
internal sealed class RefusedAccess(SecurityLog log) : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler framework = new();

    public Task HandleAsync(
        RequestDelegate next,
        HttpContext context,
        AuthorizationPolicy policy,
        PolicyAuthorizationResult authorizeResult
    )
    {
        if (authorizeResult.Forbidden)
            log.Refused(context);
        return framework.HandleAsync(next, context, policy, authorizeResult);
    }
}

internal static class RefusedAccessLog
{
    /// <summary>Somebody known asked for what is not theirs; the answer may say that it is not there.</summary>
    public static void Refused(this SecurityLog log, HttpContext context) =>
        log.AccessRefused(
            Sessions.AccountOf(context.User)?.ToString() ?? context.User.FindFirst(Caller.Id)?.Value ?? "nobody",
            context.Request.Method,
            Route(context),
            context.TraceIdentifier
        );

    /// <summary>The pattern: an address itself may hold what was typed.</summary>
    public static string Route(HttpContext context) =>
        (context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? "no address";
}
