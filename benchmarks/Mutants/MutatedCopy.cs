using Genggam.Benchmarks.Mutants.Changes;

namespace Genggam.Benchmarks.Mutants;

/// <summary>The repository once more, with every drawn change in its sources behind a switch.</summary>
internal sealed record MutatedCopy(string Folder)
{
    public const string Chosen = "GENGGAM_MUTANT";

    public const string Touched = "GENGGAM_MUTANTS_TOUCHED";

    public static async Task<MutatedCopy> Make(
        string folder,
        IReadOnlyList<Room> rooms,
        Sample sample,
        CancellationToken stop
    )
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        var files = await Commands.Output("git", ["ls-files", "-z"], stop);
        foreach (var file in files.Split('\0').Where(File.Exists))
        {
            var copy = Path.Combine(folder, file);
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
        var trees = rooms.SelectMany(r => r.Files).ToDictionary();
        foreach (var file in sample.Drawn.GroupBy(d => d.Mutant.File))
            File.WriteAllText(
                Path.Combine(folder, file.Key),
                Switches.Write(await trees[file.Key].GetRootAsync(stop), file.Select(d => (d.Mutant.Number, d.Change)))
            );
        File.WriteAllText(Path.Combine(folder, "src/Genggam.Standards/Mutant.cs"), Switch(sample.Drawn.Count));
        foreach (var project in TestProject.All)
            await Commands.Output(
                "dotnet",
                [
                    "build",
                    Path.Combine(folder, "tests", project.Name),
                    .. (string[])["-c", "Release", "--nologo", "-v", "q", "-clp:ErrorsOnly"],
                    "-p:TreatWarningsAsErrors=false",
                    "-p:RunAnalyzers=false",
                    "-p:EnforceCodeStyleInBuild=false",
                ],
                stop
            );
        return new(folder);
    }

    /// <summary>Says whether a change is on, and writes which were asked for when the process ends.</summary>
    public static string Switch(int count) =>
        $$"""
            namespace Genggam.Standards;

            public static class Mutant
            {
                private static readonly int chosen =
                    int.TryParse(System.Environment.GetEnvironmentVariable("{{Chosen}}"), out var number) ? number : 0;

                private static readonly bool[]? touched = Begin();

                public static bool On(int number)
                {
                    if (touched is not null)
                        touched[number] = true;
                    return number == chosen;
                }

                private static bool[]? Begin()
                {
                    if (System.Environment.GetEnvironmentVariable("{{Touched}}") is not { Length: > 0 } file)
                        return null;
                    var all = new bool[{{count}} + 1];
                    System.AppDomain.CurrentDomain.ProcessExit += (_, _) =>
                        System.IO.File.WriteAllLines(
                            file,
                            System.Linq.Enumerable.Range(0, all.Length).Where(n => all[n]).Select(n => n.ToString())
                        );
                    return all;
                }
            }
            """;
}
