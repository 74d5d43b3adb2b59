using System.Collections.Immutable;

namespace Genggam.Standards.Feel.Syntax;

internal sealed partial class Parser
{
    private Node Expression()
    {
        var outer = endsRange;
        endsRange = false;
        var node = Deeper(static p => p.Or());
        endsRange = outer;
        return node;
    }

    private Node Begun() =>
        Peek.Text switch
        {
            "for" => For(),
            "some" or "every" => Quantified(),
            "if" => If(),
            _ => Function(),
        };

    private Node Or()
    {
        var left = And();
        for (var here = next; TryWord("or"); here = next)
            left = new OrNode(PlaceAt(here), left, And());
        return left;
    }

    private Node And()
    {
        var left = Comparison();
        for (var here = next; TryWord("and"); here = next)
            left = new AndNode(PlaceAt(here), left, Comparison());
        return left;
    }

    private Node Comparison()
    {
        var left = Additive();
        while (true)
        {
            var here = next;
            if (TryComparison() is { } comparison)
                left = new ComparisonNode(PlaceAt(here), comparison, left, Additive());
            else if (TryWord("between"))
            {
                var low = Additive();
                Word("and");
                left = new BetweenNode(PlaceAt(here), left, low, Additive());
            }
            else if (TryWord("in"))
                left = new InNode(PlaceAt(here), left, InTests());
            else if (IsWord("instance") && PeekAt(1).Text == "of")
            {
                next += 2;
                left = new InstanceOfNode(PlaceAt(here), left, Type());
            }
            else
                return left;
        }
    }

    private ImmutableArray<Node> InTests()
    {
        // "in (1, 2)" lists tests; "in (1..2)" is a range.
        var start = next;
        if (TrySymbol("("))
        {
            var tests = Tests();
            if (TrySymbol(")"))
                return tests;
            next = start;
        }
        return [TryComparisonTest(out var test) ? test : Additive()];
    }

    private Node Additive()
    {
        var left = Multiplicative();
        while (true)
        {
            var here = next;
            if (TrySymbol("+"))
                left = new ArithmeticNode(PlaceAt(here), ArithmeticOperator.Add, left, Multiplicative());
            else if (TrySymbol("-"))
                left = new ArithmeticNode(PlaceAt(here), ArithmeticOperator.Subtract, left, Multiplicative());
            else
                return left;
        }
    }

    private Node Multiplicative()
    {
        var left = Power();
        while (true)
        {
            var here = next;
            if (TrySymbol("*"))
                left = new ArithmeticNode(PlaceAt(here), ArithmeticOperator.Multiply, left, Power());
            else if (TrySymbol("/"))
                left = new ArithmeticNode(PlaceAt(here), ArithmeticOperator.Divide, left, Power());
            else
                return left;
        }
    }

    private Node Power()
    {
        var left = Negation();
        for (var here = next; TrySymbol("**"); here = next)
            left = new ArithmeticNode(PlaceAt(here), ArithmeticOperator.Power, left, Negation());
        return left;
    }

    private Node Negation()
    {
        var here = next;
        return TrySymbol("-") ? new NegateNode(PlaceAt(here), Deeper(static p => p.Negation())) : Postfix();
    }

    private Node If()
    {
        var here = next;
        Word("if");
        var condition = Expression();
        Word("then");
        var then = Expression();
        Word("else");
        return new IfNode(PlaceAt(here), condition, then, Expression());
    }

    private ForNode For()
    {
        var here = next;
        Word("for");
        var iterators = Iterators();
        Word("return");
        var body = Expression();
        return new ForNode(PlaceAt(here), iterators, body)
        {
            MayReadPartial = tokens.FindIndex(here, next - here, t => t.Text == "partial") >= 0,
        };
    }

    private QuantifiedNode Quantified()
    {
        var here = next;
        var every = Peek.Text == "every";
        next++;
        var iterators = Iterators();
        Word("satisfies");
        return new QuantifiedNode(PlaceAt(here), every, iterators, Expression());
    }

    private ImmutableArray<Iterator> Iterators()
    {
        var iterators = ImmutableArray.CreateBuilder<Iterator>();
        do
        {
            var name = NameUntil(token => token is { Kind: TokenKind.Name, Text: "in" });
            Word("in");
            var here = next;
            var source = Expression();
            if (TrySymbol(".."))
                source = new RangeNode(PlaceAt(here), true, source, Expression(), true, MayDescend: true);
            iterators.Add(new Iterator(name, source));
        } while (TrySymbol(","));
        return iterators.ToImmutable();
    }

    private FunctionNode Function()
    {
        var here = next;
        Word("function");
        Symbol("(");
        var parameters = ImmutableArray.CreateBuilder<FunctionParameter>();
        while (More(")", parameters.Count))
        {
            var name = NameUntil(token => token.Kind == TokenKind.Symbol && token.Text is ":" or "," or ")");
            parameters.Add(new FunctionParameter(name, TrySymbol(":") ? Type() : FeelType.Any));
        }
        var external = TryWord("external");
        return new FunctionNode(PlaceAt(here), parameters.ToImmutable(), Expression(), external);
    }

    /// <summary>Expressions that begin with a keyword stand wherever an operand may (DMN 1.5, grammar rule 2).</summary>
    private bool BeginsWithKeyword =>
        Peek.Text is "for" or "some" or "every" or "if" || (Peek.Text == "function" && PeekAt(1).Text == "(");

    /// <summary>A new name: every token up to its end, which from here on is known.</summary>
    private string NameUntil(Func<Token, bool> end)
    {
        var words = new List<string>();
        while (
            !end(Peek)
            && (
                Peek.Kind is TokenKind.Name or TokenKind.Number
                || (Peek.Kind == TokenKind.Symbol && IsSymbol(Peek.Text))
            )
        )
            words.Add(tokens[next++].Text);
        if (words.Count == 0)
            throw Unexpected("a name");
        var name = JoinWords(words);
        names.Add(name);
        return name;
    }

    /// <summary>Words of a name keep one space between them, none around its symbols, as the standard normalises names.</summary>
    private static string JoinWords(List<string> words)
    {
        var name = words[0];
        for (var i = 1; i < words.Count; i++)
            name += IsSymbol(words[i]) || IsSymbol(words[i - 1]) ? words[i] : " " + words[i];
        return name;
    }

    private static bool IsSymbol(string word) => word.Length == 1 && word[0] is '+' or '-' or '*' or '/' or '.' or '\'';
}
