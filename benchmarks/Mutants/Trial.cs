using System.Diagnostics;

namespace Genggam.Benchmarks.Mutants;

/// <summary>One mutant before the tests that come past it, those that take least first.</summary>
internal static class Trial
{
    /// <summary>A class that works longer, in seconds, has a process of its own, after the others.</summary>
    private const double Long = 3;

    public static async Task<Outcome> Of(
        Mutant mutant,
        MutatedCopy copy,
        IReadOnlyList<Covering> coverage,
        CancellationToken stop
    )
    {
        var clock = Stopwatch.StartNew();
        var runs = coverage
            .Where(c => c.Mutants.Contains(mutant.Number))
            .GroupBy(c => (c.Project, c.Seconds > Long ? c.Name : ""))
            .OrderBy(run => run.Sum(c => c.Seconds))
            .ToList();
        if (runs.Count == 0)
            return Ended(Fate.Uncovered, "");
        foreach (var run in runs)
        {
            var limit = TimeSpan.FromSeconds(3 * run.Sum(c => c.Seconds) + 20);
            var ran = await run.Key.Project.Run(
                copy.Folder,
                run.Select(c => c.Name),
                limit,
                (MutatedCopy.Chosen, $"{mutant.Number}"),
                stop
            );
            if (ran.Code is null)
                return Ended(Fate.TimedOut, run.Key.Project.Name);
            if (ran.Code != 0)
                return Ended(Fate.Killed, Failed(ran.Said) ?? $"{run.Key.Project.Name} ended with {ran.Code}");
        }
        return Ended(Fate.Survived, "");

        Outcome Ended(Fate fate, string by) => new(mutant.Number, fate, by, clock.Elapsed.TotalSeconds);
    }

    /// <summary>The first test that failed.</summary>
    private static string? Failed(string said) =>
        said.Split('\n')
            .Select(line => line.Trim())
            .FirstOrDefault(line => line.Contains("[FAIL]", StringComparison.Ordinal))
            is { } native
            ? native.Replace("[FAIL]", "", StringComparison.Ordinal).Trim().Replace('\t', ' ')
        : said.Split('\n').FirstOrDefault(line => line.StartsWith("failed ", StringComparison.Ordinal)) is { } platform
            ? platform["failed ".Length..].Trim().Replace('\t', ' ')
        : null;
}
