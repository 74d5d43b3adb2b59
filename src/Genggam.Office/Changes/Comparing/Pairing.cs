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
        var gone = free.ToLookup(w => Before(w, free), w => new Paired<T>(was[w], null, false));
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

    /// <summary>The nearest before it that is still there; -1 where there is none.</summary>
    private static int Before(int gone, SortedSet<int> free)
    {
        while (--gone >= 0 && free.Contains(gone)) { }
        return gone;
    }

    /// <summary>The most of them that stand in the order that they had.</summary>
    private static HashSet<int> Rising(int[] partner)
    {
        var length = new int[partner.Length];
        var previous = new int[partner.Length];
        var last = -1;
        for (var i = 0; i < partner.Length; i++)
        {
            if (partner[i] < 0)
                continue;
            (length[i], previous[i]) = (1, -1);
            for (var j = 0; j < i; j++)
                if (partner[j] >= 0 && partner[j] < partner[i] && length[j] >= length[i])
                    (length[i], previous[i]) = (length[j] + 1, j);
            if (last < 0 || length[i] > length[last])
                last = i;
        }
        var rising = new HashSet<int>();
        for (; last >= 0; last = previous[last])
            rising.Add(last);
        return rising;
    }
}
