namespace Genggam.Standards.Feel.RegularExpressions;

/// <summary>Patterns of one evaluation, so that a loop reads its pattern once.</summary>
internal sealed class PatternCache
{
    private const int MaxPatterns = 100;

    private readonly Dictionary<(string, string), FeelPattern> patterns = [];

    /// <exception cref="PatternException">Pattern or flags are wrong.</exception>
    public FeelPattern Of(string pattern, string flags, out bool isNew)
    {
        isNew = !patterns.TryGetValue((pattern, flags), out var known);
        if (!isNew)
            return known!;
        if (patterns.Count == MaxPatterns)
            patterns.Clear();
        return patterns[(pattern, flags)] = FeelPattern.Of(pattern, flags);
    }
}
