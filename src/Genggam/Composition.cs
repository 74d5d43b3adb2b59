using System.Security.Authentication;
using Genggam.Office;
using Genggam.Office.Agencies;
using Genggam.Office.Applications;
using Genggam.Office.Catalogue;
using Genggam.Office.Effects;
using Genggam.Office.Notices;
using Genggam.Office.People;
using Genggam.Office.Watching;
using Genggam.Telemetry;
using Genggam.Web;
using Genggam.Web.Shell.Overload;

namespace Genggam;

/// <summary>What the program is made of.</summary>
internal static class Composition
{
    public static async Task<WebApplication> Build(WebApplicationBuilder builder)
    {
        var options = Options(builder.Configuration);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.ConfigureHttpsDefaults(https => https.SslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13);
        });
        var services = builder.Services;
        services.AddNotices(builder.Configuration, options.Demo);
        services.AddPeople(new PeopleOptions(options.Data, options.Postgres) { Demo = options.Demo });
        await services.AddOffice(options);
        services.AddWatching(builder.Configuration, always: TelemetrySetup.IsOn(builder.Configuration));
        services.AddTelemetry(builder.Configuration);
        Connect(services);
        services.AddGenggamWeb(options, builder.Configuration);

        var app = builder.Build();
        app.MapGet("/healthz", () => "ok").AllowAnonymous().WithMetadata(new AlwaysServedAttribute());
        Readiness.Map(app);
        app.MapGenggamWeb();
        await Prepare(app.Services);
        if (options.Demo)
        {
            await Demo(app.Services);
            await DemoCases.Fill(app.Services, options, CancellationToken.None);
        }
        return app;
    }

    /// <summary>What the office asks about people, answered by their accounts.</summary>
    public static void Connect(IServiceCollection services)
    {
        services.AddSingleton<FindKnown>(p => p.GetRequiredService<Persons>().Known);
        services.AddSingleton<FindReachable>(p => p.GetRequiredService<Persons>().FindReachable);
    }

    public static OfficeOptions Options(IConfiguration configuration)
    {
        var options = configuration.GetSection("Genggam").Get<OfficeOptions>() ?? new OfficeOptions();
        return Path.IsPathRooted(options.Services)
            ? options
            : options with
            {
                Services = Path.Combine(AppContext.BaseDirectory, options.Services),
            };
    }

    /// <summary>What takes a good part of the start; nothing of it waits for the rest.</summary>
    private static Task Prepare(IServiceProvider services) =>
        Task.WhenAll(
            Task.Run(services.GetRequiredService<ServiceCatalogue>),
            Task.Run(services.GetRequiredService<Agencies>),
            Task.Run(() => services.PreparePeople())
        );

    private static async Task Demo(IServiceProvider services)
    {
        var catalogue = services.GetRequiredService<ServiceCatalogue>();
        var agencies = services.GetRequiredService<Agencies>();
        await DemoPeople.Seed(services, agencies, catalogue.RolesOf);
        await DemoClients.Seed(services, agencies, catalogue.RolesOf);
        Console.WriteLine($"Demo: client {DemoClients.Of("AGENCY")} of the API, secret {DemoClients.Secret}");
    }
}
