using Genggam.Benchmarks.Mutants.Changes;
using Microsoft.CodeAnalysis;

namespace Genggam.Benchmarks.Mutants;

/// <summary>Changes drawn at random from all rooms, each of which compiles.</summary>
internal sealed record Sample(int Sites, int Uncompiled, IReadOnlyList<(Mutant Mutant, Change Change)> Drawn)
{
    private sealed record Site(Room Room, string File, SyntaxNode Root, Change Change);

    /// <summary>In a place where a change does not compile stands the next of the order that the seed gives.</summary>
    public static Sample Draw(IReadOnlyList<Room> rooms, int seed, int count)
    {
        var sites = rooms
            .SelectMany(room => room.Files.Select(file => (room, file.Key, Root: file.Value.GetRoot())))
            .SelectMany(f => FileChanges.Of(f.Root).Select(change => new Site(f.room, f.Key, f.Root, change)))
            .ToArray();
        new Random(seed).Shuffle(sites);
        var drawn = new List<Site>();
        var tried = 0;
        while (drawn.Count < count && tried < sites.Length)
        {
            var some = sites.Skip(tried).Take(count - drawn.Count).ToList();
            drawn.AddRange(Compiling(drawn, some));
            tried += some.Count;
            Console.WriteLine($"  {drawn.Count} drawn of {sites.Length}, {tried - drawn.Count} do not compile");
        }
        return new(
            sites.Length,
            tried - drawn.Count,
            [.. drawn.Select((site, i) => (Numbered(site, i + 1), site.Change))]
        );
    }

    /// <summary>Those that compile beside what is drawn: all of a file at once; where that fails, one after the other.</summary>
    private static List<Site> Compiling(IReadOnlyList<Site> drawn, IReadOnlyList<Site> more)
    {
        var good = new HashSet<Site>(drawn);
        foreach (var room in more.GroupBy(s => s.Room))
        {
            var files = room.GroupBy(s => s.File).Select(f => f.ToArray()).ToList();
            var failing = Failing(room.Key, files.Select(f => Beside(good, f)));
            good.UnionWith(files.Where(f => !failing.Contains(f[0].File)).SelectMany(f => f));
            files.RemoveAll(f => !failing.Contains(f[0].File));
            for (var i = 0; files.Exists(f => f.Length > i); i++)
            {
                var singles = files.Where(f => f.Length > i).Select(f => f[i]).ToList();
                var wrong = Failing(room.Key, singles.Select(s => Beside(good, [s])));
                good.UnionWith(singles.Where(s => !wrong.Contains(s.File)));
            }
        }
        return [.. more.Where(good.Contains)];
    }

    private static Site[] Beside(HashSet<Site> good, Site[] sites) =>
        [.. good.Where(g => g.File == sites[0].File), .. sites];

    private static HashSet<string> Failing(Room room, IEnumerable<Site[]> files) =>
        room.Failing(files.ToDictionary(f => f[0].File, f => Switches.Write(f[0].Root, f.Select(s => (0, s.Change)))));

    private static Mutant Numbered(Site site, int number)
    {
        var line = site.Change.Node.GetLocation().GetLineSpan().StartLinePosition.Line + 1;
        return new(number, site.File, line, site.Change.Kind, $"{site.Change.Node}", site.Change.After);
    }
}
