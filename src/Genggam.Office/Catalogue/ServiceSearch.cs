using System.Collections.Immutable;
using Genggam.Engine;

namespace Genggam.Office.Catalogue;

/// <summary>
/// Finds services by what people type, in any of the service's languages. A phrase its owner listed weighs most, then the
/// name, then the rest; a word may be typed in part.
/// </summary>
internal sealed class ServiceSearch
{
    private readonly ImmutableArray<(Release Release, Dictionary<string, int> Words)> index;

    public ServiceSearch(IEnumerable<Release> releases) => index = [.. releases.Select(r => (r, Index(r)))];

    public IReadOnlyList<Release> Find(string query)
    {
        var words = Words.Of(query).Distinct(StringComparer.Ordinal).ToList();
        if (words.Count == 0)
            return [.. index.Select(i => i.Release)];
        return
        [
            .. index
                .Select(i => (i.Release, Score: Score(i.Words, words)))
                .Where(i => i.Score > 0)
                .OrderByDescending(i => i.Score)
                .ThenBy(i => i.Release.Id, StringComparer.Ordinal)
                .Select(i => i.Release),
        ];
    }

    /// <summary>At least half of the words must be met.</summary>
    private static int Score(Dictionary<string, int> indexed, List<string> words)
    {
        var met = words.Select(word => Weight(indexed, word)).ToList();
        return met.Count(w => w > 0) * 2 >= words.Count ? met.Sum() : 0;
    }

    private static int Weight(Dictionary<string, int> indexed, string word)
    {
        if (indexed.TryGetValue(word, out var weight))
            return weight * 2;
        return word.Length < 3
            ? 0
            : indexed
                .Where(i => i.Key.StartsWith(word, StringComparison.Ordinal))
                .Select(i => i.Value)
                .DefaultIfEmpty()
                .Max();
    }

    private static Dictionary<string, int> Index(Release release)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var book in release.Texts.Values)
        {
            Add(book.List("search"), 5);
            Add([book["name"]], 4);
            Add([book["summary"]], 2);
            Add(book.List("standard.product"), 1);
        }
        return words;

        void Add(IEnumerable<string> texts, int weight)
        {
            foreach (var word in texts.SelectMany(Words.Of))
                words[word] = Math.Max(weight, words.GetValueOrDefault(word));
        }
    }
}
