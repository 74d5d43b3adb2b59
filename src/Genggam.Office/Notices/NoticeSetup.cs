using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Genggam.Office.Notices;

public static class NoticeSetup
{
    /// <summary>
    /// Channels by what is configured: <c>Smtp</c>, <c>Gateways:Sms</c>, <c>Gateways:WhatsApp</c>. In demo mode the
    /// simulator carries what has no channel of its own.
    /// </summary>
    public static IServiceCollection AddNotices(this IServiceCollection services, IConfiguration settings, bool demo)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Dispatch>();
        if (settings.GetSection("Smtp").Get<SmtpOptions>() is { } smtp)
        {
            EncryptedWays.Check(smtp);
            services.AddSingleton<IMessageChannel>(new SmtpChannel(smtp));
        }
        foreach (var carrier in new[] { Carrier.Sms, Carrier.WhatsApp })
            if (settings.GetSection($"Gateways:{carrier}").Get<HttpGatewayOptions>() is { } gateway)
            {
                EncryptedWays.Check(gateway with { Carrier = carrier });
                services.AddSingleton<IMessageChannel>(_ => new HttpGatewayChannel(
                    HttpGatewayChannel.Client(),
                    gateway with
                    {
                        Carrier = carrier,
                    }
                ));
            }
        if (demo)
        {
            services.AddSingleton<SimulatorOutbox>();
            services.AddSingleton<IMessageChannel>(provider => provider.GetRequiredService<SimulatorOutbox>());
        }
        return services;
    }
}
