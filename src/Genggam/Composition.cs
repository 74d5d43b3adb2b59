using Genggam.Web;

namespace Genggam;

/// <summary>What the program is made of.</summary>
internal static class Composition
{
    public static Task<WebApplication> Build(WebApplicationBuilder builder)
    {
        builder.Services.AddGenggamWeb(builder.Configuration);
        var app = builder.Build();
        app.MapGet("/healthz", () => "ok").AllowAnonymous();
        app.MapGenggamWeb();
        return Task.FromResult(app);
    }
}
