using System.Security.Claims;
using Genggam.Office.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Genggam.Web.Account;

/// <summary>What a browser holds between two steps of proving who someone is.</summary>
internal enum Step
{
    Confirm,
    Recover,
    SecondFactor,
    OwnPassword,
}

/// <summary>The cookies: one for who is signed in, one for who is half-way, and the doors people are sent to.</summary>
internal static class Sessions
{
    public const string ReturnName = "kembali";

    private const string Pending = "genggam.pending";
    private const string StepClaim = "step";
    private const string OfficersDoor = "genggam.officers-door";

    public static IServiceCollection AddSessions(this IServiceCollection services)
    {
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(
                Pending,
                options =>
                {
                    Harden(options, Pending);
                    options.ExpireTimeSpan = TimeSpan.FromMinutes(20);
                    options.SlidingExpiration = false;
                }
            )
            .AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            Harden(options, "genggam.session");
            options.ExpireTimeSpan = TimeSpan.FromHours(8);
            options.ReturnUrlParameter = ReturnName;
            options.LoginPath = "/masuk";
            options.Events.OnValidatePrincipal = Validate;
            options.Events.OnRedirectToLogin = context =>
            {
                // A redirect would lose what was typed: the page of the refusal carries it through the sign-in.
                if (HttpMethods.IsPost(context.Request.Method))
                {
                    context.HttpContext.Items[OfficersDoor] = ForOfficers(context.HttpContext);
                    context.Response.StatusCode = StatusCodes.Status401Unauthorized;
                    return Task.CompletedTask;
                }
                var door = ForOfficers(context.HttpContext)
                    ? context.RedirectUri.Replace("/masuk?", "/petugas/masuk?", StringComparison.Ordinal)
                    : context.RedirectUri;
                context.Response.Redirect(door);
                return Task.CompletedTask;
            };
            options.Events.OnRedirectToAccessDenied = context =>
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                return Task.CompletedTask;
            };
        });
        // A session is looked at again every few minutes; how it was proved must survive that.
        services.Configure<SecurityStampValidatorOptions>(options =>
        {
            options.ValidationInterval = TimeSpan.FromMinutes(5);
            options.OnRefreshingPrincipal = context =>
            {
                if (context is { CurrentPrincipal: { } before, NewPrincipal.Identity: ClaimsIdentity after })
                    after.AddClaims(before.FindAll("amr").Select(c => c.Clone()));
                return Task.CompletedTask;
            };
        });
        return services;
    }

    private static async Task Validate(CookieValidatePrincipalContext context)
    {
        var services = context.HttpContext.RequestServices;
        var ended = services.GetRequiredService<EndedSessions>();
        // The page about a database that is away must not ask it who is there.
        var mayAsk = context.HttpContext.Features.Get<IExceptionHandlerFeature>() is null;
        if (ended.Suspects(context.Principal))
        {
            var account = mayAsk
                ? await services
                    .GetRequiredService<SignInManager<Office.People.Account>>()
                    .ValidateSecurityStampAsync(context.Principal)
                : null;
            if (account is null)
            {
                context.RejectPrincipal();
                if (mayAsk)
                    await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
                return;
            }
            ended.End(account);
        }
        // The validator opens the accounts even where it finds the session fresh enough, and most requests come so.
        var since = services.GetRequiredService<TimeProvider>().GetUtcNow() - context.Properties.IssuedUtc;
        var fresh =
            since <= services.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval;
        if (mayAsk && !fresh)
            await SecurityStampValidator.ValidatePrincipalAsync(context);
    }

    public static async Task Begin(this HttpContext http, ClaimsPrincipal who)
    {
        await http.SignOutAsync(Pending);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, who);
    }

    public static async Task End(this HttpContext http)
    {
        await http.SignOutAsync(Pending);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Remembers in the browser who is at which step. Both are sealed in the cookie.</summary>
    public static Task Wait(this HttpContext http, string who, Step step) =>
        http.SignInAsync(
            Pending,
            new ClaimsPrincipal(
                new ClaimsIdentity([new(ClaimTypes.Name, who), new(StepClaim, step.ToString())], Pending)
            )
        );

    /// <summary>Who is at this step; null where nobody is.</summary>
    public static async Task<string?> Waiting(this HttpContext http, Step step) =>
        (await http.AuthenticateAsync(Pending)).Principal is { } who && who.FindFirstValue(StepClaim) == step.ToString()
            ? who.Identity!.Name
            : null;

    /// <summary>A path of this site, never another's: what is not plainly local gives <paramref name="otherwise"/>.</summary>
    public static string Local(string? path, string otherwise) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.Any(c => char.IsControl(c) || c == '\\')
            ? path
            : otherwise;

    private static void Harden(CookieAuthenticationOptions options, string name)
    {
        options.Cookie.Name = name;
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
    }

    /// <summary>Whether what was refused for want of a session was meant for officers.</summary>
    public static bool WasForOfficers(this HttpContext http) => http.Items[OfficersDoor] is true;

    private static bool ForOfficers(HttpContext http) =>
        http.GetEndpoint()
            ?.Metadata.GetOrderedMetadata<IAuthorizeData>()
            .Any(a => a.Policy is Policies.Officer or Policies.Counter or Policies.Administrator) == true;
}
