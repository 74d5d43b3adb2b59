using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes;

namespace Genggam.Office.Applications;

/// <summary>
/// Whether applications are taken: the windows of the release, and what the owner of the service noted since. A pause or a
/// longer window holds at once, for every node, and touches no application that is handed in already.
/// </summary>
public sealed class IntakeDesk(
    JournalStore journal,
    ServiceCatalogue catalogue,
    Agencies.Agencies agencies,
    Ownership ownership,
    TimeProvider clock
)
{
    public const int LongestWords = 500;
    private const int MaxRaces = 8;

    public async Task<IntakeBook> Of(string service) =>
        new([.. (await journal.Intake.Of(service)).Select(IntakeNote.Of)]);

    /// <summary>What the office answers now; without an office, what all of them do.</summary>
    public async Task<Intake> Now(Release release, string? agency) =>
        (await Of(release.Id)).At(release, agency, agencies.ZoneOf(agency), clock.GetUtcNow());

    /// <summary>Takes no applications from a moment on.</summary>
    /// <param name="agency">One office; null for all that offer the service.</param>
    /// <param name="from">Null: at once.</param>
    /// <param name="words">What people are told, by language; the first language is needed.</param>
    public async Task<ChangeRefusal?> Pause(
        string service,
        string? agency,
        DateTimeOffset? from,
        DateTimeOffset? until,
        ImmutableSortedDictionary<string, string> words,
        Actor by
    )
    {
        var now = clock.GetUtcNow();
        if (Refused(service, words, by) is { } no)
            return no;
        if (agency is not null && agencies.Find(agency)?.Services.Contains(service) != true)
            return new ChangeRefusal(ChangeRefusal.Unknown);
        // What was refused before stays refused, and what was taken stays taken.
        if (from < now || until <= (from ?? now))
            return new ChangeRefusal(ChangeRefusal.BadStart);
        var pause = new Pause(from ?? now, until, words);
        await Add(
            service,
            n => new IntakeNote.Paused(agency, pause)
            {
                Number = n,
                Actor = by.Id,
                At = now,
            }
        );
        return null;
    }

    /// <summary>Keeps a window open longer.</summary>
    /// <param name="ends">The end that the release gives the window.</param>
    public async Task<ChangeRefusal?> Extend(
        string service,
        DateTime ends,
        DateTime until,
        ImmutableSortedDictionary<string, string> words,
        Actor by
    )
    {
        if (Refused(service, words, by) is { } no)
            return no;
        if (!catalogue.Find(service)!.Service.Opening.Windows.Any(w => w.Until == ends))
            return new ChangeRefusal(ChangeRefusal.Unknown);
        var last = (await Of(service))
            .Notes.OfType<IntakeNote.Extended>()
            .Where(e => e.Extension.Ends == ends)
            .Max(e => (DateTime?)e.Extension.Until);
        var now = clock.GetUtcNow();
        // Nobody who was told the later end is shut out before it.
        if (until <= (last ?? ends) || ZoneVersion.Indonesia.At(until, ServiceCatalogue.FirstZone) <= now)
            return new ChangeRefusal(ChangeRefusal.BadStart);
        var longer = new Extension(ends, until, words);
        await Add(
            service,
            n => new IntakeNote.Extended(longer)
            {
                Number = n,
                Actor = by.Id,
                At = now,
            }
        );
        return null;
    }

    /// <summary>Ends a pause now, or calls off one that is to come.</summary>
    public async Task<ChangeRefusal?> Resume(string service, long number, Actor by)
    {
        var now = clock.GetUtcNow();
        if (!ownership.MayWrite(by, service))
            return new ChangeRefusal(ChangeRefusal.Unknown);
        if ((await Of(service)).Pauses.All(p => p.Number != number || p.Pause.Until <= now))
            return new ChangeRefusal(ChangeRefusal.Nothing);
        await Add(
            service,
            n => new IntakeNote.Resumed(number)
            {
                Number = n,
                Actor = by.Id,
                At = now,
            }
        );
        return null;
    }

    private ChangeRefusal? Refused(string service, ImmutableSortedDictionary<string, string> words, Actor by) =>
        catalogue.Find(service) is null || !ownership.MayWrite(by, service) ? new ChangeRefusal(ChangeRefusal.Unknown)
        : words.GetValueOrDefault("id") is not { Length: > 0 } || words.Values.Any(w => w.Length > LongestWords)
            ? new ChangeRefusal(ChangeRefusal.Unfit, "words")
        : null;

    private async Task Add(string service, Func<long, IntakeNote> note)
    {
        for (var race = 0; race < MaxRaces; race++)
        {
            var number = (await journal.Intake.Of(service)).Length + 1;
            if (await journal.Intake.Add(note(number).Row(service)))
                return;
        }
        throw new InvalidOperationException("Others noted faster than this could be added.");
    }
}
