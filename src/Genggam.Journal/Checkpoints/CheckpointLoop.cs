namespace Genggam.Journal;

/// <summary>Writes a checkpoint at each interval while the journal is open. A database that is away is tried again.</summary>
internal sealed class CheckpointLoop : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task loop;

    public CheckpointLoop(Checkpoints checkpoints, TimeSpan every, TimeProvider clock) =>
        loop = Run(checkpoints, every, clock, stop.Token);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await loop;
        stop.Dispose();
    }

    private static async Task Run(Checkpoints checkpoints, TimeSpan every, TimeProvider clock, CancellationToken stop)
    {
        using var timer = new PeriodicTimer(every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                try
                {
                    await checkpoints.Write();
                }
                catch (Exception away) when (away is JournalUnavailable or JournalFull or IOException)
                {
                    continue;
                }
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }
}
