namespace Genggam.Standards.Feel.Syntax;

/// <summary>Names of more than one word that are in scope, by their first word.</summary>
internal sealed class KnownNames
{
    /// <summary>Members of two words that moments and ranges have (DMN 1.5, table 65).</summary>
    private static readonly string[][] Members =
    [
        ["time", "offset"],
        ["start", "included"],
        ["end", "included"],
    ];

    private readonly Dictionary<string, List<(string[] Words, string Name)>> byFirst = new(StringComparer.Ordinal);

    public KnownNames(IEnumerable<string> names)
    {
        foreach (var name in names.Concat(Functions.Builtins.Names))
            Add(name);
    }

    public void Add(string name)
    {
        var words = Lexer.Words(name);
        if (words.Length < 2)
            return;
        if (!byFirst.TryGetValue(words[0], out var longer))
            byFirst[words[0]] = longer = [];
        var place = longer.FindIndex(other => other.Words.Length <= words.Length);
        if (place >= 0 && longer[place].Words.SequenceEqual(words, StringComparer.Ordinal))
            return;
        longer.Insert(place < 0 ? longer.Count : place, (words, name));
    }

    /// <summary>How many tokens from here spell a known name, and the name; 1 where none does.</summary>
    public (int Length, string Name) Match(List<Token> tokens, int at)
    {
        if (byFirst.TryGetValue(tokens[at].Text, out var longer))
            foreach (var (words, name) in longer)
                if (Spells(tokens, at, words))
                    return (words.Length, name);
        return (1, tokens[at].Text);
    }

    /// <summary>How many tokens from here spell a member that some values have by themselves.</summary>
    public int MatchMember(List<Token> tokens, int at) =>
        Array.Exists(Members, words => Spells(tokens, at, words)) ? 2 : 1;

    private static bool Spells(List<Token> tokens, int at, string[] words)
    {
        if (at + words.Length > tokens.Count)
            return false;
        for (var i = 0; i < words.Length; i++)
            if (
                tokens[at + i].Text != words[i]
                || tokens[at + i].Kind is TokenKind.Text or TokenKind.At or TokenKind.End
            )
                return false;
        return true;
    }
}
