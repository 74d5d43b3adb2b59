using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Catalogue;
using Genggam.Office.People;

namespace Genggam.Office.Cases;

/// <summary>Reads a case from its journal: entries opened, events folded.</summary>
public sealed class CaseReader(JournalStore journal, ServiceCatalogue catalogue, SecurityLog log)
{
    /// <summary>Null where no entry of the case exists.</summary>
    public async Task<LoadedCase?> Load(CaseId id, CancellationToken cancel)
    {
        var stored = await journal.Read(id);
        if (stored.IsEmpty)
            return null;
        var state = Case.New(id.Value.ToString("N"));
        var entries = ImmutableArray.CreateBuilder<CaseEntry>(stored.Length);
        var erased = new HashSet<SubjectId>();
        foreach (var entry in stored)
        {
            var opened = Open(entry, erased);
            entries.Add(opened);
            state = CaseLogic.Fold(state, opened);
        }
        var release = entries[^1].Stamp.Release();
        return new LoadedCase(
            id,
            state,
            catalogue.Release(release),
            stored[^1].Hash,
            entries.ToImmutable(),
            [.. erased]
        )
        {
            Earlier = entries
                .Select(e => e.Stamp.Release())
                .Where(hash => hash != release)
                .Distinct()
                .ToImmutableDictionary(hash => hash, catalogue.Release),
        };
    }

    /// <summary>The case that <paramref name="applicant"/> applied for; null for somebody else's, as for one that is not there.</summary>
    public async Task<LoadedCase?> LoadOf(Actor applicant, bool nikProved, CaseId id, CancellationToken cancel)
    {
        if (await Load(id, cancel) is not { } loaded)
            return null;
        if (loaded.IsOf(applicant, nikProved))
            return loaded;
        log.CaseRefused(applicant.Id, id.Value);
        return null;
    }

    /// <summary>
    /// What <paramref name="applicant"/> applied for, newest first; what was refused at the door is no case. Until the NIK
    /// is proved only what they handed in themselves: what a program sends for a NIK is not shown to whoever signed up
    /// with it.
    /// </summary>
    public async Task<CasePage> Of(SubjectId applicant, bool nikProved, int limit, CaseCursor? after = null)
    {
        var page = await journal.Cases.OfApplicant(applicant, limit, after);
        var cases = page.Rows.RemoveAll(r => r.Summary.State == CaseStates.Refused);
        return page with { Rows = nikProved ? cases : await HandedInThemselves(cases) };
    }

    private async Task<ImmutableArray<CaseRow>> HandedInThemselves(ImmutableArray<CaseRow> rows)
    {
        var first = await journal.Openings([.. rows.Select(r => r.Case)]);
        var nothing = ImmutableDictionary<string, byte[]?>.Empty;
        return [.. rows.Where(r => EntryCodec.Join(first[r.Case], nothing).Entry.Stamp.Actor.Via is null)];
    }

    internal static CaseEntry Open(Entry entry, HashSet<SubjectId> erased)
    {
        foreach (var part in entry.Sealed)
            if (part is EntryPart.Erased)
                erased.Add(part.Subject);
        return EntryCodec.Read(entry.Open, entry.Sealed.OfType<EntryPart.Readable>().Select(p => p.Plain));
    }
}
