using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Genggam.Standards.Feel;

/// <summary>A FEEL context: named values in the order they were written. Immutable.</summary>
public sealed class FeelContext : FeelValue
{
    /// <summary>Up to so many entries are found faster one by one than by a tree.</summary>
    private const int Few = 10;

    public static readonly FeelContext Empty = new([], [], null);

    private readonly ImmutableArray<FeelValue> inOrder;
    private readonly ImmutableDictionary<string, FeelValue>? byName;
    private Extent? extent;

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

    internal Extent Extent => extent ??= Extent.Around(byName is null ? inOrder : byName.Values);

    public FeelValue this[string name] => TryGet(name, out var value) ? value : Null;

    /// <summary>Of two entries of one name the later counts, in the place of the earlier.</summary>
    public static FeelContext Of(params IEnumerable<(string Name, FeelValue Value)> entries)
    {
        var given = entries as IReadOnlyCollection<(string Name, FeelValue Value)> ?? [.. entries];
        if (given.Count <= Few)
            return OfFew(given);
        var names = ImmutableArray.CreateBuilder<string>();
        var byName = ImmutableDictionary.CreateBuilder<string, FeelValue>(StringComparer.Ordinal);
        foreach (var (name, value) in given)
        {
            if (!byName.ContainsKey(name))
                names.Add(name);
            byName[name] = value;
        }
        return new(names.DrainToImmutable(), [], byName.ToImmutable());
    }

    private static FeelContext OfFew(IReadOnlyCollection<(string Name, FeelValue Value)> given)
    {
        var names = ImmutableArray.CreateBuilder<string>(given.Count);
        var inOrder = ImmutableArray.CreateBuilder<FeelValue>(given.Count);
        foreach (var (name, value) in given)
            if (names.IndexOf(name) is >= 0 and var at)
                inOrder[at] = value;
            else
            {
                names.Add(name);
                inOrder.Add(value);
            }
        return names.Count == 0 ? Empty : new(names.DrainToImmutable(), inOrder.DrainToImmutable(), null);
    }

    public bool TryGet(string name, [NotNullWhen(true)] out FeelValue? value)
    {
        if (byName is not null)
            return byName.TryGetValue(name, out value);
        var at = Place(name);
        value = at < 0 ? null : inOrder[at];
        return at >= 0;
    }

    /// <summary>The value of a name that probably stands at that place of <see cref="Names"/>, from 0.</summary>
    internal FeelValue Near(string name, int place) =>
        byName is null && place < Names.Length && Names[place] == name ? inOrder[place] : this[name];

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

    /// <summary>
    /// The value at a dotted path of entry names, null where any step is missing. <c>name[2]</c> is the third item of the
    /// list under that name.
    /// </summary>
    public FeelValue At(string path)
    {
        FeelValue value = this;
        var steps = path.AsSpan();
        foreach (var range in steps.Split('.'))
        {
            if (value is not FeelContext context)
                return Null;
            var step = steps[range];
            value =
                step is [.., ']'] && Step.Of(step.ToString()) is { Index: { } index } item
                    ? (context[item.Name] as FeelList)?.Items.ElementAtOrDefault(index) ?? Null
                    : context.Named(step);
        }
        return value;
    }

    private FeelValue Named(ReadOnlySpan<char> name)
    {
        if (byName is not null)
            return this[name.ToString()];
        for (var i = 0; i < Names.Length; i++)
            if (name.SequenceEqual(Names[i]))
                return inOrder[i];
        return Null;
    }

    /// <summary>
    /// The same context with the value at such a path put; contexts and lists on the way are made, and a list is filled up
    /// with null before the item.
    /// </summary>
    public FeelContext WithAt(string path, FeelValue value)
    {
        var dot = path.IndexOf('.', StringComparison.Ordinal);
        var step = Step.Of(dot < 0 ? path : path[..dot]);
        var put = dot < 0 ? value : (At(path[..dot]) as FeelContext ?? Empty).WithAt(path[(dot + 1)..], value);
        if (step.Index is not { } index)
            return With(step.Name, put);
        var items = (this[step.Name] as FeelList)?.Items ?? [];
        if (items.Length <= index)
            items = items.AddRange(Enumerable.Repeat(Null, index + 1 - items.Length));
        return With(step.Name, new FeelList(items.SetItem(index, put)));
    }

    /// <summary>Entries of <paramref name="other"/> laid over this context, contexts merged entry by entry.</summary>
    public FeelContext Merge(FeelContext other)
    {
        if (Names.IsEmpty)
            return other;
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

    /// <summary>One step of a path: a name, or a name and the place of an item.</summary>
    private readonly record struct Step(string Name, int? Index)
    {
        /// <summary>No list is filled up to a place beyond this one.</summary>
        private const int Furthest = 10_000;

        public static Step Of(string text) =>
            text.IndexOf('[', StringComparison.Ordinal) is > 0 and var open
            && text.EndsWith(']')
            && int.TryParse(
                text.AsSpan()[(open + 1)..^1],
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out var index
            )
            && index < Furthest
                ? new Step(text[..open], index)
                : new Step(text, null);
    }
}
