using Genggam.Journal;
using Genggam.Office.Catalogue;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Genggam.Office.Changes;

/// <summary>
/// Looks every second whether another node, or a verb on the same data, published something, and has overlays of regions
/// follow where whoever published got no further.
/// </summary>
internal sealed class PublicationWatch(ServiceCatalogue catalogue, ILogger<PublicationWatch> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        long followed = -1;
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken))
            try
            {
                await catalogue.Refresh();
                if (catalogue.Rows == followed)
                    continue;
                foreach (var release in catalogue.Services.ToList())
                    await catalogue.CarryOverlays(release.Id);
                followed = catalogue.Rows;
            }
            catch (JournalException away)
            {
                log.LogWarning(away, "Whether something was published cannot be read now");
            }
    }
}
