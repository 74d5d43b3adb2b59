using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Genggam.Standards.Feel;

/// <summary>A FEEL context: named values in the order they were written. Immutable.</summary>
public sealed class FeelContext : FeelValue
{
    public static readonly FeelContext Empty = new(
        [],
        ImmutableDictionary.Create<string, FeelValue>(StringComparer.Ordinal)
    );

    private readonly ImmutableDictionary<string, FeelValue> values;

    private FeelContext(ImmutableArray<string> names, ImmutableDictionary<string, FeelValue> values)
    {
        Names = names;
        this.values = values;
    }

    public ImmutableArray<string> Names { get; }

    public FeelValue this[string name] => values.TryGetValue(name, out var value) ? value : Null;

    public static FeelContext Of(params IEnumerable<(string Name, FeelValue Value)> entries)
    {
        var context = Empty;
        foreach (var (name, value) in entries)
            context = context.With(name, value);
        return context;
    }

    public bool TryGet(string name, [NotNullWhen(true)] out FeelValue? value) => values.TryGetValue(name, out value);

    /// <summary>The same context with one entry put or replaced; a new name goes to the end.</summary>
    public FeelContext With(string name, FeelValue value) =>
        new(values.ContainsKey(name) ? Names : Names.Add(name), values.SetItem(name, value));

    public FeelContext Without(string name) =>
        values.ContainsKey(name) ? new(Names.Remove(name), values.Remove(name)) : this;

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
