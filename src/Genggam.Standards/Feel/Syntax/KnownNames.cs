using System.Collections.Immutable;

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

    /// <summary>The built-in functions, which are always in scope.</summary>
    private static readonly Dictionary<string, List<(string[] Words, string Name)>> BuiltIn = Of(
        Functions.Builtins.Names
    );

    private Dictionary<string, List<(string[] Words, string Name)>>? byFirst;

    public KnownNames(IEnumerable<string> names)
    {
        if (names is ImmutableArray<string> array)
            foreach (var name in array.AsSpan())
                Add(name);
        else
            foreach (var name in names)
                Add(name);
    }

    public void Add(string name)
    {
        if (!Lexer.IsPlainWord(name))
            Add(byFirst ??= new(StringComparer.Ordinal), name);
    }

    /// <summary>How many tokens from here spell a known name, and the name; 1 where none does.</summary>
    public (int Length, string Name) Match(List<Token> tokens, int at)
    {
        var given = Longest(byFirst, tokens, at);
        var builtIn = Longest(BuiltIn, tokens, at);
        return builtIn.Length > given.Length ? builtIn
            : given.Length > 1 ? given
            : (1, tokens[at].Text);
    }

    /// <summary>The known name that these words are nearly; null where none is.</summary>
    public string? Near(string words) =>
        Nearest.To(words, (byFirst ?? []).Concat(BuiltIn).SelectMany(first => first.Value).Select(known => known.Name));

    private static (int Length, string Name) Longest(
        Dictionary<string, List<(string[] Words, string Name)>>? names,
        List<Token> tokens,
        int at
    )
    {
        if (names is not null && names.TryGetValue(tokens[at].Text, out var longer))
            foreach (var (words, name) in longer)
                if (Spells(tokens, at, words))
                    return (words.Length, name);
        return (1, "");
    }

    private static Dictionary<string, List<(string[] Words, string Name)>> Of(IEnumerable<string> names)
    {
        var known = new Dictionary<string, List<(string[] Words, string Name)>>(StringComparer.Ordinal);
        foreach (var name in names)
            Add(known, name);
        return known;
    }

    private static void Add(Dictionary<string, List<(string[] Words, string Name)>> known, string name)
    {
        var words = Lexer.Words(name);
        if (words.Length < 2)
            return;
        if (!known.TryGetValue(words[0], out var longer))
            known[words[0]] = longer = [];
        var place = longer.FindIndex(other => other.Words.Length <= words.Length);
        if (place >= 0 && longer[place].Words.SequenceEqual(words, StringComparer.Ordinal))
            return;
        longer.Insert(place < 0 ? longer.Count : place, (words, name));
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
