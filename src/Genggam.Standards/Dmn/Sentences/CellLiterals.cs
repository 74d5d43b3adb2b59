using System.Collections.Immutable;
using Genggam.Standards.Dmn.Reading;
using Genggam.Standards.Feel;
using Genggam.Standards.Feel.Syntax;

namespace Genggam.Standards.Dmn.Sentences;

/// <summary>The literals of a cell in the order they are written; null is none, since it has no other value of its kind.</summary>
internal sealed class CellLiterals
{
    private readonly FeelPlaces places;
    private readonly Dictionary<(int Line, int Column), Token> tokens = [];
    private readonly List<Literal> found = [];

    private CellLiterals(FeelExpression cell, FeelPlaces places)
    {
        this.places = places;
        foreach (var token in Lexer.Tokens(cell.Source))
            if (places.Of(token.Start) is var at)
                tokens.TryAdd((at.Line, at.Column), token);
        Walk(cell.Root);
    }

    public static ImmutableArray<Literal> Of(FeelExpression cell, FeelPlaces places) =>
        [.. new CellLiterals(cell, places).found.OrderBy(l => l.At.Line).ThenBy(l => l.At.Column)];

    private void Walk(Node node)
    {
        switch (node)
        {
            // In -(1) a bracket stands between: there the 1 is the literal.
            case NegateNode { Operand: LiteralNode { Value: FeelNumber } operand } when Touch(node, operand):
                var (minus, digits) = (TokenOf(node), TokenOf(operand));
                if (FeelNumber.Read("-" + digits.Text) is { } negative)
                    Add(node, negative, "-" + digits.Text, minus.Start, digits.End);
                break;
            case LiteralNode { Value: FeelNull }:
                break;
            case LiteralNode literal:
                var token = TokenOf(literal);
                var before = token.Kind switch
                {
                    TokenKind.Text => 1,
                    TokenKind.At => 2,
                    _ => 0,
                };
                Add(literal, literal.Value, token.Text, token.Start + before, token.End - Math.Min(before, 1));
                break;
            case CallNode call when Temporal(call) is var (text, value):
                var quoted = TokenOf(text);
                Add(call, value, quoted.Text, quoted.Start + 1, quoted.End - 1);
                break;
            default:
                foreach (var child in FreeNames.Children(node))
                    Walk(child);
                break;
        }
        if (node is RangeNode { MayDescend: false } range)
            Bind(range.Start, range.End, range.StartIncluded && range.EndIncluded);
        else if (node is BetweenNode between)
            Bind(between.Low, between.High, closed: true);
    }

    private bool Touch(Node minus, Node digits) => TokenOf(minus).End == TokenOf(digits).Start;

    private Token TokenOf(Node node) => tokens[(node.At.Line, node.At.Column)];

    private void Add(Node node, FeelValue value, string written, int start, int end) =>
        found.Add(new Literal(node, value, written, start, end, places.Span(start, end), places.Of(start)));

    /// <summary>date("2026-01-31") and its like: a literal in all but grammar.</summary>
    private static (LiteralNode Text, FeelValue Value)? Temporal(CallNode call)
    {
        if (
            call is not { Function: NameNode function, Arguments: [{ Name: null, Value: LiteralNode argument }] }
            || argument.Value is not FeelString { Value: var text }
        )
            return null;
        FeelValue? value = function.Name switch
        {
            "date" => TemporalText.Date(text),
            "time" => TemporalText.Time(text),
            "date and time" => TemporalText.DateTime(text),
            "duration" => TemporalText.Duration(text),
            _ => null,
        };
        return value is null ? null : (argument, value);
    }

    private void Bind(Node start, Node end, bool closed)
    {
        var (low, high) = (Index(start), Index(end));
        if (low < 0 || high < 0)
            return;
        var ends = new RangeEnds(start, found[low].Value, found[high].Value, closed);
        found[low] = found[low] with { Range = ends };
        found[high] = found[high] with { Range = ends };
    }

    private int Index(Node node) => found.FindIndex(l => ReferenceEquals(l.Node, node));
}
