namespace Genggam.Standards.Feel.Functions;

/// <summary>Functions over contexts (DMN 1.5, table 83).</summary>
internal static class ContextFunctions
{
    /// <summary>Contexts are not nested more deeply than this by one call.</summary>
    private const int MaxPath = 100;

    public static IEnumerable<Builtin> All =>
        [
            new(
                "get value",
                new Signature(["m", "key"], (_, a) => a is [FeelContext c, FeelString k] ? c[k.Value] : null)
            ),
            new(
                "get entries",
                new Signature(
                    ["m"],
                    (_, a) =>
                        a[0] is FeelContext c
                            ? new FeelList([.. c.Names.Select(n => FeelContext.Of(("key", n), ("value", c[n])))])
                            : null
                )
            ),
            new(
                "context",
                new Signature(
                    ["entries"],
                    (_, a) =>
                        a[0] is FeelList l ? Of(l)
                        : a[0] is FeelContext one ? Of(new FeelList([one]))
                        : null
                )
            ),
            new(
                "context put",
                new Signature(
                    ["context", "key", "value"],
                    (_, a) => a is [FeelContext c, FeelString k, _] ? c.With(k.Value, a[2]) : null
                ),
                new Signature(
                    ["context", "keys", "value"],
                    (_, a) => a is [FeelContext c, FeelList { Items.Length: <= MaxPath } k, _] ? Put(c, k, a[2]) : null
                )
            ),
            new(
                "context merge",
                new Signature(
                    ["contexts"],
                    (_, a) =>
                        a[0] is FeelList l && l.Items.All(i => i is FeelContext)
                            ? FeelContext.Of(
                                l.Items.Cast<FeelContext>().SelectMany(c => c.Names.Select(n => (n, c[n])))
                            )
                            : null
                )
            ),
        ];

    private static FeelContext? Of(FeelList entries)
    {
        var named = new List<(string, FeelValue)>();
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in entries.Items)
        {
            if (
                entry is not FeelContext e
                || e["key"] is not FeelString key
                || !e.TryGet("value", out var value)
                || !names.Add(key.Value)
            )
                return null;
            named.Add((key.Value, value));
        }
        return FeelContext.Of(named);
    }

    private static FeelContext? Put(FeelContext context, FeelList keys, FeelValue value)
    {
        if (keys.Items is not [FeelString first, .. var rest])
            return null;
        if (rest.IsEmpty)
            return context.With(first.Value, value);
        if (context[first.Value] is not (FeelContext or FeelNull))
            return null;
        var inner = context[first.Value] as FeelContext ?? FeelContext.Empty;
        return Put(inner, new FeelList(rest), value) is { } put ? context.With(first.Value, put) : null;
    }
}
