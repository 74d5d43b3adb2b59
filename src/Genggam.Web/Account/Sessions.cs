using System.Globalization;
using System.Security.Claims;
using System.Security.Cryptography;
using Genggam.Office.People;
using Genggam.Web.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
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
    private const string SessionId = "session";
    private const string SessionBegan = "began";
    private const string OfficersDoor = "genggam.officers-door";

    public static IServiceCollection AddSessions(
        this IServiceCollection services,
        OwnCookies cookies,
        IConfiguration configuration
    )
    {
        services.AddSingleton(provider => SessionLife.Read(configuration, provider.GetRequiredService<TimeProvider>()));
        services
            .AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme)
            .Configure<SessionLife>((options, life) => options.ExpireTimeSpan = life.Idle);
        services
            .AddAuthentication(IdentityConstants.ApplicationScheme)
            .AddCookie(
                Pending,
                options =>
                {
                    cookies.Harden(options.Cookie, Pending, SameSiteMode.Lax);
                    options.ExpireTimeSpan = TimeSpan.FromMinutes(20);
                    options.SlidingExpiration = false;
                }
            )
            .AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            cookies.Harden(options.Cookie, "genggam.session", SameSiteMode.Lax);
            options.SlidingExpiration = true;
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
        if (IsOver(context, ended))
        {
            await Reject(context, mayAsk);
            return;
        }
        if (ended.Suspects(context.Principal))
        {
            var account = mayAsk
                ? await services
                    .GetRequiredService<SignInManager<Office.People.Account>>()
                    .ValidateSecurityStampAsync(context.Principal)
                : null;
            if (account is null)
            {
                await Reject(context, mayAsk);
                return;
            }
            ended.End(account);
        }
        // The validator opens the accounts even where it finds the session fresh enough, and most requests come so.
        var since = services.GetRequiredService<TimeProvider>().GetUtcNow() - context.Properties.IssuedUtc;
        var fresh =
            since <= services.GetRequiredService<IOptions<SecurityStampValidatorOptions>>().Value.ValidationInterval;
        if (!mayAsk || fresh)
            return;
        if (await StillOpen(context))
            await SecurityStampValidator.ValidatePrincipalAsync(context);
        else
            await Reject(context, mayAsk);
    }

    private static async Task Reject(CookieValidatePrincipalContext context, bool mayAsk)
    {
        context.RejectPrincipal();
        if (mayAsk)
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    /// <summary>Ended on this node, or as old as a session may become.</summary>
    private static bool IsOver(CookieValidatePrincipalContext context, EndedSessions ended) =>
        Session(context.Properties) is not { } session
        || ended.IsOver(session.Id)
        || session.Began < context.HttpContext.RequestServices.GetRequiredService<SessionLife>().Oldest;

    private static async Task<bool> StillOpen(CookieValidatePrincipalContext context) =>
        AccountOf(context.Principal) is { } account
        && await context
            .HttpContext.RequestServices.GetRequiredService<OpenSessions>()
            .Still(account, Session(context.Properties)!.Value.Id, context.HttpContext.RequestAborted);

    /// <summary>A new session, known by an id of its own; the one there was is over.</summary>
    public static async Task Begin(this HttpContext http, ClaimsPrincipal who)
    {
        await Over(http);
        var id = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        var services = http.RequestServices;
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow();
        await services
            .GetRequiredService<OpenSessions>()
            .Begin(
                AccountOf(who)!.Value,
                id,
                Device.Of(http.Request.Headers.UserAgent.ToString()),
                services.GetRequiredService<SessionLife>().Oldest,
                http.RequestAborted
            );
        var properties = new AuthenticationProperties();
        properties.Items[SessionId] = id;
        properties.Items[SessionBegan] = now.ToString("O", CultureInfo.InvariantCulture);
        await http.SignInAsync(IdentityConstants.ApplicationScheme, who, properties);
    }

    /// <summary>Signed out: the session is over, also for whoever kept a copy of its cookie.</summary>
    public static async Task End(this HttpContext http)
    {
        await Over(http);
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
    }

    private static async Task Over(HttpContext http)
    {
        await http.SignOutAsync(Pending);
        var there = await http.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        if (AccountOf(there.Principal) is { } account && Session(there.Properties) is { } session)
            await http.RequestServices.GetRequiredService<OpenSessions>().End(account, session.Id, http.RequestAborted);
    }

    /// <summary>The session of this browser; null where nobody is signed in.</summary>
    public static async Task<string?> OwnSession(this HttpContext http) =>
        Session((await http.AuthenticateAsync(IdentityConstants.ApplicationScheme)).Properties)?.Id;

    public static Guid? AccountOf(ClaimsPrincipal? who) =>
        Guid.TryParse(who?.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? id : null;

    private static (string Id, DateTimeOffset Began)? Session(AuthenticationProperties? properties) =>
        properties?.Items is { } items
        && items.TryGetValue(SessionId, out var id)
        && items.TryGetValue(SessionBegan, out var began)
        && DateTimeOffset.TryParse(began, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var moment)
            ? (id!, moment)
            : null;

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

    /// <summary>Whether what was refused for want of a session was meant for officers.</summary>
    public static bool WasForOfficers(this HttpContext http) => http.Items[OfficersDoor] is true;

    private static bool ForOfficers(HttpContext http) =>
        http.GetEndpoint()
            ?.Metadata.GetOrderedMetadata<IAuthorizeData>()
            .Any(a => a.Policy is Policies.Officer or Policies.Counter or Policies.Administrator) == true;
}
