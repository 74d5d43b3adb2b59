using System.Collections.Immutable;

namespace Genggam.Standards.Forms;

/// <summary>An order in which each step comes after those whose answers it reads, and otherwise as in the form.</summary>
internal static class StepOrder
{
    /// <summary>For each step those that it waits for.</summary>
    /// <param name="keys">The path of the answer that each settles.</param>
    /// <param name="reads">The paths that each reads: an answer, what is above it, or a part of it.</param>
    public static List<int>[] Waits(string[] keys, ImmutableArray<string>[] reads)
    {
        var sorted = keys.Index().OrderBy(k => k.Item, StringComparer.Ordinal).ToArray();
        var byKey = sorted.ToLookup(k => k.Item, k => k.Index, StringComparer.Ordinal);
        return [.. reads.Select(paths => paths.SelectMany(Settling).Distinct().ToList())];

        IEnumerable<int> Settling(string path)
        {
            for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
                foreach (var step in byKey[path[..end]])
                    yield return step;
            for (var at = FirstFrom($"{path}."); at < sorted.Length && Within(sorted[at].Item, path); at++)
                yield return sorted[at].Index;
        }

        int FirstFrom(string key)
        {
            var (low, high) = (0, sorted.Length);
            while (low < high)
                if (string.CompareOrdinal(sorted[(low + high) / 2].Item, key) < 0)
                    low = (low + high) / 2 + 1;
                else
                    high = (low + high) / 2;
            return low;
        }
    }

    /// <param name="mayGoFirst">Whether a step may be taken before what it waits for, where they wait for one another.</param>
    /// <returns>The order, and the steps that wait for one another for ever.</returns>
    public static (List<int> Order, IReadOnlyCollection<int> Ring) Of(List<int>[] waits, Predicate<int> mayGoFirst)
    {
        var waiting = waits.Select(w => w.Count).ToArray();
        var after = waits.SelectMany((needed, step) => needed.Select(n => (n, step))).ToLookup(p => p.n, p => p.step);
        var open = new SortedSet<int>(Enumerable.Range(0, waits.Length));
        var free = new SortedSet<int>(open.Where(step => waiting[step] == 0));
        var spare = new Queue<int>(open.Where(step => mayGoFirst(step)));
        var order = new List<int>(waits.Length);
        while (open.Count > 0)
        {
            while (free.Count == 0 && spare.TryDequeue(out var first))
                if (open.Contains(first))
                    free.Add(first);
            if (free.Count == 0)
                break;
            var next = free.Min;
            free.Remove(next);
            open.Remove(next);
            order.Add(next);
            foreach (var step in after[next])
                if (--waiting[step] == 0 && open.Contains(step))
                    free.Add(step);
        }
        return (order, open);
    }

    private static bool Within(string path, string other) =>
        path.Length > other.Length && path.StartsWith(other, StringComparison.Ordinal) && path[other.Length] == '.';
}
