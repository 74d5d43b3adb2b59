using Genggam.Office;
using Genggam.Web.Account;
using Genggam.Web.Admin;
using Genggam.Web.Api;
using Genggam.Web.Designer;
using Genggam.Web.Desk;
using Genggam.Web.Layout;
using Genggam.Web.Portal;
using Genggam.Web.Shell;
using Genggam.Web.Shell.Overload;
using Genggam.Web.Texts;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Genggam.Web;

/// <summary>The pages of Genggam: what they need, the order in which a request passes, and where they stand.</summary>
public static class GenggamWeb
{
    /// <summary>The field of a form that proves the form is of this site.</summary>
    internal const string FormToken = "_form";

    public static IServiceCollection AddGenggamWeb(
        this IServiceCollection services,
        OfficeOptions office,
        IConfiguration configuration
    )
    {
        services.AddRazorComponents();
        services.TryAddSingleton(TimeProvider.System);
        services.AddTexts();
        services.AddAlertTexts();
        services.AddPageCompression();
        services.AddFormGuard();
        services.AddRateLimits(configuration);
        services.AddCapacity(configuration);
        services.AddAuthorization(Policies.Add);
        services.AddSingleton<IAuthorizationMiddlewareResultHandler, RefusedAccess>();
        var cookies = new OwnCookies(office);
        services.AddSingleton(cookies);
        services.AddSessions(cookies, configuration);
        services.AddSessionKeys(office);
        services.AddTrustedProxies(configuration);
        services.AddApi(office, configuration);
        services.AddSingleton<CaseDoor>();
        services.AddSingleton<CaseFiles>();
        services.AddSingleton<NextCase>();
        services.AddSingleton<PlaceOptions>();
        services.AddHsts(options => (options.MaxAge, options.IncludeSubDomains) = (TimeSpan.FromDays(365), true));
        services.AddAntiforgery(options =>
        {
            cookies.Harden(options.Cookie, "genggam.form", SameSiteMode.Strict);
            options.FormFieldName = FormToken;
            options.SuppressXFrameOptionsHeader = true;
        });
        return services;
    }

    public static WebApplication MapGenggamWeb(this WebApplication app)
    {
        app.UseForwardedHeaders();
        if (!app.Environment.IsDevelopment())
            app.UseHsts();
        app.UseSecurityHeaders();
        app.UsePageCompression();
        app.UseExceptionHandler("/galat/500", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/galat/{0}", createScopeForStatusCodePages: true);
        app.UseErrorPagesForPosts();
        app.UseHttpsOnly(app.Services.GetRequiredService<OfficeOptions>());
        app.UseApiErrors();
        app.UseLanguage();
        app.UseRouting();
        app.UseKnownAddresses();
        app.UsePageTiming();
        app.UseCapacityForReads();
        app.UseTokenLimit();
        app.UseAuthentication();
        app.UseNothingKept();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseFormGuard();
        app.UseCapacityForWrites();
        app.UseAntiforgery();

        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorComponents<App>();
        app.MapDownloads();
        app.MapApi();
        app.MapDesk();
        app.MapDesigner();
        return app;
    }
}
