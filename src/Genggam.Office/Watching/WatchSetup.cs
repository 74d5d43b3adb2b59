using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Genggam.Office.Watching;

public static class WatchSetup
{
    public static IServiceCollection AddWatching(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(settings.GetSection("Genggam:Watch").Get<WatchOptions>() ?? new WatchOptions());
        services.AddSingleton<PageTimes>();
        services.AddSingleton<Measuring>();
        return services;
    }
}
