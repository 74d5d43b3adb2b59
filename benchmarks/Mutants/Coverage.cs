using System.Globalization;

namespace Genggam.Benchmarks.Mutants;

/// <summary>A class of tests, how long it works without a change, and the changes it comes past.</summary>
internal sealed record Covering(TestProject Project, string Name, double Seconds, HashSet<int> Mutants);

/// <summary>Which tests come past which changes. Measured once for a copy, a process for each class, and kept.</summary>
internal static class Coverage
{
    public static async Task<IReadOnlyList<Covering>> Of(MutatedCopy copy, string kept, CancellationToken stop)
    {
        var known = (File.Exists(kept) ? File.ReadAllLines(kept) : []).Select(Read).ToDictionary(c => c.Name);
        var all = TestProject.All.SelectMany(p => p.Classes(copy.Folder).Select(name => (p, name))).ToArray();
        var gate = new Lock();
        await Parallel.ForEachAsync(
            all.Where(c => !known.ContainsKey(c.name)).ToArray(),
            MutantRun.SideBySide(stop),
            async (one, _) =>
            {
                var found = await Measure(copy, one.p, one.name, stop);
                lock (gate)
                {
                    known.Add(found.Name, found);
                    File.AppendAllLines(kept, [Row(found)]);
                    Console.WriteLine($"  {known.Count}/{all.Length} {found.Seconds, 6:N1} s {found.Name}");
                }
            }
        );
        return [.. known.Values];
    }

    private static async Task<Covering> Measure(
        MutatedCopy copy,
        TestProject project,
        string name,
        CancellationToken stop
    )
    {
        var file = Path.GetTempFileName();
        var ran = await project.Run(copy.Folder, [name], TimeSpan.FromMinutes(15), (MutatedCopy.Touched, file), stop);
        if (ran.Code != 0)
            throw new InvalidOperationException($"{name} fails with no change made; mend it first.\n{ran.Said}");
        var touched = File.ReadAllLines(file).Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToHashSet();
        File.Delete(file);
        return new(project, name, ran.Worked.TotalSeconds, touched);
    }

    private static string Row(Covering one) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{one.Project.Name}\t{one.Name}\t{one.Seconds:F1}\t{string.Join(' ', one.Mutants)}"
        );

    private static Covering Read(string row) =>
        row.Split('\t') is [var project, var name, var seconds, var mutants]
            ? new(
                TestProject.All.First(p => p.Name == project),
                name,
                double.Parse(seconds, CultureInfo.InvariantCulture),
                [
                    .. mutants
                        .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                        .Select(n => int.Parse(n, CultureInfo.InvariantCulture)),
                ]
            )
            : throw new InvalidDataException($"Not a class of tests: {row}");
}
