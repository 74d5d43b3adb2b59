using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;

namespace Genggam.Office.PastCases.Telling;

/// <summary>A letter that a case waits for.</summary>
internal sealed record WantedLetter(Effect.IssueDocument Effect, DateTimeOffset Asked, DateTimeOffset Ready);

/// <summary>
/// One case, led through the engine in memory as a live one is through the journal: decided, folded, drafted. It stops where it
/// waits for a letter, whose number depends on other cases, and where the present begins.
/// </summary>
/// <param name="place">Its place among all cases in the order of time.</param>
internal sealed class PastCase(
    int place,
    World world,
    CaseId id,
    PastCaseSetting setting,
    SubjectId owner,
    CaseSubjects subjects,
    Pseudonyms pseudonyms,
    DateTimeOffset present
)
{
    /// <summary>A process that goes in a circle has no end.</summary>
    private const int MostEntries = 400;
    private static readonly TimeSpan Dawdling = TimeSpan.FromDays(3650);

    private readonly List<PlannedAct> planned = [];
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private LoadedCase loaded = new(id, Case.New(id.Value.ToString("N")), world.Effective, Digest.Zero, [], []);
    private IConduct conduct = null!;

    public int Place => place;

    public SubjectId Owner => owner;

    public CaseSubjects Subjects => subjects;

    public IReadOnlyList<PastFile> Files => setting.Files;

    /// <summary>Until when letters that are made for real are nobody else's to make; null where they are only numbered.</summary>
    public DateTimeOffset? HoldLetters { get; init; }

    public LoadedCase Loaded => loaded;

    /// <summary>Entries in order, to be written.</summary>
    public Queue<NewEntry> Drafts { get; } = new();

    public WantedLetter? Wanted { get; private set; }

    /// <summary>Nothing follows what stands in <see cref="Drafts"/>.</summary>
    public bool Ended => Wanted is null;

    /// <returns>The refusal of an application that no case came of.</returns>
    public Refusal? HandIn(PlannedAct submit, Follow follow, IConduct people)
    {
        conduct = people;
        var refused = Decide(submit, follow);
        if (refused is null)
            GoOn();
        return refused is { } no && !CaseRunner.IsKept(submit.Command, no) ? no : null;
    }

    /// <summary>The letter is there, and the case goes on.</summary>
    public void Take(Command.DocumentReady letter, DateTimeOffset at)
    {
        Wanted = null;
        Decide(new PlannedAct(at, letter, Actor.System, "system"), null);
        GoOn();
    }

    private void GoOn()
    {
        while (loaded.Case.Status == CaseStatus.Open && loaded.Case.Sequence < MostEntries)
        {
            Plan();
            if (loaded.Case.Awaited.Values.FirstOrDefault() is { } awaited)
            {
                Await(awaited);
                return;
            }
            if (Next() is not { } act || act.At > present)
                return;
            Decide(act, null);
        }
    }

    private void Plan()
    {
        foreach (var task in loaded.Case.Tasks.Values)
            if (seen.Add(task.Id))
                planned.AddRange(conduct.OnOpened(task, loaded.Case));
        if (conduct.Unasked(loaded.Case) is { } unasked)
            planned.Add(unasked);
    }

    private void Await(AwaitedAnswer awaited)
    {
        var asked = loaded.Case.LastAt;
        var effect = loaded
            .Entries.SelectMany(e => e.Effects)
            .OfType<Effect.IssueDocument>()
            .Single(e => e.Id == awaited.Effect);
        var ready = asked.AddSeconds(Math.Clamp(setting.Dice.Spread(12, 0.8), 2, 600));
        Wanted = ready <= present ? new WantedLetter(effect, asked, ready) : null;
    }

    private PlannedAct? Next()
    {
        var act = planned.MinBy(a => a.At);
        var timer = loaded.Case.Timers.Values.MinBy(t => t.Due);
        if (timer is not null && (act is null || timer.Due <= act.At) && timer.Due < loaded.Case.LastAt + Dawdling)
            return new PlannedAct(
                timer.Due > loaded.Case.LastAt ? timer.Due : loaded.Case.LastAt,
                new Command.TimerDue(timer.Id),
                Actor.System,
                "system"
            );
        if (act is not null)
            planned.Remove(act);
        return act;
    }

    /// <summary>What the engine refuses has not happened, as when a task was withdrawn meanwhile.</summary>
    private Refusal? Decide(PlannedAct act, Follow? follow)
    {
        var now = new Moment(act.At.ToUniversalTime(), CaseRunner.Seed(id, loaded.Case.Sequence));
        // Nothing is waited for: the book of subjects answers at once.
        var command = pseudonyms.Corrected(loaded, act.Command).GetAwaiter().GetResult();
        var verdict = CaseLogic.Decide(world, loaded.Case, command, act.By, now);
        if (verdict.Refused is { } refusal && !CaseRunner.IsKept(act.Command, refusal))
            return refusal;
        if (verdict.Refused is null && verdict.Events.IsEmpty)
            return null;
        var entry = new CaseEntry(
            command,
            verdict.Events,
            verdict.Effects,
            verdict.Refused,
            Stamp.Of(world, now, act.By, act.Channel)
        );
        var after = CaseLogic.Fold(loaded.Case, entry);
        var draft = EntryDraft.Of(loaded, after, entry, follow, null);
        Drafts.Enqueue(draft with { Outbox = [.. draft.Outbox.Select(Kept).OfType<OutboxItem>()] });
        loaded = loaded with { Case = after, Entries = loaded.Entries.Add(entry) };
        return verdict.Refused;
    }

    /// <summary>Notices of long ago are not sent.</summary>
    private OutboxItem? Kept(OutboxItem item) =>
        item.Kind == nameof(Effect.SendNotice) ? null
        : item.Kind == nameof(Effect.IssueDocument) && HoldLetters is { } until ? item with { DueAt = until }
        : item;
}
