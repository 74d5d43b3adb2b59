using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Catalogue;
using Genggam.Office.Watching;

namespace Genggam.Office.Cases;

/// <summary>
/// The one way into a case: load, decide, append. Commands of one case go one after another in this process; where another
/// node was faster, the verdict is made again on what is there now.
/// </summary>
public sealed class CaseRunner(
    JournalStore journal,
    CaseReader reader,
    ServiceCatalogue catalogue,
    Pseudonyms pseudonyms,
    OwnNik ownNik,
    Agencies.Agencies agencies,
    TimeProvider clock
)
{
    private const int MaxRaces = 8;
    private readonly SemaphoreSlim[] turns = [.. Enumerable.Range(0, 1024).Select(_ => new SemaphoreSlim(1))];

    /// <summary>Raised after effects became durable, so that they are done at once.</summary>
    public event Action? EffectsWaiting;

    /// <param name="key">The caller's idempotency key; the same key and body give the same answer, once.</param>
    public async Task<RunResult> Run(
        CaseId id,
        Command command,
        Actor by,
        string channel,
        string? key,
        CancellationToken cancel
    )
    {
        var turn = turns[(uint)id.Value.GetHashCode() % (uint)turns.Length];
        await turn.WaitAsync(cancel);
        try
        {
            for (var race = 0; race < MaxRaces; race++)
                if (await Try(id, command, by, channel, key, cancel) is { } result)
                    return Counted(result);
            throw new InvalidOperationException("The case changed faster than a verdict could be made.");
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Opens a new case under a release.</summary>
    public async Task<RunResult> Open(
        CaseId id,
        Release release,
        Command.Submit command,
        Actor by,
        string channel,
        string? key,
        Follow follow,
        CancellationToken cancel
    )
    {
        var fresh = new LoadedCase(id, Case.New(id.Value.ToString("N")), release, Digest.Zero, [], []);
        return Counted(
            await Decide(fresh, command, by, channel, key, follow, cancel)
                ?? throw new InvalidOperationException("A new case cannot lose a race.")
        );
    }

    /// <summary>
    /// What the same key and command gave before; null where they are new. A command that was taken before would be refused
    /// now, on the case as it made it: the first answer counts.
    /// </summary>
    public async Task<RunResult?> Answered(Command command, Actor by, string? key) =>
        Key(by, key, command, RunReceipt.None) is { } mine && await journal.Answered(mine) is { } earlier
            ? Earlier(earlier)
            : null;

    private async Task<RunResult?> Try(
        CaseId id,
        Command command,
        Actor by,
        string channel,
        string? key,
        CancellationToken cancel
    )
    {
        if (await reader.Load(id, cancel) is not { } loaded)
            return new RunResult.Refused(new Refusal(Refusals.NoSuchCase));
        var moving = Moving(loaded, command);
        return await Decide(moving, await pseudonyms.Of(moving, command), by, channel, key, null, cancel);
    }

    /// <summary>A command that moves a case to another release is decided and written under that one.</summary>
    private LoadedCase Moving(LoadedCase loaded, Command command) =>
        command switch
        {
            Command.Migrate { Plan: var plan } when catalogue.IsKept(plan.To) => loaded with
            {
                Release = catalogue.At(catalogue.Release(plan.To), agencies.Find(loaded.Case.Agency)),
                Leaving = loaded.Release,
            },
            Command.UndoMigration when loaded.Case.Before is { Release: { } core } before => loaded with
            {
                Release = catalogue.Release(before.Overlay ?? core),
            },
            _ => loaded,
        };

    /// <summary>Null where another node appended first.</summary>
    private async Task<RunResult?> Decide(
        LoadedCase loaded,
        Command command,
        Actor by,
        string channel,
        string? key,
        Follow? follow,
        CancellationToken cancel
    )
    {
        if (await ownNik.Problems(loaded, command) is { IsEmpty: false } problems)
            return await Answered(command, by, key)
                ?? new RunResult.Refused(new Refusal(Refusals.FieldsAtFault) { Fields = problems });
        var world = catalogue.World(loaded.Release) with { Before = loaded.Leaving };
        var now = new Moment(clock.GetUtcNow(), Seed(loaded.Id, loaded.Case.Sequence));
        var verdict = CaseLogic.Decide(world, loaded.Case, command, by, now);
        if (verdict.Refused is { } refusal && !IsKept(command, refusal))
            return await Answered(command, by, key) ?? new RunResult.Refused(refusal);
        if (verdict.Refused is null && verdict.Events.IsEmpty)
            return new RunResult.Accepted(loaded.Case);

        var entry = new CaseEntry(
            command,
            verdict.Events,
            verdict.Effects,
            verdict.Refused,
            Stamp.Of(world, now, by, channel)
        );
        var after = CaseLogic.Fold(loaded.Case, entry);
        var receipt = new RunReceipt(loaded.Id.Value, after.Number, verdict.Refused?.Number);
        var draft = EntryDraft.Of(loaded, after, entry, follow, Key(by, key, command, receipt));
        using var span = Meters.Spans.StartActivity("append");
        span?.SetTag("command", draft.Kind);
        switch (await journal.Append(draft))
        {
            case AppendResult.Appended:
                Meters.Appended(draft.Kind);
                if (verdict.Effects.Length > 0)
                    EffectsWaiting?.Invoke();
                return verdict.Refused is null ? new RunResult.Accepted(after) : new RunResult.Refused(verdict.Refused);
            case var earlier:
                return Earlier(earlier);
        }
    }

    private static RunResult Counted(RunResult result)
    {
        if (result is RunResult.Refused { Refusal.Number: var number })
            Meters.Refused(number);
        return result;
    }

    private static RunResult? Earlier(AppendResult earlier) =>
        earlier switch
        {
            AppendResult.Replayed stored => new RunResult.Repeated(
                JsonSerializer.Deserialize<RunReceipt>(stored.Result.Span)!
            ),
            AppendResult.KeyReused => new RunResult.KeyReused(),
            _ => null,
        };

    /// <summary>A submission that a rule of the service refused is evidence for a dry run; a slip of the pen is not.</summary>
    internal static bool IsKept(Command command, Refusal refusal) =>
        command is Command.Submit && refusal.Number is Refusals.NotEligible;

    /// <summary>
    /// A body is known again by a keyed hash: of one that holds personal data a plain one would tell, after an erasure, who
    /// guessed right.
    /// </summary>
    private IdempotencyKey? Key(Actor by, string? key, Command command, RunReceipt receipt) =>
        key is null
            ? null
            : new IdempotencyKey(
                by.Via ?? by.Id,
                key,
                journal.Subjects.Derive("body", Convert.ToHexString(SHA256.HashData(EntryDraft.Body(command)))),
                JsonSerializer.SerializeToUtf8Bytes(receipt)
            );

    internal static ulong Seed(CaseId id, long sequence) =>
        BitConverter.ToUInt64(SHA256.HashData([.. id.Value.ToByteArray(), .. BitConverter.GetBytes(sequence)]));
}
