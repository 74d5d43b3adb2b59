using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Genggam.Engine;
using Genggam.Engine.Comparison;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;
using Genggam.Office.Catalogue.Overlays;

namespace Genggam.Office.Changes.DryRuns;

/// <summary>What some cases, next to each other in the order of a run, came to.</summary>
/// <param name="Digests">The digest of each case's result, in order.</param>
/// <param name="Affected">Their ordinals count from 1 within these cases.</param>
internal sealed record ReplayedPage(
    int Read,
    CaseCursor Last,
    Partial Counts,
    List<byte[]> Digests,
    List<DryRunCaseRow> Affected
);

/// <summary>Replays pages of cases under one draft. Pages may be replayed at once: nothing is shared but worlds.</summary>
internal sealed class CaseReplays(
    JournalStore journal,
    ServiceCatalogue catalogue,
    Agencies.Agencies agencies,
    Release draft,
    DryRunAsked asked
)
{
    private readonly ConcurrentDictionary<
        (string, string?, string, string, EngineLevel),
        (World? Was, World? Would)
    > worlds = new();

    public async Task<ReplayedPage> Of(ImmutableArray<CaseRow> rows)
    {
        var wanted = rows.RemoveAll(r => !asked.Selection.Reads(r.Summary.Agency, agencies));
        var entries = await journal.Read([.. wanted.Select(r => r.Case)], asked.UpTo);
        var page = new ReplayedPage(
            rows.Length,
            new CaseCursor(rows[^1].Summary.OpenedAt, rows[^1].Case),
            new Partial(),
            [],
            []
        );
        foreach (var (row, stored) in wanted.Zip(entries))
            if (!stored.IsEmpty)
                Add(page, row, stored);
        return page;
    }

    private void Add(ReplayedPage page, CaseRow row, ImmutableArray<Entry> stored)
    {
        var erased = new HashSet<SubjectId>();
        var entries = stored.Select(e => CaseReader.Open(e, erased)).ToList();
        var first = entries[0];
        if (asked.Selection.Channel is { } channel && first.Stamp.Channel != channel)
            return;
        var result = Replayed(entries, erased);
        var was = CaseClasses.Was(result);
        if (asked.Selection.Outcome is { } outcome && (was?.Outcome ?? OutcomeOf(row.Summary)) != outcome)
            return;
        var world = Worlds(first.Stamp).Was ?? catalogue.World(draft);
        var facts = CaseFacts.Of(agencies.Find(row.Summary.Agency)?.Region, world, first, asked.AgeBands);
        page.Counts.Add(facts, result);
        page.Digests.Add(SHA256.HashData(Encoding.UTF8.GetBytes(Line(row.Case, result))));
        var kind = CaseClasses.Of(result);
        if (kind is CaseClass.Same or CaseClass.StillRefused)
            return;
        var content = new AffectedContent(
            facts.Region,
            row.Summary.Agency,
            facts.Channel,
            facts.Month,
            was,
            CaseClasses.WouldBe(result),
            result.Cause,
            At(result),
            (result as ReplayResult.NotReplayable)?.Why
        );
        page.Affected.Add(
            new DryRunCaseRow(
                page.Affected.Count + 1,
                kind.ToString(),
                row.Case,
                JsonSerializer.SerializeToUtf8Bytes(content)
            )
        );
    }

    private ReplayResult Replayed(List<CaseEntry> entries, HashSet<SubjectId> erased)
    {
        if (erased.Count > 0)
            return new ReplayResult.NotReplayable([.. erased.Select(s => s.Value.ToString("N"))]);
        return entries.Any(e => Worlds(e.Stamp).Was is null)
            ? new ReplayResult.NotReplayable([]) { Why = "not-kept" }
            : Replay.Run(s => Worlds(s).Was!, s => Worlds(s).Would!, entries, []);
    }

    /// <summary>The world of a stamp, and the same with the draft in its place; null where a part of it is not kept.</summary>
    private (World? Was, World? Would) Worlds(Stamp stamp) =>
        worlds.GetOrAdd(
            (stamp.Core, stamp.Overlay, stamp.Calendar, stamp.Zones, stamp.Level),
            _ =>
            {
                try
                {
                    var world = catalogue.World(stamp);
                    return (world, Drafted(world));
                }
                catch (InvalidDataException)
                {
                    return (null, null);
                }
            }
        );

    /// <summary>
    /// A draft of a core is met under what of the region's overlay would carry over to it; a draft of an overlay under its core.
    /// </summary>
    private World Drafted(World was) =>
        draft.Over is { } core ? was with { Core = core, Overlay = draft }
        : was.Overlay is { } overlay
            ? was with
            {
                Core = draft,
                Overlay = OverlayWriting.Release(overlay, Fitting.Onto(overlay, draft), draft),
            }
        : was with { Core = draft };

    private static string OutcomeOf(CaseSummary summary) =>
        summary.State == CaseStates.Refused ? CaseOutcome.Refused : summary.Outcome ?? CaseOutcome.Open;

    private static string? At(ReplayResult result) =>
        result switch
        {
            ReplayResult.NeedsJudgement judgement => judgement.Element,
            ReplayResult.NeedsAnswer answer => answer.Element,
            _ => null,
        };

    private static string Line(CaseId id, ReplayResult result) =>
        $"{id.Value:N}\t{CaseClasses.Of(result)}\t{Line(CaseClasses.Was(result))}\t{Line(CaseClasses.WouldBe(result))}\t{result.Cause}\t{At(result)}\t{(result as ReplayResult.NotReplayable)?.Why}";

    private static string Line(CaseOutcome? outcome) =>
        outcome is null
            ? ""
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{outcome.Outcome}|{outcome.Reason}|{outcome.Fee}|{outcome.Deadline:O}|{outcome.Waits}|{outcome.AskedItems}|{string.Join(',', outcome.Letters)}"
            );
}
