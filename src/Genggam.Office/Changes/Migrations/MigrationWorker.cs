using Genggam.Journal;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Genggam.Office.Changes;

/// <summary>Runs the migrations that wait, those of another node or of a killed program too.</summary>
internal sealed class MigrationWorker(Migrations migrations, MigrationRun run, ILogger<MigrationWorker> log)
    : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim waiting = new(0);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        migrations.Waiting += Wake;
        while (!stoppingToken.IsCancellationRequested)
            try
            {
                await run.RunWaiting(stoppingToken);
                await waiting.WaitAsync(Every, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception away)
            {
                log.LogError(away, "Migrations wait: the journal is away or refuses");
                await waiting.WaitAsync(Every, stoppingToken);
            }
    }

    private void Wake() => waiting.Release();

    public override void Dispose()
    {
        migrations.Waiting -= Wake;
        waiting.Dispose();
        base.Dispose();
    }
}
