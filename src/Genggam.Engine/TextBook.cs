using System.Collections.Immutable;
using System.Globalization;

namespace Genggam.Engine;

/// <summary>What people read, in one language, by dotted key; entries of a list are <c>key.1</c>, <c>key.2</c> and on.</summary>
public sealed record TextBook(string Language, ImmutableSortedDictionary<string, string> Entries)
{
    public static readonly TextBook Empty = new("id", ImmutableSortedDictionary<string, string>.Empty);

    /// <summary>The text, or the key itself: a missing text shows, and <c>check</c> refuses it before.</summary>
    public string this[string key] => Entries.TryGetValue(key, out var text) ? text : key;

    public string? Find(string key) => Entries.TryGetValue(key, out var text) ? text : null;

    /// <summary>The entries of a list; a single text is a list of one.</summary>
    public ImmutableArray<string> List(string key)
    {
        if (Entries.TryGetValue(key, out var single))
            return [single];
        var list = ImmutableArray.CreateBuilder<string>();
        while (
            Entries.TryGetValue(string.Create(CultureInfo.InvariantCulture, $"{key}.{list.Count + 1}"), out var next)
        )
            list.Add(next);
        return list.ToImmutable();
    }
}
