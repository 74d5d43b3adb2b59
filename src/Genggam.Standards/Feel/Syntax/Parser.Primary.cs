using System.Collections.Immutable;

namespace Genggam.Standards.Feel.Syntax;

internal sealed partial class Parser
{
    private Node Postfix()
    {
        var node = Primary();
        while (true)
        {
            var here = next;
            if (Peek.Text == "." && TrySymbol("."))
                node = new PathNode(PlaceAt(here), node, MemberName());
            else if (Peek.Text == "[" && !endsRange && TrySymbol("["))
            {
                filters++;
                var condition = Expression();
                filters--;
                Symbol("]");
                node = new FilterNode(PlaceAt(here), node, condition);
            }
            else if (Peek.Text == "(" && TrySymbol("("))
                node = new CallNode(node.At, node, Arguments());
            else
                return node;
        }
    }

    private string MemberName()
    {
        if (Peek.Kind != TokenKind.Name)
            throw Unexpected("a name");
        return KnownName(mayBeUnknown: true, names.MatchMember(tokens, next));
    }

    private string KnownName(bool mayBeUnknown, int least = 1)
    {
        var (length, name) = names.Match(tokens, next);
        if (length >= least && length > 1)
        {
            next += length;
            return name;
        }
        var words = tokens.GetRange(next, least).Select(t => t.Text).ToList();
        next += least;
        // Names of entries come with the data. Where they may stand, two words in a row can only be one name.
        while (mayBeUnknown && Peek.Kind == TokenKind.Name && !IsKeyword(Peek.Text))
            words.Add(tokens[next++].Text);
        return JoinWords(words);
    }

    private static bool IsKeyword(string word) =>
        word
            is "and"
                or "or"
                or "in"
                or "between"
                or "instance"
                or "then"
                or "else"
                or "return"
                or "satisfies"
                or "external"
                or "if"
                or "for"
                or "some"
                or "every";

    private ImmutableArray<Argument> Arguments()
    {
        var arguments = ImmutableArray.CreateBuilder<Argument>();
        while (More(")", arguments.Count))
            arguments.Add(Argument());
        return arguments.ToImmutable();
    }

    private Argument Argument()
    {
        // A named argument: words, then a colon.
        var colon = next;
        while (tokens[colon].Kind == TokenKind.Name)
            colon++;
        if (colon > next && tokens[colon] is { Kind: TokenKind.Symbol, Text: ":" })
        {
            var name = JoinWords([.. tokens.GetRange(next, colon - next).Select(t => t.Text)]);
            next = colon + 1;
            return new Argument(name, Expression());
        }
        return new Argument(null, Expression());
    }

    private Node Primary()
    {
        var here = next;
        var token = Peek;
        switch (token.Kind)
        {
            case TokenKind.Number:
                next++;
                return new LiteralNode(PlaceAt(here), FeelNumber.Read(token.Text) ?? FeelValue.Null);
            case TokenKind.Text:
                next++;
                return new LiteralNode(PlaceAt(here), new FeelString(token.Text));
            case TokenKind.At:
                next++;
                return TemporalText.Any(token.Text) is { } moment
                    ? new LiteralNode(PlaceAt(here), moment)
                    : throw new SyntaxException(
                        new Problem("FEEL-104", $"@\"{token.Text}\" is no date, time or duration.", PlaceAt(here))
                    );
            case TokenKind.Name:
                return Named(here);
            case TokenKind.Symbol:
                return Bracketed(here);
            default:
                throw Unexpected("an expression");
        }
    }

    private Node Named(int here)
    {
        switch (Peek.Text)
        {
            case var _ when BeginsWithKeyword:
                return Begun();
            case "true" or "false":
                return new LiteralNode(PlaceAt(here), tokens[next++].Text == "true");
            case "null":
                next++;
                return new LiteralNode(PlaceAt(here), FeelValue.Null);
            case "then" or "else" or "return" or "satisfies" or "and" or "or" or "in" or "between":
                throw Unexpected("an expression");
            default:
                return new NameNode(PlaceAt(here), KnownName(mayBeUnknown: filters > 0));
        }
    }

    private Node Bracketed(int here)
    {
        switch (Peek.Text)
        {
            case "(" or "]" when TryRange() is { } range:
                return range;
            case "(":
                next++;
                var inner = Expression();
                Symbol(")");
                return inner;
            case "[":
                return TryRange() is { } between ? between : List(here);
            case "{":
                return Context(here);
            case "<" or "<=" or ">" or ">=" or "=" or "!=" when TryComparisonTest(out var test):
                return test;
            default:
                throw Unexpected("an expression");
        }
    }

