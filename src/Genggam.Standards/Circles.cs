namespace Genggam.Standards;

/// <summary>
/// Names that lead back to themselves: those of each strongly connected component of more than one, or with a loop. Found
/// in one walk, without recursion.
/// </summary>
internal static class Circles
{
    /// <param name="graph">Where each name leads; names that it does not have lead nowhere.</param>
    public static HashSet<string> In(IReadOnlyDictionary<string, IEnumerable<string>> graph)
    {
        var (order, low) = (new Dictionary<string, int>(StringComparer.Ordinal), new Dictionary<string, int>());
        var (path, onPath) = (new Stack<string>(), new HashSet<string>(StringComparer.Ordinal));
        var found = new HashSet<string>(StringComparer.Ordinal);
        foreach (var root in graph.Keys)
        {
            if (order.ContainsKey(root))
                continue;
            var open = new Stack<(string Id, IEnumerator<string> Next)>();
            Enter(root);
            while (open.TryPeek(out var top))
            {
                if (!top.Next.MoveNext())
                {
                    open.Pop();
                    Leave(top.Id);
                    if (open.TryPeek(out var above))
                        low[above.Id] = Math.Min(low[above.Id], low[top.Id]);
                }
                else if (!graph.ContainsKey(top.Next.Current))
                    continue;
                else if (!order.TryGetValue(top.Next.Current, out var seen))
                    Enter(top.Next.Current);
                else if (onPath.Contains(top.Next.Current))
                {
                    low[top.Id] = Math.Min(low[top.Id], seen);
                    if (top.Next.Current == top.Id)
                        found.Add(top.Id);
                }
            }

            void Enter(string id)
            {
                order[id] = low[id] = order.Count;
                path.Push(id);
                onPath.Add(id);
                open.Push((id, graph[id].GetEnumerator()));
            }
        }
        return found;

        void Leave(string id)
        {
            if (low[id] != order[id])
                return;
            var component = new List<string>();
            string last;
            do
            {
                last = path.Pop();
                onPath.Remove(last);
                component.Add(last);
            } while (last != id);
            if (component.Count > 1)
                found.UnionWith(component);
        }
    }
}
