using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Genggam.Engine;
using Genggam.Journal;
using Genggam.Office.Cases;
using Genggam.Office.Catalogue;

namespace Genggam.Office.Changes;

/// <summary>Feeds the inputs of past cases to a draft of their service and counts what would have been otherwise.</summary>
public sealed class DryRun(JournalStore journal, CaseReader reader, ServiceCatalogue catalogue)
{
    private const int PageSize = 256;

    /// <param name="since">Only cases that were opened then or later.</param>
    public async Task<DryRunReport> Run(
        Release draft,
        DateTimeOffset? since,
        IProgress<int>? progress,
        CancellationToken cancel
    )
    {
        var found = new List<DryRunCase>();
        var world = catalogue.World(draft);
        CaseCursor? after = null;
        do
        {
            var page = await journal.Cases.List(new CaseFilter(Service: draft.Id), PageSize, after);
            var wanted = page.Rows.Where(r => !(r.Summary.OpenedAt < since)).ToList();
            var results = new DryRunCase?[wanted.Count];
            await Parallel.ForAsync(
                0,
                wanted.Count,
                cancel,
                async (i, stop) => results[i] = await Replayed(wanted[i], world, stop)
            );
            found.AddRange(results.OfType<DryRunCase>());
            progress?.Report(found.Count);
            after = wanted.Count == page.Rows.Length ? page.Next : null;
        } while (after is not null);
        return Report(draft, [.. found.OrderBy(c => c.Case.Value)]);
    }

    private async Task<DryRunCase?> Replayed(CaseRow row, World draft, CancellationToken cancel)
    {
        if (await reader.Load(row.Case, cancel) is not { } loaded)
            return null;
        var result = Replay.Run(
            catalogue.World(loaded.Entries[0].Stamp),
            draft,
            loaded.Entries,
            [.. loaded.Erased.Select(s => s.Value.ToString("N"))]
        );
        return new DryRunCase(row.Case, row.Summary.Number, row.Summary.OpenedAt, result);
    }

    private static DryRunReport Report(Release draft, ImmutableArray<DryRunCase> all)
    {
        var cases = all.Where(c => !WasRefused(c.Result)).ToList();
        var refused = all.Where(c => WasRefused(c.Result)).ToList();
        return new DryRunReport(
            draft.Id,
            draft.Hash,
            cases.Count,
            cases.Count(c => c.Result is ReplayResult.Same),
            cases.Count(c => c.Result is ReplayResult.Other),
            cases.Count(c => c.Result is ReplayResult.NeedsJudgement),
            cases.Count(c => c.Result is ReplayResult.NeedsAnswer),
            cases.Count(c => c.Result is ReplayResult.NotReplayable),
            refused.Count,
            refused.Count(c => c.Result is ReplayResult.Other { WouldBe.Outcome: not CaseOutcome.Refused }),
            refused.Count(c => c.Result is ReplayResult.Other { WouldBe.Outcome: CaseOutcome.Refused }),
            [.. all.Where(c => c.Result is not ReplayResult.Same)],
            HashOf(all)
        );
    }

    private static bool WasRefused(ReplayResult result) =>
        result switch
        {
            ReplayResult.Same same => same.Outcome.Outcome,
            ReplayResult.Other other => other.Was.Outcome,
            ReplayResult.NeedsJudgement judgement => judgement.Was.Outcome,
            ReplayResult.NeedsAnswer answer => answer.Was.Outcome,
            _ => null,
        } == CaseOutcome.Refused;

    private static string HashOf(ImmutableArray<DryRunCase> all)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var one in all)
            hash.AppendData(
                Encoding.UTF8.GetBytes(
                    $"{one.Case.Value:N}\t{one.Result.GetType().Name}\t{JsonSerializer.Serialize(one.Result, one.Result.GetType())}\n"
                )
            );
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
