using System.Collections.Immutable;
using Genggam.Office.Watching.Alerts;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Genggam.Office.Watching;

/// <summary>
/// Looks at the installation from time to time and tells what became worse, or better again, once on each channel. What a
/// channel did not take is tried again at the next look, as it is by then.
/// </summary>
public sealed class Watch(
    Measuring measuring,
    WatchOptions limits,
    AlertOptions options,
    AlertFile file,
    IEnumerable<IAlertChannel> channels,
    TimeProvider clock,
    ILogger<Watch> log
) : BackgroundService
{
    private AlertBook? book;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(limits.Every, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
                await Guarded(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            return;
        }
    }

    /// <summary>One look: measures, judges, tells.</summary>
    public async Task Look(CancellationToken cancel)
    {
        var conditions = Conditions.Of(await measuring.Measure(cancel), limits);
        var now = clock.GetUtcNow();
        var before = book ??= file.Read();
        book = book.See(conditions, now);
        foreach (var channel in channels)
            await Tell(channel, conditions, now, cancel);
        if (book != before && channels.Any())
            file.Write(book);
    }

    private async Task Tell(
        IAlertChannel channel,
        ImmutableArray<Condition> conditions,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var due = book!.Due(channel.Name, conditions, now, options);
        if (due.Length > 0 && await channel.Send(due, cancel))
            book = book.After(channel.Name, due, now);
    }

    private async Task Guarded(CancellationToken cancel)
    {
        try
        {
            await Look(cancel);
        }
        catch (Exception fault) when (!cancel.IsCancellationRequested)
        {
            log.LogError(fault, "A look at the installation failed; the next one tries again");
        }
    }
}
