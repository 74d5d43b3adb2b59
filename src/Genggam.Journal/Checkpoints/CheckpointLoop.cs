namespace Genggam.Journal;

/// <summary>Writes a checkpoint at each interval while the journal is open. One that fails is told and tried again.</summary>
internal sealed class CheckpointLoop : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly Task loop;

    public CheckpointLoop(Checkpoints checkpoints, TimeSpan every, JournalOptions options) =>
        loop = Run(checkpoints, every, options, stop.Token);

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await loop;
        stop.Dispose();
    }

    private static async Task Run(
        Checkpoints checkpoints,
        TimeSpan every,
        JournalOptions options,
        CancellationToken stop
    )
    {
        using var timer = new PeriodicTimer(every, options.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stop))
            {
                try
                {
                    await checkpoints.Write();
                }
                catch (Exception fault) when (fault is not OperationCanceledException)
                {
                    options.CheckpointFailed(fault);
                }
            }
        }
        catch (OperationCanceledException)
        {
            return;
        }
    }
}
