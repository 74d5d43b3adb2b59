using Genggam.Office.Notices;
using Genggam.Office.Watching.Alerts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Genggam.Office.Watching;

public static class WatchSetup
{
    /// <param name="always">Look from time to time also where nobody is to be told.</param>
    /// <exception cref="InvalidDataException">Somebody is to be told by mail, and no relay is named.</exception>
    public static IServiceCollection AddWatching(
        this IServiceCollection services,
        IConfiguration settings,
        bool always = false
    )
    {
        var alerts = settings.GetSection("Genggam:Alerts").Get<AlertOptions>() ?? new AlertOptions();
        services.AddSingleton(settings.GetSection("Genggam:Watch").Get<WatchOptions>() ?? new WatchOptions());
        services.AddSingleton(alerts);
        services.AddSingleton<PageTimes>();
        services.AddSingleton<Measuring>();
        services.AddSingleton<AlertFile>();
        services.AddSingleton<Watch>();
        services.AddMails(alerts, settings);
        if (alerts.Webhook is { } webhook)
            services.AddSingleton<IAlertChannel>(provider =>
                ActivatorUtilities.CreateInstance<AlertWebhook>(
                    provider,
                    new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { Timeout = webhook.Timeout }
                )
            );
        if (always || alerts.Webhook is not null || alerts.Mail.To.Length > 0)
            services.AddHostedService(provider => provider.GetRequiredService<Watch>());
        return services;
    }

    private static void AddMails(this IServiceCollection services, AlertOptions alerts, IConfiguration settings)
    {
        if (alerts.Mail.To.Length == 0)
            return;
        var relay =
            alerts.Mail.Smtp
            ?? settings.GetSection("Smtp").Get<SmtpOptions>()
            ?? throw new InvalidDataException("Genggam:Alerts:Mail names people and neither it nor Smtp a relay.");
        foreach (var to in alerts.Mail.To)
            services.AddSingleton<IAlertChannel>(provider => new AlertMail(
                new SmtpChannel(relay),
                to,
                alerts.Language,
                provider.GetRequiredService<TellAlerts>(),
                provider.GetRequiredService<ILogger<AlertMail>>()
            ));
    }
}
