using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Watching;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Genggam.Office.Effects;

/// <summary>
/// Does what durable entries ask for: letters, notices, timers. Each effect is lent to one runner at a time and safe to
/// repeat by its id; what comes back enters the case as a command. What fails is tried again, at last once an hour: a
/// letter until the case has an incident, a notice for three days, deadlines and revocations for ever.
/// </summary>
public sealed class EffectRunner(
    JournalStore journal,
    CaseRunner runner,
    IssueLetter letters,
    SendNotice notices,
    TimeProvider clock,
    ILogger<EffectRunner> log
) : BackgroundService
{
    private const int LetterAttempts = 8;
    private const int NoticeAttempts = 84;
    private const int AtOnce = 32;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    /// <summary>Nothing begins with less than this left of its lease: another runner could take it meanwhile.</summary>
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);
    private readonly SemaphoreSlim waiting = new(0, 1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        runner.EffectsWaiting += Wake;
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RunDue(stoppingToken) == 0)
                    await waiting.WaitAsync(Longest, stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception e)
            {
                log.LogError(e, "Effects wait: the journal is away or refuses");
                await Task.Delay(Longest, clock, stoppingToken);
            }
        }
    }

    /// <summary>Runs what is due now and says how many effects that were.</summary>
    public async Task<int> RunDue(CancellationToken cancel)
    {
        var taken = clock.GetTimestamp();
        var due = await journal.Outbox.TakeDue(clock.GetUtcNow(), AtOnce, Lease);
        foreach (var effect in due)
            if (clock.GetElapsedTime(taken) < Lease - Slack)
                await Run(effect, cancel);
        return due.Length;
    }

    private async Task Run(LeasedEffect leased, CancellationToken cancel)
    {
        using var span = Meters.Spans.StartActivity("effect");
        span?.SetTag("kind", leased.Kind);
        try
        {
            await Do(leased, EntryCodec.Effect(leased.Open), cancel);
        }
        catch (Exception e) when (!IsAway(e))
        {
            log.LogError(e, "Effect {Effect} failed at attempt {Attempt}", leased.EffectId, leased.Attempt);
            await AfterFault(leased, e.GetType().Name, cancel);
        }
    }

    /// <summary>A fault of the whole installation, not of this effect.</summary>
    private static bool IsAway(Exception e) => e is OperationCanceledException or JournalUnavailable or JournalFull;

    /// <summary>Where not even the case can be read the effect stays, and the others go on.</summary>
    private async Task AfterFault(LeasedEffect leased, string error, CancellationToken cancel)
    {
        try
        {
            await Later(leased, EntryCodec.Effect(leased.Open), error, cancel);
        }
        catch (Exception e) when (!IsAway(e))
        {
            await journal.Outbox.Failed(leased, clock.GetUtcNow() + LongestPause, e.GetType().Name);
        }
    }

    private async Task Do(LeasedEffect leased, Effect effect, CancellationToken cancel)
    {
        switch (effect)
        {
            case Effect.SetTimer timer:
                await Answer(leased, new Command.TimerDue(timer.Timer), cancel);
                break;
            case Effect.IssueDocument issue:
                await Take(leased, issue, await letters.Issue(leased.Case, issue, cancel), cancel);
                break;
            case Effect.SendNotice notice when !await notices.Send(leased.Case, notice, cancel):
                await Later(leased, notice, "NOTICE-301", cancel);
                break;
            case Effect.PublishStatus status:
                await letters.Revoke(leased.Case, status);
                await journal.Outbox.Done(leased);
                break;
            default:
                await journal.Outbox.Done(leased);
                break;
        }
    }

    private Task Take(
        LeasedEffect leased,
        Effect.IssueDocument issue,
        IssueLetterResult result,
        CancellationToken cancel
    )
    {
        Meters.Letter(result.GetType().Name);
        return result switch
        {
            IssueLetterResult.Issued issued => Answer(leased, issued.Answer, cancel),
            IssueLetterResult.CannotBe no => Answer(leased, new Command.EffectFailed(issue.Id, no.Number), cancel),
            IssueLetterResult.NotWanted => journal.Outbox.Done(leased),
            IssueLetterResult.TryLater later => Later(leased, issue, later.Number, cancel),
            _ => throw new ArgumentOutOfRangeException(nameof(result)),
        };
    }

    /// <summary>The answering command settles the effect in its own transaction; one that nobody waits for is done.</summary>
    private async Task Answer(LeasedEffect leased, Command command, CancellationToken cancel)
    {
        var result = await runner.Run(leased.Case, command, Actor.System, "system", leased.EffectId, cancel);
        if (result is RunResult.Refused or RunResult.Repeated)
            await journal.Outbox.Done(leased);
    }

    private async Task Later(LeasedEffect leased, Effect effect, string error, CancellationToken cancel)
    {
        switch (effect)
        {
            case Effect.IssueDocument issue when leased.Attempt >= LetterAttempts:
                await Answer(leased, new Command.EffectFailed(issue.Id, error), cancel);
                break;
            case Effect.SendNotice when leased.Attempt >= NoticeAttempts:
                log.LogError("Notice {Effect} is given up: {Error}", leased.EffectId, error);
                await journal.Outbox.GiveUp(leased, error);
                break;
            default:
                await journal.Outbox.Failed(leased, clock.GetUtcNow() + Pause(leased.Attempt), error);
                break;
        }
    }

    private static TimeSpan Pause(int attempt) =>
        TimeSpan.FromSeconds(Math.Min(Math.Pow(2, attempt), LongestPause.TotalSeconds));

    private void Wake()
    {
        try
        {
            if (waiting.CurrentCount == 0)
                waiting.Release();
        }
        catch (SemaphoreFullException)
        {
            // Another case woke the runner first.
        }
    }

    public override void Dispose()
    {
        runner.EffectsWaiting -= Wake;
        waiting.Dispose();
        base.Dispose();
    }
}
