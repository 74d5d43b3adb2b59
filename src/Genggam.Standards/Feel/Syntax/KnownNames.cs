namespace Genggam.Standards.Feel.Syntax;

/// <summary>Names of more than one word that are in scope, by their first word.</summary>
internal sealed class KnownNames
{
    private readonly Dictionary<string, List<string[]>> byFirst = new(StringComparer.Ordinal);

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
        longer.Add(words);
        longer.Sort((a, b) => b.Length.CompareTo(a.Length));
    }

    /// <summary>How many tokens from here spell a known name; 1 where none does.</summary>
    public int Match(List<Token> tokens, int at) =>
        byFirst.TryGetValue(tokens[at].Text, out var longer)
            ? longer.Find(words => Spells(tokens, at, words))?.Length ?? 1
            : 1;

    private static bool Spells(List<Token> tokens, int at, string[] words)
    {
        if (at + words.Length > tokens.Count)
            return false;
        for (var i = 0; i < words.Length; i++)
            if (tokens[at + i].Text != words[i] || tokens[at + i].Kind is TokenKind.Text or TokenKind.End)
                return false;
        return true;
    }
}
