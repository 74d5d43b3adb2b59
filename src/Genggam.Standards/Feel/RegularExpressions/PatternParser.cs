using System.Collections.Immutable;

namespace Genggam.Standards.Feel.RegularExpressions;

/// <summary>
/// Reads a regular expression of XPath and XQuery (F&amp;O 3.1, 5.6.1, over XML Schema 1.1 part 2, appendix G).
/// Every error says at which character of the pattern.
/// </summary>
internal sealed partial class PatternParser
{
    public const int MaxLength = 10_000;

    private const int MaxDepth = 100;
    private const int MaxCount = 10_000;

    private readonly PatternFlags flags;
    private readonly int[] points;
    private readonly int[] places;
    private readonly List<int> closed = [];
    private int next;
    private int depth;

    private PatternParser(int[] pattern, PatternFlags flags)
    {
        this.flags = flags;
        places = flags.Spaced && !flags.Literal ? Counting(pattern) : [.. Enumerable.Range(0, pattern.Length)];
        points = [.. places.Select(p => pattern[p])];
    }

    /// <summary>Opening brackets so far that keep what they match.</summary>
    public int Groups { get; private set; }

    public bool HasBackReferences { get; private set; }

    /// <exception cref="PatternException">The pattern is none.</exception>
    public static PatternNode Parse(string pattern, PatternFlags flags, out int groups, out bool hasBackReferences)
    {
        if (pattern.Length > MaxLength)
            throw new PatternException("FEEL-231", $"The pattern is longer than {MaxLength} characters.");
        var parser = new PatternParser(CodePoints.Of(pattern), flags);
        var whole = flags.Literal ? parser.Literal() : parser.Choice();
        if (parser.next < parser.points.Length)
            throw parser.Wrong("\")\" closes nothing");
        (groups, hasBackReferences) = (parser.Groups, parser.HasBackReferences);
        return whole;
    }

    private int Peek => next < points.Length ? points[next] : -1;

    private SequenceNode Literal()
    {
        next = points.Length;
        return new([.. points.Select(p => One(p))]);
    }

    private PatternNode Choice()
    {
        if (++depth > MaxDepth)
            throw Wrong($"groups are nested more than {MaxDepth} deep");
        var branches = ImmutableArray.CreateBuilder<PatternNode>();
        do branches.Add(Branch());
        while (Take('|'));
        depth--;
        return branches.Count == 1 ? branches[0] : new ChoiceNode(branches.ToImmutable());
    }

    private SequenceNode Branch()
    {
        var items = ImmutableArray.CreateBuilder<PatternNode>();
        while (Peek is not (-1 or '|' or ')'))
            items.Add(Quantified(Atom()));
        return new(items.ToImmutable());
    }

    private PatternNode Atom()
    {
        var c = points[next];
        switch (c)
        {
            case '.':
                next++;
                return new SetNode(flags.DotAll ? CharSet.All : UnicodeSets.NoLineEnd);
            case '^' or '$':
                next++;
                return new AnchorNode(c == '$');
            case '(':
                return Group();
            case '[':
                next++;
                return new SetNode(Class());
            case '\\' when next + 1 < points.Length && points[next + 1] is >= '1' and <= '9':
                return BackReference();
            case '\\':
                return new SetNode(Escape(out var single) ?? Cased(CharSet.Of((single, single))));
            case '*' or '+' or '?' or '{':
                throw Wrong($"\"{(char)c}\" repeats nothing");
            case '}' or ']':
                throw Wrong($"\"{(char)c}\" is not open; for the character itself write \"\\{(char)c}\"");
            default:
                next++;
                return One(c);
        }
    }

    private PatternNode Group()
    {
        var open = next++;
        if (Take('?'))
        {
            if (!Take(':'))
                throw Wrong("only \"(?:\" may follow an opening bracket and \"?\"");
            var inner = Choice();
            Close(open);
            return inner;
        }
        var number = ++Groups;
        var item = Choice();
        Close(open);
        closed.Add(number);
        return new GroupNode(item, number);
    }

    private void Close(int open)
    {
        if (!Take(')'))
            throw WrongAt(open, "the bracket is not closed");
    }

    /// <summary>As many digits as there are groups before it; the group must be closed.</summary>
    private BackReferenceNode BackReference()
    {
        var at = next++;
        var number = points[next++] - '0';
        while (Peek is >= '0' and <= '9' && number * 10 + Peek - '0' <= Groups)
            number = number * 10 + points[next++] - '0';
        if (!closed.Contains(number))
            throw WrongAt(at, $"there is no group {number} that ends before it");
        HasBackReferences = true;
        return new(number);
    }

    private PatternNode Quantified(PatternNode item)
    {
        (int Least, int? Most)? counts = Peek switch
        {
            '?' => (0, 1),
            '*' => (0, null),
            '+' => (1, null),
            '{' => Counts(),
            _ => null,
        };
        if (counts is not { } repeated)
            return item;
        next++;
        return new RepeatNode(item, repeated.Least, repeated.Most, Take('?'));
    }

    /// <summary>{n}, {n,} or {n,m}, up to its closing brace.</summary>
    private (int, int?) Counts()
    {
        var at = next++;
        var least = Count(at);
        int? most = least;
        if (Take(','))
            most = Peek == '}' ? null : Count(at);
        if (Peek != '}')
            throw WrongAt(at, "the count is not {n}, {n,} or {n,m}");
        if (most < least)
            throw WrongAt(at, $"the count begins with {least}, but ends with {most}");
        return (least, most);
    }

    private int Count(int at)
    {
        if (Peek is < '0' or > '9')
            throw WrongAt(at, "the count is not {n}, {n,} or {n,m}");
        var count = 0;
        while (Peek is >= '0' and <= '9')
        {
            count = count * 10 + points[next++] - '0';
            if (count > MaxCount)
                throw WrongAt(at, $"nothing may be repeated more than {MaxCount} times");
        }
        return count;
    }

    private SetNode One(int point) => new(Cased(CharSet.Of((point, point))));

    private CharSet Cased(CharSet set) => flags.IgnoresCase ? CaseVariants.With(set) : set;

    private bool Take(char symbol)
    {
        if (Peek != symbol)
            return false;
        next++;
        return true;
    }

    private PatternException Wrong(string what) => WrongAt(next, what);

    private PatternException WrongAt(int at, string what) =>
        new(
            "FEEL-231",
            $"The pattern is wrong at its character {(at < places.Length ? places[at] : places.LastOrDefault(-1) + 1) + 1}: {what}."
        );

    /// <summary>The places of what counts with the flag x: no blanks outside of character classes.</summary>
    private static int[] Counting(int[] pattern)
    {
        var counting = new List<int>();
        var (classes, escaped) = (0, false);
        for (var i = 0; i < pattern.Length; i++)
        {
            var c = pattern[i];
            if (classes == 0 && c is ' ' or '\t' or '\n' or '\r')
                continue;
            counting.Add(i);
            if (!escaped)
                classes +=
                    c == '[' ? 1
                    : c == ']' && classes > 0 ? -1
                    : 0;
            escaped = c == '\\' && !escaped;
        }
        return [.. counting];
    }
}
