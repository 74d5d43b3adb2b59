using Genggam.Standards.Feel.Compiled;

namespace Genggam.Standards.Feel.Syntax;

/// <summary>What is FEEL, and yet hardly what was meant: warnings of the reading.</summary>
internal static class Slips
{
    private const string Thousands = "FEEL-107";
    private const string Comma = "FEEL-108";

    /// <param name="placeOf">Where a token stands.</param>
    public static List<Problem> In(Node root, List<Token> tokens, bool tests, Func<int, Place> placeOf)
    {
        var found = new List<Problem>();
        if (tokens.Exists(t => t is { Kind: TokenKind.Symbol, Text: "/" }))
            Divisions(root, found);
        // The tests of not(…) stand in brackets of their own.
        var depth = tests && tokens[0] is { Kind: TokenKind.Name, Text: "not" } ? -1 : 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            if (tokens[i].Kind == TokenKind.Symbol)
                depth +=
                    tokens[i].Text is "(" or "[" or "{" ? 1
                    : tokens[i].Text is ")" or "]" or "}" ? -1
                    : 0;
            if (tokens[i].Kind != TokenKind.Number)
                continue;
            var written = tokens[i].Text;
            if (MayBeGrouped(written) && written.EndsWith('0'))
                found.Add(
                    Said(
                        Thousands,
                        $"{written} is {FeelNumber.Read(written)}: FEEL writes a point before the decimals and nothing between thousands. Write {written.Replace(".", "", StringComparison.Ordinal)}, or {FeelNumber.Read(written)}.",
                        placeOf(i)
                    )
                );
            if (tests && depth == 0 && IsCut(tokens, i))
                found.Add(
                    Said(
                        Comma,
                        $"{written},{tokens[i + 2].Text} is two tests: FEEL writes a point before the decimals. Write {written}.{tokens[i + 2].Text}, or a space behind the comma.",
                        placeOf(i)
                    )
                );
        }
        return found;
    }

    /// <summary>Whether people may read the number in thousands, as Indonesian and others write them: 7.500.</summary>
    public static bool MayBeGrouped(string number) =>
        number.Split('.') is [{ Length: >= 1 and <= 3 } thousands, { Length: 3 } rest]
        && thousands[0] != '0'
        && (thousands + rest).All(char.IsAsciiDigit);

    /// <summary>A limit and a number right behind its comma: &gt; 6,5.</summary>
    private static bool IsCut(List<Token> tokens, int at) =>
        at > 0
        && at + 2 < tokens.Count
        && tokens[at - 1] is { Kind: TokenKind.Symbol, Text: "<" or "<=" or ">" or ">=" }
        && tokens[at + 1] is { Kind: TokenKind.Symbol, Text: "," } comma
        && tokens[at + 2] is { Kind: TokenKind.Number } decimals
        && tokens[at].End == comma.Start
        && comma.End == decimals.Start
        && tokens[at].Text.All(char.IsAsciiDigit)
        && decimals.Text.All(char.IsAsciiDigit);

    private static void Divisions(Node root, List<Problem> found)
    {
        var open = new Stack<Node>([root]);
        while (open.TryPop(out var node))
        {
            if (
                node is ArithmeticNode { Operator: ArithmeticOperator.Divide, Right: var divisor }
                && Constant.Of(divisor)?.Value is FeelNumber { IsZero: true }
            )
                found.Add(
                    Said(FeelExpression.DividesByZero, "This divides by zero: the answer is always null.", node.At)
                );
            foreach (var child in FreeNames.Children(node))
                open.Push(child);
        }
    }

    private static Problem Said(string number, string message, Place at) => new(number, message, at, Severity.Warning);
}
