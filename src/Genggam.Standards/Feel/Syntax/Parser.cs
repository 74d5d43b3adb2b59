using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Genggam.Standards.Feel.Syntax;

/// <summary>
/// FEEL by recursive descent (DMN 1.5, 10.3.1.2). A name may have several words: the longest known name that the tokens
/// spell is taken. Precedence stands in the other half of this class.
/// </summary>
internal sealed partial class Parser
{
    private const int MaxDepth = 150;
    private const int MaxCharacters = 64 * 1024;

    /// <summary>Parts that are read at most, each as often as it is tried.</summary>
    private const int MaxReadings = 1_000_000;

    private readonly string text;
    private readonly Place at;
    private readonly List<Token> tokens;
    private readonly KnownNames names;
    private readonly Func<string, FeelType?>? types;
    private readonly Func<int, Place>? places;

    /// <summary>
    /// What brackets were as the beginning of a range, outside filters and in them: the range, if any, and what follows it.
    /// </summary>
    private Dictionary<(int Token, bool InFilter), (RangeNode? Range, int Next)>? ranges;

    /// <summary>The last ".." of the text; from there on no range can begin.</summary>
    private readonly int lastDots;
    private int next;
    private int depth;
    private int readings;
    private int filters;
    private bool endsRange;

    /// <summary>Above 0 a problem is no more than a reason to read the text otherwise.</summary>
    private int trials;

    public Parser(string text, Place at, Surroundings around)
    {
        this.text = text;
        this.at = at;
        types = around.Types;
        places = around.Places;
        names = new KnownNames(around.Names);
        if (text.Length > MaxCharacters)
            throw new SyntaxException(new Problem("FEEL-103", "The expression is longer than 64,000 characters.", at));
        tokens = Lexer.Tokens(text);
        lastDots = tokens.FindLastIndex(t => t is { Kind: TokenKind.Symbol, Text: ".." });
    }

    /// <summary>How many tokens the text has, its end included.</summary>
    public int Tokens => tokens.Count;

    /// <summary>What in the text that was read is hardly meant.</summary>
    public IReadOnlyList<Problem> Slips(Node root, bool tests) => Syntax.Slips.In(root, tokens, tests, PlaceAt);

    public Node WholeExpression()
    {
        var node = Expression();
        Finish();
        return node;
    }

    public Node WholeUnaryTests()
    {
        var here = next;
        if (TrySymbol("-") && Peek.Kind == TokenKind.End)
            return new UnaryTestsNode(PlaceAt(here), false, []);
        next = 0;
        var negated = IsWord("not") && PeekAt(1) is { Kind: TokenKind.Symbol, Text: "(" };
        if (negated)
            next += 2;
        var tests = Tests();
        if (negated)
            Symbol(")");
        if (negated && Peek.Kind != TokenKind.End)
        {
            // It was a call of the function not() inside a longer expression.
            next = 0;
            negated = false;
            tests = Tests();
        }
        Finish();
        return new UnaryTestsNode(PlaceAt(here), negated, tests);
    }

    private ImmutableArray<Node> Tests()
    {
        var tests = ImmutableArray.CreateBuilder<Node>();
        do tests.Add(Test());
        while (TrySymbol(","));
        return tests.ToImmutable();
    }

    /// <summary>A comparison without its left side, or any expression.</summary>
    private Node Test() => TryComparisonTest(out var test) ? test : Expression();

    private bool TryComparisonTest([NotNullWhen(true)] out Node? test)
    {
        var here = next;
        test = TryComparison() is { } comparison ? new ComparisonTestNode(PlaceAt(here), comparison, Additive()) : null;
        return test is not null;
    }

    private ComparisonOperator? TryComparison()
    {
        ComparisonOperator? found = Peek is not { Kind: TokenKind.Symbol } symbol
            ? null
            : symbol.Text switch
            {
                "=" => ComparisonOperator.Equal,
                "!=" => ComparisonOperator.Different,
                "<" => ComparisonOperator.Less,
                "<=" => ComparisonOperator.LessOrEqual,
                ">" => ComparisonOperator.Greater,
                ">=" => ComparisonOperator.GreaterOrEqual,
                _ => null,
            };
        if (found is not null)
            next++;
        return found;
    }

    private ref readonly Token Peek => ref CollectionsMarshal.AsSpan(tokens)[next];

    private Token PeekAt(int ahead) => tokens[Math.Min(next + ahead, tokens.Count - 1)];

    private Place Here => PlaceAt(next);

