using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Genggam.Office.People;
using Genggam.Web.Api;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Shell;

/// <summary>
/// How often one address (and one account, where someone is signed in) may try what can be abused. The numbers a
/// minute can be set: <c>RateLimits:sign-in</c>, <c>RateLimits:lookup</c>, <c>RateLimits:upload</c>,
/// <c>RateLimits:token</c>, <c>RateLimits:api</c>.
/// </summary>
public static class RateLimits
{
    public const string SignIn = "sign-in";
    public const string Lookup = "lookup";
    public const string Upload = "upload";

    /// <summary>Requests for access tokens, of one address.</summary>
    public const string Token = "token";

    /// <summary>Everything below <c>/api</c>, of one client; 0 sets no limit.</summary>
    public const string Api = "api";

    internal static IServiceCollection AddRateLimits(this IServiceCollection services, IConfiguration configuration) =>
        services.AddRateLimiter(options =>
        {
            options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            options.OnRejected = (context, _) =>
            {
                var http = context.HttpContext;
                var limit = http.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName;
                http.RequestServices.GetService<SecurityLog>()
                    ?.TooOften(limit ?? "", RefusedAccessLog.Route(http), http.TraceIdentifier);
                if (context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait))
                    http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(
                        CultureInfo.InvariantCulture
                    );
                return ValueTask.CompletedTask;
            };
            Add(options, SignIn, configuration.GetValue($"RateLimits:{SignIn}", 10));
            Add(options, Lookup, configuration.GetValue($"RateLimits:{Lookup}", 30));
            Add(options, Upload, configuration.GetValue($"RateLimits:{Upload}", 30));
            Add(options, Token, configuration.GetValue($"RateLimits:{Token}", 60));
            Add(options, Api, configuration.GetValue($"RateLimits:{Api}", 6000));
        });

    private static void Add(RateLimiterOptions options, string name, int perMinute) =>
        options.AddPolicy(
            name,
            context =>
                perMinute == 0 || IsFree(context.Request, name)
                    ? RateLimitPartition.GetNoLimiter("")
                    : RateLimitPartition.GetSlidingWindowLimiter(
                        Who(context),
                        _ =>
                            new()
                            {
                                PermitLimit = perMinute,
                                Window = TimeSpan.FromMinutes(1),
                                SegmentsPerWindow = 6,
                            }
                    )
        );

    /// <summary>
    /// Only what is sent counts, also by a form that gets: a page with the form may be opened as often as one likes.
    /// Below <c>/api</c> nothing is such a page; there the address itself asks.
    /// </summary>
    private static bool IsFree(HttpRequest request, string name) =>
        HttpMethods.IsGet(request.Method)
        && name != Api
        && (name != Lookup || (!request.QueryString.HasValue && !request.Path.StartsWithSegments(ApiSetup.Root)));

    private static string Who(HttpContext context) =>
        context.User.Identity is { IsAuthenticated: true, Name: { } name }
            ? $"account {name}"
            : $"address {Network(context.Connection.RemoteIpAddress)}";

    /// <summary>An IPv6 household owns a /64: its addresses count as one.</summary>
    private static string Network(IPAddress? address)
    {
        if (address is null)
            return "none";
        if (address.IsIPv4MappedToIPv6 || address.AddressFamily == AddressFamily.InterNetwork)
            return address.MapToIPv4().ToString();
        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8));
    }
}
