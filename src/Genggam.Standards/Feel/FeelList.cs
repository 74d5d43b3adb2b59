using System.Collections.Immutable;

namespace Genggam.Standards.Feel;

/// <summary>A FEEL list. Positions in FEEL count from 1; <see cref="Items"/> counts from 0.</summary>
public sealed class FeelList(ImmutableArray<FeelValue> items) : FeelValue
{
    public static readonly FeelList Empty = new([]);

    private Extent? extent;

    public ImmutableArray<FeelValue> Items { get; } = items;

    internal Extent Extent => extent ??= Extent.Around(Items);
}
