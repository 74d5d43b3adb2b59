namespace Genggam.Office.Changes;

/// <summary>What something was and what it is; one of the two is null where it is new or gone.</summary>
/// <param name="Moved">It is another place among those that stayed.</param>
internal sealed record Paired<T>(T? Was, T? Now, bool Moved)
    where T : class;

/// <summary>
/// Two lists of the same things, brought together: in the order that there is now, what is gone behind what it followed.
/// </summary>
internal static class Pairing
{
    /// <param name="names">By what things are known again, the surest first; the same name twice is matched in order.</param>
    public static IReadOnlyList<Paired<T>> Of<T>(
        IReadOnlyList<T> was,
        IReadOnlyList<T> now,
        params ReadOnlySpan<Func<T, string>> names
    )
        where T : class
    {
        var partner = new int[now.Count];
        Array.Fill(partner, -1);
        var free = new SortedSet<int>(Enumerable.Range(0, was.Count));
        foreach (var name in names)
            Match(was, now, name, partner, free);
        var stayed = Rising(partner);
        var gone = Gone(was.Count, free).ToLookup(w => w.Behind, w => new Paired<T>(was[w.Gone], null, false));
        var merged = new List<Paired<T>>(gone[-1]);
        for (var i = 0; i < now.Count; i++)
        {
            var w = partner[i];
            merged.Add(new Paired<T>(w < 0 ? null : was[w], now[i], w >= 0 && !stayed.Contains(i)));
            if (w >= 0)
                merged.AddRange(gone[w]);
        }
        return merged;
    }

    private static void Match<T>(
        IReadOnlyList<T> was,
        IReadOnlyList<T> now,
        Func<T, string> name,
        int[] partner,
        SortedSet<int> free
    )
    {
        var known = free.GroupBy(w => name(was[w]), StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => new Queue<int>(g), StringComparer.Ordinal);
        for (var i = 0; i < now.Count; i++)
            if (partner[i] < 0 && known.TryGetValue(name(now[i]), out var same) && same.TryDequeue(out var w))
            {
                partner[i] = w;
                free.Remove(w);
            }
    }

    /// <summary>Each that is gone, with the nearest before it that is still there; -1 where there is none.</summary>
    private static IEnumerable<(int Behind, int Gone)> Gone(int count, SortedSet<int> free)
    {
        var behind = -1;
        for (var w = 0; w < count; w++)
            if (free.Contains(w))
                yield return (behind, w);
            else
                behind = w;
    }

    /// <summary>The most of them that stand in the order that they had.</summary>
    private static HashSet<int> Rising(int[] partner)
    {
        var previous = new int[partner.Length];
        // Of the rising ones of each length, the end that leaves the most room behind it.
        var ends = new List<int>();
        for (var i = 0; i < partner.Length; i++)
        {
            if (partner[i] < 0)
                continue;
            var (low, high) = (0, ends.Count);
            while (low < high)
                if (partner[ends[(low + high) / 2]] < partner[i])
                    low = (low + high) / 2 + 1;
                else
                    high = (low + high) / 2;
            previous[i] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count)
                ends.Add(i);
            else
                ends[low] = i;
        }
        var rising = new HashSet<int>();
        for (var last = ends.Count == 0 ? -1 : ends[^1]; last >= 0; last = previous[last])
            rising.Add(last);
        return rising;
    }
}
