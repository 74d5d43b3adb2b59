using Genggam.Web.Shell;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Web.Texts;

/// <summary>The language of a request: <c>?lang=</c> first (and remembered), then the cookie, then Indonesian.</summary>
internal static class Language
{
    public const string Name = "lang";

    public static IServiceCollection AddTexts(this IServiceCollection services) =>
        services
            .AddHttpContextAccessor()
            .AddSingleton(TextCatalogue.Load())
            .AddScoped(provider =>
            {
                var catalogue = provider.GetRequiredService<TextCatalogue>();
                var request = provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.Request;
                var cookie = provider.GetRequiredService<OwnCookies>().Named(Name);
                return new Text(catalogue, Of(request, cookie, catalogue));
            });

    /// <summary>Remembers a language that was asked for, so that the links of the page need not carry it.</summary>
    public static IApplicationBuilder UseLanguage(this IApplicationBuilder app) =>
        app.Use(
            (context, next) =>
            {
                var catalogue = context.RequestServices.GetRequiredService<TextCatalogue>();
                if (Known(context.Request.Query[Name], catalogue) is { } asked)
                    Remember(context, asked);
                return next(context);
            }
        );

    private static void Remember(HttpContext context, string language)
    {
        var cookie = new CookieBuilder { MaxAge = TimeSpan.FromDays(365), IsEssential = true };
        context.RequestServices.GetRequiredService<OwnCookies>().Harden(cookie, Name, SameSiteMode.Lax);
        context.Response.Cookies.Append(cookie.Name!, language, cookie.Build(context));
    }

    private static string Of(HttpRequest? request, string cookie, TextCatalogue catalogue) =>
        request is null
            ? TextCatalogue.Default
            : Known(request.Query[Name], catalogue)
                ?? Known(request.Cookies[cookie], catalogue)
                ?? TextCatalogue.Default;

    private static string? Known(string? language, TextCatalogue catalogue) =>
        language is not null && catalogue.Languages.Contains(language) ? language : null;
}
