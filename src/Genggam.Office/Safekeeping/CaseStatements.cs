using System.Collections.Immutable;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using IssuedDocument = Genggam.Journal.IssuedDocument;

namespace Genggam.Office.Safekeeping;

/// <summary>What cases say of their documents, held against the register, which anyone asks.</summary>
internal sealed class CaseStatements(JournalStore journal, long upTo)
{
    private readonly Dictionary<string, CaseEvent.DocumentIssued> issued = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (CaseEvent.DocumentRevoked Said, DateTimeOffset At)> revoked = new(
        StringComparer.Ordinal
    );
    private readonly Dictionary<CaseId, string> zones = [];

    /// <summary>Of these cases, in place of those before.</summary>
    public async Task Read(IEnumerable<CaseId> cases)
    {
        issued.Clear();
        revoked.Clear();
        zones.Clear();
        ImmutableArray<CaseId> all = [.. cases.Distinct()];
        foreach (var entries in await journal.Read(all, upTo))
        foreach (var (id, entry) in entries.Select(e => (e.Case, EntryCodec.Read(e.Open, []))))
        foreach (var said in entry.Events)
            switch (said)
            {
                case CaseEvent.Opened opened:
                    zones[id] = opened.Zone;
                    break;
                case CaseEvent.DocumentIssued document:
                    issued[document.Code] = document;
                    break;
                case CaseEvent.DocumentRevoked document:
                    revoked[document.Code] = (document, entry.Stamp.At);
                    break;
            }
    }

    /// <summary>What the register says otherwise; null where they agree, or where the case has not been told yet.</summary>
    public async Task<string?> Fault(IssuedDocument document)
    {
        if (!issued.TryGetValue(document.Code, out var said))
            return await Waits(document, nameof(Effect.IssueDocument)) ? null : "no case says that it was issued";
        if (said.Number != document.Number || said.Letter != document.Letter)
            return "its case gives it another number";
        if (said.Sha256 != document.ContentHash.ToString())
            return "its case names another file";
        if (zones.TryGetValue(document.Case, out var zone) && !SameDays(said, document, zone))
            return "its case gives it other days";
        return await StatusFault(document);
    }

    private async Task<string?> StatusFault(IssuedDocument document)
    {
        if (!revoked.TryGetValue(document.Code, out var withdrawn))
            return document.Status == DocumentStatus.Valid && document.ChangedAt == document.IssuedAt
                ? null
                : "it is withdrawn, and no case says so";
        if (document.Status == DocumentStatus.Valid)
            return await Waits(document, nameof(Effect.PublishStatus)) ? null : "its case has revoked it";
        return document.Reason == withdrawn.Said.LegalBasis ? null : "its case revoked it for another reason";
    }

    private static bool SameDays(CaseEvent.DocumentIssued said, IssuedDocument document, string zone) =>
        said.IssuedOn == ZoneVersion.Indonesia.Day(document.IssuedAt, zone)
        && said.ValidUntil
            == (document.ValidUntil is { } until ? ZoneVersion.Indonesia.Day(until, zone) : (DateOnly?)null);

    private async Task<bool> Waits(IssuedDocument document, string kind) =>
        (await journal.Outbox.Waiting(document.Case)).Contains(kind);
}
