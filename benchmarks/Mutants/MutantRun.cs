using System.Globalization;

namespace Genggam.Benchmarks.Mutants;

/// <summary>
/// Changes the product in many places, one at a time, and asks whether a test notices. Everything lies in
/// <c>artifacts/mutants/SEED</c>, so a run that was stopped goes on; without that folder it begins anew.
/// </summary>
internal static class MutantRun
{
    /// <summary>Side by side; more would only slow down the rest of the machine.</summary>
    private const int Workers = 2;

    public static async Task<int> Run(int? seed, int count, CancellationToken stop)
    {
        var begin = seed ?? Random.Shared.Next();
        Report.Title($"Mutants, seed {begin}");
        var folder = Path.GetFullPath(
            Path.Combine("artifacts", "mutants", begin.ToString(CultureInfo.InvariantCulture))
        );
        Directory.CreateDirectory(folder);
        var (draw, results) = (Path.Combine(folder, "sample.tsv"), Path.Combine(folder, "results.tsv"));
        var copy = new MutatedCopy(Path.Combine(folder, "source"));
        if (!File.Exists(draw))
            await Prepare(copy.Folder, draw, begin, count, stop);
        var kept = File.ReadAllLines(draw);
        Console.WriteLine(kept[0]);
        Mutant[] mutants = [.. kept.Skip(1).Select(Mutant.Of)];
        var coverage = await Coverage.Of(copy, Path.Combine(folder, "coverage.tsv"), stop);
        var done = (File.Exists(results) ? File.ReadAllLines(results) : [])
            .Select(Outcome.Of)
            .ToDictionary(o => o.Number);
        var gate = new Lock();
        await Parallel.ForEachAsync(
            mutants.Where(m => !done.ContainsKey(m.Number)).ToArray(),
            SideBySide(stop),
            async (mutant, _) =>
            {
                var outcome = await Trial.Of(mutant, copy, coverage, stop);
                lock (gate)
                {
                    done.Add(mutant.Number, outcome);
                    File.AppendAllLines(results, [outcome.Row()]);
                    if (outcome.Fate is Fate.Survived or Fate.Uncovered)
                        Console.WriteLine($"  {Tally.Said(mutant, outcome)}");
                    if (done.Count % 20 == 0)
                        Console.WriteLine($"  {done.Count} of {mutants.Length}");
                }
            }
        );
        var tally = new Tally([.. mutants.Select(m => (m, done[m.Number]))]);
        tally.Print();
        var survivors = Path.Combine(folder, "survivors.txt");
        File.WriteAllLines(survivors, tally.Survivors());
        Console.WriteLine($"  Survivors: {Path.GetRelativePath(".", survivors)}");
        return tally.Met ? 0 : 1;
    }

    public static ParallelOptions SideBySide(CancellationToken stop) =>
        new() { MaxDegreeOfParallelism = Workers, CancellationToken = stop };

    private static async Task Prepare(string source, string draw, int seed, int count, CancellationToken stop)
    {
        var rooms = Room.Of(".");
        var sample = Sample.Draw(rooms, seed, count);
        await MutatedCopy.Make(source, rooms, sample, stop);
        string head =
            $"  {sample.Sites} sites, {sample.Drawn.Count} sampled, {sample.Uncompiled} drawn that do not compile";
        File.WriteAllLines(draw, [head, .. sample.Drawn.Select(d => d.Mutant.Row())]);
    }
}
