using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Genggam.Standards.Feel;

/// <summary>A FEEL context: named values in the order they were written. Immutable.</summary>
public sealed class FeelContext : FeelValue
{
    /// <summary>Up to so many entries are found faster one by one than by a tree.</summary>
    private const int Few = 10;

    public static readonly FeelContext Empty = new([], [], null);

    private readonly ImmutableArray<FeelValue> inOrder;
    private readonly ImmutableDictionary<string, FeelValue>? byName;

    /// <param name="inOrder">The values beside their names, where there is no tree.</param>
    private FeelContext(
        ImmutableArray<string> names,
        ImmutableArray<FeelValue> inOrder,
        ImmutableDictionary<string, FeelValue>? byName
    )
    {
        Names = names;
        this.inOrder = inOrder;
        this.byName = byName;
    }

    public ImmutableArray<string> Names { get; }

    public FeelValue this[string name] => TryGet(name, out var value) ? value : Null;

    public static FeelContext Of(params IEnumerable<(string Name, FeelValue Value)> entries)
    {
        var context = Empty;
        foreach (var (name, value) in entries)
            context = context.With(name, value);
        return context;
    }

    public bool TryGet(string name, [NotNullWhen(true)] out FeelValue? value)
    {
        if (byName is not null)
            return byName.TryGetValue(name, out value);
        var at = Place(name);
        value = at < 0 ? null : inOrder[at];
        return at >= 0;
    }

    /// <summary>The same context with one entry put or replaced; a new name goes to the end.</summary>
    public FeelContext With(string name, FeelValue value)
    {
        if (byName is not null)
            return new(byName.ContainsKey(name) ? Names : Names.Add(name), [], byName.SetItem(name, value));
        var at = Place(name);
        if (at >= 0)
            return new(Names, inOrder.SetItem(at, value), null);
        return Names.Length < Few
            ? new(Names.Add(name), inOrder.Add(value), null)
            : new(Names.Add(name), [], Tree().Add(name, value));
    }

    public FeelContext Without(string name)
    {
        if (byName is not null)
            return byName.ContainsKey(name) ? new(Names.Remove(name), [], byName.Remove(name)) : this;
        var at = Place(name);
        return at < 0 ? this : new(Names.RemoveAt(at), inOrder.RemoveAt(at), null);
    }

    private int Place(string name)
    {
        for (var i = 0; i < Names.Length; i++)
            if (Names[i] == name)
                return i;
        return -1;
    }

    private ImmutableDictionary<string, FeelValue> Tree()
    {
        var tree = ImmutableDictionary.CreateBuilder<string, FeelValue>(StringComparer.Ordinal);
        for (var i = 0; i < Names.Length; i++)
            tree.Add(Names[i], inOrder[i]);
        return tree.ToImmutable();
    }

    /// <summary>The value at a dotted path of entry names, null where any step is missing.</summary>
    public FeelValue At(string path)
    {
        FeelValue value = this;
        foreach (var step in path.Split('.'))
        {
            if (value is not FeelContext context)
                return Null;
            value = context[step];
        }
        return value;
    }

    /// <summary>The same context with the value at a dotted path put; contexts on the way are made.</summary>
    public FeelContext WithAt(string path, FeelValue value)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        if (dot < 0)
            return With(path, value);
        var inner = this[path[..dot]] as FeelContext ?? Empty;
        return With(path[..dot], inner.WithAt(path[(dot + 1)..], value));
    }

    /// <summary>Entries of <paramref name="other"/> laid over this context, contexts merged entry by entry.</summary>
    public FeelContext Merge(FeelContext other)
    {
        var merged = this;
        foreach (var name in other.Names)
        {
            var value = other[name];
            merged = merged.With(
                name,
                value is FeelContext right && merged[name] is FeelContext left ? left.Merge(right) : value
            );
        }
        return merged;
    }
}