    /// <summary>[a..b], (a..b], ]a..b[ and so on; null and nothing consumed where it is none.</summary>
    private RangeNode? TryRange()
    {
        var start = next;
        if (start > lastDots)
            return null;
        // What stands in brackets is read again wherever the brackets around it are: each is tried once.
        var tried = (start, filters > 0);
        if (ranges?.TryGetValue(tried, out var known) == true)
        {
            next = known.Next;
            return known.Range;
        }
        // In "[1..3[" the last bracket closes the range, in "[1..a[2]]" it begins a filter: the second is tried first.
        var range = Range(endsRange: false) ?? Range(endsRange: true);
        (ranges ??= [])[tried] = (range, next);
        return range;

        RangeNode? Range(bool endsRange)
        {
            var (outer, nesting, filtering) = (this.endsRange, depth, filters);
            var startIncluded = tokens[next++].Text == "[";
            trials++;
            try
            {
                this.endsRange = false;
                var low = Deeper(static p => p.Additive());
                if (TrySymbol(".."))
                {
                    this.endsRange = endsRange;
                    var high = Deeper(static p => p.Additive());
                    var endIncluded = Peek.Text == "]";
                    if (TrySymbol("]") || TrySymbol(")") || TrySymbol("["))
                        return new RangeNode(PlaceAt(start), startIncluded, low, high, endIncluded);
                }
            }
            catch (SyntaxException e) when (e.Problem.Number != "FEEL-102")
            {
                // Not a range: a list or a bracketed expression begins the same way.
            }
            finally
            {
                this.endsRange = outer;
                trials--;
            }
            (next, depth, filters) = (start, nesting, filtering);
            return null;
        }
    }

    /// <summary>The text of a range literal, whose open end may be left out (DMN 1.5, grammar rules 62 to 67).</summary>
    public RangeNode WholeRange()
    {
        var here = next;
        var startIncluded = Peek.Text == "[";
        if (!TrySymbol("[") && !TrySymbol("(") && !TrySymbol("]"))
            throw Unexpected("a bracket");
        Node low = !startIncluded && Peek.Text == ".." ? new OpenEndNode(PlaceAt(here)) : Additive();
        Symbol("..");
        endsRange = true;
        var open = PeekAt(1).Kind == TokenKind.End && Peek.Text is ")" or "[" && low is not OpenEndNode;
        Node high = open ? new OpenEndNode(PlaceAt(here)) : Additive();
        var endIncluded = Peek.Text == "]";
        if (!TrySymbol("]") && !TrySymbol(")") && !TrySymbol("["))
            throw Unexpected("a bracket");
        Finish();
        return new RangeNode(PlaceAt(here), startIncluded, low, high, endIncluded);
    }

    private ListNode List(int here)
    {
        Symbol("[");
        var items = ImmutableArray.CreateBuilder<Node>();
        while (More("]", items.Count))
            items.Add(Expression());
        return new ListNode(PlaceAt(here), items.ToImmutable());
    }

    private ContextNode Context(int here)
    {
        Symbol("{");
        var entries = ImmutableArray.CreateBuilder<Entry>();
        while (More("}", entries.Count))
        {
            var name =
                Peek.Kind == TokenKind.Text
                    ? tokens[next++].Text
                    : NameUntil(token => token is { Kind: TokenKind.Symbol, Text: ":" });
            Symbol(":");
            entries.Add(new Entry(name, Expression()));
        }
        return new ContextNode(PlaceAt(here), entries.ToImmutable());
    }

    private FeelType Type()
    {
        var here = next;
        var words = new List<string>();
        while (
            Peek.Kind == TokenKind.Name
            && !(
                words.Count > 0
                && Peek.Text is "and" or "or"
                && words[^1] != "date"
                && words[^1] != "days"
                && words[^1] != "years"
            )
        )
            words.Add(tokens[next++].Text);
        var name = string.Join(' ', words);
        while (TrySymbol("."))
            name +=
                Peek.Kind == TokenKind.Name ? "." + tokens[next++].Text : throw UnknownType($"{name}.", PlaceAt(here));
        switch (name)
        {
            case "list" when TrySymbol("<"):
                var item = Deeper(static p => p.Type());
                Symbol(">");
                return new ListType(item);
            case "range" when TrySymbol("<"):
                var end = Deeper(static p => p.Type());
                Symbol(">");
                return new RangeType(end);
            case "context" when TrySymbol("<"):
                return ContextOf();
            case "function" when TrySymbol("<"):
                return FunctionOf();
            default:
                return types?.Invoke(name) ?? FeelType.Named(name) ?? throw UnknownType(name, PlaceAt(here));
        }
    }

    private static SyntaxException UnknownType(string name, Place here) =>
        new(new Problem("FEEL-105", $"There is no type {name}.", here));

    private ContextType ContextOf()
    {
        var entries = ImmutableArray.CreateBuilder<(string, FeelType)>();
        while (More(">", entries.Count))
        {
            var name = NameUntil(token => token is { Kind: TokenKind.Symbol, Text: ":" });
            Symbol(":");
            entries.Add((name, Deeper(static p => p.Type())));
        }
        return new ContextType(entries.ToImmutable());
    }

    private FunctionType FunctionOf()
    {
        var parameters = ImmutableArray.CreateBuilder<FeelType>();
        while (More(">", parameters.Count))
            parameters.Add(Deeper(static p => p.Type()));
        Symbol("->");
        return new FunctionType(parameters.ToImmutable(), Deeper(static p => p.Type()));
    }
}