    private Place PlaceAt(int token)
    {
        var start = tokens[token].Start;
        if (places is not null)
            return places(start);
        var before = text.AsSpan(0, Math.Min(start, text.Length));
        var lines = before.Count('\n');
        return lines == 0
            ? new Place(at.File, at.Element, at.Line, at.Column + start)
            : new Place(at.File, at.Element, at.Line + lines, start - before.LastIndexOf('\n'));
    }

    private bool IsWord(string word) => Peek.Kind == TokenKind.Name && Peek.Text == word;

    private bool TryWord(string word)
    {
        if (!IsWord(word))
            return false;
        next++;
        return true;
    }

    private void Word(string word)
    {
        if (!TryWord(word))
            throw Unexpected($"\"{word}\"");
    }

    private bool TrySymbol(string symbol)
    {
        if (Peek.Kind != TokenKind.Symbol || Peek.Text != symbol)
            return false;
        next++;
        return true;
    }

    private void Symbol(string symbol)
    {
        if (!TrySymbol(symbol))
            throw Unexpected($"\"{symbol}\"", closes: symbol is ")" or "]" or "}");
    }

    /// <summary>Whether another part of a list with commas follows; at its end the closing bracket is taken.</summary>
    private bool More(string close, int soFar)
    {
        if (Peek.Kind == TokenKind.Symbol && TrySymbol(close))
            return false;
        if (soFar > 0 && !TrySymbol(","))
            throw Unexpected($"\",\" or \"{close}\"", closes: true);
        return true;
    }

    private void Finish()
    {
        if (Peek.Kind != TokenKind.End)
            throw Unexpected("the end");
    }

    /// <param name="closes">Whether what is expected would close the innermost open bracket.</param>
    private SyntaxException Unexpected(string expected, bool closes = false)
    {
        var found = Peek.Kind == TokenKind.End ? "the end" : $"\"{Peek.Text}\"";
        var open = trials == 0 && (closes || Peek.Kind == TokenKind.End) ? OpenBracket() : null;
        var meant =
            trials == 0 && Phrase() is { } words && names.Near(words) is { } near ? $": did you mean {near}?" : ".";
        return new(
            new Problem(
                "FEEL-101",
                Peek.Kind == TokenKind.Bad ? Peek.Text : $"Expected {expected}, found {found}{meant}{open}",
                Here
            )
        );
    }

    /// <summary>The words that stand in a row around the token that was not expected; null where it is alone.</summary>
    private string? Phrase()
    {
        var (first, last) = (next, next);
        if (!IsPlain(next))
            return null;
        while (first > 0 && IsPlain(first - 1))
            first--;
        while (last + 1 < tokens.Count && IsPlain(last + 1))
            last++;
        return first == last ? null : JoinWords([.. tokens.GetRange(first, last - first + 1).Select(t => t.Text)]);

        bool IsPlain(int token) => tokens[token].Kind == TokenKind.Name && !IsKeyword(tokens[token].Text);
    }

    /// <summary>
    /// The innermost bracket that is open where the parser stands, as a sentence; null where there is none, or a range such
    /// as ]1..2[ leaves it open which bracket closes which.
    /// </summary>
    private string? OpenBracket()
    {
        var open = new Stack<int>();
        for (var i = 0; i < next; i++)
        {
            if (tokens[i] is not { Kind: TokenKind.Symbol, Text: var symbol })
                continue;
            if (symbol is "(" or "[" or "{")
                open.Push(i);
            else if (symbol is ")" or "]" or "}")
                if (
                    !open.TryPop(out var opened)
                    || (tokens[opened].Text, symbol) is not (("(", ")") or ("[", "]") or ("{", "}"))
                )
                    return null;
        }
        if (!open.TryPop(out var innermost))
            return null;
        var place = PlaceAt(innermost);
        var where =
            place.Line == 0
                ? string.Create(CultureInfo.InvariantCulture, $"character {tokens[innermost].Start + 1}")
                : string.Create(CultureInfo.InvariantCulture, $"line {place.Line}, column {place.Column}");
        return $" The \"{tokens[innermost].Text}\" at {where} is not closed.";
    }

    private T Deeper<T>(Func<Parser, T> parse)
    {
        if (++depth > MaxDepth)
            throw new SyntaxException(new Problem("FEEL-102", "The expression is nested too deeply.", Here));
        if (++readings > MaxReadings)
            throw new SyntaxException(new Problem("FEEL-102", "The expression can be read in too many ways.", Here));
        var parsed = parse(this);
        depth--;
        return parsed;
    }
}
