using System.Collections.Concurrent;
using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Catalogue;
using Genggam.Office.Changes.Regional;

namespace Genggam.Office.Changes;

/// <summary>A law with all that rests on it.</summary>
/// <param name="Mark">The note that says it is amended or revoked; null where it stands as it is.</param>
public sealed record CitedLaw(
    LegalBasis Law,
    ImmutableArray<Citation> Citations,
    ImmutableArray<LawNote> Notes,
    LawNote? Mark
)
{
    public IEnumerable<string> Services => Citations.Select(c => c.Service).Distinct(StringComparer.Ordinal);

    /// <summary>Services that cite it, whose owners did not say since the mark that they looked.</summary>
    public IEnumerable<string> Unsettled =>
        Mark is null
            ? []
            : Services.Where(s =>
                !Notes.Any(n => n.Kind == LawNoteKind.Settled && n.Service == s && n.Number > Mark.Number)
            );
}

/// <summary>
/// Laws as things: what of which service in force rests on them, and what became of them. A law that is marked as amended or
/// revoked is work for every owner of a service that cites it, until the service cites it no more or the owner settles it.
/// </summary>
public sealed class Regulations(
    JournalStore journal,
    ServiceCatalogue catalogue,
    RegionOverlays overlays,
    Ownership ownership,
    TimeProvider clock
)
{
    public const int LongestNote = 2000;
    private const int MostCounted = 1000;
    private const int MaxRaces = 8;
    private readonly ConcurrentDictionary<(string Hash, string Language), ImmutableArray<Citation>> citations = new();

    /// <summary>All laws that a service in force cites, or a region that varies it, by title.</summary>
    /// <param name="language">Of titles and sentences.</param>
    public async Task<ImmutableArray<CitedLaw>> All(string language)
    {
        var notes = (await journal.Laws.All()).Select(LawNote.Of).ToLookup(n => n.Law, StringComparer.Ordinal);
        var inForce = catalogue.Services.SelectMany(core => Varied(core.Id).Prepend(core)).ToList();
        var laws = inForce
            .SelectMany(s => s.LegalBases.Values)
            .DistinctBy(l => l.Key)
            .ToDictionary(l => l.Key, StringComparer.Ordinal);
        return
        [
            .. inForce
                .SelectMany(release => Of(release, language))
                .Where(c => laws.ContainsKey(c.Law))
                .GroupBy(c => c.Law, StringComparer.Ordinal)
                .Select(g => new CitedLaw(laws[g.Key], [.. g], [.. notes[g.Key]], MarkOf(notes[g.Key])))
                .OrderBy(l => l.Law.Title.GetValueOrDefault(language) ?? l.Law.Key, StringComparer.Ordinal)
                .ThenBy(l => l.Law.Key, StringComparer.Ordinal),
        ];
    }

    /// <summary>Null where no service in force cites it.</summary>
    public async Task<CitedLaw?> Find(string law, string language) =>
        (await All(language)).FirstOrDefault(l => l.Law.Key == law);

    /// <summary>Laws that were marked, and that a service of this actor has to answer.</summary>
    public async Task<ImmutableArray<(CitedLaw Law, string Service)>> WorkFor(Actor actor, string language) =>
        [
            .. (await All(language)).SelectMany(l =>
                l.Unsettled.Where(s => ownership.MayWrite(actor, s)).Select(s => (l, s))
            ),
        ];

    /// <summary>Cases of a service, or of the agency of a region that varies it, that are not over, each state counted up to a thousand.</summary>
    public async Task<int> Running(string service)
    {
        var filter = new CaseFilter(
            Service: ServiceKey.Read(service).Service,
            Agency: overlays.Live(service)?.Variation?.Agency
        );
        var running = 0;
        foreach (var state in Cases.CaseStates.All.Remove(Cases.CaseStates.Closed))
            running += (await journal.Cases.List(filter with { State = state }, MostCounted)).Rows.Length;
        return running;
    }

    /// <summary>Marks a law for all owners, or says that a mark was a mistake.</summary>
    public async Task<ChangeRefusal?> Mark(string law, LawNoteKind kind, DateOnly? from, string note, Actor by)
    {
        if (await Find(law, "id") is not { } cited || !cited.Services.Any(s => ownership.MayRead(by, s)))
            return new ChangeRefusal(ChangeRefusal.Unknown);
        if (kind == LawNoteKind.Settled || Unfit(note))
            return new ChangeRefusal(ChangeRefusal.Unfit, "note");
        if (kind == LawNoteKind.Withdrawn ? cited.Mark is null : from is null)
            return new ChangeRefusal(ChangeRefusal.BadStart, "");
        await Add(law, kind, kind == LawNoteKind.Withdrawn ? null : from, null, note, by);
        return null;
    }

    /// <summary>The owner of a service has looked: it needs no change, or has it.</summary>
    public async Task<ChangeRefusal?> Settle(string law, string service, string note, Actor by)
    {
        if (!ownership.MayWrite(by, service) || await Find(law, "id") is not { } cited)
            return new ChangeRefusal(ChangeRefusal.Unknown);
        if (Unfit(note))
            return new ChangeRefusal(ChangeRefusal.Unfit, "note");
        if (!cited.Unsettled.Contains(service))
            return new ChangeRefusal(ChangeRefusal.Nothing);
        await Add(law, LawNoteKind.Settled, null, service, note, by);
        return null;
    }

    private async Task Add(string law, LawNoteKind kind, DateOnly? from, string? service, string note, Actor by)
    {
        for (var race = 0; race < MaxRaces; race++)
        {
            var number = (await journal.Laws.All()).Count(n => n.Law == law) + 1;
            var row = new LawNote(law, number, kind, from, service, note.Trim(), by.Id, clock.GetUtcNow()).Row();
            if (await journal.Laws.Add(row))
                return;
        }
        throw new InvalidOperationException("Others noted faster than this could be added.");
    }

    private IEnumerable<Release> Varied(string service) =>
        catalogue
            .RegionsOf(service)
            .Select(region => overlays.Live(new ServiceKey(service, region).ToString()))
            .OfType<Release>();

    private ImmutableArray<Citation> Of(Release release, string language) =>
        citations.GetOrAdd((release.Hash, language), _ => [.. Citation.Of(release, language)]);

    private static LawNote? MarkOf(IEnumerable<LawNote> notes)
    {
        var last = notes.LastOrDefault(n => n.Kind != LawNoteKind.Settled);
        return last?.Kind is LawNoteKind.Amended or LawNoteKind.Revoked ? last : null;
    }

    private static bool Unfit(string note) => note.Trim().Length is 0 or > LongestNote;
}
